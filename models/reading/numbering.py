"""The grammar of numbers before paragraphs: 第一章, 第一条, 一、, （一）, 1., （1）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.notice import Level
from models.numerals import parse_number

if TYPE_CHECKING:
    from collections.abc import Collection

_HANZI = "[一二三四五六七八九十百零〇○]{1,5}"
_MARK = re.compile(
    rf"(?P<chapter>第(?:{_HANZI}|\d{{1,3}}) ?[章编](?= |[^节条第]))"
    rf"|(?P<section>第(?:{_HANZI}|\d{{1,3}}) ?节(?= |[^能约]))"
    rf"|(?P<article>第(?:{_HANZI}|\d{{1,4}}) ?条(?:之[一二三四五])?(?=[ \u4e00-\u9fff《“（：]))"
    rf"|(?P<first>{_HANZI} ?[、.](?![一二三四五六七八九十]{{1,2}}[、级类等线产次]))"
    rf"|(?P<second>（ ?{_HANZI} ?）[、.]?)"
    r"|(?P<third>\d{1,3} ?(?:[、]|\.(?![0-9])))"
    r"|(?P<fourth>（ ?\d{1,3} ?）[、.]?)"
)
_LEVELS = {
    "chapter": Level.CHAPTER,
    "section": Level.SECTION,
    "article": Level.ARTICLE,
    "first": Level.FIRST,
    "second": Level.SECOND,
    "third": Level.THIRD,
    "fourth": Level.FOURTH,
}
_RANK = {level: rank for rank, level in enumerate(_LEVELS.values())}
_NOT_A_PART = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|第[^条章]{1,5}[条章])(?:[项款至、和及，规的中]|$)"
)
_LONGEST_NAME = 24  # of a chapter
_ENDS = "。；：）”》！？"


@dataclass(frozen=True, slots=True)
class Mark:
    """A number that opens a paragraph: its level, its value, and where it stands."""

    level: Level
    value: int
    start: int
    end: int


def mark_at(plain: str, at: int = 0) -> Mark | None:
    """The number that opens a folded text at `at`; None where there is none."""
    found = _MARK.match(plain, at)
    return _mark(found) if found else None


def rank(level: Level) -> int:
    """How deep a level stands; a smaller rank holds a greater one."""
    return _RANK[level]


def parts_of(plain: str, last: dict[Level, int], borders: Collection[int] = ()) -> list[int]:
    """Where numbered paragraphs begin inside a text that runs on without breaks.

    A number counts only when it is the next of its level, so that references (第六条, 附件1) do not. `last` holds the
    numbers that stand before this text, and afterwards those in it too; at `borders` paragraphs begin anyway.
    """
    cuts: list[int] = []
    above: Mark | None = None
    for found in _MARK.finditer(plain):
        mark = _mark(found)
        if mark is None:
            continue
        is_free = mark.start == 0 or mark.start in borders
        if is_free or (_follows(mark, last) and _stands(plain, mark, above)):
            last[mark.level] = mark.value
            cuts.append(mark.start)
            above = mark
    return cuts


def _mark(found: re.Match[str]) -> Mark | None:
    level = _LEVELS[found.lastgroup or ""]
    value = parse_number(
        re.sub(r"[^一二三四五六七八九十百零〇○0-9]", "", found.group().split("之")[0])
    )
    return None if not value else Mark(level, value, found.start(), found.end())


def _stands(plain: str, mark: Mark, above: Mark | None) -> bool:
    """Whether a number stands free, or is the article that follows the name of its chapter (第一章 总则第一条)."""
    if _stands_free(plain, mark):
        return True
    if above is None or mark.level is not Level.ARTICLE:
        return False
    name = plain[above.end : mark.start]
    is_chapter = above.level in (Level.CHAPTER, Level.SECTION)
    return is_chapter and len(name) <= _LONGEST_NAME and not re.search("[。，；：第]", name)


def _follows(mark: Mark, last: dict[Level, int]) -> bool:
    before = last.get(mark.level)
    restarts = before is None or rank(mark.level) >= rank(Level.SECOND)
    return (mark.value == 1 and restarts) or (before is not None and mark.value == before + 1)


def _stands_free(plain: str, mark: Mark) -> bool:
    before = plain[max(mark.start - 8, 0) : mark.start].rstrip(" ")[-1:]
    if not before:
        return True
    if _NOT_A_PART.match(plain, mark.start) or before in "第附":
        return False
    if mark.level == Level.SECOND:
        return before not in "、和至及，"
    return before in _ENDS or plain[mark.start - 1] == " "
