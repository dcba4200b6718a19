"""A paragraph becomes lines of glyphs: faces chosen, breaks found, each line aligned."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from exports.page import Align, Cell, Face, Glyphs, Role, Row, Text
from exports.typeset.linebreak import Cut, break_lines
from exports.typeset.set_line import SetLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.typeset.fonts import FontBook

BASELINE = 0.8  # of the type size, under the upper edge: centres the ink of Chinese characters


ENDLESS = 10_000.0  # points


def set_text(element: Text, fonts: FontBook, area_width: float) -> tuple[SetLine, ...]:
    """The lines of a paragraph; an empty one is a blank line.

    Args:
        element: The paragraph.
        fonts: The faces it is set in.
        area_width: Width of the type area, points.

    Raises:
        UserError: no face has one of its characters.
    """
    if not element.text:
        return (SetLine((), element.setting.pitch),)
    return fonts.lines.once(
        (element, area_width), lambda: tuple(_Paragraph(element, fonts, area_width).lines())
    )


def set_row(element: Row, fonts: FontBook) -> SetLine:
    """A line of several texts, each at its own place."""
    glyphs = (glyph for cell in element.cells for glyph in _set_cell(element, cell, fonts))
    return SetLine(tuple(glyphs), element.setting.pitch)


def _set_cell(row: Row, cell: Cell, fonts: FontBook) -> Iterator[Glyphs]:
    """A cell is a paragraph of one line, set as if the type area were endless to both sides of its place."""
    share = {Align.CENTER: 0.5, Align.RIGHT: 1.0}.get(cell.align, 0.0)
    text = Text(row.role, cell.runs, row.setting.aligned(cell.align), cell.source)
    if text.text:
        for glyphs in set_text(text, fonts, ENDLESS)[0].glyphs:
            yield replace(glyphs, x=glyphs.x + cell.x - share * ENDLESS)


class _Paragraph:
    """The characters of one paragraph, each with the face that serves it and its advance in points."""

    def __init__(self, element: Text, fonts: FontBook, area_width: float) -> None:
        self._element, self._fonts = element, fonts
        self._width = area_width - element.setting.left - element.setting.right
        self._text = element.text.replace("\n", "")
        self._faces: list[Face] = []
        self._advances: list[float] = []
        for run in element.runs:
            self._take(run.text.replace("\n", ""), run.face)
        self._ink_top = self._highest_ink()

    def lines(self) -> Iterator[SetLine]:
        """Its lines from the first to the last."""
        cuts = tuple(self._given_cuts() if self._element.broken else self._found_cuts())
        for at, cut in enumerate(cuts):
            indent = 0.0 if at else self._element.setting.first_indent
            glyphs = self._align(cut, indent, is_last=at == len(cuts) - 1)
            yield SetLine(tuple(glyphs), self._element.setting.pitch)

    def _take(self, text: str, face: Face) -> None:
        if self._fonts.covers(face, text):
            self._take_in(text, face)
            return
        for char in text:
            self._take_in(char, self._fonts.serving(face, char))

    def _take_in(self, text: str, face: Face) -> None:
        size, squeeze = self._element.setting.size, self._element.setting.squeeze
        widths = self._fonts.advances(face)
        self._faces.extend([face] * len(text))
        self._advances.extend([widths[char] * size - squeeze for char in text])

    def _found_cuts(self, start: int = 0, end: int | None = None) -> Iterator[Cut]:
        indent = self._element.setting.first_indent
        text, advances = self._text[start:end], self._advances[start:end]
        for cut in break_lines(text, advances, self._width - indent, self._width):
            yield cut._replace(start=cut.start + start, end=cut.end + start)

    def _given_cuts(self) -> Iterator[Cut]:
        """The rows that the paper chose; one that is too long is broken all the same."""
        start = 0
        for row in self._element.text.split("\n"):
            yield from self._found_cuts(start, start + len(row))
            start += len(row)

    def _align(self, cut: Cut, indent: float, *, is_last: bool) -> Iterator[Glyphs]:
        setting = self._element.setting
        room = self._width - indent - cut.width
        x, extra = setting.left + indent, 0.0
        if setting.align is Align.CENTER:
            x += room / 2
        elif setting.align is Align.RIGHT:
            x += room
        elif setting.align is Align.SPREAD or (setting.align is Align.JUSTIFY and not is_last):
            gaps = cut.end - cut.start - 1 - (cut.hanging > 0)
            extra = room / gaps if gaps > 0 else 0.0
        return self._glyphs(cut, x, extra)

    def _glyphs(self, cut: Cut, x: float, extra: float) -> Iterator[Glyphs]:
        element, setting = self._element, self._element.setting
        baseline, spacing = self._baseline(), extra - setting.squeeze
        at = cut.start
        for face, stretch in groupby(self._faces[cut.start : cut.end]):
            end = at + sum(1 for _ in stretch)
            text = self._text[at:end]
            yield Glyphs(
                x,
                baseline,
                face,
                setting.size,
                text,
                element.role,
                spacing,
                setting.ink,
                element.source,
                at,
            )
            x += sum(self._advances[at:end]) + extra * (end - at)
            at = end

    def _baseline(self) -> float:
        setting = self._element.setting
        lead = (setting.pitch - setting.size) / 2 if setting.lead is None else setting.lead
        return lead + self._ink_top * setting.size

    def _highest_ink(self) -> float:
        """The 标志 stands with the ink of its characters at the top of its line, all else with its box in the middle."""
        if self._element.role is not Role.MARK:
            return BASELINE
        fonts = {face: self._fonts.font(face) for face in set(self._faces)}
        return max(
            fonts[face].bounds(fonts[face].glyph(char)).top
            for face, char in zip(self._faces, self._text, strict=True)
        )
