"""The elements as a Word file that the clerk can go on editing and that breaks where our pages break.

No document grid, exact pitch, 0.25 pt taken from each advance by default; measured to give 22 lines of 28 characters
in LibreOffice, and by Word's rules the same there. What must stand at an absolute place is taken from the pages.
"""

from __future__ import annotations

import datetime
import io
import math
from typing import TYPE_CHECKING, cast

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from exports.grid import TWIPS
from exports.page import Face, Numbering, Role
from exports.writers.document_info import LANGUAGE, DocumentInfo
from exports.writers.word_block import block_xml
from exports.writers.word_body import Body, body_of
from exports.writers.word_footer import (
    clear_footers,
    fill_footers,
    style_of,
)
from exports.writers.word_package import empty_package
from exports.writers.word_styles import StyleSheet, settings_xml, styles_in, styles_xml
from exports.writers.word_xml import NAMESPACES, twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement

    from exports.grid import Grid
    from exports.page import Element, Page
    from exports.typeset.fonts import FontBook

MADE = datetime.datetime(2007, 1, 11, tzinfo=datetime.UTC)  # the same document gives the same parts
HEADER_FROM_EDGE_TWIPS = 851
MOST_PROPERTY = 255  # characters of a document property


def word_bytes(
    elements: Sequence[Element],
    pages: Sequence[Page],
    grid: Grid,
    fonts: FontBook,
    info: DocumentInfo,
    *,
    numbering: Numbering,
) -> bytes:
    """The Word file of `elements`, which were placed on `pages` in the type area of `grid`."""
    styles = {**styles_in(elements), Role.PAGE_NUMBER: style_of(numbering)}
    sheet = StyleSheet(styles, fonts.files)
    settings = settings_xml(mirrored=grid.even_left != grid.left)
    document = Document(empty_package(styles_xml(sheet, grid), settings))
    _set_page(document, grid)
    fill_footers(document.sections[0], fonts.files[Face.SONG].family, grid, numbering)
    body = body_of(elements, pages, grid, sheet, fonts)
    document.sections[0].different_first_page_header_footer = not body.first_is_numbered
    section = _end_of_text(document, body) if body.foot_starts_page else ""
    last_of_text = len(body.blocks) - 2
    paragraphs = "".join(
        block_xml(block, sheet, section if at == last_of_text else "")
        for at, block in enumerate(body.blocks)
    )
    _fill_body(document, paragraphs)
    return _saved(document, info)


def _set_page(document: WordDocument, grid: Grid) -> None:
    section = document.sections[0]
    section.page_width = Twips(twips(grid.page_width))
    section.page_height = Twips(twips(grid.page_height))
    if grid.page_width > grid.page_height:
        section.orientation = WD_ORIENT.LANDSCAPE
    right = grid.page_width - grid.left - grid.width
    section.left_margin, section.right_margin = Twips(_up(grid.left)), Twips(twips(right))
    bottom = grid.page_height - grid.bottom
    section.top_margin, section.bottom_margin = Twips(twips(grid.top)), Twips(twips(bottom))
    section.header_distance = Twips(min(HEADER_FROM_EDGE_TWIPS, twips(grid.top)))
    for lines in _section_properties(document).iter(qn("w:docGrid")):
        lines.set(qn("w:linePitch"), str(twips(grid.pitch)))


def _up(points: float) -> int:
    """The binding margin in whole twips, rounded up: the line may not be wider than ours."""
    return math.ceil(points * TWIPS)


def _body(document: WordDocument) -> BaseOxmlElement:
    return cast("BaseOxmlElement", next(document.element.iter(qn("w:body"))))


def _section_properties(document: WordDocument) -> BaseOxmlElement:
    """The properties of the last section, which stand at the end of the body."""
    return cast("BaseOxmlElement", _body(document)[-1])


def _end_of_text(document: WordDocument, body: Body) -> str:
    """The section that ends with the text; the one left over starts the page of the 版记."""
    properties = _section_properties(document)
    ended = properties.xml
    section = document.sections[0]
    section.different_first_page_header_footer = False
    section.start_type = WD_SECTION.EVEN_PAGE if body.foot_on_even_page else WD_SECTION.NEW_PAGE
    if not body.foot_is_numbered:
        # the library would drop the footers themselves, which the section before still shows
        for reference in list(properties.iter(qn("w:footerReference"))):
            properties.remove(reference)
        clear_footers(section)
    return ended


def _fill_body(document: WordDocument, paragraphs: str) -> None:
    new = parse_xml(f"<w:body {NAMESPACES}>{paragraphs}</w:body>")
    _body(document)[:0] = list(new)


def _saved(document: WordDocument, info: DocumentInfo) -> bytes:
    properties = document.core_properties
    properties.title, properties.author = info.title[:MOST_PROPERTY], info.author[:MOST_PROPERTY]
    properties.language, properties.last_modified_by = LANGUAGE, ""
    properties.created = properties.modified = MADE
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
