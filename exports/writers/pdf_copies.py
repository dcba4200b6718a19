"""Many copies of one document that differ in nothing but their 份号."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.copy_number import is_copy_number
from exports.page import Role
from exports.writers.document_info import Bookmark
from exports.writers.pdf import Painter, page_of
from exports.writers.pdf_objects import PdfObjects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.page import Page
    from exports.typeset.fonts import FontBook
    from exports.writers.document_info import DocumentInfo

DIGITS = "0123456789"


def copies_pdf(
    pages: Sequence[Page], fonts: FontBook, info: DocumentInfo, numbers: Sequence[str]
) -> bytes:
    """All copies in one PDF: each has pages of its own, which share fonts and content but for the number.

    Args:
        pages: The document; its first page bears a 份号, in the place of which the numbers stand.
        fonts: The faces it is set in.
        info: Its title and author; the outline leads to the copies instead.
        numbers: What stands on the copies, in their order.
    """
    outline = tuple(
        Bookmark(f"{Role.COPY_NUMBER.value} {number}", 1 + at * len(pages), 0.0)
        for at, number in enumerate(numbers)
    )
    return _Copies(pages, fonts, info).to_bytes(numbers, outline)


def separate_pdfs(
    pages: Sequence[Page], fonts: FontBook, info: DocumentInfo, numbers: Sequence[str]
) -> Iterator[bytes]:
    """Each copy as a PDF of its own, with the outline of the document; `numbers` are of one length.

    The first is made; in the others the number is exchanged, which leaves every byte where it was.
    """
    copies = _Copies(pages, fonts, info)
    whole = copies.to_bytes(numbers[:1], info.bookmarks)
    before, _, after = whole.partition(copies.number_content(numbers[0]))
    for number in numbers:
        yield before + copies.number_content(number) + after


class _Copies:
    """The pages of a document, its 份号 taken from the first."""

    def __init__(self, pages: Sequence[Page], fonts: FontBook, info: DocumentInfo) -> None:
        self._painter = Painter(fonts, is_cmyk=info.is_cmyk)
        self._objects = PdfObjects(info, fonts.written)
        self._height = pages[0].height
        (self._number,) = (mark for mark in pages[0].marks if is_copy_number(mark))
        rest = tuple(mark for mark in pages[0].marks if not is_copy_number(mark))
        shared = (replace(pages[0], marks=rest), *pages[1:])
        self._first, *self._others = (
            page_of(page, self._painter, self._objects) for page in shared
        )
        self.number_content(DIGITS)

    def number_content(self, number: str) -> bytes:
        """The operators of a number."""
        return self._painter.content((replace(self._number, text=number),), self._height)

    def to_bytes(self, numbers: Sequence[str], outline: tuple[Bookmark, ...]) -> bytes:
        """The file of these copies."""
        for number in numbers:
            own = self._objects.plain_stream(self.number_content(number))
            self._objects.page(self._first._replace(contents=(*self._first.contents, own)))
            for page in self._others:
                self._objects.page(page)
        return self._objects.to_bytes(outline, self._painter.add_fonts(self._objects))
