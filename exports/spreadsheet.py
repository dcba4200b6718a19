"""What stands on a spreadsheet, for its writer: texts stay texts, numbers are counted, sums are worked out again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class CellKind(Enum):
    """How a column is written."""

    TEXT = "text"  # also digits, which keep their zeros
    CENTRED = "centred"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column; its width in characters of half an em, as spreadsheets count."""

    heading: str
    width: float
    kind: CellKind = CellKind.TEXT


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of the cells in so many rows above, sums among them left out; `value` is what it is now."""

    rows: int
    value: int


Cell = str | int | Sum


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; one that sums up is set off."""

    cells: tuple[Cell, ...]
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """One sheet: lines above, the columns, the rows, lines below. `row_mm` is the height of a row; 0: as high as its texts want."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    row_mm: float = 6.0
    is_landscape: bool = False
