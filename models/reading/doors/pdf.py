# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
"""The door for PDF with a text layer. It opens apart: its library is not ours, and a page may be made to be endless."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from models.reading.doors.layout import Line, Page, paragraphs_of
from models.reading.doors.opened import Opened
from models.reading.doors.refusals import (
    MAX_CHARACTERS,
    broken,
    locked,
    scanned,
    too_long,
    unmapped,
)
from models.reading.doors.text import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = "\r\n"
_AT_DIGITS = re.compile(
    r"(?<=[\u2e80-\uffef]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[\u2e80-\uffef])"
)
_LOST_SHARE = 0.1
_THIN = 0.4  # of the height of a line
_UNSEEN = dict.fromkeys(
    map(ord, "\x02\ufffe\xad")
)  # a hyphen at the end of a line, as the library marks it


def open_pdf(data: bytes, name: str) -> Opened:
    """The text of a PDF, its page numbers and running heads apart.

    Raises:
        Refused: it is broken, locked, far too long, or only pictures.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, name))
    except pypdfium2.PdfiumError as error:
        raise (
            locked(name) if error.err_code == pdfium.FPDF_ERR_PASSWORD else broken(name)
        ) from error
    if not any(page.lines for page in pages):
        raise scanned(name)
    lost, told = sum(page.unmapped for page in pages), sum(map(_characters, pages))
    if lost > _LOST_SHARE * told:
        raise unmapped(name)
    text, furniture = paragraphs_of(pages)
    return Opened("\n".join(text), tuple(furniture), (*_pictures(pages), *_unmapped(lost)))


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    count = 0
    for page in document:
        page_text = page.get_textpage()
        count += page_text.count_chars()
        if count > MAX_CHARACTERS:
            raise too_long(name)
        yield Page(list(_lines(page, page_text)), _seen_width(page), _count_unmapped(page_text))
        page_text.close()
        page.close()


def _pictures(pages: list[Page]) -> tuple[str, ...]:
    bare = [str(at) for at, page in enumerate(pages, start=1) if not page.lines]
    if not bare:
        return ()
    return (f"第 {'、'.join(bare)} 页没有文字，可能是图片，其中的内容没有读出，请核对。",)


def _unmapped(count: int) -> tuple[str, ...]:
    return (
        (f"文件没有注明其中 {count} 个字是什么字，读出来的可能是乱码，请核对。",) if count else ()
    )


def _count_unmapped(text: pypdfium2.PdfTextPage) -> int:
    """Characters of fonts that say how they look and not what they are."""
    return sum(
        pdfium.FPDFText_HasUnicodeMapError(text, at) == 1 for at in range(text.count_chars())
    )


def _characters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines)


def _lines(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Iterator[Line]:
    start, marks = 0, list[str]()
    for at in range(text.count_chars()):
        mark = chr(pdfium.FPDFText_GetUnicode(text, at))
        if mark not in _ENDS:
            marks.append(mark)
            continue
        yield from _line(page, text, start, "".join(marks))
        start, marks = at + 1, []
    yield from _line(page, text, start, "".join(marks))


def _line(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, start: int, marks: str
) -> Iterator[Line]:
    """The line of these marks, the first of which is at `start`; none where all are blank."""
    words = marks.strip()
    if not words:
        return
    first = start + marks.index(words[0])
    last = first + len(words) - 1
    left, top, width, bottom = _box(page, text, first)
    right = _box(page, text, last)[2]
    wide = next((at for at, mark in enumerate(words) if mark >= "\u2e80"), None)
    em = bottom - top
    if wide is not None:
        box = _box(page, text, first + wide)
        em = box[2] - box[0]
    thin = set(_thin_blanks(page, text, words, first, bottom - top))
    said = "".join(mark for at, mark in enumerate(words) if at not in thin)
    yield Line(whole(said.translate(_UNSEEN)), left, max(right, width), (top + bottom) / 2, em)


def _thin_blanks(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, words: str, first: int, height: float
) -> Iterator[int]:
    """Where blanks of `words` are no wider than what programs leave between Chinese and digits."""
    for found in _AT_DIGITS.finditer(words):
        at = first + found.start()
        if _box(page, text, at + 1)[0] - _box(page, text, at - 1)[2] < _THIN * height:
            yield found.start()


def _seen_width(page: pypdfium2.PdfPage) -> float:
    """The width of the page as it is seen; the library says that of the page before it is turned."""
    width, height = page.get_size()
    return height if page.get_rotation() in (90, 270) else width


def _box(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, at: int
) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a character as the page is seen, in points from the upper left."""
    width, height = page.get_size()
    left, bottom, right, top = text.get_charbox(at, loose=True)
    match page.get_rotation():
        case 90:
            return bottom, left, top, right
        case 180:
            return width - right, bottom, width - left, top
        case 270:
            return height - top, width - right, height - bottom, width - left
        case _:
            return left, height - top, right, height - bottom
