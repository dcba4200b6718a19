"""The drafting form (发文稿纸) of GB 826-1989: 眉首区, 说明区, 标题区 and 正文区 on squares of 2.5 mm.

Who signs does so by hand: those cells hold nothing but their name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.grid import Margins, sheet_grid
from exports.page import Align, Box, Face, Frame, Numbering, Role, Run, Setting, Text
from exports.papers.forms.printed_form import PLAIN, PrintedForm, line
from exports.standard import pt
from models.notice import PieceKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.notice import Notice

SQUARE = pt(forms_standard.DRAFT_SQUARE)
TOP, BOTTOM, LEFT, RIGHT = forms_standard.DRAFT_MARGINS
GRID = sheet_grid(
    standard.PAGE_WIDTH,
    standard.PAGE_HEIGHT,
    Margins(TOP, BOTTOM - 1.0, LEFT, RIGHT),  # Word needs a place for the paragraph under the frame
)
WIDE, HALF = forms_standard.DRAFT_COLUMNS, forms_standard.DRAFT_COLUMNS // 2
NAME_PT, TITLE_PT = 22.0, 16.0
LINE_ROWS = 4  # of the 正文区, for a line of handwriting


@dataclass(frozen=True, slots=True)
class _Cell:
    """A named cell of the 说明区; it is as wide as so many squares."""

    name: str
    columns: int
    value: str = ""


def draft_form(notice: Notice, pages: int) -> PrintedForm:
    """The form of a notice whose printed text has so many pages."""
    return PrintedForm("发文稿纸", (Frame(tuple(_boxes(notice, pages))),), GRID, Numbering.NONE)


def _boxes(notice: Notice, pages: int) -> Iterator[Box]:
    yield _head(notice)
    top = 8
    for rows, cells in _described(notice):
        left = 0
        for cell in cells:
            yield _box(left, top, cell.columns, rows, _named(cell), is_middle=rows <= LINE_ROWS)
            left += cell.columns
        top += rows
    yield _box(0, top, WIDE, 12, _title(notice.title))
    yield from _text(top + 12, pages)


def _head(notice: Notice) -> Box:
    """眉首区: whose form it is."""
    setting = Setting(NAME_PT, NAME_PT * 1.3, Align.CENTER)
    name = f"{'、'.join(notice.organs)}发文稿纸"
    text = Text(Role.TITLE, (Run(name, Face.XIAO_BIAO_SONG),), setting)
    return Box(0.0, 0.0, WIDE * SQUARE, 8 * SQUARE, (text,), ink=None)


def _described(notice: Notice) -> Iterator[tuple[int, tuple[_Cell, ...]]]:
    """The rows of 眉首区 and 说明区: how many squares high, and their cells."""
    attached = (piece.title for piece in notice.pieces if piece.kind is PieceKind.ATTACHMENT)
    attachments = notice.attachment_notes or tuple(attached)
    copies = "" if notice.copies is None else f"{notice.copies}份"
    yield 4, (_Cell("密级", HALF, notice.secrecy), _Cell("缓急时限", HALF, notice.urgency))
    yield 16, (_Cell("签发", HALF), _Cell("会签", HALF))
    yield 10, (_Cell("办公室核稿", HALF), _Cell("拟稿单位负责人核稿", HALF))
    yield 6, (_Cell("主送", WIDE, notice.addressees),)
    yield 4, (_Cell("抄送", WIDE, notice.cc),)
    yield 4, (_Cell("发文号", HALF, notice.doc_number), _Cell("份数", HALF, copies))
    yield 4, (_Cell("拟稿单位", HALF), _Cell("拟稿", HALF))
    yield 4, (_Cell("印刷", HALF), _Cell("校对", HALF))
    yield 4, (_Cell("附件", WIDE, "；".join(attachments)),)
    yield 4, (_Cell("主题词", WIDE, "　".join(notice.subject_words)),)


def _named(cell: _Cell) -> Text:
    runs = (Run(f"{cell.name}：", Face.HEI), Run(cell.value, Face.FANG_SONG))
    return Text(Role.TABLE, runs, PLAIN)


def _title(title: str) -> Text:
    setting = Setting(TITLE_PT, TITLE_PT * 1.3, Align.CENTER)
    return Text(Role.TABLE, (Run(title, Face.XIAO_BIAO_SONG),), setting)


def _text(top: int, pages: int) -> Iterator[Box]:
    """正文区: lines to write on; the printed text is attached."""
    for at in range(top, forms_standard.DRAFT_ROWS, LINE_ROWS):
        texts = (line(f"正文另附，共{pages}页。"),) if at == top else ()
        yield _box(0, at, WIDE, LINE_ROWS, *texts)


def _box(left: int, top: int, columns: int, rows: int, *texts: Text, is_middle: bool = True) -> Box:
    """Squares."""
    return Box(
        left * SQUARE, top * SQUARE, columns * SQUARE, rows * SQUARE, texts, is_middle=is_middle
    )
