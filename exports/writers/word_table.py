"""A table of the Word file: a real one, its head repeated on every page, its rows as high as ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Run
from exports.writers.word_styles import style_id
from exports.writers.word_xml import paragraph_properties, runs_xml, twips

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.page import Table
    from exports.typeset.fonts import FontFile

EIGHTHS = 8  # of a point, in which borders are counted
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_xml(table: Table, families: Mapping[Face, FontFile]) -> str:
    """The table as `w:tbl`."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in table.widths)
    rows = "".join(
        _row(row, table, families, is_head=at < table.heads) for at, row in enumerate(table.rows)
    )
    return f"<w:tbl>{_properties(table)}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(table: Table) -> str:
    border = f'w:val="single" w:sz="{round(standard.TABLE_RULE_PT * EIGHTHS)}" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {border}/>" for side in SIDES)
    side = twips(standard.pt(standard.TABLE_PADDING))
    white = twips((table.setting.pitch - table.setting.size - standard.TABLE_RULE_PT) / 2)
    margins = "".join(
        f'<w:{name} w:w="{width}" w:type="dxa"/>'
        for name, width in (("top", white), ("left", side), ("bottom", white), ("right", side))
    )
    return (
        f'<w:tblPr><w:tblW w:w="{sum(map(twips, table.widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )


def _row(
    row: tuple[str, ...], table: Table, families: Mapping[Face, FontFile], *, is_head: bool
) -> str:
    head = "<w:tblHeader/>" if is_head else ""
    cells = "".join(
        _cell(text, table, at, families, is_head=is_head) for at, text in enumerate(row)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _cell(
    text: str, table: Table, at: int, families: Mapping[Face, FontFile], *, is_head: bool
) -> str:
    align = Align.CENTER if is_head else table.aligns[at]
    face = Face.HEI if is_head else Face.FANG_SONG
    runs = runs_xml([Run(text, face)], Face.FANG_SONG, families)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(table.widths[at])}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(table.role)}"/>'
        f"{paragraph_properties(table.setting.aligned(align))}</w:pPr>{runs}</w:p></w:tc>"
    )
