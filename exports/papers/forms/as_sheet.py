"""A list that stands on paper as a spreadsheet: the same head, rows and sums, the sums worked out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Text
from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.spreadsheet import Cell
    from exports.typeset.listing import Listing

MM_PER_CHAR = 2.0  # half an em of the spreadsheet's type


def sheet_of(name: str, listing: Listing, *, is_landscape: bool = False) -> Spreadsheet:
    """The spreadsheet `name` of a list; what only pages have (本页小计) is left out."""
    above = (text.text for text in listing.above if isinstance(text, Text))
    rows = tuple(_rows(listing))
    row_mm = standard.mm(listing.table.least)
    return Spreadsheet(
        name,
        tuple(_columns(listing)),
        rows,
        tuple(above),
        row_mm=row_mm,
        is_landscape=is_landscape,
    )


def _columns(listing: Listing) -> Iterator[SheetColumn]:
    table = listing.table
    for at, heading in enumerate(table.rows[0]):
        kind = CellKind.CENTRED if table.aligns[at] is Align.CENTER else CellKind.TEXT
        if at == listing.summed:
            kind = CellKind.NUMBER
        yield SheetColumn(heading, standard.mm(table.widths[at]) / MM_PER_CHAR, kind)


def _rows(listing: Listing) -> Iterator[SheetRow]:
    """Each sum adds up the rows since the one before it, the total all of them."""
    since = 0
    for entry in listing.entries:
        if entry.is_sum:
            yield _summed(listing, entry.cells, since)
            since = 0
        else:
            cells: list[Cell] = list(entry.cells)
            cells[listing.summed] = entry.quantity
            yield SheetRow(tuple(cells))
            since += 1
    if listing.total:
        yield _summed(listing, listing.total, len(listing.entries))


def _summed(listing: Listing, cells: tuple[str, ...], rows: int) -> SheetRow:
    changed: list[Cell] = list(cells)
    changed[listing.summed] = Sum(rows, int(cells[listing.summed]))
    return SheetRow(tuple(changed), is_sum=True)
