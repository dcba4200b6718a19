"""The registers of a year (登记簿): its documents in the order of their numbers, each with its list where there is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from models.distribution import Distribution
    from models.notice import Notice

_YEAR = re.compile(r"[〔\[［(（【](\d{4})[〕\]］)）】]")
_NUMBER = re.compile(r"(\d+)\s*号\s*$")
LAST = 10**9


@dataclass(frozen=True, slots=True)
class Registered:
    """A document as a register has it."""

    notice: Notice
    distribution: Distribution | None = None


def year_of(notice: Notice) -> int | None:
    """The year of its number, else of its days; None where nothing says it."""
    found = _YEAR.search(notice.doc_number)
    if found:
        return int(found.group(1))
    day = day_of(notice)
    return None if day is None else day.year


def day_of(notice: Notice) -> date | None:
    """When it went out: 印发日期, else 成文日期."""
    return notice.issued_on or notice.date


def of_year(documents: Iterable[Registered], year: int) -> tuple[Registered, ...]:
    """The documents of a year, by the code and the running number of their numbers."""
    mine = (one for one in documents if year_of(one.notice) == year)
    return tuple(sorted(mine, key=lambda one: _place(one.notice)))


def _place(notice: Notice) -> tuple[bool, str, int, str]:
    """Those without a number come last, by their day."""
    code = _YEAR.split(notice.doc_number)[0]
    number = _NUMBER.search(notice.doc_number)
    day = day_of(notice)
    running = int(number.group(1)) if number else LAST
    return not notice.doc_number, code, running, day.isoformat() if day else ""
