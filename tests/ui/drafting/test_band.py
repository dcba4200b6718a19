"""Only what differs is painted anew."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.page import Glyphs
from ui.parts.preview import EDGE, band

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def test_the_band_holds_the_lines_that_differ(sample: MainWindow) -> None:
    page = sample.page.preview.pages[1]
    lines = list(page.texts)
    mark = lines[4]
    other = replace(mark, text="乙" + mark.text[1:])
    marks = tuple(other if m is mark else m for m in page.marks)
    top, bottom = band(page, replace(page, marks=marks))
    assert (top, bottom) == (mark.baseline - mark.size - EDGE, mark.baseline + mark.size + EDGE)


def test_a_line_less_and_a_rule_more(sample: MainWindow) -> None:
    page = sample.page.preview.pages[0]
    last = list(page.texts)[-1]
    top, bottom = band(page, replace(page, marks=tuple(m for m in page.marks if m is not last)))
    assert top < last.baseline < bottom
    rules = [m for m in page.marks if not isinstance(m, Glyphs)]
    without = replace(page, marks=tuple(m for m in page.marks if m is not rules[0]))
    assert band(without, page) == (0.0, page.height)
    assert band(page, page) == (0.0, page.height)
