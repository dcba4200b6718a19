"""The printing order: sheets are counted, the machine follows from the copies, Word shows the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.forms import form_pdf, form_word, lay_out_form
from exports.papers.forms.printing_order import printing_order
from exports.typeset.fonts import FontBook
from models.form import Sealing
from models.notice import Notice
from models.rules.dealing import print_run, void
from models.spans import Span
from tests.models.unit_values import DAY
from tests.support.forms import sample, small
from tests.support.golden import Golden, pages_text
from tests.support.ink import rows_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.distribution import Distribution

FONTS = FontBook()


def said(
    notice: Notice, distribution: Distribution | None, pages: int, *, duplex: bool = True
) -> str:
    form = printing_order(notice, distribution, pages, is_duplex=duplex)
    return "".join(mark.text for mark in lay_out_form(form, FONTS).pages[0].texts)


def test_the_order_is_the_one_reviewed(golden: Golden) -> None:
    notice, _, distribution = small()
    layout = lay_out_form(printing_order(notice, distribution, 5), FONTS)
    golden.check("printing-order.pages.txt", pages_text(layout.pages))


def test_the_sample_takes_six_sheets_and_3300_in_all() -> None:
    notice, _, distribution = sample()
    told = said(notice, distribution, 12)
    for text in (
        "12面",
        "每份6张，共3300张",
        "550份",
        "000001—000550",
        "■双面",
        "■速印（50份以上",
        "■平订两钉",
        "■加盖",
    ):
        assert text in told


def test_one_side_of_each_sheet_takes_as_many_sheets_as_pages() -> None:
    notice, _, distribution = small()
    told = said(notice, distribution, 5, duplex=False)
    assert "每份5张，共100张" in told
    assert "■单面" in told


@pytest.mark.parametrize(
    ("copies", "machine"),
    [(29, "复印"), (30, "一体机"), (49, "一体机"), (50, "速印"), (10_000, "速印")],
)
def test_the_machine_follows_from_the_copies(copies: int, machine: str) -> None:
    told = said(Notice(copies=copies), None, 1)
    assert told.count(f"■{machine}（") == 1
    assert sum(told.count(f"■{one}（") for one in ("复印", "一体机", "速印")) == 1


def test_what_is_not_known_is_left_to_be_written() -> None:
    told = said(Notice(sealing=Sealing.NONE), None, 1)
    assert "不编份号" in told
    assert "每份1张" in told
    assert "■不订" in told
    assert "■不盖" in told
    assert "None" not in told
    assert not any(f"■{one}（" in told for one in ("复印", "一体机", "速印"))


def test_numbers_with_gaps_are_told() -> None:
    notice, _, distribution = small()
    printed = print_run(distribution, DAY)
    for number in (3, 8, 12):
        printed = void(printed, (Span(number, number),), DAY)
    assert "000001至000023，中间有缺号" in said(notice, printed, 2)


def test_the_word_file_shows_the_same_cells(
    words_to_pdf: Callable[[Sequence[bytes]], list[bytes]],
) -> None:
    notice, _, distribution = sample()
    layout = lay_out_form(printing_order(replace(notice, urgency="特急"), distribution, 12), FONTS)
    ours, (word,) = form_pdf(layout, FONTS), words_to_pdf([form_word(layout, FONTS)])
    assert [[row.text for row in page] for page in rows_of(word)] == [
        [row.text for row in page] for page in rows_of(ours)
    ]
    mine, theirs = (
        sorted({round(rule.top, 1) for rule in rules_of(pdf, 1) if rule.bottom - rule.top < 0.2})
        for pdf in (ours, word)
    )
    assert theirs == pytest.approx(mine, abs=0.3)
