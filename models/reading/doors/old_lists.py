"""The lists of an old Word file, from which it computes its numbers ([MS-DOC] 2.9.147, 2.9.150, 2.9.131)."""

from __future__ import annotations

import struct

from models.reading.doors.word_numbers import Numbered, Rank, without_private

_LISTS, _USES = 0x02E2, 0x02EA  # FibRgFcLcb97: fcPlfLst, fcPlfLfo
_LIST, _USE, _LEVEL = 28, 16, 28  # bytes
_IS_SIMPLE, _IS_LEGAL, _NEVER_AGAIN = 0x01, 0x04, 0x08
_LEVELS = 9
_BULLET, _NONE = 23, 255
# MSONFC, the same order as that of the names in a .docx
_FORMS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 10: "ideographDigital", 11: "japaneseCounting",
    14: "decimalFullWidth", 16: "japaneseLegal", 17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle",
    19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
    37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}  # fmt: skip


def lists_of(main: bytes, table: bytes) -> dict[str, Numbered]:
    """All lists by the number that paragraphs call them by."""
    start, length = struct.unpack_from("<2I", main, _LISTS)
    if not length:
        return {}
    (count,) = struct.unpack_from("<H", table, start)
    at = start + length
    kinds: dict[int, dict[int, Rank]] = {}
    for number in range(count):
        place = start + 2 + _LIST * number
        name, flags = struct.unpack_from("<i", table, place)[0], table[place + 26]
        kinds[name], at = _ranks(table, at, 1 if flags & _IS_SIMPLE else _LEVELS)
    return {
        str(number): Numbered(str(name), kinds[name], {})
        for number, name in enumerate(_names(main, table), start=1)
        if name in kinds
    }


def _names(main: bytes, table: bytes) -> list[int]:
    """The list that each number stands for."""
    start, length = struct.unpack_from("<2I", main, _USES)
    if not length:
        return []
    (count,) = struct.unpack_from("<I", table, start)
    count = min(count, (len(table) - start) // _USE)
    return [struct.unpack_from("<i", table, start + 4 + _USE * at)[0] for at in range(count)]


def _ranks(table: bytes, at: int, count: int) -> tuple[dict[int, Rank], int]:
    """The levels of one list, and where the next begins."""
    ranks: dict[int, Rank] = {}
    for level in range(count):
        start, form, flags = struct.unpack_from("<iBB", table, at)
        gap, characters, paragraphs, restart = table[at + 15], table[at + 24], table[at + 25], table[at + 26]  # fmt: skip
        at += _LEVEL + characters + paragraphs
        (length,) = struct.unpack_from("<H", table, at)
        text = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", errors="replace")
        at += 2 + 2 * length
        ranks[level] = Rank(
            start=start,
            form=_FORMS.get(form, "decimal"),
            text=_with_places(without_private(text) if form == _BULLET else text),
            gap="" if gap == 2 else " ",
            restart=restart if flags & _NEVER_AGAIN else None,
            is_legal=bool(flags & _IS_LEGAL),
            style=None,
        )
    return ranks, at


def _with_places(text: str) -> str:
    """The places of the levels as a .docx writes them."""
    return "".join(f"%{ord(mark) + 1}" if ord(mark) < _LEVELS else mark for mark in text)
