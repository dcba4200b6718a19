"""A TrueType font that holds only the glyphs a document uses, cut from the file by their offsets."""

from __future__ import annotations

import struct
import sys
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.typeset.truetype import TrueType

HINTING = ("cvt ", "fpgm", "prep")
MORE_COMPONENTS, WIDE_ARGUMENTS = 0x20, 0x01
SCALES = (
    (0x08, 2),
    (0x40, 4),
    (0x80, 8),
)  # flag of a composite glyph and bytes of the scale it announces
CHECKSUM = 0xB1B0AFBA


def cut_font(font: TrueType, glyphs: Sequence[int]) -> bytes:
    """The bytes of a font whose glyph n is `glyphs[n]` of `font`; parts of composite glyphs follow at the end.

    Args:
        font: The whole face.
        glyphs: Its glyphs in their new order; the first should be 0, the missing glyph.
    """
    order = list(glyphs)
    outlines: list[bytes] = []
    at = 0
    while at < len(order):
        start, end = font.extent(order[at])
        outlines.append(_renumbered(font.data[start:end], order))
        at += 1
    return _assembled(_tables(font, order, outlines))


def _renumbered(outline: bytes, order: list[int]) -> bytes:
    """A composite glyph points at its parts by their new numbers; parts not yet in `order` are added to it."""
    padded = outline + bytes(-len(outline) % 4)
    if not outline or outline[0] < 0x80:
        return padded
    changed = bytearray(padded)
    place, flags = 10, MORE_COMPONENTS
    while flags & MORE_COMPONENTS:
        flags, part = struct.unpack_from(">HH", changed, place)
        if part not in order:
            order.append(part)
        struct.pack_into(">H", changed, place + 2, order.index(part))
        place += 4 + (4 if flags & WIDE_ARGUMENTS else 2)
        place += next((size for flag, size in SCALES if flags & flag), 0)
    return bytes(changed)


def _tables(font: TrueType, order: Sequence[int], outlines: Sequence[bytes]) -> dict[str, bytes]:
    offsets = array("I", [0])
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    if sys.byteorder == "little":
        offsets.byteswap()
    head, hhea, maxp = (bytearray(font.table(tag)) for tag in ("head", "hhea", "maxp"))
    struct.pack_into(">I", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)  # long offsets
    struct.pack_into(">H", hhea, 34, len(order))
    struct.pack_into(">H", maxp, 4, len(order))
    tables = {
        "glyf": b"".join(outlines),
        "head": bytes(head),
        "hhea": bytes(hhea),
        "hmtx": b"".join(_metrics(font, glyph) for glyph in order),
        "loca": offsets.tobytes(),
        "maxp": bytes(maxp),
    }
    return tables | {tag: font.table(tag) for tag in HINTING if font.tables.get(tag, (0, 0))[1]}


def _metrics(font: TrueType, glyph: int) -> bytes:
    start, last = font.tables["hmtx"][0], font.metric_count - 1
    if glyph <= last:
        return font.data[start + 4 * glyph : start + 4 * glyph + 4]
    bearing = start + 4 * (last + 1) + 2 * (glyph - last - 1)
    return font.data[start + 4 * last : start + 4 * last + 2] + font.data[bearing : bearing + 2]


def _assembled(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = [struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * count - (16 << power))]
    offset, bodies, head_at, total = 12 + 16 * count, list[bytes](), 0, 0
    for tag in sorted(tables):
        body = tables[tag] + bytes(-len(tables[tag]) % 4)
        checksum = _sum(body)
        total += checksum
        head_at = offset if tag == "head" else head_at
        header.append(struct.pack(">4sIII", tag.encode(), checksum, offset, len(tables[tag])))
        bodies.append(body)
        offset += len(body)
    directory = b"".join(header)
    font = bytearray(directory + b"".join(bodies))
    struct.pack_into(">I", font, head_at + 8, (CHECKSUM - total - _sum(directory)) & 0xFFFFFFFF)
    return bytes(font)


def _sum(data: bytes) -> int:
    words = array("I", data)
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
