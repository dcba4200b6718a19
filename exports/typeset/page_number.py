"""The page number under the type area: at the right of an odd page, at the left of an even one (7.5).

On papers that are no official documents it says how many there are, in the middle.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.page import Align, Face, Glyphs, Numbering, Role, Run, Setting, Text
from exports.typeset.lines import set_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.grid import Grid
    from exports.typeset.fonts import FontBook

BLANK = standard.PAGE_NUMBER_CHARS * standard.PAGE_NUMBER_PT
SETTING = Setting(standard.PAGE_NUMBER_PT, standard.PAGE_NUMBER_PT, left=BLANK, right=BLANK)

OF_ALL_SETTING = Setting(forms_standard.FOOT_PT, forms_standard.FOOT_PT, Align.CENTER)
OF_ALL_FROM_EDGE = standard.pt(forms_standard.FOOT_FROM_EDGE)


def page_number(
    number: int, of: int, fonts: FontBook, grid: Grid, numbering: Numbering
) -> Iterator[Glyphs]:
    """The marks of page `number` of a paper that has `of` pages."""
    left = grid.left_of(number)
    match numbering:
        case Numbering.NONE:
            return
        case Numbering.OF_ALL:
            setting, baseline = OF_ALL_SETTING, grid.page_height - OF_ALL_FROM_EDGE
            shown = f"第{number}页 共{of}页"
        case _:
            blank = " " if numbering is Numbering.SPACED else ""
            shown = f"—{blank}{number}{blank}—"
            setting = SETTING.aligned(Align.RIGHT if number % 2 else Align.LEFT)
            baseline = _baseline(fonts, grid)
    text = Text(Role.PAGE_NUMBER, (Run(shown, Face.SONG),), setting)
    for glyphs in set_text(text, fonts, grid.width)[0].glyphs:
        yield replace(glyphs, x=left + glyphs.x, baseline=baseline)


def _baseline(fonts: FontBook, grid: Grid) -> float:
    """Puts the 一字线 7 mm under the type area."""
    font = fonts.font(Face.SONG)
    dash = font.bounds(font.glyph("—"))
    middle = (dash.top + dash.bottom) / 2 * standard.PAGE_NUMBER_PT
    return grid.bottom + standard.pt(standard.PAGE_NUMBER_GAP) + middle
