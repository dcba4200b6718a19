"""The registers of a year (登记簿): its documents in the order of their numbers, each with its list where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.number_book import DocNumber, VoidNumber
from models.rules.doc_numbers import NumberGap, gaps_of_year

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from models.distribution import Distribution
    from models.notice import Notice
    from models.number_book import NumberBook


@dataclass(frozen=True, slots=True)
class Registered:
    """A document as a register has it."""

    notice: Notice
    distribution: Distribution | None = None


Registration = Registered | VoidNumber | NumberGap
"""A line of the 发文登记簿: a document, a void number, a gap."""


def year_of(notice: Notice) -> int | None:
    """The year of its number, else of its days; None where nothing says it."""
    found = DocNumber.read(notice.doc_number)
    if found is not None:
        return found.year
    day = day_of(notice)
    return None if day is None else day.year


def day_of(notice: Notice) -> date | None:
    """When it went out: 印发日期, else 成文日期."""
    return notice.issued_on or notice.date


def years_of(documents: Iterable[Registered], book: NumberBook) -> tuple[int, ...]:
    """The years that have a register, in their order."""
    told = (*(year_of(one.notice) for one in documents), *map(_year_of_void, book.voids))
    return tuple(sorted({year for year in told if year is not None}))


def of_year(documents: Iterable[Registered], year: int) -> tuple[Registered, ...]:
    """The documents of a year, by the code and the running number of their numbers."""
    mine = (one for one in documents if year_of(one.notice) == year)
    return tuple(sorted(mine, key=_place))


def book_of_year(
    documents: Iterable[Registered], book: NumberBook, year: int
) -> tuple[Registration, ...]:
    """The same with what became of the numbers that no document bears."""
    mine = of_year(documents, year)
    named = [(one.notice.doc_number, one.notice.title) for one in mine]
    voids = [one for one in book.voids if _year_of_void(one) == year]
    return tuple(sorted((*mine, *voids, *gaps_of_year(named, book, year)), key=_place))


def _year_of_void(void: VoidNumber) -> int | None:
    number = DocNumber.read(void.doc_number)
    return None if number is None else number.year


def _place(entry: Registration) -> tuple[bool, str, int, str]:
    """Those without a number that can be read come last, by their day."""
    match entry:
        case NumberGap():
            number, day = entry.first, None
        case VoidNumber():
            number, day = DocNumber.read(entry.doc_number), entry.voided_on
        case _:
            number, day = DocNumber.read(entry.notice.doc_number), day_of(entry.notice)
    told = day.isoformat() if day else ""
    return number is None, number.code if number else "", number.number if number else 0, told
