"""What a file says of itself, for every writer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that a reader shows beside the pages; `y` from the top of its page in points."""

    title: str
    page: int
    y: float


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Title, author and outline; the bookmarks stand in reading order."""

    title: str = ""
    author: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    is_cmyk: bool = False  # red as the printing house wants it: Y 80 % + M 80 %


LANGUAGE = "zh-CN"
PRODUCER = "印发"
