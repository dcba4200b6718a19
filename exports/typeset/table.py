"""The rows of a table: each cell broken into lines, each row as high as its highest cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Glyphs
from exports.typeset.linebreak import break_lines
from exports.typeset.lines import BASELINE
from exports.typeset.set_line import SetLine, SetRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Table
    from exports.typeset.fonts import FontBook

PADDING = standard.pt(standard.TABLE_PADDING)


def set_table(table: Table, fonts: FontBook, highest: float) -> Iterator[SetRow]:
    """Its rows from the top; one that is higher than `highest` goes on in the next.

    Raises:
        UserError: a character is in no font.
    """
    setter = _Setter(table, fonts)
    most = int((highest - setter.white) / table.setting.pitch)
    for at, row in enumerate(table.rows):
        is_head = at < table.heads
        yield from setter.rows(row, most, is_head=is_head, is_strong=is_head or at in table.strong)


class _Setter:
    """Sets the cells of one table; a text that stands in many cells is broken once."""

    def __init__(self, table: Table, fonts: FontBook) -> None:
        self._table, self._fonts = table, fonts
        self._lines: dict[tuple[str, float, Face], list[tuple[str, float]]] = {}
        self.white = table.setting.pitch - table.setting.size
        self._lefts = [0.0]
        for width in table.widths:
            self._lefts.append(self._lefts[-1] + width)

    def rows(
        self, row: tuple[str, ...], most: int, *, is_head: bool, is_strong: bool
    ) -> Iterator[SetRow]:
        """One row, or several where a cell has more than `most` lines."""
        face = Face.HEI if is_strong else Face.FANG_SONG
        columns = [
            self._broken(text, width, face)
            for text, width in zip(row, self._table.widths, strict=True)
        ]
        count = max(map(len, columns))
        for start in range(0, max(count, 1), most):
            shown = [column[start : start + most] for column in columns]
            texts = tuple("".join(text for text, _ in column) for column in shown)
            yield SetRow(texts, self._row(shown, face, is_head=is_head))

    def _row(self, columns: list[list[tuple[str, float]]], face: Face, *, is_head: bool) -> SetLine:
        setting = self._table.setting
        count = max(1, *map(len, columns))
        height = max(count * setting.pitch + self.white, self._table.least)
        glyphs: list[Glyphs] = []
        for at, lines in enumerate(columns):
            align = Align.CENTER if is_head else self._table.aligns[at]
            top = (height - len(lines) * setting.pitch + self.white) / 2 + BASELINE * setting.size
            for number, (text, width) in enumerate(lines):
                x = self._lefts[at] + PADDING
                if align is Align.CENTER:
                    x = self._lefts[at] + (self._table.widths[at] - width) / 2
                glyphs.extend(self._glyphs(text, x, top + number * setting.pitch, face))
        return SetLine(tuple(glyphs), height)

    def _glyphs(self, text: str, x: float, baseline: float, face: Face) -> Iterator[Glyphs]:
        """One stretch, unless a character is not in the face."""
        table, size = self._table, self._table.setting.size
        if self._fonts.covers(face, text):
            yield Glyphs(x, baseline, face, size, text, table.role, source=table.source)
            return
        for char in text:
            serving = self._fonts.serving(face, char)
            yield Glyphs(x, baseline, serving, size, char, table.role, source=table.source)
            x += self._fonts.advances(serving)[char] * size

    def _advances(self, text: str, face: Face) -> list[float]:
        size = self._table.setting.size
        if self._fonts.covers(face, text):
            widths = self._fonts.advances(face)
            return [widths[char] * size for char in text]
        return [self._fonts.advances(self._fonts.serving(face, char))[char] * size for char in text]

    def _broken(self, text: str, width: float, face: Face) -> list[tuple[str, float]]:
        """The lines of a cell, each with its width."""
        key = (text, width, face)
        if key not in self._lines:
            self._lines[key] = list(self._break(text, width - 2 * PADDING, face))
        return self._lines[key]

    def _break(self, text: str, room: float, face: Face) -> Iterator[tuple[str, float]]:
        advances = self._advances(text, face)
        for cut in break_lines(text, advances, room, room):
            yield text[cut.start : cut.end], cut.width + cut.hanging
