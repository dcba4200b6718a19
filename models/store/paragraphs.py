"""Paragraphs in their rows. A row stays the same row while its paragraph lives, whatever moves around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.notice import Level, Paragraph
from models.store import rows
from models.store.tables import ParagraphRow, PieceRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.store.database import Database

Holder = int | None
"""The piece that paragraphs stand in; None is the body."""


@dataclass(slots=True)
class Stock:
    """The ids a notice may use: those it has, taken one by one, and new ones that nobody else has."""

    ours: set[int]
    others: set[int]

    def take(self, wanted: int | None) -> tuple[int | None, bool]:
        """The id to use for `wanted` and whether its row is there. None: the data file shall give a new one."""
        if wanted is None or wanted in self.others:
            return None, False
        there = wanted in self.ours
        self.ours.discard(wanted)
        self.others.add(wanted)
        return wanted, there


def stock_of(
    database: Database, table: type[PieceRow | ParagraphRow], notice: int, wanted: Iterable[int]
) -> Stock:
    """What of `wanted` the notice may use; an id of another notice's row is not."""
    mine = {row.id for row in rows.find(database, table, table.notice == notice)}
    return Stock(mine, rows.ids_there(database, table, set(wanted) - mine))


def load_paragraphs(database: Database, notice: int) -> dict[Holder, tuple[Paragraph, ...]]:
    """All paragraphs of a notice, by where they stand."""
    found: dict[Holder, list[Paragraph]] = {}
    order = (ParagraphRow.ordinal,)
    for row in rows.find(database, ParagraphRow, ParagraphRow.notice == notice, order=order):
        paragraph = Paragraph(row.text, Level(row.level), row.number, row.heading, row.id)
        found.setdefault(row.piece_id, []).append(paragraph)
    return {holder: tuple(paragraphs) for holder, paragraphs in found.items()}


class ParagraphWriter:
    """Writes the paragraphs of one notice all at once, touching only rows that differ."""

    def __init__(self, database: Database, notice: int, wanted: Iterable[int]) -> None:
        """With the ids that the paragraphs to come ask for."""
        self._database = database
        self._notice = notice
        wanted = tuple(wanted)
        self._stock = stock_of(database, ParagraphRow, notice, wanted)
        self._free = rows.free_id(database, ParagraphRow, wanted)
        self._new: list[rows.Values] = []
        self._changed: list[tuple[int, rows.Values]] = []
        self._before = {
            row.id: _values(row)
            for row in rows.find(database, ParagraphRow, ParagraphRow.notice == notice)
        }

    def put(self, holder: Holder, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """Take these in order; the same with their ids."""
        section: int | None = None
        done: list[Paragraph] = []
        for ordinal, paragraph in enumerate(paragraphs):
            under = None if paragraph.level == Level.FIRST else section
            done.append(self._put_one(paragraph, (holder, under, ordinal)))
            if paragraph.level == Level.FIRST:
                section = done[-1].id
        return tuple(done)

    def finish(self) -> None:
        """Write what was taken, headings before what stands under them, and remove the rows that no paragraph took."""
        rows.insert_all(self._database, ParagraphRow, self._new)
        for row_id, values in self._changed:
            rows.update(self._database, ParagraphRow, ParagraphRow.id == row_id, values)
        remove_rows(self._database, ParagraphRow, self._stock)

    def _put_one(self, paragraph: Paragraph, place: tuple[Holder, int | None, int]) -> Paragraph:
        row_id, there = self._stock.take(paragraph.id)
        piece, section, ordinal = place
        values: rows.Values = {
            "notice": self._notice,
            "piece": piece,
            "section": section,
            "ordinal": ordinal,
            "level": int(paragraph.level),
            "number": paragraph.number,
            "heading": paragraph.heading,
            "text": paragraph.text,
        }
        if row_id is None:
            row_id = self._free
            self._free += 1
        if not there:
            self._new.append({"id": row_id, **values})
        elif self._before[row_id] != values:
            self._changed.append((row_id, values))
        return replace(paragraph, id=row_id)


def remove_rows(database: Database, table: type[PieceRow | ParagraphRow], stock: Stock) -> None:
    """Remove what is left in `stock`."""
    for row_id in stock.ours:
        rows.delete(database, table, table.id == row_id)


def _values(row: ParagraphRow) -> rows.Values:
    return {
        "notice": row.notice_id,
        "piece": row.piece_id,
        "section": row.section_id,
        "ordinal": row.ordinal,
        "level": row.level,
        "number": row.number,
        "heading": row.heading,
        "text": row.text,
    }
