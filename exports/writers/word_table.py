"""A table of the Word file: a real one, its head repeated on every page, its rows as high as ours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Run
from exports.writers.word_styles import style_id
from exports.writers.word_xml import paragraph_properties, runs_xml, twips

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.page import Table
    from exports.typeset.fonts import FontFile

EIGHTHS = 8  # of a point, in which borders are counted
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_xml(table: Table, families: Mapping[Face, FontFile]) -> str:
    """The table as `w:tbl`."""
    rows = "".join(
        _row(row, table, families, is_head=at < table.heads, is_strong=at in table.strong)
        for at, row in enumerate(table.rows)
    )
    white = margins(white_of(table), standard.pt(standard.TABLE_PADDING))
    return f"<w:tbl>{table_head(table.widths, white)}{rows}</w:tbl>"


def table_head(widths: Sequence[float], white: str) -> str:
    """The properties of a table and its columns, `widths` in points."""
    border = f'w:val="single" w:sz="{round(standard.TABLE_RULE_PT * EIGHTHS)}" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {border}/>" for side in SIDES)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{white}</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def white_of(table: Table) -> float:
    """The white over and under the lines of a cell, points."""
    return (table.setting.pitch - table.setting.size - standard.TABLE_RULE_PT) / 2


def margins(upright: float, level: float) -> str:
    """The white that the cells of a table keep, above and below and at their sides, points."""
    sides = (("top", upright), ("left", level), ("bottom", upright), ("right", level))
    return "".join(f'<w:{name} w:w="{twips(width)}" w:type="dxa"/>' for name, width in sides)


def cell_text(
    text: str,
    table: Table,
    at: int,
    families: Mapping[Face, FontFile],
    *,
    is_head: bool,
    is_strong: bool = False,
) -> str:
    """The paragraph of a cell of column `at`; the head stays with the row after it."""
    align = Align.CENTER if is_head else table.aligns[at]
    face = Face.HEI if is_head or is_strong else Face.FANG_SONG
    runs = runs_xml([Run(text, face)], Face.FANG_SONG, families)
    setting = replace(table.setting, align=align, keep_with_next=is_head)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(table.role)}"/>'
        f"{paragraph_properties(setting)}</w:pPr>{runs}</w:p>"
    )


def _row(
    row: tuple[str, ...],
    table: Table,
    families: Mapping[Face, FontFile],
    *,
    is_head: bool,
    is_strong: bool,
) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    least = f'<w:trHeight w:val="{twips(table.least)}" w:hRule="atLeast"/>' if table.least else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(table.widths[at])}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{cell_text(text, table, at, families, is_head=is_head, is_strong=is_strong)}</w:tc>"
        for at, text in enumerate(row)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{head}</w:trPr>{cells}</w:tr>"
