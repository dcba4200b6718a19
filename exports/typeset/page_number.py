"""The page number under the type area: at the right of an odd page, at the left of an even one (7.5)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Glyphs, Role, Run, Setting, Text
from exports.typeset.lines import set_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.grid import Grid
    from exports.typeset.fonts import FontBook

BLANK = standard.PAGE_NUMBER_CHARS * standard.PAGE_NUMBER_PT
SETTING = Setting(standard.PAGE_NUMBER_PT, standard.PAGE_NUMBER_PT, left=BLANK, right=BLANK)


def page_number(number: int, fonts: FontBook, grid: Grid, *, is_spaced: bool) -> Iterator[Glyphs]:
    """The marks of a number; `is_spaced` sets it apart from its dashes."""
    blank = " " if is_spaced else ""
    runs = (Run(f"—{blank}{number}{blank}—", Face.SONG),)
    setting = SETTING.aligned(Align.RIGHT if number % 2 else Align.LEFT)
    left, baseline = grid.left_of(number), _baseline(fonts, grid)
    for glyphs in set_text(Text(Role.PAGE_NUMBER, runs, setting), fonts, grid.width)[0].glyphs:
        yield replace(glyphs, x=left + glyphs.x, baseline=baseline)


def _baseline(fonts: FontBook, grid: Grid) -> float:
    """Puts the 一字线 7 mm under the type area."""
    font = fonts.font(Face.SONG)
    dash = font.bounds(font.glyph("—"))
    middle = (dash.top + dash.bottom) / 2 * standard.PAGE_NUMBER_PT
    return grid.bottom + standard.pt(standard.PAGE_NUMBER_GAP) + middle
