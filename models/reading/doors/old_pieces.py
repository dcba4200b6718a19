"""An old Word file is saved in pieces: the text they make, and where in the file each character lies ([MS-DOC] 2.8.35)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from legacy_doc import LegacyDocError

_PLACE = 0x01A2  # FibRgFcLcb97.fcClx
_PROPERTIES, _TABLE = 0x01, 0x02
_IS_BYTES = 0x40000000
_ENTRY = 12  # bytes of a piece: its end and its descriptor


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from `start`, that lies in the file from byte `place`, `width` bytes a character."""

    start: int
    text: str
    place: int
    width: int

    @property
    def end(self) -> int:
        """Where in the text the next one begins."""
        return self.start + len(self.text)


def pieces_of(main: bytes, table: bytes) -> list[Piece]:
    """The pieces in the order of the text.

    Raises:
        LegacyDocError: the file is cut off, or its table of pieces damaged.
    """
    start, length = struct.unpack_from("<2I", main, _PLACE)
    plain = _piece_table(table[start : start + length])
    count = (len(plain) - 4) // _ENTRY
    ends = struct.unpack_from(f"<{count + 1}I", plain)
    pieces: list[Piece] = []
    at = 0
    for number in range(count):
        (place,) = struct.unpack_from("<I", plain, 4 * (count + 1) + 8 * number + 2)
        pieces.append(_piece(main, place, at, ends[number + 1] - ends[number]))
        at = pieces[-1].end
    return pieces


def _piece_table(clx: bytes) -> bytes:
    """The table itself, behind the properties that stand before it."""
    at = 0
    while at < len(clx) and clx[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if at + 5 > len(clx) or clx[at] != _TABLE:
        raise LegacyDocError("no table of pieces")
    (length,) = struct.unpack_from("<I", clx, at + 1)
    plain = clx[at + 5 : at + 5 + length]
    if len(plain) < length or length < 4 + _ENTRY:
        raise LegacyDocError("table of pieces cut off")
    return plain


def _piece(main: bytes, place: int, start: int, length: int) -> Piece:
    is_bytes = bool(place & _IS_BYTES)
    first = (place & ~_IS_BYTES) // 2 if is_bytes else place
    width = 1 if is_bytes else 2
    if length < 0 or first + width * length > len(main):
        raise LegacyDocError("piece outside the file")
    raw = main[first : first + width * length]
    if is_bytes:
        return Piece(start, raw.decode("cp1252", errors="replace"), first, width)
    return Piece(start, _wide(raw), first, width)


def _wide(raw: bytes) -> str:
    """One character for each two bytes, so that places hold: the halves of a rare one stay apart for the moment."""
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))
