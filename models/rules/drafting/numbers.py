"""The numbers of paragraphs as a sequence: read, counted anew, and made to follow what is done to the text.

A number that is none of its level's own kind (①, 第五条之一, 一是) is never touched and never counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.notice import Level, Paragraph
from models.numerals import hanzi_number, parse_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Text = tuple[Paragraph, ...]

_HANZI = "[一二三四五六七八九十百零〇○]{1,6}"
_SHAPES = {
    Level.CHAPTER: re.compile(rf"^(?P<before>第)(?P<figure>{_HANZI}|\d+)(?P<after>\s?[章编]\s*)$"),
    Level.SECTION: re.compile(rf"^(?P<before>第)(?P<figure>{_HANZI}|\d+)(?P<after>\s?节\s*)$"),
    Level.ARTICLE: re.compile(rf"^(?P<before>第)(?P<figure>{_HANZI}|\d+)(?P<after>\s?条\s*)$"),
    Level.FIRST: re.compile(rf"^(?P<before>)(?P<figure>{_HANZI})(?P<after>\s?[、.．]\s*)$"),
    Level.SECOND: re.compile(rf"^(?P<before>[（(])(?P<figure>{_HANZI})(?P<after>[）)][、.]?\s*)$"),
    Level.THIRD: re.compile(r"^(?P<before>)(?P<figure>\d+)(?P<after>\s?[、.．]\s*)$"),
    Level.FOURTH: re.compile(r"^(?P<before>[（(])(?P<figure>\d+)(?P<after>[）)][、.]?\s*)$"),
}
"""From the shallowest to the deepest."""
NUMBERED = tuple(_SHAPES)
_FIRST_NUMBERS = {
    Level.CHAPTER: "第一章　",
    Level.SECTION: "第一节　",
    Level.ARTICLE: "第一条　",
    Level.FIRST: "一、",
    Level.SECOND: "（一）",
    Level.THIRD: "1.",
    Level.FOURTH: "（1）",
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number before a paragraph in its three parts: 第, 三, 条."""

    before: str
    figure: str
    after: str

    @property
    def value(self) -> int:
        """What it counts."""
        return parse_number(self.figure) or 0

    def counting(self, value: int) -> str:
        """The number in the same dress that counts `value`."""
        is_arabic = self.figure.isdecimal()
        return self.before + (str(value) if is_arabic else hanzi_number(value)) + self.after


@dataclass(frozen=True, slots=True)
class Change:
    """One number that became another."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A text whose numbers follow.

    Attributes:
        text: The text.
        changes: The numbers of paragraphs that were there before and have another one now.
        left: The levels that were numbered otherwise and were left alone.
    """

    text: Text
    changes: tuple[Change, ...] = ()
    left: tuple[Level, ...] = ()


def numeral_of(paragraph: Paragraph) -> Numeral | None:
    """The number of a paragraph, where it is of the kind its level has."""
    shape = _SHAPES.get(paragraph.level)
    found = shape.match(paragraph.number) if shape else None
    if found is None:
        return None
    return Numeral(found["before"], found["figure"], found["after"])


def first_number(level: Level, text: Text = ()) -> str:
    """The number that opens a level, dressed as this text dresses it; empty where the level has none."""
    dressed = next((n for p in text if p.level is level and (n := numeral_of(p))), None)
    return dressed.counting(1) if dressed else _FIRST_NUMBERS.get(level, "")


def running_on(text: Text, chosen: Mapping[Level, bool] | None = None) -> frozenset[Level]:
    """The levels that count on over the headings above them: as chosen, else as this text does."""
    restarting, going_on = _counted(text, frozenset()), _counted(text, frozenset(NUMBERED))
    usual = {level: _runs_on(text, level, restarting, going_on) for level in NUMBERED}
    return frozenset(level for level, runs in {**usual, **(chosen or {})}.items() if runs)


def renumbered(text: Text, on: Collection[Level], only: Collection[Level] = NUMBERED) -> Numbered:
    """The text counted through; of levels that are not among `only` every number stays."""
    counted = _counted(text, on)
    new = tuple(
        replace(p, number=number) if p.level in only else p
        for p, number in zip(text, counted, strict=True)
    )
    return Numbered(new, _changes(text, new, frozenset()))


def followed(before: Text, after: Text, fresh: Collection[int], on: Collection[Level]) -> Numbered:
    """What was done to `before` made `after`: its numbers follow, where those of `before` were in sequence.

    Args:
        before: The text before.
        after: The text now; its `fresh` paragraphs may bear any number of their level.
        fresh: The places of paragraphs that are new there, or new on their level.
        on: The levels that count on over headings.
    """
    counted = _counted(before, on)
    wrong = {p.level for p, number in zip(before, counted, strict=True) if p.number != number}
    right = tuple(level for level in NUMBERED if level not in wrong)
    new = list(renumbered(after, on, right).text)
    for at in sorted(fresh):
        if new[at].level in wrong:
            new[at] = _behind_its_neighbour(new, at)
    touched = {p.level for p in {*before} ^ {*after}} or {p.level for p in after}
    left = tuple(level for level in NUMBERED if level in wrong & touched)
    return Numbered(tuple(new), _changes(after, tuple(new), fresh), left)


def _counted(text: Text, on: Collection[Level]) -> list[str]:
    """The number of each paragraph as the sequence asks; numbers that are not counted stay."""
    counts: dict[Level, int] = {}
    numbers: list[str] = []
    for paragraph in text:
        if paragraph.level in NUMBERED:
            deeper = NUMBERED[NUMBERED.index(paragraph.level) + 1 :]
            counts = {level: n for level, n in counts.items() if level not in deeper or level in on}
        numeral = numeral_of(paragraph)
        if numeral is not None:
            counts[paragraph.level] = counts.get(paragraph.level, 0) + 1
        numbers.append(numeral.counting(counts[paragraph.level]) if numeral else paragraph.number)
    return numbers


def _runs_on(text: Text, level: Level, restarting: list[str], going_on: list[str]) -> bool:
    """Whether more of its numbers are right when they run on; articles do where both fit."""
    places = [at for at, paragraph in enumerate(text) if paragraph.level is level]
    again = sum(text[at].number == restarting[at] for at in places)
    further = sum(text[at].number == going_on[at] for at in places)
    return further > again or (further == again and level is Level.ARTICLE)


def _behind_its_neighbour(text: list[Paragraph], at: int) -> Paragraph:
    """A new paragraph of a level that is numbered otherwise: one more than the one above it."""
    numeral = numeral_of(text[at])
    above = (n for p in reversed(text[:at]) if p.level is text[at].level and (n := numeral_of(p)))
    before = next(above, None)
    if numeral is None:
        return text[at]
    return replace(text[at], number=numeral.counting(before.value + 1 if before else 1))


def _changes(before: Text, after: Text, fresh: Collection[int]) -> tuple[Change, ...]:
    return tuple(_each_change(before, after, fresh))


def _each_change(before: Text, after: Text, fresh: Collection[int]) -> Iterator[Change]:
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old.number != new.number and at not in fresh:
            yield Change(old.number, new.number)
