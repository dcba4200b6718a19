"""The .xlsx door (ECMA-376-1, 18): cells as the texts that they show, read cell by cell.

What a sheet says of its own size is not asked: it may lie. A number is written as its format shows it where that matters:
`000000` makes 30001 the postcode 030001. The text of a formula is never run; where a formula carries no value it is told.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from models.reading.doors.package import Package
from models.reading.doors.refusals import broken
from models.reading.sheets.sheet import (
    MAX_CELL,
    MAX_CHARACTERS,
    MAX_COLUMNS,
    MAX_ROWS,
    Sheet,
    WrongSheet,
    cell_too_long,
    tidy,
    too_full,
    too_large,
)
from models.reading.sheets.xlsx_parts import (
    WORKBOOK,
    S,
    run,
    shared_texts,
    sheet_parts,
    zero_widths,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.doors.events import Attributes

_TRUTH = {"0": "否", "1": "是"}


def read_xlsx(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The visible sheets of a workbook, in their order.

    Raises:
        UserError: it is no workbook, broken, hostile, or larger than a table of units.
    """
    package = Package(data, name)
    if WORKBOOK not in package:
        raise WrongSheet(f"“{name}”不是 .xlsx 表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。")
    parts, texts, widths = sheet_parts(package), shared_texts(package), zero_widths(package)
    found: list[Sheet] = []
    left = MAX_CHARACTERS
    for title, part in parts:
        found.append(_SheetReader(package, title, part, texts, widths).sheet())
        left -= found[-1].characters
        if left < 0:
            raise too_full(name)
    return tuple(found)


class _SheetReader:
    """Goes through the cells of one sheet."""

    def __init__(
        self, package: Package, title: str, part: str, texts: list[str], widths: Mapping[str, int]
    ) -> None:
        self._package, self._title, self._part = package, title, part
        self._texts, self._widths = texts, widths
        self._rows: dict[int, list[str]] = {}
        self._unsolved: list[str] = []
        self._row = self._column = 0
        self._kind = self._value = ""
        self._style = ""
        self._is_formula = self._is_paused = self._is_in_cell = False

    def sheet(self) -> Sheet:
        """What stands there."""
        starts = {S + "row": self._begin_row, S + "c": self._begin_cell, S + "rPh": self._pause}
        ends = {S + "c": self._end_cell, S + "f": self._drop_formula, S + "rPh": self._resume}
        run(self._package, self._part, starts, ends, self._take)
        rows = sorted(self._rows.items())
        name = self._package.file_name
        return Sheet(self._title, tidy(rows, name), tuple(self._unsolved))

    def _begin_row(self, attributes: Attributes) -> None:
        told = attributes.get("r", "")
        self._row = int(told) if told.isdecimal() and len(told) < 8 else self._row + 1
        self._column = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        place = attributes.get("r", "")
        letters = place.rstrip("0123456789")
        self._column = _COLUMNS.get(letters, MAX_COLUMNS + 1) if letters else self._column + 1
        self._kind, self._value = attributes.get("t", "n"), ""
        self._style = attributes.get("s", "")
        self._is_formula, self._is_in_cell = False, True

    def _take(self, text: str) -> None:
        if self._is_in_cell and not self._is_paused:
            self._value += text
            if len(self._value) > MAX_CELL:
                raise cell_too_long(self._package.file_name, self._row)

    def _pause(self, _: Attributes) -> None:
        self._is_paused = True

    def _resume(self) -> None:
        self._is_paused = False

    def _drop_formula(self) -> None:
        """Its text went before its value."""
        self._is_formula, self._value = True, ""

    def _end_cell(self) -> None:
        self._is_in_cell = False
        if self._is_formula and not self._value:
            self._unsolved.append(f"{_letters_of(self._column)}{self._row}")
        text = self._shown()
        if not text:
            return
        if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
            raise too_large(self._package.file_name)
        cells = self._rows.setdefault(self._row, [])
        cells += [""] * (self._column - len(cells))
        cells[self._column - 1] = text

    def _shown(self) -> str:
        match self._kind:
            case "s":
                return self._shared(self._value)
            case "b":
                return _TRUTH.get(self._value, self._value)
            case "n":
                return _number(self._value, self._widths.get(self._style, 0))
            case _:
                return self._value

    def _shared(self, told: str) -> str:
        if not told.isdecimal() or len(told) > 8 or int(told) >= len(self._texts):
            raise broken(self._package.file_name)
        return self._texts[int(told)]


def _number(told: str, width: int) -> str:
    """`5`, not `5.0` or `1.3E7`; a text that is no number as it is."""
    if told.isdecimal():
        return told.zfill(width)
    try:
        value = Decimal(told)
    except InvalidOperation:
        return told
    if not value.is_finite() or value.adjusted() > 20:
        return told
    if value == value.to_integral_value():
        return str(int(value)).zfill(width)
    return f"{float(value):.12g}"


def _letters_of(column: int) -> str:
    letters = ""
    while column:
        column, at = divmod(column - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters


_COLUMNS = {_letters_of(column): column for column in range(1, MAX_COLUMNS + 1)}
