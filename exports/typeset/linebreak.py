"""Where a line ends: greedy, by the rules of Chinese setting, so that Word breaks at the same characters.

A line holds as many advances as its measure. One of `HANGING` may follow outside the measure; else the break moves
back until no line begins or ends with a forbidden mark and no number or Latin word is torn (GB/T 15834, 5.1; GB/T
9704-1999, 8.2.3).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_AT_START = frozenset(  # — and … among them, so that —— and …… stay whole
    "，。、；：？！”’）》〉」』】〕〗…—～％℃‰·!%),.:;?]}°′″々ー－＂＇．｀｜｝￠∶"
)
NOT_AT_END = frozenset("“‘（《〈「『【〔〖([{£¥＄￥＃@#$")
HANGING = frozenset("，。、；：")
IN_NUMBERS = frozenset(".,:∶")  # ∶ is the sign of ratios, as in 1∶4
IN_WORDS = frozenset("@_&+=~*#")  # of addresses and codes, which stay whole
UNITS = frozenset(  # never parted from their number (1999: 8.2.3)
    "年月日时分秒号点个人名位元角万亿千百余多倍项条款章节件份册部家户所岁周届期次级类种天"
    "平公米里吨克斤升亩台辆套栋层座间块张页字行卷场轮批组"
)
SLACK = 0.01  # points; sums of advances are not exact


class Cut(NamedTuple):
    """A line of a paragraph: text[start:end], its advances in all, and what of them hangs outside the measure."""

    start: int
    end: int
    width: float
    hanging: float


def break_lines(
    text: str, advances: Sequence[float], first_width: float, width: float
) -> tuple[Cut, ...]:
    """Break a paragraph into lines.

    Args:
        text: One paragraph without line feeds.
        advances: What each character moves the pen, in points.
        first_width: Measure of the first line, points.
        width: Measure of the others.

    Returns:
        The lines; every character stands in exactly one of them.
    """
    sums = [0.0, *accumulate(advances)]
    lines: list[Cut] = []
    start, measure = 0, first_width
    while start < len(text):
        end = _line_end(text, sums, start, measure)
        over = sums[end] - sums[start] - measure
        hanging = sums[end] - sums[end - 1] if over > SLACK and text[end - 1] in HANGING else 0.0
        lines.append(Cut(start, end, sums[end] - sums[start] - hanging, hanging))
        start, measure = end, width
    return tuple(lines)


def _line_end(text: str, sums: Sequence[float], start: int, measure: float) -> int:
    full = bisect_right(sums, sums[start] + measure + SLACK) - 1
    if full >= len(text):
        return len(text)
    full = max(full, start + 1)
    if text[full] in HANGING and may_break(text, full + 1):
        return full + 1
    end = full
    while end > start + 1 and not may_break(text, end):
        end -= 1
    return end if may_break(text, end) else full


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before text[at]."""
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if after in NOT_AT_START or before in NOT_AT_END or is_number_with_unit(before, after):
        return False
    return not (_is_word_part(after) and (_is_word_part(before) or before in IN_NUMBERS))


def is_number_with_unit(before: str, after: str) -> bool:
    """Whether a figure is followed by its unit."""
    return before.isascii() and before.isdigit() and after in UNITS


def _is_word_part(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in IN_WORDS)
