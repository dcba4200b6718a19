"""The door for plain text, in any encoding that Chinese programs write."""

from __future__ import annotations

import codecs
import contextlib
import re

from models.reading.doors.refusals import MAX_CHARACTERS, Refused, too_long

MAX_BYTES = 4 * MAX_CHARACTERS
BROKEN = "\N{REPLACEMENT CHARACTER}"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.05
_BROKEN_SHARE = 0.001


def decode(data: bytes, name: str) -> str:
    """The text of some bytes.

    Raises:
        Refused: they are no text, or far too many.
    """
    if len(data) > MAX_BYTES:
        raise too_long(name)
    text = _decoded(data)
    if text is None or "\x00" in text or _control_share(text) > _CONTROL_SHARE:
        raise Refused(
            f"文件“{name}”不是文本文件，也不是能读的文档。请用制作它的程序打开，另存为 Word 文档（.docx）或文本文件（.txt）后再试。"
        )
    return text


def marked_encoding(data: bytes) -> str | None:
    """The encoding that the first bytes name; None where they name none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def whole(text: str) -> str:
    """The text with the halves of rare characters put together."""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")


def _decoded(data: bytes) -> str | None:
    """What the bytes say in the first encoding that fits; Chinese of which a few bytes are broken is read all the same."""
    for encoding in _encodings(data):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    text = data.decode("gb18030", errors="replace")
    return text if text.count(BROKEN) <= 1 + len(text) * _BROKEN_SHARE else None


def _encodings(data: bytes) -> tuple[str, ...]:
    if named := marked_encoding(data):
        return (named,)
    if b"\x00" in data:  # the low half of every line feed in UTF-16
        return ("utf-16-le",) if data.find(b"\x00") % 2 else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / max(len(text), 1)
