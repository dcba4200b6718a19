"""Measures of the forms of an office, each once, in mm unless its name says otherwise, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from exports import standard

FOOT_PT = 10.5  # 五号: 第1页 共3页
FOOT_FROM_EDGE = 9.0  # its baseline over the lower edge of the sheet

FORM_TITLE_PT = 18.0  # 小二
FORM_PT = 10.5  # 五号
FORM_PITCH_PT = 13.5
SIGNED_ROW = 9.0  # the least height of a row in which a hand signs
BOX_PADDING = 1.2  # at either side of the text in a box
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # of the type in a box, the first that fits

LABEL_INSET = 3.0  # of print from the cut of a label, for printers that pull askew
LABEL_STRIP = 6.0  # the height of a line of small type on a label
LABEL_NAME_PT, LABEL_ADDRESS_PT, LABEL_SMALL_PT = 15.0, 10.5, 9.0

ENVELOPE_NAME_PT, ENVELOPE_ADDRESS_PT, ENVELOPE_SMALL_PT = 22.0, 14.0, 12.0
ENVELOPE_SIDE = 12.0  # print keeps off the edges
ENVELOPE_TOP = 8.0
SCANNED = (90.0, 26.0)  # upper left: nothing but the postcode, GB/T 1416-2003
BARCODE_FROM_RIGHT, BARCODE_HEIGHT = (55.0, 160.0), 20.0  # lower edge: nothing at all, the same
POSTCODE_DIGITS = 6
POSTCODE_BOX = (
    8.0,
    9.0,
)  # within SCANNED; the boxes of common stock, the standard's drawing was not at hand
POSTCODE_GAP = 2.0
STAMP = 20.0  # 贴邮票处, upper right


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A4 sheets of labels as they are sold, in the middle of the sheet; by the makers' own measures."""

    columns: int
    rows: int
    width: float
    height: float
    gap: float = 0.0  # between columns; rows touch

    @property
    def name(self) -> str:
        """`3×8（70×37）`, as it stands on the box."""
        return f"{self.columns}×{self.rows}（{self.width:g}×{self.height:g}）"

    @property
    def count(self) -> int:
        """Labels on a sheet."""
        return self.columns * self.rows

    def place(self, at: int) -> tuple[float, float]:
        """The upper left corner of a label; they are counted along the rows, from 0."""
        row, column = divmod(at, self.columns)
        across = self.columns * self.width + (self.columns - 1) * self.gap
        left = (standard.PAGE_WIDTH - across) / 2 + column * (self.width + self.gap)
        top = (standard.PAGE_HEIGHT - self.rows * self.height) / 2 + row * self.height
        return left, top


LABEL_SHEETS = (
    LabelSheet(3, 8, 70.0, 37.0),
    LabelSheet(3, 8, 63.5, 33.9, 2.5),
    LabelSheet(3, 7, 63.5, 38.1, 2.5),
    LabelSheet(3, 7, 70.0, 42.3),
    LabelSheet(2, 7, 99.1, 38.1, 2.5),
    LabelSheet(2, 7, 105.0, 42.3),
    LabelSheet(2, 8, 99.1, 33.9, 2.5),
    LabelSheet(3, 9, 63.5, 29.6, 2.5),
)


class Envelope(Enum):
    """Envelopes by their code in GB/T 1416-2003, width and height."""

    DL = (220.0, 110.0)
    ZL = (230.0, 120.0)
    C5 = (229.0, 162.0)


# 发文稿纸, GB 826-1989: its margins, and the square of which its type area is 108 high and 70 wide
DRAFT_MARGINS = (20.0, 7.0, 20.0, 15.0)  # top, bottom, left, right
DRAFT_SQUARE = 2.5
DRAFT_ROWS, DRAFT_COLUMNS = 108, 70

COPIER_BELOW = 30  # copies: a copier serves; from here the 一体机
STENCIL_FROM = 50  # the 速印机, which wants a plate of its own
