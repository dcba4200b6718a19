"""A text that is placed after another one is placed as if it stood alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out
from models.notice import Level, Notice, Paragraph, Piece
from models.numerals import hanzi_number
from models.practice import USUAL
from tests.support.cases import CASES

if TYPE_CHECKING:
    from exports.page import Page
    from exports.typeset.fonts import FontBook

ITEM = "认真做好各项工作，加强组织领导，明确责任分工，确保任务完成。" * 8
ITEMS = tuple(
    paragraph
    for section in range(1, 6)
    for paragraph in (
        Paragraph("", Level.FIRST, f"{hanzi_number(section)}、", "加强领导"),
        *(Paragraph(ITEM, Level.THIRD, f"{number}.", "抓好落实。") for number in range(1, 5)),
    )
)
NOTICE = Notice("通知", "关于工作的通知", body=(Paragraph(ITEM),), pieces=(Piece("要点", ITEMS),))
LAST = len(ITEMS) - 1


def alone(notice: Notice, fonts: FontBook) -> tuple[Page, ...]:
    fonts.past = None
    return lay_out(notice, fonts, USUAL).pages


def with_more(at: int, count: int) -> Notice:
    """The notice with so many characters more in one of its paragraphs."""
    longer = replace(ITEMS[at], text=ITEMS[at].text + "甲" * count)
    paragraphs = (*ITEMS[:at], longer, *ITEMS[at + 1 :])
    return replace(NOTICE, pieces=(replace(NOTICE.pieces[0], paragraphs=paragraphs),))


@pytest.mark.parametrize("count", [1, 28, 29, 400])
@pytest.mark.parametrize("at", [0, 1, LAST // 2, LAST])
def test_what_was_typed_is_placed_as_if_it_stood_alone(
    at: int, count: int, fonts: FontBook
) -> None:
    changed = with_more(at, count)
    wanted, before = alone(changed, fonts), alone(NOTICE, fonts)
    assert lay_out(changed, fonts, USUAL).pages == wanted
    assert lay_out(NOTICE, fonts, USUAL).pages == before


@pytest.mark.parametrize("case", list(CASES))
def test_any_text_is_placed_after_any_other_as_if_it_stood_alone(
    case: str, fonts: FontBook
) -> None:
    shown = CASES[case]
    fonts.past = None
    wanted = lay_out(shown.notice, fonts, shown.practice).pages
    lay_out(replace(shown.notice, title="关于另一件事的通知"), fonts, shown.practice)
    assert lay_out(shown.notice, fonts, shown.practice).pages == wanted
    lay_out(replace(shown.notice, body=shown.notice.body[:-1]), fonts, shown.practice)
    assert lay_out(shown.notice, fonts, shown.practice).pages == wanted


def test_pages_that_are_as_they_were_are_the_very_same(fonts: FontBook) -> None:
    before = alone(NOTICE, fonts)
    after = lay_out(with_more(LAST // 2, 1), fonts, USUAL).pages
    others = [at for at, (a, b) in enumerate(zip(before, after, strict=True)) if a is not b]
    assert len(before) > 5
    assert len(others) <= 2  # the paragraph may go over to the next page
