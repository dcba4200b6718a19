"""The rows of a title: broken between words, in the shape of a trapezoid or a diamond (7.3.1)."""

from __future__ import annotations

from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING

from exports.papers.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_ROWS = 4
MOST_BREAKS = 40  # a longer title is broken by the line breaker alone
NEVER_FIRST = frozenset("的之等、，。：；》”）)？！与和及或")
NEVER_LAST = frozenset(
    ("《", "“", "（", "(", "关于", "对", "在", "为", "与", "和", "及", "或", "第")
)
BEFORE_OBJECT = ("印发", "转发", "批转", "下发", "公布", "修订")
HALF_WIDE = 0.6  # characters: a bold face draws its digits wider than half
NEAR_RECTANGLE = 1.0  # characters: rows that differ by less look like a rectangle


def title_rows(text: str, width: float) -> tuple[str, ...]:
    """Break a title.

    Args:
        text: The title; line feeds in it are the clerk's own breaks and are kept.
        width: Measure of a row in characters of the title.

    Returns:
        Its rows from the top; together they are the title.
    """
    if "\n" in text:
        return tuple(row for given in text.split("\n") for row in title_rows(given, width))
    if _width(text) <= width:
        return (text,)
    units = _units(text)
    if len(units) > MOST_BREAKS:
        return (text,)
    for count in range(2, MOST_ROWS + 1):
        if found := tuple(_breaks(units, count, width)):
            return min(found, key=lambda rows: _ugliness(rows, width))
    return (text,)


def _width(text: str) -> float:
    """Width of a text in characters, never less than a face makes it."""
    return sum(HALF_WIDE if char.isascii() else 1.0 for char in text)


def _units(text: str) -> tuple[str, ...]:
    """Words, with those that may not stand at the end or start of a row tied to their neighbour."""
    units: list[str] = []
    for word in words_of(text):
        if units and (word in NEVER_FIRST or units[-1] in NEVER_LAST):
            units[-1] += word
        else:
            units.append(word)
    return tuple(units)


def _breaks(units: Sequence[str], count: int, width: float) -> Iterator[tuple[str, ...]]:
    """Every way to make `count` rows, none wider than `width`."""
    ends = [0.0, *accumulate(_width(unit) for unit in units)]
    for inner in combinations(range(1, len(units)), count - 1):
        cuts = (0, *inner, len(units))
        if all(ends[b] - ends[a] <= width for a, b in pairwise(cuts)):
            yield tuple("".join(units[a:b]) for a, b in pairwise(cuts))


def _ugliness(rows: Sequence[str], width: float) -> float:
    widths = [_width(row) for row in rows]
    longest, shortest = max(widths), min(widths)
    steps = [after - before for before, after in pairwise(widths)]
    rectangle = sum(abs(step) < NEAR_RECTANGLE for step in steps) * 8.0
    hourglass = any(before < 0 < after for before, after in pairwise(steps)) * 40.0
    uneven = max(0.0, 0.6 - shortest / longest) * 60.0
    words = sum(_break_cost(rows[at], rows[at + 1]) for at in range(len(rows) - 1))
    return rectangle + hourglass + uneven + words + (longest - shortest) * 0.2 + longest / width


def _break_cost(before: str, after: str) -> float:
    """Negative where a break follows the sense: before 关于, after 的, between 印发 and what is issued."""
    cost = 0.0
    if after.startswith("关于"):
        cost -= 6.0
    if before.endswith(("的", "、", "》", "”")):
        cost -= 1.0
    if before.endswith(BEFORE_OBJECT):
        cost -= 3.0
    return cost
