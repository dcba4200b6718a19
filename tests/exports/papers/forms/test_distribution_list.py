"""The list to be signed: its sums are right on every page, its rows high enough for a hand, its texts whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.forms import form_pdf, form_word, lay_out_form
from exports.page import Role
from exports.papers.forms.distribution_list import distribution_list
from exports.papers.forms.printed_form import NothingToPrint
from exports.typeset.fonts import FontBook
from models.distribution import Allotment, Distribution
from models.notice import Notice
from models.rules.dealing import deal
from tests.support.forms import sample, small, texts_of
from tests.support.golden import Golden, pages_text
from tests.support.ink import rows_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONTS = FontBook()
ROW = 9.0
THIN = 0.2


def list_of(quantities: Sequence[int], name: str = "第{}局") -> Distribution:
    rows = (
        Allotment(name.format(at), category=f"第{at % 4}类", quantity=one)
        for at, one in enumerate(quantities)
    )
    return deal(Distribution(1, tuple(rows)))


def sums_of(pages: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """本页小计 and 累计 of each page."""
    found = [line.split("|") for page in pages for line in page if line.startswith("本页小计")]
    return [(int(cells[1]), int(cells[2].removeprefix("累计 "))) for cells in found]


def test_the_list_is_the_one_reviewed(golden: Golden) -> None:
    notice, _, distribution = small()
    layout = lay_out_form(distribution_list(notice, distribution), FONTS)
    golden.check("distribution-list.pages.txt", pages_text(layout.pages))


def test_the_sample_adds_up_to_550_on_its_last_line() -> None:
    notice, _, distribution = sample()
    pages = texts_of(lay_out_form(distribution_list(notice, distribution), FONTS).pages)
    sums = sums_of(pages)
    assert len(sums) == len(pages)
    assert sum(page for page, _ in sums) == 550
    assert [so_far for _, so_far in sums] == [
        sum(p for p, _ in sums[: at + 1]) for at in range(len(sums))
    ]
    assert "总计|550" in pages[-1]
    assert not any("总计" in line for page in pages[:-1] for line in page)
    said = [
        line.split("|") for page in pages for line in page if "小计|" in line and "本页" not in line
    ]
    assert sum(int(cells[1]) for cells in said) == 550
    assert ["区县人事局（主送）小计", "84", "21个单位"] in said
    assert all(any("单位|份数" in line for line in page) for page in pages)


def test_every_row_is_high_enough_for_a_hand_and_nothing_leaves_the_sheet() -> None:
    notice, _, distribution = sample()
    layout = lay_out_form(distribution_list(notice, distribution), FONTS)
    pdf = form_pdf(layout, FONTS)
    for page, _ in enumerate(layout.pages, 1):
        tops = sorted(
            {round(rule.top, 2) for rule in rules_of(pdf, page) if rule.bottom - rule.top < THIN}
        )
        heights = [below - above for above, below in pairwise(tops)]
        assert min(heights) >= ROW - 0.02
        assert tops[-1] <= 297 - 17
    rights = [row.right for page in rows_of(pdf) for row in page]
    assert max(rights) < 200


def test_a_sum_never_stands_on_a_page_without_a_row_of_its_category() -> None:
    for count in range(15, 60):
        pages = texts_of(
            lay_out_form(distribution_list(Notice(), list_of([1] * count)), FONTS).pages
        )
        for page in pages:
            rows = [line for line in page if line.split("|")[0].isdecimal()]
            assert rows


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 900), min_size=1, max_size=120))
def test_the_sums_are_right_whatever_is_dealt(quantities: list[int]) -> None:
    made = list_of(quantities)
    pages = texts_of(lay_out_form(distribution_list(Notice(copies=5), made), FONTS).pages)
    sums = sums_of(pages)
    assert sum(page for page, _ in sums) == made.total == sums[-1][1]
    assert f"总计|{made.total}" in pages[-1]


def test_a_name_of_500_characters_stays_whole_and_a_formula_is_a_text() -> None:
    long = "长" * 500
    rows = (
        Allotment(long, note="=1+1"),
        Allotment('=HYPERLINK("x")', quantity=2),
        Allotment("丙局"),
    )
    layout = lay_out_form(
        distribution_list(Notice(title="通知" * 60), deal(Distribution(1, rows))), FONTS
    )
    said = "".join(
        mark.text for page in layout.pages for mark in page.texts if mark.role is Role.TABLE
    )
    assert said.count("长") == 500
    assert '=HYPERLINK("x")' in said
    assert "=1+1" in said
    assert form_word(layout, FONTS)


def test_a_list_without_rows_is_refused_in_words() -> None:
    with pytest.raises(NothingToPrint, match="还没有单位"):
        distribution_list(Notice(), Distribution())


def test_what_is_not_known_keeps_its_place() -> None:
    made = replace(list_of([1]), notice=1)
    (page,) = texts_of(lay_out_form(distribution_list(Notice(), made), FONTS).pages)
    assert "印发日期：＿＿＿＿" in "".join(page)


def test_the_word_file_has_the_same_rows_on_the_same_pages(
    words_to_pdf: Callable[[Sequence[bytes]], list[bytes]],
) -> None:
    notice, _, distribution = sample()
    layout = lay_out_form(distribution_list(notice, distribution), FONTS)
    ours, (word,) = form_pdf(layout, FONTS), words_to_pdf([form_word(layout, FONTS)])
    mine, theirs = rows_of(ours), rows_of(word)
    assert [[row.text for row in page] for page in theirs] == [
        [row.text for row in page] for page in mine
    ]
    for page, _ in enumerate(mine, 1):
        for a, b in zip(mine[page - 1], theirs[page - 1], strict=True):
            assert b.left == pytest.approx(a.left, abs=0.9)
        a, b = (
            sorted(
                {
                    round(rule.top, 1)
                    for rule in rules_of(pdf, page)
                    if rule.bottom - rule.top < THIN
                }
            )
            for pdf in (ours, word)
        )
        assert b == pytest.approx(a, abs=0.3)
