"""The sections of the Word file, looked at without an office program."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_SECTION

from exports.jobs import lay_out, notice_word
from models.notice import Paragraph
from tests.support.invented import filled_notice, full_notice

if TYPE_CHECKING:
    from docx.section import Section

    from exports.typeset.fonts import FontBook
    from models.notice import Notice


def test_an_imprint_on_the_page_of_the_text_needs_no_section(fonts: FontBook) -> None:
    (section,) = sections_of(full_notice(), fonts)
    assert numbers_of(section) == [True, True]


def test_an_imprint_alone_on_the_last_even_page_shows_no_number(fonts: FontBook) -> None:
    text, imprint = sections_of(filled_notice(), fonts)
    assert numbers_of(text) == [True, True]
    assert imprint.start_type == WD_SECTION.EVEN_PAGE
    assert not imprint.footer.is_linked_to_previous
    assert not imprint.even_page_footer.is_linked_to_previous
    assert numbers_of(imprint) == [False, False]


def sections_of(notice: Notice, fonts: FontBook) -> list[Section]:
    word = notice_word(notice, lay_out(notice, fonts), fonts)
    return list(Document(io.BytesIO(word)).sections)


def numbers_of(section: Section) -> list[bool]:
    """Whether the footers of odd and of even pages show the number of the page."""
    footers = (section.footer, section.even_page_footer)
    return ["PAGE" in footer.part.blob.decode("utf-8") for footer in footers]


def test_a_line_before_a_number_with_its_unit_bears_its_stretch(fonts: FontBook) -> None:
    """Word would fill the line with the number and begin the next with its unit."""
    body = (Paragraph("国" * 24 + "2007年" + "国" * 40),)
    notice = replace(full_notice(), body=body)
    word = notice_word(notice, lay_out(notice, fonts), fonts)
    paragraph = next(p for p in Document(io.BytesIO(word)).paragraphs if "2007年" in p.text)
    first, rest = [run for run in paragraph.runs if run.text]
    assert (first.text, rest.text) == ("国" * 24, "2007年" + "国" * 40)
    assert first.element.xpath("./w:rPr/w:spacing/@w:val") == ["22"]
    assert not rest.element.xpath("./w:rPr/w:spacing")
