"""How like two names are: by the characters they share in order, the rare ones counting most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.replies.matching.names import KnownNames

_LOOKED_AT = 24
_SHORT_FORM = 0.35  # what it is worth that all of a name stands in the other, in order
_LEAST = 0.12


@dataclass(frozen=True, slots=True)
class Likeness:
    """The names of all units with the weight of each character: 人事局 tells little, 蓟 nearly all.

    Attributes:
        holding: The names in which each character stands.
        places: The order of the names.
    """

    known: KnownNames
    weights: Mapping[str, float]
    holding: Mapping[str, Sequence[str]]
    places: Mapping[str, int]

    def nearest(self, name: str, count: int = 3) -> tuple[tuple[int, float], ...]:
        """The units whose names are most like a name, with how like, the nearest first."""
        asked = self.known.bare(name)
        mine = set(asked)
        shared = self._shared(mine)
        best: dict[int, float] = {}
        for known in nlargest(_LOOKED_AT, shared, key=lambda one: (shared[one], -self.places[one])):
            unit, likeness = self.known.units[known], self._likeness(asked, known)
            if likeness >= _LEAST:
                best[unit] = max(likeness, best.get(unit, 0.0))
        return tuple(nlargest(count, best.items(), key=lambda one: one[1]))

    def _shared(self, mine: set[str]) -> dict[str, float]:
        """The weight of the characters that each known name shares with these; names that share none are left out."""
        found: dict[str, float] = {}
        for char in sorted(mine):
            weight = self.weights.get(char, 1.0)
            for known in self.holding.get(char, ()):
                found[known] = found.get(known, 0.0) + weight
        return found

    def _likeness(self, asked: str, known: str) -> float:
        shared = self._in_order(asked, known)
        least = min(self._weight(asked), self._weight(known))
        whole = self._weight(asked) + self._weight(known)
        bonus = _SHORT_FORM if shared >= least - 1e-9 else 0.0
        return 2 * shared / whole + bonus if whole else 0.0

    def _weight(self, chars: str | set[str]) -> float:
        return sum(self.weights.get(char, 1.0) for char in chars)

    def _in_order(self, one: str, other: str) -> float:
        """The weight of the heaviest characters that stand in both in the same order."""
        row = [0.0] * (len(other) + 1)
        for char in one:
            weight, before = self.weights.get(char, 1.0), 0.0
            for at, its in enumerate(other, 1):
                above = row[at]
                row[at] = before + weight if its == char else max(above, row[at - 1])
                before = above
        return row[-1]


def likeness_of(known: KnownNames) -> Likeness:
    """Of the names of some units."""
    counts = Counter(char for name in known.units for char in set(name))
    total = len(known.units)
    weights = {char: math.log(1 + total / count) for char, count in counts.items()}
    holding: dict[str, list[str]] = {}
    for name in known.units:
        for char in set(name):
            holding.setdefault(char, []).append(name)
    return Likeness(known, weights, holding, {name: at for at, name in enumerate(known.units)})
