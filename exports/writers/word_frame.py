"""A frame of the Word file: a table whose columns and rows are all edges of its boxes, with cells that span them."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from exports import standard
from exports.page import Ink, Role
from exports.typeset.frame import PADDING, fitted
from exports.writers.word_styles import style_id
from exports.writers.word_table import EIGHTHS, margins
from exports.writers.word_xml import paragraph_properties, run_properties, twips

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exports.page import Box, Face, Frame, Text
    from exports.typeset.fonts import FontBook, FontFile

UNDER_TOP = f'<w:top w:w="{twips(PADDING)}" w:type="dxa"/>'
SIDES = ("top", "left", "bottom", "right")
EMPTY = f'<w:p><w:pPr><w:pStyle w:val="{style_id(Role.TABLE)}"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def frame_xml(frame: Frame, fonts: FontBook) -> str:
    """The frame as `w:tbl`; what no box covers are cells without border.

    Raises:
        BoxTooSmall: a text does not fit into its box.
    """
    return _FrameTable(frame, fonts).xml()


class _FrameTable:
    """The edges of the boxes, and which box lies where between them."""

    def __init__(self, frame: Frame, fonts: FontBook) -> None:
        self._fonts = fonts
        self._columns = _edges(at for box in frame.boxes for at in (box.x, box.x + box.width))
        rows = (at for box in frame.boxes for at in (box.y, box.y + box.height))
        self._rows = _edges((0.0, *rows))
        self._boxes = {
            (row, column): box
            for box in frame.boxes
            for row in self._covered(self._rows, box.y, box.height)
            for column in self._covered(self._columns, box.x, box.width)
        }

    def xml(self) -> str:
        """The whole table."""
        widths = [right - left for left, right in pairwise(self._columns)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(self._row(at) for at in range(len(self._rows) - 1))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblInd w:w="{self._columns[0]}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f"<w:tblCellMar>{margins(0.0, PADDING)}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: int) -> str:
        height = self._rows[row + 1] - self._rows[row]
        columns = range(len(self._columns) - 1)
        cells = groupby(columns, key=lambda column: self._boxes.get((row, column)))
        return (
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr>'
            f"{''.join(self._cell(box, row, list(over)) for box, over in cells)}</w:tr>"
        )

    def _cell(self, box: Box | None, row: int, columns: Sequence[int]) -> str:
        width = self._columns[columns[-1] + 1] - self._columns[columns[0]]
        span = f'<w:gridSpan w:val="{len(columns)}"/>' if len(columns) > 1 else ""
        head = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}'
        if box is None:
            return f"{head}</w:tcPr>{EMPTY}</w:tc>"
        is_first = self._boxes.get((row - 1, columns[0])) != box
        is_high = self._boxes.get((row + 1, columns[0])) == box or not is_first
        merge = ('<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>") if is_high else ""
        align = "center" if box.is_middle else "top"
        white = "" if box.is_middle else f"<w:tcMar>{UNDER_TOP}</w:tcMar>"
        texts = "".join(self._texts(box)) if is_first and box.texts else EMPTY
        return (
            f"{head}{merge}<w:tcBorders>{_borders(box.ink)}</w:tcBorders>{_shading(box)}"
            f'{white}<w:vAlign w:val="{align}"/></w:tcPr>{texts}</w:tc>'
        )

    def _texts(self, box: Box) -> Iterator[str]:
        return (_paragraph(text, self._fonts.files) for text in fitted(box, self._fonts).texts)

    @staticmethod
    def _covered(edges: Sequence[int], start: float, length: float) -> range:
        return range(edges.index(twips(start)), edges.index(twips(start + length)))


def _edges(places: Iterable[float]) -> list[int]:
    return sorted({twips(place) for place in places})


def _borders(ink: Ink | None) -> str:
    if ink is None:
        return ""
    colour = _colour(ink)
    size = round(standard.TABLE_RULE_PT * EIGHTHS)
    return "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>' for side in SIDES
    )


def _shading(box: Box) -> str:
    if box.ink is None or not box.is_filled:
        return ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{_colour(box.ink)}"/>'


def _colour(ink: Ink) -> str:
    return standard.RED_RGB if ink is Ink.RED else "000000"


def _paragraph(text: Text, families: Mapping[Face, FontFile]) -> str:
    """With its own size: texts of one role differ in it from box to box."""
    runs = "".join(
        f"<w:r><w:rPr>{run_properties(text.setting, families[run.face].family)}</w:rPr>"
        f'<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
        for run in text.runs
        if run.text
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(text.role)}"/>'
        f"{paragraph_properties(text.setting)}</w:pPr>{runs}</w:p>"
    )
