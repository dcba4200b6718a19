"""The way of a file: through its door, then understood; what its pages carried besides is left out, not lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Level
from models.progress import no_tick
from models.reading.doors.door import open_file
from models.reading.fold import clean_text
from models.reading.reading import Span
from models.reading.understand import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from models.progress import Tick
    from models.reading.doors.opened import Opened
    from models.reading.reading import Reading

_TITLE = "标题"
_CLUES = ("主送机关", "成文日期", "分条编号")


def read_file(path: Path, tick: Tick = no_tick) -> Reading:
    """What the file at `path` says as an official document.

    Raises:
        UserError: it cannot be read, or is no official document; the sentence says what to do.
    """
    tick(0, 2, f"正在打开“{path.name}”…")
    opened = open_file(path)
    tick(1, 2, f"正在识别“{path.name}”…")
    return require_notice(understood(opened), path.name)


def understood(opened: Opened) -> Reading:
    """The reading of what a door handed on; page numbers and running heads stand behind the text, left out."""
    reading = replace(read_text(opened.text), unread=opened.unread)
    end = len(reading.text)
    furniture = clean_text("\n".join(opened.furniture)).text.strip()
    if not furniture:
        return reading
    span = Span(end + 1, end + 1 + len(furniture))
    return replace(reading, text=f"{reading.text}\n{furniture}", left_out=(*reading.left_out, span))


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
