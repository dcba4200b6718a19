"""A list over many pages: where it breaks, what each page adds up, and what has been added up so far.

It becomes plain tables, one a page, so that the PDF and the Word file hold the same rows on the same pages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import digits
from typing import TYPE_CHECKING

from exports import standard
from exports.page import LOW, Break, Face, Row, Table, Text
from exports.typeset.lines import set_text
from exports.typeset.table import set_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exports.grid import Grid
    from exports.page import Element
    from exports.typeset.fonts import FontBook

SLACK = 0.01  # points
FACES = (Face.FANG_SONG, Face.HEI)  # of rows, and of sums and heads

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list; `quantity` is what it adds to the sums, 0 for a row that only sums up."""

    cells: tuple[str, ...]
    quantity: int = 0
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with what stands above and below it.

    Attributes:
        table: How it is set; its rows are the head alone.
        page_sum: A row for the foot of each page, with {page} and {so_far} where the sums go; empty where there is none.
        total: The last row, under the sums of the last page; empty where there is none.
        summed: The column of quantities.
    """

    table: Table
    entries: tuple[Entry, ...]
    above: tuple[Text | Row, ...] = ()
    below: tuple[Text | Row, ...] = ()
    page_sum: Texts = ()
    total: Texts = ()
    summed: int = 0


@dataclass(frozen=True, slots=True)
class _Measured:
    entry: Entry
    height: float


def paged(listing: Listing, fonts: FontBook, grid: Grid) -> tuple[Element, ...]:
    """The list as one table a page.

    Raises:
        UserError: a character is in no font.
    """
    elements: list[Element] = list(listing.above)
    so_far = 0
    pages = list(_pages(listing, fonts, grid))
    for number, page in enumerate(pages):
        if number:
            elements += (Break(), LOW)
        quantity = sum(entry.quantity for entry in page)
        so_far += quantity
        feet = _feet(listing, quantity, so_far, is_last=page is pages[-1])
        elements.append(_table(listing.table, (*page, *feet)))
    return (*elements, *listing.below)


def _table(table: Table, entries: Sequence[Entry]) -> Table:
    strong = frozenset(at for at, entry in enumerate(entries, table.heads) if entry.is_sum)
    return replace(table, rows=(*table.rows, *(entry.cells for entry in entries)), strong=strong)


def _feet(listing: Listing, page: int, so_far: int, *, is_last: bool) -> Iterator[Entry]:
    if listing.page_sum:
        cells = tuple(cell.format(page=page, so_far=so_far) for cell in listing.page_sum)
        yield Entry(cells, is_sum=True)
    if listing.total and is_last:
        yield Entry(listing.total, is_sum=True)


def _pages(listing: Listing, fonts: FontBook, grid: Grid) -> Iterator[list[Entry]]:
    """The entries of each page; the last keeps room for the total and what stands below."""
    table, full = listing.table, grid.height - LOW.setting.pitch
    head = sum(row.line.height for row in set_table(table, fonts, grid.height / 2))
    foot = _row_height(table) if listing.page_sum else 0.0
    end = (_row_height(table) if listing.total else 0.0) + _height(listing.below, fonts, grid)
    left = grid.height - _height(listing.above, fonts, grid) - head - foot
    page: list[Entry] = []
    groups = list(_kept(_measured(listing, fonts, grid.height / 2)))
    for at, group in enumerate(groups, 1):
        height = sum(row.height for row in group)
        if page and height + (end if at == len(groups) else 0.0) > left + SLACK:
            yield page
            page, left = [], full - head - foot
        page += (row.entry for row in group)
        left -= height
    yield page


def _kept(rows: Iterable[_Measured]) -> Iterator[list[_Measured]]:
    """Rows that stay on one page: a sum does not part from the row before it."""
    group: list[_Measured] = []
    for row in rows:
        if group and not row.entry.is_sum:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _height(texts: Sequence[Text | Row], fonts: FontBook, grid: Grid) -> float:
    height = 0.0
    for text in texts:
        lines = len(set_text(text, fonts, grid.width)) if isinstance(text, Text) else 1
        setting = text.setting
        height += lines * setting.pitch + setting.space_before + setting.space_after
    return height


def _row_height(table: Table, lines: int = 1) -> float:
    white = table.setting.pitch - table.setting.size
    return max(lines * table.setting.pitch + white, table.least)


def _measured(listing: Listing, fonts: FontBook, highest: float) -> Iterator[_Measured]:
    """Each entry with its height; one that is too high for a page goes on in further rows."""
    low = _row_height(listing.table)
    plain, strong = (_widest_digit(fonts, face) for face in FACES)
    for entry in listing.entries:
        if _is_short(entry.cells, listing.table, strong if entry.is_sum else plain):
            yield _Measured(entry, low)
            continue
        table = replace(listing.table, rows=(entry.cells,), heads=0, strong=_strong(entry))
        for at, part in enumerate(set_table(table, fonts, highest)):
            quantity = 0 if at else entry.quantity
            yield _Measured(replace(entry, cells=part.texts, quantity=quantity), part.line.height)


def _strong(entry: Entry) -> frozenset[int]:
    return frozenset({0} if entry.is_sum else ())


def _widest_digit(fonts: FontBook, face: Face) -> float:
    """In parts of the type size."""
    return max(fonts.advances(face)[digit] for digit in digits)


def _is_short(cells: Texts, table: Table, digit: float) -> bool:
    """Whether each cell has one line for sure: no character is wider than the size of its type."""
    size, around = table.setting.size, 2 * standard.pt(standard.TABLE_PADDING)
    for cell, width in zip(cells, table.widths, strict=True):
        room = (width - around) / size
        if len(cell) > room and len(cell) - (1 - digit) * sum(map(cell.count, digits)) > room:
            return False
    return True
