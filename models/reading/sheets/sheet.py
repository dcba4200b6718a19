"""A table from outside as rows of texts, within the bounds of what a table of units can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import UserError
from models.reading.fold import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CHARACTERS = 10_000_000  # of all sheets; a small file can show one text in every cell
MAX_CELL = 32_767  # characters; what Excel itself lets into a cell


class WrongSheet(UserError):
    """A table that cannot be read; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank, with its number on the sheet, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, at: int) -> str:
        """The text in a column; rows end where nothing follows."""
        return self.cells[at] if at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table.

    Attributes:
        unsolved: Cells whose formula carries no value, such as `D5`: the program that wrote them did not work them out.
    """

    name: str
    rows: tuple[Row, ...]
    unsolved: tuple[str, ...] = ()

    @property
    def characters(self) -> int:
        """How many stand in all its cells."""
        return sum(len(cell) for row in self.rows for cell in row.cells)


def tidy(rows: Iterable[tuple[int, list[str]]], name: str) -> tuple[Row, ...]:
    """Rows without control characters and blanks around, blank ones left out; refuses too many of anything.

    Raises:
        WrongSheet: there are too many, or a cell is longer than one can be.
    """
    return tuple(_tidy(rows, name))


def too_large(name: str) -> WrongSheet:
    """The refusal of a table of too many rows or columns."""
    return WrongSheet(
        f"“{name}”太大，超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列。请只留下单位表，删去其余内容再试。"
    )


def cell_too_long(name: str, row: int | None = None) -> WrongSheet:
    """The refusal of a table with a cell longer than one can be; its row where it is known."""
    where = "" if row is None else f"第{row}行"
    return WrongSheet(f"“{name}”{where}有一格超过 {MAX_CELL} 个字。请删短后再试。")


def too_full(name: str) -> WrongSheet:
    """The refusal of a table with too many characters in it."""
    most = MAX_CHARACTERS // 10_000
    return WrongSheet(f"“{name}”的文字太多，超过 {most} 万字。请只留下单位表，删去其余内容再试。")


def _tidy(rows: Iterable[tuple[int, list[str]]], name: str) -> Iterator[Row]:
    left = MAX_CHARACTERS
    for count, (number, cells) in enumerate(rows):
        left -= sum(map(len, cells))
        if left < 0:
            raise too_full(name)
        told = [_cell(cell, number, name) for cell in cells]
        while told and not told[-1]:
            told.pop()
        if len(told) > MAX_COLUMNS or count >= 2 * MAX_ROWS or (told and number > MAX_ROWS):
            raise too_large(name)
        if told:
            yield Row(number, tuple(told))


def _cell(text: str, number: int, name: str) -> str:
    if text.isalnum() and len(text) < MAX_CELL:
        return text
    if len(text) > MAX_CELL:
        raise cell_too_long(name, number)
    return " ".join(clean_text(text).text.split())
