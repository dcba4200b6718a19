"""A table: columns as wide as their cells want, rows as high as their cells, its head on every page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.jobs import lay_out
from exports.page import Align, Role, Rule, Source
from exports.papers.styles import styles_of
from exports.papers.table import TableTooWide, table
from models.edition import Edition
from models.notice import Level, Notice, Paragraph
from models.practice import Practice
from tests.support.cases import CASES

if TYPE_CHECKING:
    from exports.page import Page
    from exports.typeset.fonts import FontBook

STYLES = styles_of(Edition.GB2012, Practice())
SOURCE = Source("body", paragraph=0)


def notice_with(text: str) -> Notice:
    return Notice(title="关于报送名册的通知", body=(Paragraph(text, Level.TABLE),))


def heads_of(page: Page, text: str) -> int:
    return sum(mark.text == text for mark in page.texts if mark.role is Role.TABLE)


@given(
    st.lists(
        st.lists(st.text("国表a1", max_size=40), min_size=3, max_size=3), min_size=1, max_size=6
    )
)
def test_a_table_is_as_wide_as_the_type_area(rows: list[list[str]]) -> None:
    made = table(tuple(map(tuple, rows)), SOURCE, STYLES)
    assert sum(made.widths) == pytest.approx(STYLES.grid.width)
    assert min(made.widths) > 2 * made.setting.size


def test_short_columns_are_centred_and_long_ones_get_more_room() -> None:
    made = table((("序号", "说明"), ("1", "由市委党校承办，学员食宿自理")), SOURCE, STYLES)
    assert made.aligns == (Align.CENTER, Align.LEFT)
    assert made.widths[1] > 3 * made.widths[0]


def test_many_columns_make_the_type_smaller_then_turn_the_table_until_none_fits() -> None:
    made = [table((("国",) * count,), SOURCE, STYLES) for count in (13, 14, 15, 20, 22)]
    assert [(one.setting.size, one.is_turned) for one in made] == [
        (12, False),
        (10.5, False),
        (12, True),
        (10.5, True),
        (9, True),
    ]
    with pytest.raises(TableTooWide, match="表格有 40 列"):
        table((("国",) * 40,), SOURCE, STYLES)


def test_the_head_stands_on_every_page_that_the_table_reaches(fonts: FontBook) -> None:
    pages = lay_out(CASES["table-2012"].notice, fonts).pages
    reached = [page for page in pages if any(mark.role is Role.TABLE for mark in page.marks)]
    assert len(reached) > 2
    assert [heads_of(page, "班次名称") for page in reached] == [1] * len(reached)
    for page in reached:
        upright = [m for m in page.marks if isinstance(m, Rule) and m.is_upright]
        level = [
            m.y
            for m in page.marks
            if isinstance(m, Rule) and not m.is_upright and m.role is Role.TABLE
        ]
        assert len(upright) == 6
        assert {rule.y for rule in upright} == {min(level)}
        assert upright[0].y + upright[0].length == pytest.approx(max(level))


def test_a_cell_higher_than_half_a_page_goes_on_in_another_row(fonts: FontBook) -> None:
    text = "序号\t说明\n1\t" + "国" * 4000
    pages = lay_out(notice_with(text), fonts).pages
    said = "".join(m.text for page in pages for m in page.texts if m.role is Role.TABLE)
    assert said.count("国") == 4000
    bottom = STYLES.grid.bottom
    assert all(m.baseline < bottom for page in pages for m in page.texts if m.role is Role.TABLE)


def test_a_rare_character_in_a_cell_is_served_by_another_face(fonts: FontBook) -> None:
    marks = [
        m for m in lay_out(notice_with("姓名\n张堃"), fonts).pages[0].texts if m.role is Role.TABLE
    ]
    assert "".join(mark.text for mark in marks) == "姓名张堃"
    assert len({mark.face for mark in marks}) > 1


def test_rows_of_different_length_are_filled_up() -> None:
    assert Paragraph("a\tb\nc", Level.TABLE).rows == (("a", "b"), ("c", ""))
    notice = replace(notice_with("a\tb\nc"), date=None)
    assert notice.body[0].whole == "a\tb\nc"


def test_a_turned_table_in_the_text_has_pages_of_its_own(fonts: FontBook) -> None:
    wide = notice_with("\t".join("国" * 16))
    body = (Paragraph("前文。"), *wide.body, Paragraph("后文。"))
    before, turned, after = lay_out(replace(wide, body=body), fonts).pages
    assert {mark.is_turned for mark in turned.texts if mark.role is Role.TABLE} == {True}
    assert any(mark.text == "前文。" for mark in before.texts)
    assert any(mark.text == "后文。" for mark in after.texts)


def test_a_head_does_not_stand_alone_at_the_foot_of_a_page(fonts: FontBook) -> None:
    rows = "序号\t说明\n1\t" + "国" * 120
    for lines in range(8, 14):
        body = (*[Paragraph("文。")] * lines, *notice_with(rows).body)
        pages = lay_out(replace(notice_with(rows), body=body), fonts).pages
        (page,) = (page for page in pages if heads_of(page, "序号"))
        assert any(mark.text == "1" for mark in page.texts if mark.role is Role.TABLE)
