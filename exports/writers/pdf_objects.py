# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
"""A PDF file as objects, on the layer that reportlab's canvas itself stands on.

The stubs of reportlab leave that layer without types; here alone the checker looks away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFPage,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from exports.writers.document_info import LANGUAGE, PRODUCER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.writers.document_info import Bookmark, DocumentInfo

Reference = str
"""`12 0 R`: how one object names another."""


class PdfObjects:
    """Takes objects one by one; the same objects in the same order give the same bytes."""

    def __init__(self, info: DocumentInfo) -> None:
        self._document = PDFDocument(invariant=1, lang=LANGUAGE, pdfVersion=(1, 4))
        self._document.setTitle(info.title)
        self._document.setAuthor(info.author)
        self._document.setProducer(PRODUCER)
        self._document.setCreator(PRODUCER)
        self._pages: list[PDFPage] = []

    def dictionary(self, **entries: object) -> Reference:
        """Add a dictionary; its values are numbers or texts in the notation of PDF."""
        return self._reference(PDFDictionary(dict(entries)))

    def stream(self, content: bytes, **entries: object) -> Reference:
        """Add a compressed stream with further entries."""
        dictionary = PDFDictionary(dict(entries))
        return self._reference(PDFStream(dictionary, content, [PDFZCompress]))

    def page(
        self, content: bytes, fonts: Mapping[str, Reference], width: float, height: float
    ) -> None:
        """Add a page after those before it. Sizes in points."""
        page = PDFPage()
        page.MediaBox = PDFArray([0, 0, round(width, 3), round(height, 3)])
        page.Contents = PDFStream(content=content, filters=[PDFZCompress])
        page.Resources = PDFDictionary({"Font": PDFDictionary(dict(fonts))})
        self._document.addPage(page)
        self._pages.append(page)

    def to_bytes(self, bookmarks: Sequence[Bookmark]) -> bytes:
        """The whole file."""
        document = self._document
        document.Reference(document.Catalog)
        document.Reference(document.info)
        document.Catalog.Outlines = self._outline(bookmarks) if bookmarks else None
        return document.format()

    def _outline(self, bookmarks: Sequence[Bookmark]) -> object:
        """One flat list."""
        root, entries = PDFDictionary({}), [PDFDictionary({}) for _ in bookmarks]
        parent = self._document.Reference(root)
        references = [self._document.Reference(entry) for entry in entries]
        for at, (bookmark, entry) in enumerate(zip(bookmarks, entries, strict=True)):
            page = self._pages[bookmark.page - 1]
            top = round(page.MediaBox.sequence[3] - bookmark.y, 3)
            entry["Title"] = PDFString(bookmark.title)
            entry["Parent"] = parent
            entry["Dest"] = PDFArray([self._document.Reference(page), "/XYZ", 0, top, 0])
            if at:
                entry["Prev"] = references[at - 1]
            if at < len(entries) - 1:
                entry["Next"] = references[at + 1]
        root["Type"], root["Count"] = "/Outlines", len(entries)
        root["First"], root["Last"] = references[0], references[-1]
        return parent

    def _reference(self, item: PDFDictionary | PDFStream) -> Reference:
        return self._document.Reference(item).format(self._document).decode("ascii")
