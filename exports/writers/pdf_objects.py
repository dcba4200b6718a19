"""A PDF file as numbered objects.

This is a writer of our own because importing reportlab, whose layer of objects served before, takes as long as all
else that is done for one document.
"""

from __future__ import annotations

import zlib
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from exports.writers.document_info import LANGUAGE, PRODUCER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exports.memo import Memo
    from exports.writers.document_info import Bookmark, DocumentInfo

Reference = str
"""`12 0 R`: how one object names another."""

HEAD = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"  # four bytes above 127 tell that the file is binary
FREE = b"0000000000 65535 f \n"  # the first row of every table of objects
FAN = 64  # pages of one node of the tree
COMPRESSION = 2  # of 9: less than half the time of the usual 6 for 5 % more bytes


class PdfPage(NamedTuple):
    """A page before it has a place among the others; one may stand at many places. Sizes in points."""

    contents: tuple[Reference, ...]
    width: float
    height: float


class PdfObjects:
    """Takes objects one by one; the same objects in the same order give the same bytes."""

    def __init__(self, info: DocumentInfo, memo: Memo[tuple[bytes, ...]]) -> None:
        self._info, self._memo = info, memo
        self._bodies: list[bytes] = []
        self._pages: list[PdfPage] = []

    def dictionary(self, **entries: object) -> Reference:
        """Add a dictionary; its values are numbers or texts in the notation of PDF."""
        return self._add(_dictionary(entries).encode("ascii"))

    def stream(self, content: bytes, **entries: object) -> Reference:
        """Add a compressed stream with further entries."""
        (packed,) = self._memo.once(content, lambda: (compress(content),))
        return self.packed_stream(packed, **entries)

    def packed_stream(self, packed: bytes, **entries: object) -> Reference:
        """Add a stream that `compress` has made smaller already."""
        return self._add_stream(packed, entries | {"Filter": "/FlateDecode"})

    def plain_stream(self, content: bytes) -> Reference:
        """Add a stream as it is, which may be so short that compressing would not help."""
        return self._add_stream(content, {})

    def page(self, page: PdfPage) -> None:
        """Add a page after those before it."""
        self._pages.append(page)

    def to_bytes(self, bookmarks: Sequence[Bookmark], fonts: Mapping[str, Reference]) -> bytes:
        """The whole file; the operators of its pages call its fonts by these names."""
        tree, pages = self._add_pages(_dictionary({"Font": _dictionary(fonts)}))
        outlines = self._add_outline(bookmarks, pages) if bookmarks else ""
        root = self.dictionary(
            Type="/Catalog",
            Pages=tree,
            Lang=text_string(LANGUAGE),
            **{"Outlines": outlines, "PageMode": "/UseOutlines"} if outlines else {},
        )
        info = self.dictionary(
            Title=text_string(self._info.title),
            Author=text_string(self._info.author),
            Creator=text_string(PRODUCER),
            Producer=text_string(PRODUCER),
        )
        return self._assembled(root, info)

    def _add(self, body: bytes) -> Reference:
        self._bodies.append(body)
        return _reference(len(self._bodies))

    def _add_stream(self, content: bytes, entries: Mapping[str, object]) -> Reference:
        dictionary = _dictionary({**entries, "Length": len(content)}).encode("ascii")
        return self._add(b"%b\nstream\n%b\nendstream" % (dictionary, content))

    def _add_pages(self, resources: str) -> tuple[Reference, list[Reference]]:
        """The root of the tree of pages, and the pages.

        It has two levels, so that readers find their way through thousands of pages, and hands down what most of
        them share.
        """
        root, count = len(self._bodies) + 1, len(self._pages)
        nodes = [_reference(root + 1 + at) for at in range(-(-count // FAN))]
        pages = [_reference(root + 1 + len(nodes) + at) for at in range(count)]
        shared = {"MediaBox": _box(self._pages[0]), "Resources": resources}
        self.dictionary(Type="/Pages", Count=count, Kids=_array(nodes), **shared)
        for at in range(0, count, FAN):
            kids = pages[at : at + FAN]
            parent = _reference(root)
            self.dictionary(Type="/Pages", Parent=parent, Count=len(kids), Kids=_array(kids))
        entries = {page: self._entries_of(page) for page in set(self._pages)}
        self._bodies += [
            f"<</Type /Page /Parent {nodes[at // FAN]} {entries[page]}>>".encode("ascii")
            for at, page in enumerate(self._pages)
        ]
        return _reference(root), pages

    def _entries_of(self, page: PdfPage) -> str:
        box = _box(page)
        own_box = "" if box == _box(self._pages[0]) else f" /MediaBox {box}"
        return f"/Contents {_array(page.contents)}{own_box}"

    def _add_outline(self, bookmarks: Sequence[Bookmark], pages: Sequence[Reference]) -> Reference:
        """One flat list."""
        first = len(self._bodies) + 2
        entries = [_reference(first + at) for at in range(len(bookmarks))]
        root = self.dictionary(
            Type="/Outlines", First=entries[0], Last=entries[-1], Count=len(entries)
        )
        for at, bookmark in enumerate(bookmarks):
            top = self._pages[bookmark.page - 1].height - bookmark.y
            self.dictionary(
                Title=text_string(bookmark.title),
                Parent=root,
                Dest=f"[{pages[bookmark.page - 1]} /XYZ 0 {top:.3f} 0]",
                **{"Prev": entries[at - 1]} if at else {},
                **{"Next": entries[at + 1]} if at + 1 < len(entries) else {},
            )
        return root

    def _assembled(self, root: Reference, info: Reference) -> bytes:
        parts = [HEAD]
        parts += [b"%d 0 obj\n%b\nendobj\n" % item for item in enumerate(self._bodies, 1)]
        *places, end = accumulate(map(len, parts))
        rows = b"".join([b"%010d 00000 n \n" % place for place in places])
        trailer = _dictionary({"Size": len(parts), "Root": root, "Info": info})
        table = b"xref\n0 %d\n%b%btrailer\n%b\n" % (len(parts), FREE, rows, trailer.encode("ascii"))
        return b"".join((*parts, table, b"startxref\n%d\n%%%%EOF\n" % end))


def compress(content: bytes) -> bytes:
    """The content of a stream made smaller."""
    return zlib.compress(content, COMPRESSION)


def text_string(text: str) -> str:
    """A text that a reader shows, as the hexadecimal digits of UTF-16 after its mark."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _reference(number: int) -> Reference:
    return f"{number} 0 R"


def _array(references: Sequence[Reference]) -> str:
    return f"[{' '.join(references)}]"


def _box(page: PdfPage) -> str:
    return f"[0 0 {page.width:.3f} {page.height:.3f}]"


def _dictionary(entries: Mapping[str, object]) -> str:
    return f"<<{' '.join(f'/{name} {value}' for name, value in entries.items())}>>"
