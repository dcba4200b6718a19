"""GB/T 9704-2012 and -1999 as tables: every measure stands here once, in mm unless its name says otherwise.

Clauses are those of the edition named beside them. Sizes of type are in points, distances counted in characters (字)
are turned into points by `CHAR_PT`. What an office may choose stands in `models.practice`.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.edition import Edition

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0  # A4, 5.1
CHARS_PER_LINE = 28  # 5.2.3

LETTER_MARK_TOP = 30.0  # 信函: 标志 under the upper edge of the sheet, 10.1
LETTER_LINE_GAP = 4.0  # its first red double line under the 标志
LETTER_LINE_FROM_BOTTOM = 20.0  # the second above the lower edge of the sheet
LETTER_LINE_LENGTH = 170.0
LETTER_LINES_PT = (1.5, 0.75)  # thick outside, thin inside; the standard leaves them free
LETTER_LINES_APART_PT = 0.75
SEVEN_EIGHTHS = 4.875  # 7/8 of the height of 三号: first element to the line above it, 10.1
ORDER_MARK_TOP = 20.0  # 命令: 标志 under the top of the type area, 10.2
BLANK_LINES_UNDER_ORDER_NUMBER = 2

TITLE_PT, BODY_PT, SMALL_PT = 22.0, 16.0, 14.0  # 二号, 三号, 四号; 5.2.2
FILLED_PITCH_PT = 29.61  # 三号 of 5.571 mm + 7/8: ink of 22 lines from edge to edge, 3.2
CHAR_PT = 15.8  # 1 字 of the line of 28 字 as Word counts it: 316 twips
INDENT_PT = 31.6  # 2 字: 632 twips, 7.3.3

MARK_HEIGHT = 55.0  # of the names of several organs, so that page 1 shows text
RED_LINE_GAP = 4.0  # 发文字号 to red line, 7.2.5 and 7.2.7
BLANK_LINES_AROUND_NUMBER = 2  # above 发文字号, 7.2.5
BLANK_LINES_ABOVE_TITLE = 2  # 7.3.1; of a letter, 10.1
BLANK_LINES_ABOVE_ADDRESSEES = 1  # 7.3.2
BLANK_LINES_ABOVE_NOTES = 1  # above 附件说明, 7.3.4
KEPT_CHARS = 8 * CHARS_PER_LINE  # a last paragraph up to this long moves whole with the date
TAIL_LINES = 2  # of a longer one
BLANK_LINES_ABOVE_DATE = 2  # puts a seal of 42 to 45 mm within one line of the text, 7.3.5.1
DATE_RIGHT_CHARS = 4  # with seal, 7.3.5.1
UNSEALED_CHARS = 2  # right of the name, and from the name's first character to the date's, 7.3.5.2
SEAL_ABOVE = 3.0  # the middle of a seal over that of what it presses: 居中下压, 7.3.5.1
SEALS_APART = 1.5  # they neither cross nor touch
MOST_SEALS_IN_ROW = 3  # 7.3.5.1
SEAL_GAP_1999 = 3.0  # text to seal: 2 to 4; seal to seal: at most 3; 8.2.5 of 1999
TWO_SEALS_CHARS_1999 = 7  # white at either side of the date between two seals
MANY_SEALS_DATE_CHARS_1999 = 2
ORDER_DATE_CHARS_1999 = 2
BLANK_LINES_ABOVE_SIGNATURE = 2  # above a 签名章, 7.3.5.3
SIGNATURE_STAMP = (40.0, 18.0)  # room for a 签名章; the standard gives no size
SIGNATURE_POST_CHARS = 2  # between the post and the 签名章, 7.3.5.3
SPREAD_CHARS = 1  # 签发人 and 发文字号 of 上行文, 7.2.6; 版记 rows, 7.4
IMPRINT_RULE_LAST = 0.35  # 7.4.1

TABLE_PTS = (12.0, 10.5, 9.0)  # 小四, 五号, 小五: the first in which every column has room
TABLE_PITCH = 1.5  # parts of the type
TABLE_PADDING = 1.5  # at either side of a cell
TABLE_RULE_PT = 0.5
PAGE_NUMBER_GAP = 7.0  # 一字线 under the type area, 7.5
PAGE_NUMBER_PT = 14.0  # 四号半角宋体, 7.5
PAGE_NUMBER_CHARS = 1  # left or right blank, 7.5

RED_CMYK = (0.0, 0.8, 0.8, 0.0)  # Y 80 % + M 80 %, 6.3
RED_RGB = "FF0000"  # on screens and in Word

_MM_PT = 72 / 25.4


def pt(mm: float) -> float:
    """Millimetres as points."""
    return mm * _MM_PT


def mm(points: float) -> float:
    """Points as millimetres."""
    return points / _MM_PT


@dataclass(frozen=True, slots=True)
class Measures:
    """What differs between the editions. Millimetres, points where the name says so."""

    mark_top: float  # upper edge of the 标志 under the top of the type area
    mark_top_upward: float  # the same for documents to a superior (上报的公文)
    mark_pt: float  # largest type of the 标志
    secrecy_right: bool  # 密级 and 紧急程度 at the right edge, letter-spaced
    hanzi_date: bool  # 成文日期 in Chinese numerals
    organ_signs: bool  # 署名 of a single sealing organ
    subject_words: bool
    copies_row: bool  # 共印份数 in the 版记
    imprint_pt: float
    imprint_rule_above: float
    imprint_rule_inner: float
    attachment_label_hei: bool
    signers_per_row: int
    rule_under_addressees: bool  # between 主送 and 抄送, where 主送 stand in the 版记
    minutes_mark: str


GB2012 = Measures(
    mark_top=35.0,  # 7.2.4
    mark_top_upward=35.0,
    mark_pt=48.0,  # free; 48 pt keeps body text on page 1
    secrecy_right=False,  # 7.2.2
    hanzi_date=False,  # 7.3.5.5
    organ_signs=True,  # 7.3.5.1
    subject_words=False,
    copies_row=False,
    imprint_pt=SMALL_PT,  # 7.4.2
    imprint_rule_above=0.35,  # 7.4.1
    imprint_rule_inner=0.25,
    attachment_label_hei=True,  # 7.3.7
    signers_per_row=2,  # 7.2.6
    rule_under_addressees=False,  # 7.4.2
    minutes_mark="纪要",  # 10.3
)
GB1999 = Measures(
    mark_top=25.0,  # 8.1.4
    mark_top_upward=80.0,
    mark_pt=42.0,  # smaller than 22 mm × 15 mm
    secrecy_right=True,  # 8.1.2
    hanzi_date=True,  # 8.2.5
    organ_signs=False,
    subject_words=True,  # 8.3.1
    copies_row=True,
    imprint_pt=BODY_PT,  # 8.3.2
    imprint_rule_above=0.0,  # none above 主题词, 8.3.5
    imprint_rule_inner=0.35,
    attachment_label_hei=False,
    signers_per_row=1,  # the lead's first, the others under it, 8.1.6
    rule_under_addressees=True,  # under each element, 8.3.5
    minutes_mark="会议纪要",
)


def measures_of(edition: Edition) -> Measures:
    """The table of an edition."""
    return GB1999 if edition is Edition.GB1999 else GB2012
