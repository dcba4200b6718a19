"""Characters of symbol fonts in a Word file (w:sym), by the names that every font knows."""

from __future__ import annotations

_WINGDINGS = {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0xA1: "○", 0xA8: "□", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"}  # fmt: skip
_PRIVATE = 0xF000
_LAST = 0x10FFFF


def symbol(digits: str, font: str) -> str:
    """The character with this hexadecimal code in a font; as it is where its usual name is not known."""
    try:
        code = int(digits, 16)
    except ValueError:
        return ""
    if "wingdings" in font.lower():
        return _WINGDINGS.get(code & 0xFF, chr(_PRIVATE | code & 0xFF))
    return chr(code) if 0 < code <= _LAST else ""
