"""A new notice from an earlier one."""

from __future__ import annotations

from datetime import date

import pytest

from models.edition import Edition
from models.notice import Notice, Paragraph, Piece
from models.rules.drafting.starting import started_from, with_next_year

EARLIER = Notice(
    kind="通知",
    title="关于印发青川市2007年工作要点的通知",
    doc_number="青人〔2007〕3号",
    copy_number="000012",
    date=date(2007, 1, 5),
    issued_on=date(2007, 1, 6),
    reply_due=date(2007, 2, 1),
    edition=Edition.GB1999,
    body=(Paragraph("现将《青川市2007年工作要点》印发给你们。2007年起施行。", id=4),),
    pieces=(Piece("青川市2007年工作要点", (Paragraph("继续做好。", id=5),), id=6),),
    id=7,
)


def test_what_belongs_to_the_earlier_one_alone_goes() -> None:
    new = started_from(EARLIER, next_year=False)
    assert (new.doc_number, new.copy_number) == ("", "")
    assert {new.date, new.issued_on, new.reply_due, new.edition, new.id} == {None}
    assert {new.body[0].id, new.pieces[0].id, new.pieces[0].paragraphs[0].id} == {None}
    assert new.title == EARLIER.title


def test_years_move_on_in_titles_and_where_the_text_names_them() -> None:
    new = started_from(EARLIER, next_year=True)
    assert new.title == "关于印发青川市2008年工作要点的通知"
    assert new.pieces[0].title == "青川市2008年工作要点"
    assert new.body[0].text == "现将《青川市2008年工作要点》印发给你们。2007年起施行。"


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("2006—2007年度优秀成果", "2007—2008年度优秀成果"),
        ("二○○九年要点", "二○一○年要点"),
        ("一九九九年要点", "二〇〇〇年要点"),
        ("转发12007号文件的通知", "转发12007号文件的通知"),
        ("关于2010人计划的通知", "关于2010人计划的通知"),
    ],
)
def test_only_years_move(title: str, later: str) -> None:
    assert with_next_year(title) == later


def test_no_title_moves_on_twice_and_nobody_signed_yet() -> None:
    earlier = Notice(
        title="关于印发2007年要点的通知",
        signers=("王强",),
        body=(Paragraph("将2007年要点和2008年要点印发给你们。"),),
        pieces=(Piece("2007年要点"), Piece("2008年要点")),
    )
    new = started_from(earlier, next_year=True)
    assert new.body[0].text == "将2008年要点和2009年要点印发给你们。"
    assert new.signers == ()


def test_a_title_without_a_year_stays() -> None:
    earlier = Notice(title="关于核对名册的通知", body=(Paragraph("请于2007年底前核对。"),))
    new = started_from(earlier, next_year=True)
    assert (new.title, new.body[0].text) == (earlier.title, "请于2007年底前核对。")
