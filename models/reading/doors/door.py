"""Which door a file comes in by: its content tells, whatever its name says."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from models.errors import UserError
from models.reading.doors import refusals
from models.reading.doors.file_bytes import OLD_OFFICE, ZIP, bytes_of
from models.reading.doors.opened import Opened
from models.reading.doors.text import decode, marked_encoding

if TYPE_CHECKING:
    from pathlib import Path

    from models.reading.doors.package import Package

Door = Callable[[bytes, str], Opened]
"""Takes the bytes and the name of a file."""

SUFFIXES = (".txt", ".docx", ".docm", ".dotx", ".doc", ".wps", ".pdf", ".ofd", ".html", ".htm")
"""What the dialog offers; a file by any other name comes in where its content is one of these."""

MAX_MEGABYTES = 50
_HEAD = 4_096  # bytes in which a page says that it is one
_WEB_PAGE = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF_WITHIN = 1_024  # bytes that may stand before the mark of a PDF
_OTHERS: tuple[tuple[bytes, Callable[[str], refusals.Refused]], ...] = (
    (b"{\\rtf", partial(refusals.not_read, what="RTF 文档")),
    (b"<?xml", partial(refusals.not_read, what="XML 文档")),
    (b"MIME-Version:", partial(refusals.not_read, what="单个文件网页")),
    (b"SQLite format 3\x00", partial(refusals.no_document, what="数据文件")),
    *((mark, refusals.packed) for mark in (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")),
    *(
        (mark, refusals.scanned)
        for mark in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
    ),
)


def open_file(path: Path) -> Opened:
    """What stands in the file at `path`.

    Raises:
        UserError: it is missing, broken, hostile, locked, of a kind that is not read, or without text.
    """
    too_big = refusals.too_big(path.name, MAX_MEGABYTES)
    data = bytes_of(path, MAX_MEGABYTES * 1_000_000, too_big)
    if not data:
        raise UserError(f"文件“{path.name}”是空的。请换一个文件。")
    opened = open_bytes(data, path.name)
    if not opened.text.strip():
        raise refusals.without_words(path.name)
    if len(opened.text) > refusals.MAX_CHARACTERS:
        raise refusals.too_long(path.name)
    return opened


def open_bytes(data: bytes, name: str) -> Opened:
    """What stands in the bytes of a file called `name`.

    Raises:
        Refused: as `open_file`.
    """
    return _door_of(data, name)(data, name)


def _door_of(data: bytes, name: str) -> Door:
    if data.startswith(ZIP):
        return _open_package
    if data.startswith(OLD_OFFICE):
        return partial(_open_apart, "old_word")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return partial(_open_apart, "pdf")
    if is_web_page(data):
        return partial(_open_apart, "web")
    for mark, refusal in _OTHERS:
        if data.startswith(mark):
            raise refusal(name)
    return _open_text


def is_web_page(data: bytes) -> bool:
    """Whether some bytes begin as a web page does."""
    head = data[:_HEAD].decode(marked_encoding(data) or "latin-1", errors="replace")
    return _WEB_PAGE.match(head) is not None


def _open_text(data: bytes, name: str) -> Opened:
    return Opened(decode(data, name))


# Each door brings libraries with it; a text needs none of them.


def _open_apart(door: str, data: bytes, name: str) -> Opened:
    from models.reading.doors.child import open_apart

    return open_apart(door, data, name)


def _open_package(data: bytes, name: str) -> Opened:
    from models.reading.doors import ofd, word
    from models.reading.doors.package import Package

    package = Package(data, name)
    if ofd.ROOT in package:
        return _open_apart("ofd", data, name)
    if not word.main_part(package):
        raise _no_text_in(package)
    opened = word.open_word(package)
    if not opened.text.strip() and any("/media/" in part for part in package.names()):
        raise refusals.scanned(name)
    return opened


def _no_text_in(package: Package) -> refusals.Refused:
    """Packages of other programs, told by a part that each has."""
    name = package.file_name
    if "xl/workbook.xml" in package or "xl/workbook.bin" in package:
        return refusals.no_document(name, "Excel 表格")
    if "ppt/presentation.xml" in package:
        return refusals.no_document(name, "演示文稿")
    if "mimetype" in package:
        return refusals.not_read(name, "ODF 文档")
    if "[content_types].xml" in package:
        return refusals.broken(name)
    return refusals.packed(name)
