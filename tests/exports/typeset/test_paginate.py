"""Pages: the grid, what keeps together, the 版记 and the page numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports import standard
from exports.grid import grid_of
from exports.page import Align, Break, Face, Foot, FootRow, Glyphs, Page, Role, Rule, Run, Text
from exports.papers.styles import plain, styles_of
from exports.typeset.paginate import typeset
from models.edition import Edition
from models.practice import Practice

if TYPE_CHECKING:
    from exports.typeset.fonts import FontBook

GRID = grid_of(Practice())
STYLES = styles_of(Edition.GB2012, Practice())
FOOT = Foot((FootRow(plain(Role.IMPRINT, "青川市人事局办公室", STYLES.left), 1.0),), 1.0)


def lines(count: int) -> tuple[Text, ...]:
    return (plain(Role.BODY, "国", STYLES.flush),) * count


def baselines(page: Page) -> list[float]:
    return sorted({m.baseline for m in page.marks if isinstance(m, Glyphs) and m.role is Role.BODY})


def numbers(pages: tuple[Page, ...]) -> list[str]:
    return [
        "".join(m.text for m in page.marks if isinstance(m, Glyphs) and m.role is Role.PAGE_NUMBER)
        for page in pages
    ]


def test_a_full_page_holds_22_lines_of_28_characters(fonts: FontBook) -> None:
    pages = typeset([plain(Role.BODY, "国" * 617, STYLES.flush)], fonts, GRID)
    rows = [m for m in pages[0].marks if isinstance(m, Glyphs) and m.role is Role.BODY]
    assert [len(row.text) for row in rows] == [28] * 22
    assert len(pages) == 2


def test_a_justified_line_ends_at_the_right_edge(fonts: FontBook) -> None:
    row = next(
        m for m in typeset([plain(Role.BODY, "国" * 40, STYLES.flush)], fonts, GRID)[0].marks
    )
    assert isinstance(row, Glyphs)
    advance = 16 + row.spacing
    assert row.x + 28 * advance == pytest.approx(standard.pt(28 + 156), abs=0.3)


def test_elements_that_keep_together_turn_the_page_together(fonts: FontBook) -> None:
    kept = plain(Role.BODY, "国", replace(STYLES.flush, keep_with_next=True))
    pages = typeset([*lines(20), kept, kept, *lines(1)], fonts, GRID)
    assert [len(baselines(page)) for page in pages] == [20, 3]


def test_what_is_too_high_for_a_page_flows_on_although_it_wants_to_keep(fonts: FontBook) -> None:
    kept = plain(Role.BODY, "国", replace(STYLES.flush, keep_with_next=True))
    pages = typeset([*lines(5), *(kept,) * 30, *lines(1)], fonts, GRID)
    assert [len(baselines(page)) for page in pages] == [22, 14]


def test_a_break_starts_a_page(fonts: FontBook) -> None:
    assert len(typeset([*lines(1), Break(), *lines(1)], fonts, GRID)) == 2


def test_the_foot_of_a_one_page_text_stands_on_page_2(fonts: FontBook) -> None:
    pages = typeset([*lines(3), FOOT], fonts, GRID)
    rules = [m for m in pages[1].marks if isinstance(m, Rule)]
    assert len(pages) == 2
    assert max(rule.y for rule in rules) == pytest.approx(standard.pt(262))
    assert numbers(pages) == ["— 1 —", "— 2 —"]


def test_the_foot_shares_an_even_page_that_has_room(fonts: FontBook) -> None:
    assert len(typeset([*lines(30), FOOT], fonts, GRID)) == 2


def test_a_blank_page_before_the_foot_and_its_page_bear_no_number(fonts: FontBook) -> None:
    pages = typeset([*lines(44), FOOT], fonts, GRID)
    assert numbers(pages) == ["— 1 —", "— 2 —", "", ""]
    assert not pages[2].marks


def test_page_numbers_stand_outside_and_even_pages_are_mirrored(fonts: FontBook) -> None:
    pages = typeset(lines(44), fonts, GRID)
    odd, even = (
        next(m for m in page.marks if isinstance(m, Glyphs) and m.role is Role.PAGE_NUMBER)
        for page in pages
    )
    assert standard.mm(even.x) == pytest.approx(26 + standard.mm(14), abs=0.01)
    assert standard.mm(odd.x) > 150
    plain_pages = typeset(lines(44), fonts, grid_of(Practice(mirrored=False)))
    assert {m.x for m in plain_pages[1].marks if m.role is Role.BODY} == {standard.pt(28)}


def test_rare_characters_are_set_in_the_face_that_has_them(fonts: FontBook) -> None:
    page = typeset([plain(Role.BODY, "张堃同志", STYLES.flush)], fonts, GRID)[0]
    faces = [(m.face, m.text) for m in page.marks if m.role is Role.BODY and isinstance(m, Glyphs)]
    assert faces == [(Face.FANG_SONG, "张"), (Face.RARE, "堃"), (Face.FANG_SONG, "同志")]


def test_alignment_puts_lines_in_the_middle_or_at_the_right(fonts: FontBook) -> None:
    texts = [
        Text(Role.BODY, (Run("国" * 4, Face.FANG_SONG),), STYLES.flush.aligned(align))
        for align in (Align.LEFT, Align.CENTER, Align.RIGHT)
    ]
    left, center, right = (
        m.x
        for m in typeset(texts, fonts, GRID)[0].marks
        if m.role is Role.BODY and isinstance(m, Glyphs)
    )
    assert left == standard.pt(28)
    assert center - left == pytest.approx((442.2 - 63) / 2, abs=0.1)
    assert right - left == pytest.approx(442.2 - 63, abs=0.1)


def test_a_given_row_that_is_too_long_is_broken_all_the_same(fonts: FontBook) -> None:
    title = Text(Role.TITLE, (Run("国" * 50, Face.XIAO_BIAO_SONG),), STYLES.title, broken=True)
    rows = [
        m.text
        for m in typeset([title], fonts, GRID)[0].marks
        if m.role is Role.TITLE and isinstance(m, Glyphs)
    ]
    assert [len(row) for row in rows] == [20, 20, 10]


def test_blank_lines_take_their_place(fonts: FontBook) -> None:
    first, second = baselines(typeset([*lines(1), *STYLES.blank(2), *lines(1)], fonts, GRID)[0])
    assert second - first == pytest.approx(3 * GRID.pitch)
