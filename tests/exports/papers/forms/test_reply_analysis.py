"""报送情况分析: its table adds up, its bars are as long as its figures."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from exports.forms import form_word, lay_out_form
from exports.page import Frame, Rule
from exports.papers.forms.printed_form import NothingToPrint
from exports.papers.forms.reply_analysis import BAR_HEIGHT, BAR_MM, analysis_sheet, reply_analysis
from exports.spreadsheet import Sum
from exports.standard import mm
from exports.typeset.fonts import FontBook
from models.replies.standing import State
from tests.support.chases import chase
from tests.support.forms import texts_of
from tests.support.golden import Golden, pages_text

if TYPE_CHECKING:
    from models.replies.chasing.chase import Chase

FONTS = FontBook()


def standing_so(state: State) -> Chase:
    """All units stand in one way."""
    found = chase()
    told = tuple(replace(one, state=state) for one in found.standings)
    return replace(found, standings=told)


def test_the_form_is_that_reviewed(golden: Golden) -> None:
    golden.check(
        "reply-analysis.pages.txt", pages_text(lay_out_form(reply_analysis(chase()), FONTS).pages)
    )


def bars(found: Chase) -> list[float]:
    """The lengths of the black bars, mm."""
    (page,) = lay_out_form(reply_analysis(found), FONTS).pages
    rules = (mark for mark in page.marks if isinstance(mark, Rule))
    return [round(mm(one.length), 2) for one in rules if mm(one.width) > BAR_HEIGHT - 0.01]


def test_a_bar_is_as_long_as_its_share() -> None:
    assert bars(chase()) == [BAR_MM / 2, BAR_MM * 0.4]  # the second category has none in time
    assert bars(standing_so(State.IN_TIME)) == [BAR_MM] * 3
    assert bars(standing_so(State.MISSING)) == []


def test_many_categories_stay_on_one_page() -> None:
    found = chase(40)
    told = tuple(
        replace(one, expected=replace(one.expected, category=f"类别{at}"))
        for at, one in enumerate(found.standings)
    )
    content = reply_analysis(replace(found, standings=told)).content
    assert isinstance(content, tuple)
    (frame,) = (one for one in content if isinstance(one, Frame))
    assert mm(frame.height) <= 230.01


def test_the_figures_are_said_in_words() -> None:
    def said(found: Chase) -> str:
        (page,) = texts_of(lay_out_form(reply_analysis(found), FONTS).pages)
        return page[-3]

    assert said(chase()) == "尚有单位未报的类别：委办局。"
    assert said(standing_so(State.IN_TIME)) == "全部按时报送的类别：区县人事局、委办局。"
    assert said(standing_so(State.LATE)) == "各类单位都已报送。"


def test_bars_are_black_in_the_word_file() -> None:
    data = form_word(lay_out_form(reply_analysis(chase()), FONTS), FONTS)
    with ZipFile(io.BytesIO(data)) as package:
        document = package.read("word/document.xml")
    assert document.count(b'w:fill="000000"') == 2


def test_the_sums_of_the_spreadsheet_are_worked_out_again() -> None:
    *rows, total = analysis_sheet(chase()).rows
    for at, cell in enumerate(total.cells):
        if isinstance(cell, Sum):
            counts = [row.cells[at] for row in rows]
            assert cell == Sum(2, sum(one for one in counts if isinstance(one, int)))
    assert total.cells[:4] == ("合计", Sum(2, 5), Sum(2, 2), "40%")


def test_nobody_asked_gives_no_form() -> None:
    nobody = replace(chase(), standings=())
    for make in (reply_analysis, analysis_sheet):
        with pytest.raises(NothingToPrint, match="没有应报单位，不能生成报送情况分析"):
            make(nobody)
