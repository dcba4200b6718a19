"""Which terms a text shares with items of a plan: the fewer items have a term and the longer it is, the more it says."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SHORTEST, LONGEST = 2, 8  # characters of a term
SHORT, SHORT_MOST = (
    3,
    2,
)  # a term this short may be the ends of two words; so many items may have it
LEAST = 1.0  # what a term must weigh to be told
_STRETCH = re.compile(r"[\u4e00-\u9fff0-9A-Za-z]+")
_YEAR = re.compile(r"\d+年?")
_DEEDS = re.compile(r"^(?:[做抓搞办]好|好|加强|加快|推进|推动|完善|开展|实施|组织|落实|积极|深入)")
_EDGES = "的和与及等对在为了将把并以各"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of characters that stands in a text and in an item."""

    text: str
    weight: float
    start: int  # its place in the text

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.start + len(self.text)


class Terms:
    """The terms of all items."""

    def __init__(self, items: Sequence[str]) -> None:
        """Of the texts of all items."""
        self._count = len(items)
        self._having: dict[str, set[int]] = {}
        for at, text in enumerate(items):
            for gram in _grams(text):
                self._having.setdefault(gram, set()).add(at)

    def shared(self, text: str) -> dict[int, tuple[Term, ...]]:
        """What a text shares with each item, the weightiest first; items that share nothing are left out."""
        found: dict[int, list[Term]] = {}
        for stretch in _STRETCH.finditer(text):
            ends: dict[int, int] = {}
            for start in range(stretch.start(), stretch.end() - SHORTEST + 1):
                for gram, at in self._longest(text[start : stretch.end()], start, ends):
                    if term := self._term(gram, start):
                        found.setdefault(at, []).append(term)
        return {at: _apart(terms) for at, terms in found.items()}

    def _longest(self, rest: str, start: int, ends: dict[int, int]) -> Iterator[tuple[str, int]]:
        """The longest term that begins here for each item that has none reaching over it."""
        for length in range(min(LONGEST, len(rest)), SHORTEST - 1, -1):
            gram = rest[:length]
            for at in sorted(self._having.get(gram, ())):
                if ends.get(at, 0) < start + length:
                    ends[at] = start + length
                    yield gram, at

    def _term(self, gram: str, start: int) -> Term | None:
        """The term without what says little at its ends; None where that is all, or too many items have it."""
        text = _DEEDS.sub("", gram).lstrip(_EDGES)
        start += len(gram) - len(text)
        text = text.rstrip(_EDGES)
        having = self._having.get(text)
        if having is None or _YEAR.fullmatch(text):
            return None
        if len(text) <= SHORT and len(having) > SHORT_MOST:
            return None
        weight = max(1, len(text) - 2) * math.log(self._count / len(having))
        return Term(text, weight, start) if weight >= LEAST else None


def _apart(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The weightiest that do not overlap, each text once."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda one: (-one.weight, one.start)):
        is_free = all(term.end <= one.start or one.end <= term.start for one in kept)
        if is_free and term.text not in {one.text for one in kept}:
            kept.append(term)
    return tuple(kept)


def _grams(text: str) -> Iterator[str]:
    for stretch in _STRETCH.findall(text):
        for length in range(SHORTEST, LONGEST + 1):
            for start in range(len(stretch) - length + 1):
                yield stretch[start : start + length]
