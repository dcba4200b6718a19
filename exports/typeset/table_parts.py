"""The part of a table that stands on one page: some of its rows, its head again, and its rules."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Glyphs, Ink, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exports.page import Table
    from exports.typeset.set_line import SetRow

SLACK = 0.01  # points

Part = tuple["SetRow", ...]


def parts(rows: Sequence[SetRow], heads: int, first: float, room: float) -> Iterator[Part]:
    """The rows of each page, its head before them.

    Args:
        rows: The whole table.
        heads: How many of them are repeated.
        first: Points that are left on the first page; where a head and a row do not fit, its part is empty.
        room: Points of every other page.
    """
    head, left = tuple(rows[:heads]), first
    part: list[SetRow] = []
    for row in rows[heads:]:
        if _height((row,) if part else (*head, row)) > left + SLACK:
            yield tuple(part)
            part, left = [], room
        added = (row,) if part else (*head, row)
        part += added
        left -= _height(added)
    yield tuple(part)


def _height(rows: Iterable[SetRow]) -> float:
    return sum(row.line.height for row in rows)


def part_height(part: Part) -> float:
    """How far it reaches down, points."""
    return _height(part)


def part_marks(table: Table, part: Part, left: float, top: float) -> Iterator[Glyphs | Rule]:
    """Its texts and rules, the upper left corner of the part at (`left`, `top`)."""
    length, y = sum(table.widths), top
    yield _rule(table, left, y, length)
    for row in part:
        for glyphs in row.line.glyphs:
            yield glyphs.moved(left, y)
        y += row.line.height
        yield _rule(table, left, y, length)
    for x in accumulate(table.widths, initial=left):
        yield replace(_rule(table, x, top, y - top), is_upright=True)


def _rule(table: Table, x: float, y: float, length: float) -> Rule:
    return Rule(x, y, length, standard.TABLE_RULE_PT, Ink.BLACK, table.role)


def turned(mark: Glyphs | Rule, left: float, bottom: float) -> Glyphs | Rule:
    """A mark turned by a quarter to the left: what was the upper left corner lies at (`left`, `bottom`)."""
    if isinstance(mark, Glyphs):
        return replace(mark, x=left + mark.baseline, baseline=bottom - mark.x, is_turned=True)
    if mark.is_upright:
        return replace(mark, x=left + mark.y, y=bottom - mark.x, is_upright=False)
    return replace(mark, x=left + mark.y, y=bottom - mark.x - mark.length, is_upright=True)
