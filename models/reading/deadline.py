"""Find by when an answer is due: 于1月底前报…, 请于2012年10月31日前报送…."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

_DUE = re.compile(
    r"(?:(?P<year>(?:19|20)\d{2}) ?年|(?P<rel>今年|本年|明年))?(?:的)? ?(?P<month>\d{1,2}) ?月 ?(?:(?P<day>\d{1,2}) ?日|(?P<part>底|末|中旬|上旬|下旬|初))"
    r"(?:（[^（）]{1,12}）)?(?: ?\d{1,2} ?[时点]|下班|上午|下午)?(?:之)?(?:以)?前"
)
_ANSWER = re.compile(
    r"报送|上报|报告|报回|报至|报到|反馈|寄送|寄回|送交|提交|回复|函复|汇总报|报(?=[^名纸刊废销酬道考账复])|送(?=[^往达别给])"
)
_PART_DAY = {"上旬": 10, "中旬": 20, "初": 10}
_REACH = 60


@dataclass(frozen=True, slots=True)
class Due:
    """A last day for answers and where the text says so."""

    day: date
    start: int
    end: int


def deadlines(plain: str, found: Iterable[Found], issued: date | None) -> list[Due]:
    """The last days for answers that the paragraphs of the body name in a folded text, in order."""
    bodies = (f for f in found if f.role is Role.BODY)
    return [due for f in bodies for due in _deadlines_in(plain, f.start, f.end, issued)]


def _deadlines_in(plain: str, start: int, end: int, issued: date | None) -> list[Due]:
    """Those of one paragraph, each day once."""
    found: dict[date, Due] = {}
    for due in _DUE.finditer(plain, start, end):
        sentence = re.split("[。；]", plain[due.end() : min(due.end() + _REACH, end)])[0]
        day = _day(due, issued)
        if day and _ANSWER.search(sentence):
            found.setdefault(day, Due(day, due.start(), due.end()))
    return list(found.values())


def _day(due: re.Match[str], issued: date | None) -> date | None:
    year, month = _year(due, issued), int(due.group("month"))
    if year is None or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    day = int(due.group("day") or _PART_DAY.get(due.group("part"), last))
    return date(year, month, day) if 1 <= day <= last else None


def _year(due: re.Match[str], issued: date | None) -> int | None:
    """The year it names, else that of the document, or the next where the month is already long past."""
    if due.group("year"):
        return int(due.group("year"))
    if issued is None:
        return None
    passed = int(due.group("month")) < issued.month - 3
    return issued.year + int(due.group("rel") == "明年" or (passed and not due.group("rel")))
