# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportArgumentType=false
"""Fonts cut to the glyphs of a document: the same outlines, also of glyphs made of parts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from exports.page import Face
from exports.typeset.fonts import BUNDLED
from exports.typeset.truetype import TrueType
from exports.writers.subset import cut_font

if TYPE_CHECKING:
    from pathlib import Path

SCALES = {
    "plain": (1, 0, 0, 1),
    "one": (0.5, 0, 0, 0.5),
    "two": (0.5, 0, 0, 0.25),
    "four": (0.5, 0.1, 0.2, 0.5),
}


def drawn(font: TTFont, name: str) -> list[object]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return list(pen.value)


def square(left: int, top: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((left, 0))
    for point in ((left, top), (left + 400, top), (left + 400, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def composite_font(path: Path) -> None:
    """Five glyphs: two squares, and letters made of both under each kind of scale."""
    names = [".notdef", "first", "second", *SCALES]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x41 + at: name for at, name in enumerate(SCALES)})
    glyphs = {".notdef": square(0, 700), "first": square(10, 500), "second": square(300, 650)}
    for name, scale in SCALES.items():
        pen = TTGlyphPen(glyphs)
        pen.addComponent("second", (*scale, 20, 30))
        pen.addComponent("first", (*scale, 500, 300))
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    # the last glyphs share one advance, as fonts of even width do
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(fsType=0)
    builder.setupPost()
    builder.setupMaxp()
    builder.save(path)


def test_the_outlines_of_a_cut_font_are_those_of_the_whole() -> None:
    path = BUNDLED[Face.FANG_SONG].path
    font, whole = TrueType(path), TTFont(path)
    glyphs = [0, *(font.glyph(char) for char in "天津市人事局〔2007〕")]
    cut = TTFont(io.BytesIO(cut_font(font, glyphs)), checkChecksums=2)
    for at, glyph in enumerate(glyphs):
        assert drawn(cut, cut.getGlyphName(at)) == drawn(whole, whole.getGlyphName(glyph))


@pytest.mark.parametrize("char", "ABCD")
def test_parts_of_a_glyph_come_along_under_new_numbers(tmp_path: Path, char: str) -> None:
    path = tmp_path / "composite.ttf"
    composite_font(path)
    font, whole = TrueType(path), TTFont(path)
    cut = TTFont(io.BytesIO(cut_font(font, [0, font.glyph(char)])), checkChecksums=2)
    assert len(cut.getGlyphOrder()) == 4
    name = whole.getGlyphName(font.glyph(char))
    assert drawn(cut, cut.getGlyphName(1)) == drawn(whole, name)
    assert cut["hmtx"][cut.getGlyphName(1)] == whole["hmtx"][name]


def test_parts_that_are_there_already_are_not_taken_twice(tmp_path: Path) -> None:
    path = tmp_path / "composite.ttf"
    composite_font(path)
    font = TrueType(path)
    cut = TTFont(io.BytesIO(cut_font(font, [0, 1, 2, font.glyph("A")])), checkChecksums=2)
    assert len(cut.getGlyphOrder()) == 4
