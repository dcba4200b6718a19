"""信函格式: the organ at the head of the sheet, red double lines, no page number on page 1 (2012: 10.1)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import (
    Align,
    Cell,
    Face,
    Ink,
    Placed,
    PlacedLine,
    Role,
    Row,
    Run,
    Source,
    Unnumbered,
)
from exports.papers.body import addressees, body, notes, pieces, title
from exports.papers.closing import closing
from exports.papers.head import left_corner
from exports.papers.imprint import bare_imprint
from exports.papers.mark import single

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Element, Text
    from exports.papers.styles import Styles
    from models.notice import Notice

THICK, THIN = standard.LETTER_LINES_PT


def compose(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """The whole letter."""
    return (
        Unnumbered(),
        *_head(notice, styles),
        *title(notice.title, Role.TITLE, Source("title"), styles),
        *addressees(notice, styles),
        *body(notice, styles),
        *closing(notice, styles),
        *notes(notice, styles),
        *pieces(notice, styles),
        *bare_imprint(notice, styles),
    )


def _head(notice: Notice, styles: Styles) -> Iterator[Element]:
    mark = single(notice.organs[0] if notice.organs else "", styles, 0.0)
    mark = replace(mark, setting=replace(mark.setting, space_after=0.0))
    top = standard.pt(standard.LETTER_MARK_TOP)
    line = top + mark.setting.size + standard.pt(standard.LETTER_LINE_GAP)
    if not styles.practice.preprinted:
        yield Placed(mark, top)
        yield from _double_line(line, THICK, THIN)
        bottom = standard.PAGE_HEIGHT - standard.LETTER_LINE_FROM_BOTTOM
        yield from _double_line(standard.pt(bottom), THIN, THICK)
    yield from _under_line(notice, styles, line)
    yield from styles.blank(standard.BLANK_LINES_ABOVE_TITLE)


def _double_line(y: float, upper: float, lower: float) -> Iterator[PlacedLine]:
    """Two rules whose outer edges lie half of their common height above and below `y`."""
    half = (THICK + THIN + standard.LETTER_LINES_APART_PT) / 2
    length = standard.pt(standard.LETTER_LINE_LENGTH)
    yield PlacedLine(y - half + upper / 2, length, upper, Ink.RED)
    yield PlacedLine(y + half - lower / 2, length, lower, Ink.RED)


def _under_line(notice: Notice, styles: Styles, line: float) -> Iterator[Text | Row]:
    """份号, 密级 and 紧急程度 at the left, 发文字号 at the right of their first row."""
    corners = list(left_corner(notice, styles))
    number = Cell(
        (Run(notice.doc_number, Face.FANG_SONG),),
        styles.grid.width,
        Align.RIGHT,
        Source("doc_number"),
    )
    first = Cell(corners[0].runs, 0.0, source=corners[0].source) if corners else None
    lead = styles.grid.lead
    top = line + standard.pt(standard.SEVEN_EIGHTHS) - lead - standard.pt(styles.practice.top_mm)
    setting = replace(styles.left, space_before=max(top, 0.0))
    yield Row(Role.DOC_NUMBER, (first, number) if first else (number,), setting)
    for text in corners[1:]:
        yield replace(text, setting=styles.left)
