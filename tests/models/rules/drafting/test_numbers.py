"""Numbers that follow."""

from __future__ import annotations

import pytest

from models.notice import Level, Paragraph
from models.rules.drafting.numbers import (
    Change,
    first_number,
    followed,
    numeral_of,
    renumbered,
    running_on,
)

ONE, TWO, THREE, FOUR = Level.FIRST, Level.SECOND, Level.THIRD, Level.FOURTH
LEVELS = {"一": ONE, "（": TWO, "1": THREE, "第": Level.ARTICLE}


def text(*numbers: str) -> tuple[Paragraph, ...]:
    """Paragraphs by their numbers; the level is seen from them."""
    return tuple(
        Paragraph(f"文{at}", level_of(number), number) for at, number in enumerate(numbers)
    )


def level_of(number: str) -> Level:
    if number[:1] == "（":
        return TWO if number[1] in "一二三四五六七八九十" else FOUR
    if number[:1] == "第":
        return {"章": Level.CHAPTER, "节": Level.SECTION}.get(number.strip()[-1], Level.ARTICLE)
    if not number:
        return Level.PLAIN
    return THREE if number[0].isdigit() else ONE


def numbers(of: tuple[Paragraph, ...]) -> list[str]:
    return [paragraph.number for paragraph in of]


ON = text("一、", "1、", "2、", "二、", "3、", "", "4、")
AGAIN = text(
    "一、", "（一）", "1.", "（1）", "（2）", "2.", "（1）", "（二）", "1.", "二、", "（一）"
)
RULES = text(
    "第一章　", "第一条　", "第二条　", "（一）", "（二）", "第二章　", "第三条　", "（一）"
)


@pytest.mark.parametrize("whole", [ON, AGAIN, RULES])
def test_a_text_in_sequence_stays_as_it_is(whole: tuple[Paragraph, ...]) -> None:
    assert renumbered(whole, running_on(whole)).changes == ()


def test_whether_a_level_runs_on_is_seen_from_the_text() -> None:
    assert THREE in running_on(ON)
    assert THREE not in running_on(AGAIN)
    assert Level.ARTICLE in running_on(RULES)
    assert THREE not in running_on(ON, {THREE: False})
    assert THREE in running_on(AGAIN, {THREE: True})


def test_numbers_follow_where_one_is_gone() -> None:
    after = (*ON[:1], *ON[2:])
    result = followed(ON, after, (), running_on(ON))
    assert numbers(result.text) == ["一、", "1、", "二、", "2、", "", "3、"]
    assert result.changes[0] == Change("2、", "1、")
    assert len(result.changes) == 3
    assert result.left == ()


def test_numbers_follow_where_a_section_is_new() -> None:
    new = Paragraph("新", ONE, "一、")
    after = (*AGAIN[:5], new, *AGAIN[5:])
    result = followed(AGAIN, after, {5}, running_on(AGAIN))
    assert numbers(result.text)[5:9] == ["二、", "1.", "（1）", "（一）"]
    assert numbers(result.text)[10:] == ["三、", "（一）"]


def test_a_level_that_was_numbered_otherwise_is_left_alone() -> None:
    before = text("一、", "1.", "3.", "4.", "二、")
    after = (*before[:1], *before[2:])
    result = followed(before, after, (), running_on(before))
    assert numbers(result.text) == ["一、", "3.", "4.", "二、"]
    assert result.left == (THREE,)
    asked = renumbered(result.text, running_on(before))
    assert asked.changes == (Change("3.", "1."), Change("4.", "2."))


def test_a_new_paragraph_among_those_counts_on_from_its_neighbour() -> None:
    before = text("一、", "5.", "9.")
    after = (*before[:2], Paragraph("新", THREE, "1."), *before[2:])
    result = followed(before, after, {2}, frozenset())
    assert numbers(result.text) == ["一、", "5.", "6.", "9."]
    assert result.changes == ()


@pytest.mark.parametrize("number", ["①", "第五条之一　", "一是", "附件1", ""])
def test_what_is_no_number_of_its_level_is_never_touched(number: str) -> None:
    strange = Paragraph("文", Level.ARTICLE, number)
    whole = (*RULES[:3], strange, *RULES[5:])
    assert numeral_of(strange) is None
    assert numbers(renumbered(whole, running_on(whole)).text)[3] == number


def test_a_number_keeps_its_dress() -> None:
    whole = text("1、", "2、")
    assert first_number(THREE, whole) == "1、"
    assert first_number(THREE) == "1."
    assert first_number(Level.PLAIN) == ""
    assert numbers(renumbered(text("第1条 ", "第5条 "), frozenset()).text) == ["第1条 ", "第2条 "]
