"""The door for Word 97–2003 (.doc) and WPS files made like them ([MS-DOC]). It opens apart: its container is a maze."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import TYPE_CHECKING

from legacy_doc import ExtractionOptions, LegacyDocError
from legacy_doc.ole import OleReader

from models.reading.doors.old_boxes import Box, boxes_of
from models.reading.doors.old_lists import lists_of
from models.reading.doors.old_pieces import pieces_of
from models.reading.doors.old_properties import Runs
from models.reading.doors.old_text import OldText, notes_of
from models.reading.doors.opened import HAS_MACROS, Opened
from models.reading.doors.refusals import broken, locked, no_document, not_read
from models.reading.doors.word_numbers import Numbers
from models.reading.doors.word_styles import Styles

if TYPE_CHECKING:
    from models.reading.doors.refusals import Refused

_LIMITS = ExtractionOptions(max_file_bytes=60_000_000, max_chain_sectors=200_000)
_MAGIC = 0xA5EC
_IS_LOCKED, _IN_FIRST_TABLE = 0x0100, 0x0200
_FLAGS = 0x0A
_LENGTHS = 0x4C  # FibRgLw97.ccpText and those behind it
_STORIES = ("text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes")
_MACROS = "_VBA_PROJECT"
_OTHERS = (
    ("Workbook", "Excel 表格"),
    ("Book", "Excel 表格"),
    ("PowerPoint Document", "演示文稿"),
)


def open_old_word(data: bytes, name: str) -> Opened:
    """The text of an old Word file; apart from it its headers and footers, and what is hidden.

    Raises:
        Refused: it is broken, locked, or of another program.
    """
    try:
        return _opened(OleReader(data, options=_LIMITS), name)
    except (LegacyDocError, struct.error) as error:
        raise broken(name) from error


def _opened(container: OleReader, name: str) -> Opened:
    if not container.has_stream("WordDocument"):
        raise _other(container, name)
    main = container.read_stream("WordDocument")
    magic, flags = struct.unpack_from("<H", main)[0], struct.unpack_from("<H", main, _FLAGS)[0]
    if flags & _IS_LOCKED:
        raise locked(name)
    table_name = "1Table" if flags & _IN_FIRST_TABLE else "0Table"
    if magic != _MAGIC or not container.has_stream(table_name):
        raise not_read(name, "很早的 Word 文档（Word 95 或更早）")
    table = container.read_stream(table_name)
    numbers = Numbers(Styles(), lists_of(main, table))
    text = OldText(pieces_of(main, table), *Runs.both(main, table), numbers)
    anchors = boxes_of(main, table)
    told = _told(text, anchors, struct.unpack_from(f"<{len(_STORIES)}i", main, _LENGTHS))
    has_macros = any(_MACROS in stream for stream in container.list_streams())
    return replace(told, unread=(HAS_MACROS,)) if has_macros else told


def _other(container: OleReader, name: str) -> Refused:
    """A file of the same container that is not Word's."""
    if container.has_stream("EncryptedPackage"):
        return locked(name)
    for stream, what in _OTHERS:
        if container.has_stream(stream):
            return no_document(name, what)
    return not_read(name, "别的程序的文件")


def _told(text: OldText, anchors: list[Box], lengths: tuple[int, ...]) -> Opened:
    """The stories lie one behind the other; those of macros and comments are not printed."""
    places: dict[str, tuple[int, int]] = {}
    start = 0
    for story, length in zip(_STORIES, lengths, strict=True):
        places[story] = (start, start + max(length, 0))
        start = places[story][1]
    notes = [*notes_of(text.said(*places["footnotes"])), *notes_of(text.said(*places["endnotes"]))]
    boxes = _boxes(text, anchors, places["boxes"])
    running = dict.fromkeys(text.lines(*places["headers"]))
    lines = text.lines(*places["text"], notes, boxes)
    return Opened("\n".join(lines), (*running, *text.hidden))


def _boxes(
    text: OldText, anchors: list[Box], place: tuple[int, int]
) -> list[tuple[Box, list[str]]]:
    """The text boxes with their lines; all before the text where the file does not tell their places."""
    start, end = place
    if not anchors:
        return [(Box(0, end - start, 0, is_low=False), text.lines(start, end))]
    return [
        (box, text.lines(min(start + box.start, end), min(start + box.end, end))) for box in anchors
    ]
