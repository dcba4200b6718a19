"""The way of a file: through its door, then understood; what its pages carried besides is left out, not lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.progress import no_tick
from models.reading.doors.door import open_file
from models.reading.fold import clean_text
from models.reading.looks import is_notice, missing
from models.reading.reading import Span
from models.reading.understand import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from models.progress import Tick
    from models.reading.doors.opened import Opened
    from models.reading.reading import Reading


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
    if not is_notice(reading):
        raise UserError(
            f"“{name}”不像公文：没有找到{'、'.join(missing(reading))}。请检查是否选错了文件，或补上这些内容再试。"
        )
    return reading
