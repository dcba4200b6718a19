"""Page numbers of the Word file: real fields, odd pages at the right and even ones at the left (7.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.shared import Twips

from exports.page import Align, Face, Numbering, Role
from exports.typeset.page_number import OF_ALL_FROM_EDGE, OF_ALL_SETTING, SETTING
from exports.writers.word_styles import Style, style_id
from exports.writers.word_xml import NAMESPACES, paragraph_properties, run_properties, twips

if TYPE_CHECKING:
    from docx.section import (
        Section,
        _Footer,  # pyright: ignore[reportPrivateUsage] - the library gives its footers no public name
    )

    from exports.grid import Grid
    from exports.page import Setting

FOOTER_FROM_EDGE_TWIPS = 1430  # puts the 一字线 at 269.0 mm, measured


FIELDS = ("PAGE", "NUMPAGES")
UNDER_BASELINE = 0.2  # of the height of a line of exact pitch


def style_of(numbering: Numbering) -> Style:
    """The style of page numbers."""
    if numbering is Numbering.OF_ALL:
        return Style(OF_ALL_SETTING, Face.SONG)
    return Style(SETTING.aligned(Align.RIGHT), Face.SONG)


def fill_footers(section: Section, family: str, grid: Grid, numbering: Numbering) -> None:
    """Write both footers of a section.

    Args:
        section: A section of a document with different footers on odd and even pages.
        family: The font of the figures.
        grid: Its type area.
        numbering: What the footers say; nothing where there is to be none.
    """
    section.footer_distance = Twips(_from_edge(grid, numbering))
    if numbering is Numbering.NONE:
        return
    for footer, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        setting = SETTING.aligned(align)
        if numbering is Numbering.OF_ALL:
            setting = OF_ALL_SETTING
        _fill(footer, _number_xml(setting, family, numbering))


def _from_edge(grid: Grid, numbering: Numbering) -> int:
    match numbering:
        case Numbering.NONE:
            return 0
        case Numbering.OF_ALL:
            return twips(OF_ALL_FROM_EDGE - UNDER_BASELINE * OF_ALL_SETTING.pitch)
        case _:
            return FOOTER_FROM_EDGE_TWIPS - twips(grid.shift_down)


def clear_footers(section: Section) -> None:
    """Footers of its own, without a number, for a section that had those of the one before it."""
    for footer in (section.footer, section.even_page_footer):
        _fill(footer, f"<w:p {NAMESPACES}/>")


def _fill(footer: _Footer, paragraph: str) -> None:
    footer.is_linked_to_previous = False
    footer.part.element[:] = [parse_xml(paragraph)]


def _number_xml(setting: Setting, family: str, numbering: Numbering) -> str:
    blank = " " if numbering is Numbering.SPACED else ""
    parts = (f"—{blank}", " PAGE ", f"{blank}—")
    if numbering is Numbering.OF_ALL:
        parts = ("第", " PAGE ", "页 共", " NUMPAGES ", "页")
    properties = f"<w:rPr>{run_properties(setting, family)}</w:rPr>"
    return (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style_id(Role.PAGE_NUMBER)}"/>'
        f"{paragraph_properties(setting)}</w:pPr>"
        f"{''.join(_part(part, properties) for part in parts)}</w:p>"
    )


def _part(part: str, properties: str) -> str:
    """A text, or the name of a field between blanks."""
    if part.strip() not in FIELDS:
        return f'<w:r>{properties}<w:t xml:space="preserve">{part}</w:t></w:r>'
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>1</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )
