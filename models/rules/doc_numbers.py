"""Numbers of documents in their order: the next one, the gaps, and that none is given twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.number_book import DocNumber, NumberBook, VoidNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from models.notice import Notice


class WrongNumber(UserError):
    """A number that cannot be given."""


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Numbers that follow each other and that nobody has (空号), from the first to the last."""

    first: DocNumber
    last: DocNumber

    def __str__(self) -> str:
        """As a register has it."""
        more = f"至{self.last.number}号" if self.last != self.first else ""
        return f"{self.first}{more}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that are used up: those of other documents, by their titles, and void ones."""

    titles: dict[DocNumber, str]
    voids: frozenset[DocNumber]

    @classmethod
    def of(cls, documents: Iterable[tuple[str, str]], book: NumberBook) -> Numbers:
        """Of documents, each with its number as it is printed and its title."""
        read = ((DocNumber.read(number), title) for number, title in documents)
        voids = (DocNumber.read(one.doc_number) for one in book.voids)
        return cls(
            {number: title for number, title in read if number is not None},
            frozenset(number for number in voids if number is not None),
        )

    def next(self, code: str, year: int) -> DocNumber:
        """The one behind the last that was ever given."""
        return DocNumber(code, year, max(self._given(code, year), default=0) + 1)

    def gaps(self, code: str, year: int) -> tuple[NumberGap, ...]:
        """What was left out before the last."""
        found: list[NumberGap] = []
        free = 1
        for number in sorted(self._given(code, year)):
            if number > free:
                first, last = (DocNumber(code, year, at) for at in (free, number - 1))
                found.append(NumberGap(first, last))
            free = number + 1
        return tuple(found)

    def checked(self, text: str) -> DocNumber:
        """The number that was typed, where it is free.

        Raises:
            WrongNumber: it is none, another document has it, it is void.
        """
        number = DocNumber.read(text)
        if number is None:
            raise WrongNumber(
                f"发文字号“{text[:20]}”没有看懂。请写成“机关代字〔年份〕序号号”，如 津人〔2007〕1号。"
            )
        if number in self.titles:
            raise WrongNumber(f"{number} 已经用于《{self.titles[number]}》，请换一个序号。")
        if number in self.voids:
            raise WrongNumber(f"{number} 已经作废，不能再用。请换一个序号。")
        return number

    def refuse_taken(self, text: str) -> None:
        """Refuse a number that is not free; what is no number yet, or none as this program reads them, passes.

        Raises:
            WrongNumber: another document has it, it is void.
        """
        if DocNumber.read(text) is not None:
            self.checked(text)

    def _given(self, code: str, year: int) -> set[int]:
        return {
            one.number
            for one in (*self.titles, *self.voids)
            if one.code == code and one.year == year
        }


def voided(book: NumberBook, notice: Notice, on: date, reason: str) -> NumberBook:
    """The book with the number of a notice void; as it is where that has none."""
    if DocNumber.read(notice.doc_number) is None:
        return book
    void = VoidNumber(notice.doc_number, on, reason, notice.title)
    return replace(book, voids=(*book.voids, void))


def gaps_of_year(
    documents: Iterable[tuple[str, str]], book: NumberBook, year: int
) -> Iterator[NumberGap]:
    """All gaps of a year, code by code."""
    numbers = Numbers.of(documents, book)
    codes = {one.code for one in (*numbers.titles, *numbers.voids) if one.year == year}
    for code in sorted(codes):
        yield from numbers.gaps(code, year)
