"""A TrueType file read where it lies: only the bytes that a page needs are touched.

General libraries read whole tables of 20,000 entries into dictionaries, which takes longer than all else that is done
for a document; this reads `cmap`, `hmtx`, `loca` and `glyf` by offset from a memory map.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from bisect import bisect_left
from struct import error as StructError
from struct import unpack_from
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

UNICODE_TABLES = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))  # (platform, encoding), best first
RESTRICTED = 0x0002  # fsType: embedding not allowed


class FontError(Exception):
    """The file is no TrueType font that can be embedded."""


class Bounds(NamedTuple):
    """Ink of a glyph above (positive) and below the baseline, in parts of the type size."""

    bottom: float
    top: float


class TrueType:
    """One face of a .ttf or .ttc file."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path, self.index = path, index
        self._glyphs: dict[str, int] = {}
        try:
            with path.open("rb") as file:
                self.data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self.tables = self._directory(index)
            self._read_heads()
            self._read_cmap()
        except (StructError, KeyError, ValueError) as error:
            raise FontError(f"{path} is no usable TrueType font") from error

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 where the font has none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self._mapped(ord(char))
        return found

    def advance(self, glyph: int) -> float:
        """How far the pen moves, in parts of the type size."""
        last = min(glyph, self.metric_count - 1)
        return unpack_from(">H", self.data, self.tables["hmtx"][0] + 4 * last)[0] / self.units

    def bounds(self, glyph: int) -> Bounds:
        """The height of the ink; (0, 0) for a blank."""
        start, end = self.extent(glyph)
        if start == end:
            return Bounds(0.0, 0.0)
        _, low, _, high = unpack_from(">4h", self.data, start + 2)
        return Bounds(low / self.units, high / self.units)

    def extent(self, glyph: int) -> tuple[int, int]:
        """Where the outline stands in the file."""
        loca, glyf = self.tables["loca"][0], self.tables["glyf"][0]
        if self.long_offsets:
            start, end = unpack_from(">2I", self.data, loca + 4 * glyph)
        else:
            start, end = (2 * half for half in unpack_from(">2H", self.data, loca + 2 * glyph))
        return glyf + start, glyf + end

    def table(self, tag: str) -> bytes:
        """The bytes of a table."""
        start, length = self.tables[tag]
        return self.data[start : start + length]

    def _mapped(self, code: int) -> int:
        at = bisect_left(self._ends, code)
        if at >= len(self._ends) or self._starts[at] > code:
            return 0
        if not self._has_ranges:
            return self._groups[at] + code - self._starts[at]
        if self._ranges[at] == 0:
            return (code + self._deltas[at]) & 0xFFFF
        place = self._ranges_at + 2 * at + self._ranges[at] + 2 * (code - self._starts[at])
        glyph = unpack_from(">H", self.data, place)[0]
        return (glyph + self._deltas[at]) & 0xFFFF if glyph else 0

    def _directory(self, index: int) -> dict[str, tuple[int, int]]:
        base = 0
        if self.data[:4] == b"ttcf":
            base = unpack_from(">I", self.data, 12 + 4 * index)[0]
        count = unpack_from(">H", self.data, base + 4)[0]
        entries = (unpack_from(">4s4xII", self.data, base + 12 + 16 * at) for at in range(count))
        return {tag.decode("latin-1"): (start, length) for tag, start, length in entries}

    def _read_heads(self) -> None:
        head, hhea = self.tables["head"][0], self.tables["hhea"][0]
        self.units: int = unpack_from(">H", self.data, head + 18)[0]
        self.box: tuple[int, ...] = unpack_from(">4h", self.data, head + 36)
        self.long_offsets = bool(unpack_from(">h", self.data, head + 50)[0])
        self.ascent, self.descent = unpack_from(">2h", self.data, hhea + 4)
        self.metric_count: int = unpack_from(">H", self.data, hhea + 34)[0]
        kind: int = unpack_from(">H", self.data, self.tables["OS/2"][0] + 8)[0]
        if kind == RESTRICTED or "glyf" not in self.tables:
            raise FontError(f"{self.path} may not be embedded or has no TrueType outlines")

    def _read_cmap(self) -> None:
        start = self.tables["cmap"][0]
        count = unpack_from(">H", self.data, start + 2)[0]
        found: dict[tuple[int, int], int] = {}
        for at in range(count):
            platform, encoding, offset = unpack_from(">HHI", self.data, start + 4 + 8 * at)
            found[platform, encoding] = start + offset
        readers = {4: self._read_segments, 12: self._read_groups}  # by the layout of the table
        for key in UNICODE_TABLES:
            if key in found and (layout := unpack_from(">H", self.data, found[key])[0]) in readers:
                readers[layout](found[key])
                return
        raise FontError(f"{self.path} has no Unicode character map")

    def _read_groups(self, start: int) -> None:
        count = unpack_from(">I", self.data, start + 12)[0]
        triples = self._numbers("I", start + 16, 3 * count)
        self._starts, self._ends, self._groups = triples[0::3], triples[1::3], triples[2::3]
        self._has_ranges = False

    def _read_segments(self, start: int) -> None:
        count = unpack_from(">H", self.data, start + 6)[0] // 2
        self._ends = self._numbers("H", start + 14, count)
        self._starts = self._numbers("H", start + 16 + 2 * count, count)
        self._deltas = self._numbers("H", start + 16 + 4 * count, count)
        self._ranges_at = start + 16 + 6 * count
        self._ranges = self._numbers("H", self._ranges_at, count)
        self._has_ranges = True

    def _numbers(self, code: Literal["H", "I"], start: int, count: int) -> array[int]:
        numbers: array[int] = array(code)
        numbers.frombytes(self.data[start : start + count * numbers.itemsize])
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers
