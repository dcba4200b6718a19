"""A table that reads upwards: what stands on each of its pages (2012: 9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page import LOW
from exports.typeset.lines import set_text
from exports.typeset.table import set_table
from exports.typeset.table_parts import part_marks, parts, turned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Glyphs, Mark, Rule, Table, Text
    from exports.typeset.fonts import FontBook
    from exports.typeset.set_line import SetLine
    from exports.typeset.table_parts import Part

TURNED_DOWN = (
    LOW.setting.pitch
)  # points under the top of the type area: Word needs a paragraph before the table


@dataclass(frozen=True, slots=True)
class TurnedPage:
    """Texts above the part of a table, each as its lines."""

    above: tuple[tuple[Text, tuple[SetLine, ...]], ...]
    part: Part


def turned_pages(table: Table, fonts: FontBook, room: float) -> Iterator[TurnedPage]:
    """The pages of a turned table; `room`: points from its head to its last row on one of them.

    Raises:
        UserError: a character is in no font.
    """
    across = sum(table.widths)
    above = tuple((text, set_text(text, fonts, across)) for text in table.above)
    used = sum(line.height for _, lines in above for line in lines)
    rows = tuple(set_table(table, fonts, room / 2))
    for at, part in enumerate(parts(rows, table.heads, room - used, room)):
        yield TurnedPage(() if at else above, part)


def turned_marks(table: Table, page: TurnedPage, left: float, top: float) -> Iterator[Mark]:
    """Its marks, (`left`, `top`) the upper left corner of the type area."""
    bottom = top + TURNED_DOWN + sum(table.widths)
    for mark in _marks(table, page):
        yield turned(mark, left, bottom)


def _marks(table: Table, page: TurnedPage) -> Iterator[Glyphs | Rule]:
    y = 0.0
    for _, lines in page.above:
        for line in lines:
            for glyphs in line.glyphs:
                yield glyphs.moved(0.0, y)
            y += line.height
    if page.part:
        yield from part_marks(table, page.part, 0.0, y)
