"""Page numbers of the Word file: real fields, odd pages at the right and even ones at the left (7.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml

from exports.page import Align, Face, Role
from exports.typeset.page_number import SETTING
from exports.writers.word_styles import Style, style_id
from exports.writers.word_xml import NAMESPACES, paragraph_properties, run_properties

if TYPE_CHECKING:
    from docx.section import (
        Section,
        _Footer,  # pyright: ignore[reportPrivateUsage] - the library gives its footers no public name
    )

    from exports.page import Setting

PAGE_NUMBER_STYLE = Style(SETTING.aligned(Align.RIGHT), Face.SONG)
FOOTER_FROM_EDGE_TWIPS = 1430  # puts the 一字线 at 269.0 mm, measured


def fill_footers(section: Section, family: str, *, is_spaced: bool) -> None:
    """Write both footers of a section.

    Args:
        section: A section of a document with different footers on odd and even pages.
        family: The font of the figures.
        is_spaced: The number stands apart from its dashes.
    """
    blank = " " if is_spaced else ""
    for footer, align in ((section.footer, Align.RIGHT), (section.even_page_footer, Align.LEFT)):
        _fill(footer, _number_xml(SETTING.aligned(align), family, blank))


def clear_footers(section: Section) -> None:
    """Footers of its own, without a number, for a section that had those of the one before it."""
    for footer in (section.footer, section.even_page_footer):
        _fill(footer, f"<w:p {NAMESPACES}/>")


def _fill(footer: _Footer, paragraph: str) -> None:
    footer.is_linked_to_previous = False
    footer.part.element[:] = [parse_xml(paragraph)]


def _number_xml(setting: Setting, family: str, blank: str) -> str:
    properties = f"<w:rPr>{run_properties(setting, family)}</w:rPr>"
    return (
        f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style_id(Role.PAGE_NUMBER)}"/>'
        f"{paragraph_properties(setting)}</w:pPr>"
        f'<w:r>{properties}<w:t xml:space="preserve">—{blank}</w:t></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}<w:t>1</w:t></w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r>{properties}<w:t xml:space="preserve">{blank}—</w:t></w:r></w:p>'
    )
