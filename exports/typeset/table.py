"""The rows of a table: each cell broken into lines, each row as high as its highest cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from exports import standard
from exports.page import Align, Face, Glyphs
from exports.typeset.linebreak import break_lines
from exports.typeset.lines import BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Table
    from exports.typeset.fonts import FontBook

PADDING = standard.pt(standard.TABLE_PADDING)


class Piece(NamedTuple):
    """A line of a cell: x from the left of the table, baseline from the top of its row."""

    x: float
    baseline: float
    face: Face
    text: str


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row before it has a page."""

    pieces: tuple[Piece, ...]
    height: float


def set_table(table: Table, fonts: FontBook, highest: float) -> Iterator[SetRow]:
    """Its rows from the top; one that is higher than `highest` goes on in the next.

    Raises:
        UserError: a character is in no font.
    """
    setter = _Setter(table, fonts)
    most = int((highest - setter.white) / table.setting.pitch)
    for at, row in enumerate(table.rows):
        yield from setter.rows(row, most, is_head=at < table.heads)


def glyphs_of(row: SetRow, table: Table, x: float, y: float) -> Iterator[Glyphs]:
    """The marks of a row whose upper left corner is placed."""
    size, role, source = table.setting.size, table.role, table.source
    for piece in row.pieces:
        place = x + piece.x, y + piece.baseline
        yield Glyphs(*place, piece.face, size, piece.text, role, source=source)


class _Setter:
    """Sets the cells of one table; a text that stands in many cells is broken once."""

    def __init__(self, table: Table, fonts: FontBook) -> None:
        self._table, self._fonts = table, fonts
        self._lines: dict[tuple[str, float, Face], list[tuple[str, float]]] = {}
        self.white = table.setting.pitch - table.setting.size
        self._lefts = [0.0]
        for width in table.widths:
            self._lefts.append(self._lefts[-1] + width)

    def rows(self, row: tuple[str, ...], most: int, *, is_head: bool) -> Iterator[SetRow]:
        """One row, or several where a cell has more than `most` lines."""
        face = Face.HEI if is_head else Face.FANG_SONG
        columns = [
            self._broken(text, width, face)
            for text, width in zip(row, self._table.widths, strict=True)
        ]
        count = max(map(len, columns))
        for start in range(0, max(count, 1), most):
            yield self._row(
                [column[start : start + most] for column in columns], face, is_head=is_head
            )

    def _row(self, columns: list[list[tuple[str, float]]], face: Face, *, is_head: bool) -> SetRow:
        setting = self._table.setting
        count = max(1, *map(len, columns))
        height = count * setting.pitch + self.white
        pieces: list[Piece] = []
        for at, lines in enumerate(columns):
            align = Align.CENTER if is_head else self._table.aligns[at]
            top = (height - len(lines) * setting.pitch + self.white) / 2 + BASELINE * setting.size
            for number, (text, width) in enumerate(lines):
                x = self._lefts[at] + PADDING
                if align is Align.CENTER:
                    x = self._lefts[at] + (self._table.widths[at] - width) / 2
                pieces.extend(self._pieces(text, x, top + number * setting.pitch, face))
        return SetRow(tuple(pieces), height)

    def _pieces(self, text: str, x: float, baseline: float, face: Face) -> Iterator[Piece]:
        """One, unless a character is not in the face."""
        if self._fonts.covers(face, text):
            yield Piece(x, baseline, face, text)
            return
        for char in text:
            serving = self._fonts.serving(face, char)
            yield Piece(x, baseline, serving, char)
            x += self._fonts.advances(serving)[char] * self._table.setting.size

    def _broken(self, text: str, width: float, face: Face) -> list[tuple[str, float]]:
        """The lines of a cell, each with its width."""
        key = (text, width, face)
        if key not in self._lines:
            self._lines[key] = list(self._break(text, width - 2 * PADDING, face))
        return self._lines[key]

    def _break(self, text: str, room: float, face: Face) -> Iterator[tuple[str, float]]:
        size = self._table.setting.size
        advances = [
            self._fonts.advances(self._fonts.serving(face, char))[char] * size for char in text
        ]
        for cut in break_lines(text, advances, room, room):
            yield text[cut.start : cut.end], cut.width + cut.hanging
