"""Text boxes of an old Word file and the characters they hang on ([MS-DOC] 2.8.30, 2.8.34)."""

from __future__ import annotations

import itertools
import struct
from typing import NamedTuple

_SHAPES, _BOXES = 0x01DA, 0x025A  # FibRgFcLcb97: fcPlcSpaMom, fcPlcftxbxTxt
_SHAPE, _BOX = 26, 22  # bytes
_NAME_IN_BOX = 14
_TOP, _FLAGS = 8, 20  # in a shape
_OF_PARAGRAPH = 2
_LOW_TWIPS, _NEAR_TWIPS = 7_900, 280


class Box(NamedTuple):
    """A stretch of the story of text boxes, and the character of the text that it hangs on."""

    start: int
    end: int
    anchor: int
    is_low: bool  # it stands below the paragraph it hangs on


def boxes_of(main: bytes, table: bytes) -> list[Box]:
    """The text boxes in the order of their story; the last stretch of it is none."""
    ends, said = _entries(main, table, _BOXES, _BOX)
    places, shapes = _entries(main, table, _SHAPES, _SHAPE)
    shown = {
        _name(shape, 0): (place, _is_low(shape))
        for place, shape in zip(places, shapes, strict=False)
    }
    return [
        Box(start, end, *shown.get(_name(box, _NAME_IN_BOX), (0, False)))
        for (start, end), box in zip(itertools.pairwise(ends), said, strict=False)
    ]


def _name(entry: bytes, at: int) -> int:
    return struct.unpack_from("<i", entry, at)[0]


def _is_low(shape: bytes) -> bool:
    """Its upper edge is in the lower half of the page, or below the paragraph itself."""
    top, flags = struct.unpack_from("<i", shape, _TOP)[0], shape[_FLAGS]
    return top > (_NEAR_TWIPS if flags >> 3 & 3 == _OF_PARAGRAPH else _LOW_TWIPS)


def _entries(main: bytes, table: bytes, place: int, size: int) -> tuple[list[int], list[bytes]]:
    """A table of places and of what is said of each."""
    start, length = struct.unpack_from("<2I", main, place)
    count = max((min(length, len(table) - start) - 4) // (4 + size), 0)
    places = list(struct.unpack_from(f"<{count + 1}I", table, start)) if count else []
    first = start + 4 * (count + 1)
    return places, [table[first + size * at : first + size * (at + 1)] for at in range(count)]
