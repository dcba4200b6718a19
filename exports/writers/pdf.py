"""Placed pages as a PDF file: fonts cut and embedded, exact text, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Glyphs, Ink, Rule
from exports.typeset.fonts import BOLD_STROKE
from exports.writers.pdf_font import PdfFont
from exports.writers.pdf_objects import PdfObjects, PdfPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.page import Face, Mark, Page
    from exports.typeset.fonts import FontBook
    from exports.writers.document_info import DocumentInfo
    from exports.writers.pdf_objects import Reference


def pdf_bytes(pages: Sequence[Page], fonts: FontBook, info: DocumentInfo) -> bytes:
    """The PDF of `pages`; the same pages give the same bytes."""
    painter, objects = Painter(fonts, is_cmyk=info.is_cmyk), PdfObjects(info, fonts.written)
    for page in pages:
        objects.page(page_of(page, painter, objects))
    return objects.to_bytes(info.bookmarks, painter.add_fonts(objects))


def page_of(page: Page, painter: Painter, objects: PdfObjects) -> PdfPage:
    """A page whose content is already among the objects."""
    content = objects.stream(painter.content(page.marks, page.height))
    return PdfPage((content,), page.width, page.height)


class Painter:
    """Turns marks into operators and remembers which fonts they need."""

    def __init__(self, fonts: FontBook, *, is_cmyk: bool) -> None:
        self._fonts, self._is_cmyk = fonts, is_cmyk
        self._used: dict[Face, PdfFont] = {}

    def content(self, marks: Sequence[Mark], height: float) -> bytes:
        """The operators of the marks of a page that is `height` points high."""
        rules = [self._rule(mark, height) for mark in marks if isinstance(mark, Rule)]
        glyphs = [self._glyphs(mark, height) for mark in marks if isinstance(mark, Glyphs)]
        return "\n".join((*rules, "BT", *glyphs, "ET")).encode("ascii")

    def add_fonts(self, objects: PdfObjects) -> dict[str, Reference]:
        """Write the fonts that were used, by the names that the operators give them."""
        return {
            face.name: font.add_to(objects, self._fonts.written)
            for face, font in self._used.items()
        }

    def _glyphs(self, mark: Glyphs, height: float) -> str:
        font = self._used.get(mark.face)
        if font is None:
            source = self._fonts.font(mark.face)
            font = self._used[mark.face] = PdfFont(source, source.path.stem.replace(" ", ""))
        way = "0 1 -1 0" if mark.is_turned else "1 0 0 1"
        shown = (
            f"{self._ink(mark.ink, fill=True)} /{mark.face.name} {mark.size:.2f} Tf "
            f"{mark.spacing:.4f} Tc {way} {mark.x:.3f} {height - mark.baseline:.3f} Tm "
            f"<{font.encode(mark.text)}> Tj"
        )
        if not self._fonts.files[mark.face].is_bold:
            return shown
        ink, stroke = self._ink(mark.ink, fill=False), mark.size * BOLD_STROKE
        return f"2 Tr {ink} {stroke:.3f} w {shown} 0 Tr"

    def _rule(self, rule: Rule, height: float) -> str:
        x, y = rule.x, height - rule.y
        end = (x, y - rule.length) if rule.is_upright else (x + rule.length, y)
        return (
            f"{self._ink(rule.ink, fill=False)} {rule.width:.3f} w "
            f"{x:.3f} {y:.3f} m {end[0]:.3f} {end[1]:.3f} l S"
        )

    def _ink(self, ink: Ink, *, fill: bool) -> str:
        if ink is Ink.BLACK:
            return "0 g" if fill else "0 G"
        if self._is_cmyk:
            parts = " ".join(f"{part:.1f}" for part in standard.RED_CMYK)
            return f"{parts} {'k' if fill else 'K'}"
        return "1 0 0 rg" if fill else "1 0 0 RG"
