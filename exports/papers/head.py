"""The 版头: what stands above the red line on page 1 (2012: 7.2; 1999: 8.1 眉首)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Cell, Element, Face, Ink, Line, Role, Row, Run, Source, Text
from exports.papers.mark import mark
from exports.papers.styles import nominal_width, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.papers.styles import Styles
    from models.notice import Notice

IDEOGRAPHIC_SPACE = "\u3000"
SIGNERS_LABEL = "签发人："


def head(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """份号, 密级, 紧急程度, 标志, 发文字号 with 签发人, and the red line.

    The place of the 标志 stays free where the organ is not known: such paper may bear it already.
    """
    above = tuple(corner(notice, styles))
    height = sum(text.setting.pitch for text in above)
    return (
        *above,
        *mark(notice, styles, height),
        *styles.blank(standard.BLANK_LINES_AROUND_NUMBER),
        *_number(notice, styles),
        red_line(styles),
        *styles.blank(styles.practice.blank_lines_above_title),
    )


def corner(notice: Notice, styles: Styles) -> Iterator[Text | Row]:
    """What stands in the corners of the first lines: at the left in 2012, at both sides in 1999."""
    if styles.measures.secrecy_right:
        yield from _corners_1999(notice, styles)
    else:
        yield from left_corner(notice, styles)


def left_corner(notice: Notice, styles: Styles) -> Iterator[Text]:
    """份号, 密级 and 紧急程度 one under the other (7.2.1 to 7.2.3)."""
    if notice.copy_number:
        yield plain(Role.COPY_NUMBER, notice.copy_number, styles.left, Source("copy_number"))
    for role, text, source in _warnings(notice):
        yield Text(role, (Run(text, Face.HEI),), styles.left, source)


def _corners_1999(notice: Notice, styles: Styles) -> Iterator[Row]:
    """份号 at the left of the first line, 密级 and 紧急程度 at the right, letter-spaced (8.1.1 to 8.1.3)."""
    number = Cell((Run(notice.copy_number, Face.FANG_SONG),), 0.0, source=Source("copy_number"))
    lines: list[tuple[Role, list[Cell]]] = [
        (role, [Cell((Run(_spaced(text), Face.HEI),), styles.grid.width, Align.RIGHT, source)])
        for role, text, source in _warnings(notice)
    ]
    if notice.copy_number and lines:
        lines[0][1].insert(0, number)
    elif notice.copy_number:
        lines = [(Role.COPY_NUMBER, [number])]
    for role, cells in lines:
        yield Row(role, tuple(cells), styles.left)


def _warnings(notice: Notice) -> Iterator[tuple[Role, str, Source]]:
    if notice.secrecy:
        yield Role.SECRECY, notice.secrecy, Source("secrecy")
    if notice.urgency:
        yield Role.URGENCY, notice.urgency, Source("urgency")


def red_line(styles: Styles) -> Line:
    """It lies 4 mm under the characters above it, whose box ends before their line does (7.2.7)."""
    white = styles.grid.pitch - standard.BODY_PT - styles.grid.lead
    width = 0.0 if styles.practice.preprinted else styles.practice.red_line_pt
    gap = standard.pt(standard.RED_LINE_GAP) - white
    return Line(gap, width, Ink.RED, styles.grid.overhang)


def _spaced(text: str) -> str:
    """1999: one character's space between the two of 机密 or 特急, unless a period follows."""
    return IDEOGRAPHIC_SPACE.join(text) if len(text) == 2 else text


def _number(notice: Notice, styles: Styles) -> Iterator[Element]:
    """发文字号 in the middle, or beside the last 签发人 where the document goes to a superior (7.2.6)."""
    number = Run(notice.doc_number, Face.FANG_SONG)
    if not notice.signers:
        yield Text(Role.DOC_NUMBER, (number,), styles.centered, Source("doc_number"))
        return
    rows = list(_signer_rows(notice.signers, styles))
    for cells in rows[:-1]:
        yield Row(Role.SIGNERS, tuple(cells), styles.left)
    indent = standard.SPREAD_CHARS * standard.CHAR_PT
    first = Cell((number,), indent, source=Source("doc_number"))
    yield Row(Role.DOC_NUMBER, (first, *rows[-1]), styles.left)


def _signer_rows(signers: tuple[str, ...], styles: Styles) -> Iterator[list[Cell]]:
    """The names in columns of equal width, the label before the first; the last column ends 1 字 from the right."""
    names = _justified(signers)
    columns = min(styles.measures.signers_per_row, len(names))
    width = nominal_width(names[0], styles.left)
    step = width + standard.CHAR_PT
    right = styles.grid.width - standard.SPREAD_CHARS * standard.CHAR_PT
    starts = [right - width - step * (columns - 1 - at) for at in range(columns)]
    source = Source("signers")
    for at in range(0, len(names), columns):
        row = zip(names[at : at + columns], starts, strict=False)
        cells = [Cell((Run(name, Face.KAI),), x, source=source) for name, x in row]
        yield cells if at else [_labelled(cells[0], styles), *cells[1:]]


def _labelled(first: Cell, styles: Styles) -> Cell:
    label = Run(SIGNERS_LABEL, Face.FANG_SONG)
    x = first.x - nominal_width(SIGNERS_LABEL, styles.left)
    return replace(first, runs=(label, *first.runs), x=x)


def _justified(names: Sequence[str]) -> list[str]:
    """Names of two characters take the room of the longest."""
    longest = max(map(len, names))
    return [
        (IDEOGRAPHIC_SPACE * (longest - 2)).join(name) if len(name) == 2 else name for name in names
    ]
