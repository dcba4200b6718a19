"""Whether a text is an official document, by what of one was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.notice import Level

if TYPE_CHECKING:
    from models.reading.reading import Reading

LEAST = 60  # characters: shorter is a phrase
_TITLE = "标题"
_CLUES = ("主送机关", "成文日期", "分条编号")


def missing(reading: Reading) -> list[str]:
    """The title and the clues that were not found, in the words of the clerk."""
    notice = reading.notice
    pieces = [paragraph for piece in notice.pieces for paragraph in piece.paragraphs]
    numbered = any(p.level is not Level.PLAIN for p in (*notice.body, *pieces))
    told = (notice.title, notice.addressees, notice.date, numbered)
    return [name for name, value in zip((_TITLE, *_CLUES), told, strict=True) if not value]


def is_notice(reading: Reading) -> bool:
    """Whether a title and a clue were found, or two clues."""
    lacking = missing(reading)
    found = len(_CLUES) - len(set(lacking) & set(_CLUES))
    return found >= (2 if _TITLE in lacking else 1)


def is_whole_notice(reading: Reading) -> bool:
    """Whether it is one that nobody takes for a mere passage: with its 文种, and a text under the title."""
    notice = reading.notice
    is_long = len(reading.text) >= LEAST
    return is_long and bool(notice.kind and notice.body) and is_notice(reading)
