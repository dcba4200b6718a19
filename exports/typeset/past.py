"""What was placed last: a text that differs little from it is placed anew only where it differs.

A moment before a group of elements says all that the flow knows there. Where groups begin alike, the flow goes on from
the last common moment; where it comes to a moment it was at before and the rest is alike, the rest is as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.grid import Grid
    from exports.page import Element, Mark, Numbering, Page

Group = tuple["Element", ...]


@dataclass(slots=True)
class Sheet:
    """A page that is being filled: its marks, the top of what comes next, whether it bears a number."""

    number: int
    left: float
    marks: list[Mark]
    y: float
    is_numbered: bool = True

    def until(self, moment: Moment) -> Sheet:
        """The sheet as it was at a moment, to be filled further."""
        marks = self.marks[: moment.marks]
        return Sheet(self.number, self.left, marks, moment.y, moment.is_numbered)


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the flow stands: on which sheet, how far down, after how many marks of it."""

    sheets: int
    y: float
    is_numbered: bool
    marks: int

    def is_like(self, other: Moment) -> bool:
        """Whether what follows is placed alike; marks that stand above do not matter."""
        here = (self.sheets, self.y, self.is_numbered)
        return here == (other.sheets, other.y, other.is_numbered)

    def shifted(self, sheets: int, marks: int) -> Moment:
        """The same where sheet number `sheets` bears so many more marks."""
        return replace(self, marks=self.marks + marks) if self.sheets == sheets else self


@dataclass(frozen=True, slots=True)
class Past:
    """A text that was placed: its groups, the moment before each, and what came of it. Nothing in it changes again."""

    grid: Grid
    numbering: Numbering
    groups: tuple[Group, ...]
    moments: tuple[Moment, ...]
    sheets: tuple[Sheet, ...]
    pages: tuple[Page, ...]

    def begun(self, groups: Sequence[Group]) -> int:
        """How many groups of another text are placed as here: those before the first that differs, but for the last.

        That one may make room for what comes after it.
        """
        pairs = enumerate(zip(self.groups, groups, strict=False))
        alike = next((at for at, (one, other) in pairs if one != other), None)
        alike = min(len(self.groups), len(groups)) if alike is None else alike
        return max(alike - 1, 0)

    def ended(self, groups: Sequence[Group], begun: int) -> int:
        """How many groups at the end of another text are as here, not among the `begun` ones."""
        most = min(len(self.groups), len(groups)) - begun
        pairs = zip(reversed(self.groups), reversed(groups), strict=False)
        alike = next((at for at, (one, other) in enumerate(pairs) if one != other), most)
        return min(alike, most)
