"""The bundled notice of 2007 is understood exactly."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from models.notice import Level, Notice, PieceKind, split_organs
from models.plan import plan_of
from models.reading.answers import answers
from models.reading.describe import describe
from models.reading.files import read_file
from resources import SAMPLE
from tests.models.reading.lossless import assert_lossless

if TYPE_CHECKING:
    from models.reading.reading import Reading


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(SAMPLE)


@pytest.fixture
def notice(reading: Reading) -> Notice:
    return reading.notice


def test_title_and_kind(notice: Notice) -> None:
    assert notice.title == "关于印发天津市2007年人事工作要点的通知"
    assert notice.kind == "通知"


def test_five_addressees(notice: Notice) -> None:
    names = split_organs(notice.addressees)
    assert len(names) == 5
    assert names[0] == "各区县人事局"
    assert names[-1] == "驻津单位人事（干部）部门"


def test_one_paragraph_of_body_with_its_deadline(notice: Notice) -> None:
    assert len(notice.body) == 1
    assert notice.reply_due == date(2007, 1, 31)


def test_dates(reading: Reading) -> None:
    assert reading.notice.date == date(2007, 1, 11)
    assert answers(reading)["date_text"] == "二○○七年一月十一日"
    assert reading.notice.issued_on == date(2007, 1, 11)


def test_imprint(notice: Notice) -> None:
    assert notice.subject_words == ("人事", "要点", "通知")
    assert notice.copies == 550
    assert notice.issuing_office == "天津市人事局办公室"


def test_what_the_text_does_not_say_stays_empty(reading: Reading) -> None:
    notice = reading.notice
    unknown = (notice.organs, notice.doc_number, notice.signers, notice.secrecy, notice.urgency)
    more = (notice.signatures, notice.cc, notice.notes, notice.attachment_notes)
    assert not any(unknown)
    assert not any(more)
    assert answers(reading)["doc_number"] is None


def test_issued_piece_is_a_plan_of_six_sections(notice: Notice) -> None:
    (piece,) = notice.pieces
    plan = plan_of(piece)
    assert (piece.kind, piece.title) == (PieceKind.ISSUED, "天津市2007年人事工作要点")
    assert len(plan.opening) == 1
    assert len(plan.sections) == 6
    assert [item.number for item in plan.items if item.number] == [str(n) for n in range(1, 27)]


def test_paragraph_without_number_behind_item_23_is_its_own(notice: Notice) -> None:
    fifth = plan_of(notice.pieces[0]).sections[4]
    assert [item.number for item in fifth.items] == ["19", "20", "21", "22", "23", ""]
    assert fifth.items[-1].paragraph.level is Level.PLAIN
    assert fifth.items[-1].paragraph.text.startswith("继续推进非公经济组织")


def test_answers_count_what_has_no_number(reading: Reading) -> None:
    told = answers(reading)
    assert told["att_unnumbered"] == 2
    assert len(told["sections"]) == 32
    assert {section["in"] for section in told["sections"]} == {"att"}


def test_nothing_is_lost_and_nothing_left_out(reading: Reading) -> None:
    assert_lossless(reading)
    assert reading.left_out == ()


def test_description_names_the_elements(reading: Reading) -> None:
    lines = describe(reading).splitlines()
    assert "文种：通知" in lines
    assert "成文日期：2007年1月11日" in lines
    assert "印发件：天津市2007年人事工作要点" in lines
    assert "共印份数：550" in lines
