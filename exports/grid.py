"""The type area (版心) of an office's practice, and the lines and characters that fill it. Points."""

from __future__ import annotations

import math
from dataclasses import dataclass

from exports import standard
from exports.page import Numbering
from exports.standard import pt
from models.practice import Practice, TypeArea

TWIPS = 20  # in a point; Word counts in them, so what is taken from an advance is a whole number


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the type area lies on an odd page, and how a line of body type stands in it."""

    left: float
    top: float
    width: float
    height: float
    pitch: float  # from line to line
    squeeze: float  # taken from the advance of each character, so that 28 fit
    lead: float  # white above the type in its line
    even_left: float  # the left edge on an even page
    shift_down: float = 0.0  # of all print, on preprinted paper
    page_width: float = pt(standard.PAGE_WIDTH)
    page_height: float = pt(standard.PAGE_HEIGHT)

    @property
    def bottom(self) -> float:
        """The lower edge of the type area."""
        return self.top + self.height

    @property
    def overhang(self) -> float:
        """How far the white under the last line may leave the type area."""
        return 0.0 if self.lead else self.pitch - standard.BODY_PT

    def left_of(self, number: int) -> float:
        """The left edge of the type area on page `number`."""
        return self.left if number % 2 else self.even_left


@dataclass(frozen=True, slots=True)
class Margins:
    """The white at the edges of a sheet, mm."""

    top: float
    bottom: float
    left: float
    right: float


def sheet_grid(width: float, height: float, margins: Margins) -> Grid:
    """The type area of a sheet `width` wide and `height` high, mm, that is no official document."""
    return Grid(
        pt(margins.left),
        pt(margins.top),
        pt(width - margins.left - margins.right),
        pt(height - margins.top - margins.bottom),
        standard.BODY_PT,
        0.0,
        0.0,
        pt(margins.left),
        page_width=pt(width),
        page_height=pt(height),
    )


def numbering_of(practice: Practice) -> Numbering:
    """How an office numbers the pages of its documents."""
    return Numbering.SPACED if practice.spaced_page_number else Numbering.CLOSE


def grid_of(practice: Practice) -> Grid:
    """The grid of 22 lines of 28 characters (5.2.3) in the margins of `practice`."""
    width = standard.PAGE_WIDTH - practice.left_mm - practice.right_mm
    height = standard.PAGE_HEIGHT - practice.top_mm - practice.bottom_mm
    is_filled = practice.type_area is TypeArea.FILLED
    pitch = standard.FILLED_PITCH_PT if is_filled else practice.pitch_pt
    right, down = _shift(practice)
    odd_left = practice.left_mm + right
    even_left = standard.PAGE_WIDTH - odd_left - width if practice.mirrored else odd_left
    return Grid(
        pt(odd_left),
        pt(practice.top_mm + down),
        pt(width),
        pt(height),
        pitch,
        _squeeze(pt(width)),
        0.0 if is_filled else (pitch - standard.BODY_PT) / 2,
        pt(even_left),
        pt(down),
    )


def _shift(practice: Practice) -> tuple[float, float]:
    """How far print is moved to meet a red head that is on the paper already (套打)."""
    return (practice.shift_right_mm, practice.shift_down_mm) if practice.preprinted else (0.0, 0.0)


def _squeeze(width: float) -> float:
    """In whole twips."""
    over = standard.BODY_PT - width / standard.CHARS_PER_LINE
    return max(0, math.ceil(over * TWIPS)) / TWIPS
