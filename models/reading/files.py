"""The door for files: what stands in a file becomes a reading, or a sentence that says why not."""

from __future__ import annotations

import codecs
import contextlib
import re
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Level
from models.reading.understand import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from models.reading.reading import Reading

MAX_CHARACTERS = 1_000_000
MAX_BYTES = 4 * MAX_CHARACTERS
_TEXTS = ("", ".txt", ".text", ".md")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.05
_BROKEN_SHARE = 0.001
BROKEN = "\N{REPLACEMENT CHARACTER}"
_TITLE = "标题"
_CLUES = ("主送机关", "成文日期", "分条编号")


def read_file(path: Path) -> Reading:
    """What the file at `path` says as an official document.

    Raises:
        UserError: it cannot be read, or is no official document; the sentence says what to do.
    """
    return require_notice(read_text(text_of(path)), path.name)


def text_of(path: Path) -> str:
    """The text that stands in the file at `path`.

    Raises:
        UserError: it is missing, empty, too long, of a kind that is not read, or no text.
    """
    data = _bytes_of(path)
    if path.suffix.lower() not in _TEXTS:
        raise UserError(
            f"不能读取“{path.name}”这种文件。请用 Word 或 WPS 打开它，另存为文本文件（.txt）后再试。"
        )
    text = decode(data, path.name)
    if not text.strip():
        raise UserError(f"文件“{path.name}”里没有文字。请换一个文件。")
    if len(text) > MAX_CHARACTERS:
        raise _too_long(path)
    return text


def decode(data: bytes, name: str) -> str:
    """The text of some bytes in any encoding that Chinese programs write.

    Raises:
        UserError: the bytes are no text.
    """
    text = _decoded(data)
    if text is None or "\x00" in text or _control_share(text) > _CONTROL_SHARE:
        raise UserError(f"文件“{name}”不是文本文件。请用制作它的程序打开，另存为文本文件后再试。")
    return text


def require_notice(reading: Reading, name: str) -> Reading:
    """The reading itself, where it is one of an official document.

    Raises:
        UserError: too little of an official document was found; the sentence says what is missing.
    """
    missing = _missing(reading)
    clues = len(_CLUES) - len([name for name in missing if name in _CLUES])
    if clues < (2 if _TITLE in missing else 1):
        raise UserError(
            f"“{name}”不像公文：没有找到{'、'.join(missing)}。请检查是否选错了文件，或补上这些内容再试。"
        )
    return reading


def _missing(reading: Reading) -> list[str]:
    notice = reading.notice
    pieces = [paragraph for piece in notice.pieces for paragraph in piece.paragraphs]
    numbered = any(p.level is not Level.PLAIN for p in (*notice.body, *pieces))
    told = (notice.title, notice.addressees, notice.date, numbered)
    return [name for name, value in zip((_TITLE, *_CLUES), told, strict=True) if not value]


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_long(path)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(f"没有找到文件“{path.name}”。请检查文件名和所在的文件夹。") from error
    except OSError as error:
        raise _unreadable(path) from error
    if not data:
        raise UserError(f"文件“{path.name}”是空的。请换一个文件。")
    return data


def _unreadable(path: Path) -> UserError:
    if path.is_dir():
        return UserError(f"“{path.name}”是一个文件夹。请选择其中的一个文件。")
    return UserError(
        f"文件“{path.name}”打不开。请关闭正在使用它的程序，或检查是否有权读取，然后再试。"
    )


def _too_long(path: Path) -> UserError:
    return UserError(
        f"文件“{path.name}”太长，超过 {MAX_CHARACTERS // 10_000} 万字。请只留下公文部分再试。"
    )


def _decoded(data: bytes) -> str | None:
    """What the bytes say in the first encoding that fits; Chinese of which a few bytes are broken is read all the same."""
    for encoding in _encodings(data):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding)
    text = data.decode("gb18030", errors="replace")
    return text if text.count(BROKEN) <= 1 + len(text) * _BROKEN_SHARE else None


def _encodings(data: bytes) -> tuple[str, ...]:
    named = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if named:
        return (named,)
    if b"\x00" in data:  # the low half of every line feed in UTF-16
        return ("utf-16-le",) if data.find(b"\x00") % 2 else ("utf-16-be",)
    return ("utf-8", "gb18030")


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / max(len(text), 1)
