"""One paragraph (or table) of the Word file: its style, what differs from it, its texts and tab stops."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.page import Align, Row, Table, Text
from exports.writers.word_styles import style_id
from exports.writers.word_table import table_xml
from exports.writers.word_turned import turned_table_xml
from exports.writers.word_xml import paragraph_properties, runs_xml, twips

if TYPE_CHECKING:
    from exports.page import Cell, Setting
    from exports.typeset.turned import TurnedPage
    from exports.writers.word_styles import StyleSheet


@dataclass(slots=True)
class Block:
    """A paragraph to be written: its element as Word must set it, and what hangs on it."""

    element: Text | Row | Table
    page_break: bool = False
    anchored: str = ""
    turned: TurnedPage | None = None  # what of a turned table stands on the page
    before: str = ""  # a table of another make


def block_xml(block: Block, sheet: StyleSheet, section: str = "") -> str:
    """A block as `w:p`; `section` is the `w:sectPr` that ends a section with it."""
    element = block.element
    if isinstance(element, Table):
        if block.turned:
            return turned_table_xml(element, block.turned, sheet)
        return table_xml(element, sheet.families)
    tabs = _tabs(element) if isinstance(element, Row) else ""
    own_setting = _indented(element) if isinstance(element, Row) else element.setting
    differs = own_setting != sheet.styles[element.role].setting or block.page_break or tabs
    page_break = "<w:pageBreakBefore/>" if block.page_break else ""
    own = paragraph_properties(own_setting, page_break=page_break, tabs=tabs) if differs else ""
    return (
        f'{block.before}<w:p><w:pPr><w:pStyle w:val="{style_id(element.role)}"/>{own}{section}</w:pPr>'
        f"{block.anchored}{_texts_xml(element, sheet)}</w:p>"
    )


def _texts_xml(element: Text | Row, sheet: StyleSheet) -> str:
    face = sheet.styles[element.role].face
    if isinstance(element, Text):
        return runs_xml(element.runs, face, sheet.families)
    tab = "<w:r><w:tab/></w:r>"
    lead = "" if _is_indented(element.cells[0]) else tab
    return lead + tab.join(runs_xml(cell.runs, face, sheet.families) for cell in element.cells)


def _is_indented(first: Cell) -> bool:
    """A first cell that starts at its place needs no tab but an indent."""
    return first.align is Align.LEFT


def _indented(row: Row) -> Setting:
    first = row.cells[0]
    return replace(row.setting, left=first.x) if _is_indented(first) else row.setting


def _tabs(row: Row) -> str:
    cells = row.cells[1:] if _is_indented(row.cells[0]) else row.cells
    stops = "".join(
        f'<w:tab w:val="{cell.align.value}" w:pos="{twips(cell.x)}"/>' for cell in cells
    )
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""
