"""Days as they are printed: alone in a line, behind an organ, with points or strokes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.numerals import DAY_MARKS, ZEROS, parse_date
from models.reading.fold import fold

if TYPE_CHECKING:
    from datetime import date

_DIGIT = rf"[\d{ZEROS}]"
DATE = (
    rf"(?:[12]{_DIGIT}{{3}} ?年 ?{_DIGIT}{{1,2}} ?月 ?{_DIGIT}{{1,2}} ?[{DAY_MARKS}]"
    rf"|[一二][一二三四五六七八九{ZEROS}]{{3}}年[一二三四五六七八九十元]{{1,3}}月[一二三四五六七八九十廿卅]{{1,3}}[{DAY_MARKS}])"
)
_STROKES = r"[12]\d{3}[-./]\d{1,2}[-./]\d{1,2}"
_DAY = re.compile(rf"(?:{DATE}|{_STROKES})")
_ONLY_DAY = re.compile(rf"^[（]?(?:{DATE}|{_STROKES})[）]?$")
_PASSED = re.compile(rf"^（[^（）]*{DATE}[^（）]*(?:通过|批准|发布|公布|修订|修正)[^（）]*）$")
_DAY_LAST = re.compile(rf"^(?P<before>.{{2,60}}?){DATE}$")


def day_of(text: str) -> date | None:
    """The day that a folded text tells; None where it tells none that exists."""
    found = _DAY.search(text.replace(" ", ""))
    if found is None:
        return None
    words = re.sub(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$", r"\1年\2月\3日", found.group())
    return parse_date(words)


def is_day(words: str) -> bool:
    """Whether a block without blanks is a day and nothing else."""
    return _ONLY_DAY.match(words) is not None


def is_passed(words: str) -> bool:
    """Whether a block is the remark under a title that says when and by whom it was passed (题注)."""
    return _PASSED.match(words) is not None


def day_in(text: str) -> str:
    """The first day in a text, as it is printed; all of the text where it tells none."""
    found = _DAY.search(fold(text))
    return text[found.start() : found.end()] if found else text


def before_day(words: str) -> str:
    """What stands before the day that ends a block without blanks; empty where none ends it."""
    found = _DAY_LAST.match(words)
    return found.group("before") if found else ""


def day_start(plain: str) -> int:
    """Where the last day in a folded text begins."""
    return max(found.start() for found in _DAY.finditer(plain))
