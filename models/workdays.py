"""Which days are worked in China: Monday to Friday, but for the days that the State Council moves each year (放假调休).

No rule foretells them. The program brings a table of the years that were announced, and the office adds to it; a year
of which nothing is known goes by Monday to Friday, and that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import resources
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SATURDAY = 5
_WEEKDAYS = "一二三四五六日"


class DayKind(Enum):
    """What an announced day is."""

    OFF = "休"
    ON = "班"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that was announced: off, or worked in the place of another; `name` is its holiday."""

    day: date
    kind: DayKind = DayKind.OFF
    name: str = ""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The announced days by their dates."""

    special: Mapping[date, SpecialDay]
    years: frozenset[int]

    def is_workday(self, day: date) -> bool:
        """Whether offices work on it."""
        special = self.special.get(day)
        if special is None:
            return day.weekday() < _SATURDAY
        return special.kind is DayKind.ON

    def count(self, after: date, until: date) -> int:
        """How many days behind `after`, up to and with `until`, are worked."""
        days = (after + timedelta(at) for at in range(1, (until - after).days + 1))
        return sum(map(self.is_workday, days))

    def holiday(self, day: date) -> str:
        """The name of a day off, 周末 for a plain one; empty for a day that is worked."""
        if self.is_workday(day):
            return ""
        special = self.special.get(day)
        return (special and special.name) or "周末"

    def unknown(self, first: date, last: date) -> tuple[int, ...]:
        """The years between two days of which nothing was announced."""
        years = range(min(first, last).year, max(first, last).year + 1)
        return tuple(year for year in years if year not in self.years)


def workdays_of(*tables: Iterable[SpecialDay]) -> Workdays:
    """The announced days of several tables; a later one goes before."""
    special = {one.day: one for table in tables for one in table}
    return Workdays(special, frozenset(day.year for day in special))


def workdays_with(office: Iterable[SpecialDay]) -> Workdays:
    """The days that the program knows of, and those that the office entered."""
    return workdays_of(_announced(), office)


@cache
def _announced() -> tuple[SpecialDay, ...]:
    return special_days_from(resources.HOLIDAYS.read_text(encoding="utf-8"))


def special_days_from(text: str) -> tuple[SpecialDay, ...]:
    """A table as the program keeps it and a clerk can write it: `2007-02-17 班 春节`, one day a line.

    Raises:
        UserError: a line says no day; which one, and how it is written.
    """
    lines = ((at, line.split()) for at, line in enumerate(text.splitlines(), 1))
    return tuple(_special_day(words, at) for at, words in lines if words)


def special_days_as_text(days: Iterable[SpecialDay]) -> str:
    """The table that `special_days_from` reads."""
    return "".join(f"{one.day} {one.kind.value} {one.name}".rstrip() + "\n" for one in days)


def weekday(day: date) -> str:
    """`星期三`."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def _special_day(words: list[str], at: int) -> SpecialDay:
    try:
        day, kind, *name = words
        return SpecialDay(date.fromisoformat(day), DayKind(kind), "".join(name))
    except ValueError as error:
        raise UserError(
            f"放假调休表第{at}行读不懂。请写成“2007-02-17 班 春节”的样子：日期、休或班、节日。"
        ) from error
