"""A turned table of the Word file, page by page: the sheet stays upright, the cells read upwards.

A landscape section would take the page number along and mix up the mirrored margins. So what is read as a row stands as
a column, from the left to the right of the sheet, and what is read as the first column is the lowest row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.writers.word_styles import style_id
from exports.writers.word_table import SIDES, cell_text, margins, table_head, white_of
from exports.writers.word_xml import paragraph_properties, runs_xml, twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Table, Text
    from exports.typeset.turned import TurnedPage
    from exports.writers.word_styles import StyleSheet

UPWARDS = '<w:textDirection w:val="btLr"/>'


def turned_table_xml(table: Table, page: TurnedPage, sheet: StyleSheet) -> str:
    """One page of a turned table as `w:tbl`.

    LibreOffice sets turned text with the margins of the table even where a cell has its own: so there are none, and
    the texts of the cells are indented.
    """
    widths = [sum(line.height for line in lines) for _, lines in page.above]
    widths += [row.line.height for row in page.part]
    head = table_head(widths, margins(0.0, white_of(table)))
    rows = "".join(_row(table, page, sheet, at) for at in reversed(range(len(table.widths))))
    return f"<w:tbl>{head}{rows}</w:tbl>"


def _row(table: Table, page: TurnedPage, sheet: StyleSheet, at: int) -> str:
    """What is read as column `at`."""
    height = f'<w:trHeight w:val="{twips(table.widths[at])}" w:hRule="exact"/>'
    above = "".join(_above(page, sheet, is_first=at == len(table.widths) - 1))
    cells = "".join(_cells(table, page, sheet, at))
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{above}{cells}</w:tr>"


def _above(page: TurnedPage, sheet: StyleSheet, *, is_first: bool) -> Iterator[str]:
    """The texts above the table: each one cell through all rows, white but for the upper rule of the table."""
    merge = '<w:vMerge w:val="restart"/>' if is_first else "<w:vMerge/>"
    for at, (text, lines) in enumerate(page.above, 1):
        width = twips(sum(line.height for line in lines))
        sides = SIDES[: 3 if at == len(page.above) else 4]
        borders = "".join(f'<w:{side} w:val="nil"/>' for side in sides)
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}<w:tcBorders>{borders}</w:tcBorders>'
            f"{UPWARDS}</w:tcPr>{_paragraph(text, sheet) if is_first else '<w:p/>'}</w:tc>"
        )


def _paragraph(text: Text, sheet: StyleSheet) -> str:
    runs = runs_xml(text.runs, sheet.styles[text.role].face, sheet.families)
    own = paragraph_properties(text.setting)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(text.role)}"/>{own}</w:pPr>{runs}</w:p>'


def _cells(table: Table, page: TurnedPage, sheet: StyleSheet, at: int) -> Iterator[str]:
    white = standard.pt(standard.TABLE_PADDING)
    indented = replace(table, setting=replace(table.setting, left=white, right=white))
    for number, row in enumerate(page.part):
        is_head = number < table.heads
        content = cell_text(row.texts[at], indented, at, sheet.families, is_head=is_head)
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(row.line.height)}" w:type="dxa"/>{UPWARDS}'
            f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
        )
