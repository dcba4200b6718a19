"""Properties of characters and paragraphs in an old Word file, by their place in it ([MS-DOC] 2.9.33, 2.9.176)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

_CHARACTERS, _PARAGRAPHS = 0x00FA, 0x0102  # FibRgFcLcb97: fcPlcfBteChpx, fcPlcfBtePapx
_PAGE = 512
_PAGE_NUMBER = 0x3FFFFF
_OPERANDS = (1, 1, 2, 4, 2, 2, -1, 3)  # bytes, by the kind of a property; -1: it says itself
_TABLE_SHAPE = (0xD608, 0xD606)  # their length has two bytes

IS_DELETED, IS_HIDDEN = 0x0800, 0x083C
IN_TABLE, ENDS_ROW = 0x2416, 0x2417
LIST, LIST_LEVEL = 0x460B, 0x260A

Properties = Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Runs:
    """What applies from each of `starts` on: bytes of the file, in order."""

    starts: list[int]
    properties: list[Properties]

    @classmethod
    def both(cls, main: bytes, table: bytes) -> tuple[Runs, Runs]:
        """Those of the characters and those of the paragraphs."""
        return _runs(main, table, _CHARACTERS), _runs(main, table, _PARAGRAPHS)

    def at(self, place: int) -> Properties:
        """What applies at a byte of the file."""
        found = bisect_right(self.starts, place) - 1
        return self.properties[found] if found >= 0 else {}


def _runs(main: bytes, table: bytes, place: int) -> Runs:
    start, length = struct.unpack_from("<2I", main, place)
    count = max((length - 4) // 8, 0)
    pages = struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1))
    found: dict[int, Properties] = {}
    for page in dict.fromkeys(number & _PAGE_NUMBER for number in pages):
        found |= _page(main[page * _PAGE : (page + 1) * _PAGE], is_paragraphs=place == _PARAGRAPHS)
    starts = sorted(found)
    return Runs(starts, [found[start] for start in starts])


def _page(page: bytes, *, is_paragraphs: bool) -> dict[int, Properties]:
    """One page of the file that holds nothing but properties; its last byte says for how many runs."""
    if len(page) < _PAGE:
        return {}
    count, width = page[-1], 13 if is_paragraphs else 1
    starts = struct.unpack_from(f"<{count}I", page)
    offsets = (2 * page[4 * (count + 1) + width * at] for at in range(count))
    said = _of_paragraph if is_paragraphs else _of_characters
    return {start: said(page, at) if at else {} for start, at in zip(starts, offsets, strict=True)}


def _of_characters(page: bytes, at: int) -> Properties:
    return _properties(page[at + 1 : at + 1 + page[at]])


def _of_paragraph(page: bytes, at: int) -> Properties:
    """Behind their length stands the style."""
    if page[at]:
        return _properties(page[at + 3 : at + 2 * page[at]])
    return _properties(page[at + 4 : at + 2 + 2 * page[at + 1]])


def _properties(said: bytes) -> Properties:
    """Names and values; of long values only that they are there."""
    found: dict[int, int] = {}
    at = 0
    while at + 3 <= len(said):
        (name,) = struct.unpack_from("<H", said, at)
        at += 2
        size = _OPERANDS[name >> 13]
        if size < 0:
            size = 1 + said[at] + (256 * said[at + 1] if name in _TABLE_SHAPE and at + 1 < len(said) else 0)  # fmt: skip
            found[name] = 1
        else:
            found[name] = int.from_bytes(said[at : at + size], "little")
        at += size
    return found
