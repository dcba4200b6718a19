"""Where lines end: nothing lost, nothing too wide, no mark where it may not stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.typeset.linebreak import (
    HANGING,
    NOT_AT_END,
    NOT_AT_START,
    break_lines,
    is_number_with_unit,
)

WIDTH = 442.2
FIRST = WIDTH - 31.6
ALPHABET = "国人事局的工作要点与。，、；：“”（）《》—…0123456789AZaz%年月 "


def advances_of(text: str) -> list[float]:
    return [7.75 if char.isascii() else 15.75 for char in text]


def lines_of(text: str) -> list[str]:
    cuts = break_lines(text, advances_of(text), FIRST, WIDTH)
    return [text[cut.start : cut.end] for cut in cuts]


@given(st.text(ALPHABET, max_size=400))
def test_no_character_is_lost_or_doubled(text: str) -> None:
    assert "".join(lines_of(text)) == text


@given(st.text(ALPHABET, max_size=400))
def test_no_line_is_wider_than_its_measure_but_for_one_hanging_mark(text: str) -> None:
    for at, cut in enumerate(break_lines(text, advances_of(text), FIRST, WIDTH)):
        assert cut.width <= (WIDTH if at else FIRST) + 0.02
        assert not cut.hanging or text[cut.end - 1] in HANGING


@given(
    st.lists(
        st.sampled_from(
            [
                "国家",
                "工作",
                "，",
                "。”",
                "（一）",
                "2007年",
                "120人",
                "3.5万元",
                "rsj@163.com",
                "12.5%",
                "——",
                "……",
                "《办法》",
                "ABC",
            ]
        ),
        max_size=120,
    )
)
def test_no_line_of_plain_prose_begins_or_ends_with_a_forbidden_mark(words: list[str]) -> None:
    lines = lines_of("国".join(words))
    for before, after in pairwise(lines):
        assert after[0] not in NOT_AT_START
        assert before[-1] not in NOT_AT_END
        assert not (
            before[-1].isascii()
            and after[0].isascii()
            and before[-1].isalnum()
            and after[0].isalnum()
        )
        assert not (before[-1] == after[0] and after[0] in "—…")
        assert not is_number_with_unit(before[-1], after[0])


def test_28_characters_of_16_points_fill_a_line() -> None:
    assert [len(line) for line in lines_of("国" * 110)] == [26, 28, 28, 28]


def test_one_comma_hangs_outside_the_measure() -> None:
    assert lines_of("国" * 26 + "，国")[0] == "国" * 26 + "，"


def test_a_stop_before_a_closing_quote_does_not_hang() -> None:
    assert lines_of("国" * 26 + "。”国")[0] == "国" * 25


def test_a_number_goes_with_its_unit() -> None:
    assert lines_of("国" * 24 + "2007年国")[1].startswith("2007年")
    assert lines_of("国" * 24 + "2007国")[0].endswith("2007")


def test_a_number_that_does_not_fit_goes_to_the_next_line_whole() -> None:
    assert lines_of("国" * 25 + "1234567国")[1].startswith("1234567")
    assert lines_of("国" * 25 + "12.3456国")[1].startswith("12.3456")


@pytest.mark.parametrize("text", ["A" * 300, "，" * 100, "（" * 100])
def test_what_cannot_be_broken_well_is_broken_all_the_same(text: str) -> None:
    assert all(len(line) <= 58 for line in lines_of(text))


def test_an_empty_text_has_no_line() -> None:
    assert lines_of("") == []


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_double_mark_is_never_torn_and_takes_its_word_along(mark: str) -> None:
    assert lines_of("国" * 25 + mark + "国")[1] == f"国{mark}国"


@pytest.mark.parametrize("filler", range(18, 28))
def test_a_ratio_is_not_torn(filler: int) -> None:
    lines = lines_of("国" * filler + "1∶4∶5。" + "国" * 10)
    assert any("1∶4∶5" in line for line in lines)
