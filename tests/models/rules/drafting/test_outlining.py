"""Blocks of a text, moved, split, joined and set on other levels."""

from __future__ import annotations

import pytest

from models.notice import Level, Paragraph
from models.rules.drafting.outlining import (
    at_level,
    block_end,
    carried,
    joined_with_previous,
    opened_behind,
    removed_from,
    shifted,
    split,
    stepped,
)

A = Paragraph("", Level.FIRST, "一、", "甲")
A1 = Paragraph("文。", Level.THIRD, "1.", "甲一。")
A2 = Paragraph("文。", Level.THIRD, "2.", "甲二。")
B = Paragraph("", Level.FIRST, "二、", "乙")
B1 = Paragraph("文。", Level.THIRD, "1.", "乙一。")
END = Paragraph("特此通知。")
TEXT = (A, A1, A2, B, B1, END)


def test_what_stands_under_a_heading_is_its_block() -> None:
    assert [block_end(TEXT, at) for at in range(6)] == [3, 2, 3, 5, 5, 6]


@pytest.mark.parametrize(
    ("chosen", "step", "text", "now"),
    [
        ((0,), 1, (B, B1, A, A1, A2, END), (2,)),
        ((3,), -1, (B, B1, A, A1, A2, END), (0,)),
        ((1,), 1, (A, A2, A1, B, B1, END), (2,)),
        ((2,), 1, (A, A1, B, A2, B1, END), (3,)),
        ((4,), -1, (A, A1, A2, B1, B, END), (3,)),
        ((1, 2), 1, (A, B, A1, A2, B1, END), (2, 3)),
        ((0,), -1, TEXT, (0,)),
        ((5,), 1, TEXT, (5,)),
    ],
)
def test_blocks_step_past_blocks(
    chosen: tuple[int, ...], step: int, text: tuple[Paragraph, ...], now: tuple[int, ...]
) -> None:
    edited = stepped(TEXT, chosen, step)
    assert (edited.text, edited.chosen) == (text, now)


def test_a_block_is_carried_anywhere_but_into_itself() -> None:
    assert carried(TEXT, (3,), 0).text == (B, B1, A, A1, A2, END)
    assert carried(TEXT, (0,), 4).text == (B, A, A1, A2, B1, END)
    assert carried(TEXT, (0,), 1).text == TEXT
    assert carried(TEXT, (1,), 6).chosen == (5,)


def test_a_new_paragraph_is_dressed_like_the_one_before_it() -> None:
    edited = opened_behind((A, Paragraph("文", Level.THIRD, "1、")), 1)
    assert edited.text[2] == Paragraph("", Level.THIRD, "1、")
    assert edited.fresh == {2}
    assert opened_behind((), -1).text == (Paragraph(),)
    assert opened_behind((Paragraph("甲", Level.TABLE),), 0).text[1].level is Level.PLAIN


def test_a_paragraph_is_split_and_joined() -> None:
    whole = (Paragraph("甲乙。丙丁。戊。", Level.THIRD, "1.", "题。"),)
    halves = split(whole, 0, 3)
    assert [p.whole for p in halves.text] == ["1.题。甲乙。", "1.丙丁。戊。"]
    assert halves.text[1].heading == "丙丁。"
    again = joined_with_previous(halves.text, 1)
    assert again.text == whole
    assert split((END,), 0, 2).text == (Paragraph("特此"), Paragraph("通知。"))


def test_removing_leaves_what_stood_below() -> None:
    assert removed_from(TEXT, (0, 3)).text == (A1, A2, B1, END)
    assert removed_from((END,), (0,)).chosen == (-1,)


def test_levels_go_up_and_down_the_ladder() -> None:
    deeper = shifted(TEXT, (3,), 1)
    assert (deeper.text[3].level, deeper.fresh) == (Level.SECOND, {3})
    assert shifted(TEXT, (0,), -1).text[0] == Paragraph("甲")
    assert shifted(TEXT, (5,), 1).text[5] == Paragraph("", Level.THIRD, "1.", "特此通知。")
    assert shifted((Paragraph("甲"),), (0,), 1).text[0].level is Level.FIRST
    assert shifted((Paragraph("甲", Level.TABLE),), (0,), 1).fresh == frozenset()
    four = (Paragraph("甲", Level.FOURTH, "（1）"),)
    assert shifted(four, (0,), 1).text == four


def test_rules_have_a_ladder_of_their_own() -> None:
    article = Paragraph("文。", Level.ARTICLE, "第一条　")
    assert shifted((article, article), (1,), 1).text[1].level is Level.SECOND
    assert shifted((article, article), (1,), -1).text[1].level is Level.SECTION


def test_a_paragraph_that_gets_a_number_gets_a_heading() -> None:
    plain = Paragraph("甲乙。丙丁。")
    assert at_level(plain, Level.SECOND, ()) == Paragraph(
        "丙丁。", Level.SECOND, "（一）", "甲乙。"
    )
    assert at_level(A1, Level.PLAIN, ()) == Paragraph("甲一。文。")
