"""A text that is pasted into the body, cleaned of what other programs put into it; and what was cleaned, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.invisible import visible
from models.reading.chrome import is_of_a_page
from models.reading.fold import BLANKS, fold, tight
from models.reading.numbering import mark_at

if TYPE_CHECKING:
    from collections.abc import Callable

_HAN = "\u3400-\u9fff"
_WIDE = f"{_HAN}，。；：、！？（）《》“”‘’—…〔〕"
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(rf"(?<=[{_WIDE}])[,;:?!]|[,;:?!](?=[{_WIDE}])")
_ANY_PAIR = "[(（][^()（）]*[)）]"
_PAIR = re.compile(
    rf"[(（](?=[^()（）]*[{_HAN}])[^()（）]*[)）]|(?<=[{_WIDE}]){_ANY_PAIR}|{_ANY_PAIR}(?=[{_WIDE}])"
)
"""A pair of brackets is exchanged whole: with Chinese in it, or beside it."""
_STOP = re.compile(rf"(?<=[{_HAN}”’）》])\.(?=$|[{_WIDE}”’])")
_DOTS = re.compile(r"(?<!\.)\.{3,6}(?!\.)|。{3,6}|…(?<!……)(?!…)")
_DASH = re.compile(rf"(?<=[{_WIDE}])-{{2,}}(?=[{_WIDE}])")
_QUOTES = re.compile(rf'"([^"\n]*[{_HAN}][^"\n]*)"')
_WHITE = re.compile(f"[{BLANKS}]")
_BESIDE_MARK = re.compile(r" +(?=[，。；：、！？）》”])|(?<=[，。；：、！？（《“]) +")
_AT_DIGITS = re.compile(rf"(?<=[{_HAN}]) +(?=\d)|(?<=\d) +(?=[{_HAN}])")
_SPACED = re.compile(rf"(?<![{_HAN}])[{_HAN}]([{BLANKS} ])[{_HAN}](?:\1[{_HAN}])*(?![{_HAN}])")
"""Letters apart by one kind of blank; by another kind the next name begins."""
_TAB_BEHIND_NUMBER = re.compile(r"^(\s*[（(]?[\d〇一二三四五六七八九十]+[）)、.．]{0,2})\t+")
_ENDS = "。；：！？”）…"
_SHORTEST_WRAPPED, _RAGGED = 16, 2


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What shall stand in the text: paragraphs by line, or the rows of a table.

    Attributes:
        lines: The paragraphs; of a table one text with its rows.
        is_table: Whether cells were copied.
        changes: What was cleaned and how often; empty where nothing was.
    """

    lines: tuple[str, ...]
    is_table: bool = False
    changes: tuple[tuple[str, int], ...] = ()

    @property
    def told(self) -> str:
        """In words."""
        return "、".join(f"{what} {count} 处" for what, count in self.changes)


def cleaned(raw: str) -> Cleaned:
    """The pasted text without what does not belong into an official document."""
    text = visible(raw.replace("\r\n", "\n").replace("\r", "\n"))
    # Word sets a tab behind the number of a list, which makes no cells of it
    whole = [_TAB_BEHIND_NUMBER.sub(r"\1", line) for line in text.split("\n")]
    if any("\t" in line.strip() for line in whole):
        return Cleaned((text.strip("\n"),), is_table=True)
    kept = [line.rstrip(BLANKS + " ") for line in whole if line.strip(BLANKS + " ")]
    several = len(kept) > 1
    lines = [line for line in kept if not (several and is_of_a_page(tight(fold(line))))]
    joined = _unwrapped(lines)
    counts = {"网页按钮、页码": len(kept) - len(lines), "断开的行": len(lines) - len(joined)}
    done: list[str] = []
    for line in joined:
        for what, clean in _CLEANERS:
            line, count = clean(line)
            counts[what] = counts.get(what, 0) + count
        done.append(line)
    counts["看不见的字符"] = len(raw) - raw.count("\r\n") - len(text)
    return Cleaned(tuple(done), changes=tuple((w, n) for w, n in counts.items() if n))


def as_it_is(raw: str) -> Cleaned:
    """The pasted text as its paragraphs, nothing cleaned."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    return Cleaned(tuple(line for line in text.split("\n") if line))


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that a page or a mail broke off at its edge are one again: all but the last of a paragraph are as long."""
    longest = max(map(len, lines), default=0)
    done: list[str] = []
    is_open = False
    for line in lines:
        starts = line[:1] in BLANKS + " " or mark_at(fold(line)) is not None
        if is_open and not starts:
            done[-1] += line.strip()
        else:
            done.append(line)
        is_full = _SHORTEST_WRAPPED <= longest - _RAGGED <= len(line)
        is_open = is_full and line[-1] not in _ENDS
    return done


def _clean_marks(line: str) -> tuple[str, int]:
    pairs = sum(found[0][0] == "(" or found[0][-1] == ")" for found in _PAIR.finditer(line))
    line = _PAIR.sub(lambda found: f"（{found[0][1:-1]}）", line)
    line, marks = _MARK.subn(lambda found: _FULL[found.group()], line)
    line, stops = _STOP.subn("。", line)
    line, dots = _DOTS.subn("……", line)
    line, dashes = _DASH.subn("——", line)
    line, quotes = _QUOTES.subn(r"“\1”", line)
    return line, pairs + marks + stops + dots + dashes + quotes


def _clean_blanks(line: str) -> tuple[str, int]:
    """Blanks at the ends belong to the layout and are not counted."""
    bare = line.strip(BLANKS + " ")
    plain, spaced = _SPACED.subn(lambda found: found.group().replace(found[1], ""), bare)
    plain, odd = _WHITE.subn(" ", plain)
    plain, wide = re.subn(" {2,}", " ", plain)
    plain, beside = _BESIDE_MARK.subn("", plain)
    plain, digits = _AT_DIGITS.subn("", plain)
    return plain, odd + wide + beside + digits + spaced


_CLEANERS: tuple[tuple[str, Callable[[str], tuple[str, int]]], ...] = (
    ("空格", _clean_blanks),
    ("半角标点", _clean_marks),
)
