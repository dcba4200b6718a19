"""The names that a font file gives itself, in every language."""

from __future__ import annotations

import mmap
import struct
from struct import unpack_from
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAMILY_NAMES = (1, 4, 16)  # family, full name, typographic family
UNICODE, WINDOWS = 0, 3  # platforms that write UTF-16
GB2312_MAC = 25  # encoding of the Macintosh platform


def names_of_faces(path: Path) -> tuple[frozenset[str], ...]:
    """The names of each face of a font file; none where it is no font or cannot be read."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return tuple(frozenset(_names(data, base)) for base in _face_offsets(data))
    except (OSError, ValueError, struct.error):
        return ()


def _face_offsets(data: mmap.mmap) -> tuple[int, ...]:
    if data[:4] != b"ttcf":
        return (0,)
    count = unpack_from(">I", data, 8)[0]
    return unpack_from(f">{count}I", data, 12)


def _names(data: mmap.mmap, base: int) -> Iterator[str]:
    start = _name_table(data, base)
    if start is None:
        return
    _, count, strings = unpack_from(">3H", data, start)
    for at in range(count):
        platform, encoding, _, kind, length, offset = unpack_from(">6H", data, start + 6 + 12 * at)
        if kind in FAMILY_NAMES:
            place = start + strings + offset
            yield _decoded(data[place : place + length], platform, encoding)


def _name_table(data: mmap.mmap, base: int) -> int | None:
    count = unpack_from(">H", data, base + 4)[0]
    for at in range(count):
        tag, offset = unpack_from(">4s4xI", data, base + 12 + 16 * at)
        if tag == b"name":
            return offset
    return None


def _decoded(raw: bytes, platform: int, encoding: int) -> str:
    if platform in (UNICODE, WINDOWS):
        return raw.decode("utf-16-be", errors="replace")
    return raw.decode("gb18030" if encoding == GB2312_MAC else "mac-roman", errors="replace")
