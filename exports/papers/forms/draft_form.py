"""The drafting form (发文稿纸) of GB 826-1989: 眉首区, 说明区, 标题区 and 正文区 on squares of 2.5 mm.

Who signs does so by hand: those cells hold nothing but their name until the step is noted in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.grid import Margins, sheet_grid
from exports.page import Align, Box, Face, Frame, Numbering, Role, Run, Setting, Text
from exports.papers.forms.printed_form import PLAIN, PrintedForm, line
from exports.standard import pt
from models.notice import PieceKind
from models.numerals import arabic_date
from models.proceeding import Proceeding, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
NOT_BEGUN = Proceeding()
LINE_ROWS = 4  # of the 正文区, for a line of handwriting


@dataclass(frozen=True, slots=True)
class _Cell:
    """A named cell of the 说明区; it is as wide as so many squares."""

    name: str
    columns: int
    value: str = ""


def draft_form(notice: Notice, pages: int, proceeding: Proceeding = NOT_BEGUN) -> PrintedForm:
    """The form of a notice whose printed text has so many pages, with the steps that were noted."""
    frame = Frame(tuple(_boxes(notice, pages, proceeding)))
    return PrintedForm("发文稿纸", (frame,), GRID, Numbering.NONE)


def _boxes(notice: Notice, pages: int, proceeding: Proceeding) -> Iterator[Box]:
    yield _head(notice)
    top = 8
    for rows, cells in _described(notice, proceeding):
        left = 0
        for cell in cells:
            yield _box(left, top, cell.columns, rows, _named(cell), is_middle=rows <= LINE_ROWS)
            left += cell.columns
        top += rows
    yield _box(0, top, WIDE, 12, _title(notice.title))
    yield from _text(top + 12, (f"正文另附，共{pages}页。", *_amended(proceeding)))


def _head(notice: Notice) -> Box:
    """眉首区: whose form it is."""
    setting = Setting(NAME_PT, NAME_PT * 1.3, Align.CENTER)
    name = f"{'、'.join(notice.organs)}发文稿纸"
    text = Text(Role.TITLE, (Run(name, Face.XIAO_BIAO_SONG),), setting)
    return Box(0.0, 0.0, WIDE * SQUARE, 8 * SQUARE, (text,), ink=None)


def _described(notice: Notice, proceeding: Proceeding) -> Iterator[tuple[int, tuple[_Cell, ...]]]:
    """The rows of 眉首区 and 说明区: how many squares high, and their cells."""
    attached = (piece.title for piece in notice.pieces if piece.kind is PieceKind.ATTACHMENT)
    attachments = notice.attachment_notes or tuple(attached)
    of = partial(_noted, proceeding)
    copies = "" if notice.copies is None else f"{notice.copies}份"
    yield 4, (_Cell("密级", HALF, notice.secrecy), _Cell("缓急时限", HALF, notice.urgency))
    yield 16, (_Cell("签发", HALF, of(Step.SIGN)), _Cell("会签", HALF, of(Step.COUNTERSIGN)))
    yield 10, (_Cell("办公室核稿", HALF, of(Step.REVIEW)), _Cell("拟稿单位负责人核稿", HALF))
    yield 6, (_Cell("主送", WIDE, notice.addressees),)
    yield 4, (_Cell("抄送", WIDE, notice.cc),)
    yield 4, (_Cell("发文号", HALF, notice.doc_number), _Cell("份数", HALF, copies))
    yield 4, (_Cell("拟稿单位", HALF), _Cell("拟稿", HALF, of(Step.DRAFT)))
    yield 4, (_Cell("印刷", HALF, of(Step.PRINT)), _Cell("校对", HALF))
    yield 4, (_Cell("附件", WIDE, "；".join(attachments)),)
    yield 4, (_Cell("主题词", WIDE, "　".join(notice.subject_words)),)


def _named(cell: _Cell) -> Text:
    runs = (Run(f"{cell.name}：", Face.HEI), Run(cell.value, Face.FANG_SONG))
    return Text(Role.TABLE, runs, PLAIN)


def _title(title: str) -> Text:
    setting = Setting(TITLE_PT, TITLE_PT * 1.3, Align.CENTER)
    return Text(Role.TABLE, (Run(title, Face.XIAO_BIAO_SONG),), setting)


def _noted(proceeding: Proceeding, step: Step) -> str:
    """`王强　2007年1月9日`; empty while the step is not done."""
    done = proceeding.of(step)
    return "" if done is None else f"{done.who}　{arabic_date(done.on)}".strip()


def _amended(proceeding: Proceeding) -> Iterator[str]:
    """What was changed in a signed text, so that who signed it sees it."""
    for one in proceeding.amendments:
        yield f"签发后修改：{' '.join(filter(None, (arabic_date(one.on), one.who)))}：{one.reason}"


def _text(top: int, said: Sequence[str]) -> Iterator[Box]:
    """正文区: what is said of the text, then lines to write on."""
    places = range(top, forms_standard.DRAFT_ROWS, LINE_ROWS)
    if (more := len(said) - len(places)) > 0:
        last = f"另有{more + 1}次签发后修改，见数据文件的历史。"
        said = (*said[: len(places) - 1], last)
    for at, words in zip_longest(places, said):
        yield _box(0, at, WIDE, LINE_ROWS, *((line(words),) if words else ()))


def _box(left: int, top: int, columns: int, rows: int, *texts: Text, is_middle: bool = True) -> Box:
    """Squares."""
    return Box(
        left * SQUARE, top * SQUARE, columns * SQUARE, rows * SQUARE, texts, is_middle=is_middle
    )
