"""Printed forms on paper: laid out once, written as PDF and Word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from exports.typeset.listing import Listing, paged
from exports.typeset.paginate import typeset
from exports.writers.document_info import DocumentInfo

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.page import Element, Page
    from exports.papers.forms.printed_form import PrintedForm
    from exports.typeset.fonts import FontBook


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A form that was laid out."""

    form: PrintedForm
    elements: tuple[Element, ...]
    pages: tuple[Page, ...]


def lay_out_form(form: PrintedForm, fonts: FontBook) -> FormLayout:
    """Place a form on its sheets.

    Raises:
        UserError: a character is in no font, a text is too long for its box.
    """
    content = form.content
    elements = paged(content, fonts, form.grid) if isinstance(content, Listing) else content
    return FormLayout(form, elements, typeset(elements, fonts, form.grid, form.numbering))


def form_pdf(layout: FormLayout, fonts: FontBook) -> bytes:
    """The PDF file of a form."""
    from exports.writers.pdf import pdf_bytes  # the window starts without its writers

    return pdf_bytes(layout.pages, fonts, DocumentInfo(layout.form.name))


def form_word(layout: FormLayout, fonts: FontBook) -> bytes:
    """The Word file of a form."""
    from exports.writers.word import word_bytes  # as above

    form, info = layout.form, DocumentInfo(layout.form.name)
    return word_bytes(
        layout.elements, layout.pages, form.grid, fonts, info, numbering=form.numbering
    )


def form_makers(form: PrintedForm, fonts: FontBook) -> dict[str, Callable[[], bytes]]:
    """What makes each file of a form, by what its name ends in; it is laid out when a file is made."""
    return {
        f"（{form.name}）.pdf": partial(_made, form_pdf, form, fonts),
        f"（{form.name}）.docx": partial(_made, form_word, form, fonts),
    }


def _made(
    make: Callable[[FormLayout, FontBook], bytes], form: PrintedForm, fonts: FontBook
) -> bytes:
    return make(lay_out_form(form, fonts), fonts)
