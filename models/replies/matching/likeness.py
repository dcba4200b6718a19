"""How like two names are: by the characters they share in order, the rare ones counting most."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.replies.matching.names import KnownNames

_LOOKED_AT = 24
_SHORT_FORM = 0.35  # what it is worth that all of a name stands in the other, in order
_LEAST = 0.12


@dataclass(frozen=True, slots=True)
class Likeness:
    """The names of all units with the weight of each character: 人事局 tells little, 蓟 nearly all."""

    known: KnownNames
    weights: Mapping[str, float]

    def nearest(self, name: str, count: int = 3) -> tuple[tuple[int, float], ...]:
        """The units whose names are most like a name, with how like, the nearest first."""
        asked = self.known.bare(name)
        mine = set(asked)
        shared = {known: self._weight(mine.intersection(known)) for known in self.known.units}
        best: dict[int, float] = {}
        for known in nlargest(_LOOKED_AT, shared, key=lambda one: shared[one]):
            unit, likeness = self.known.units[known], self._likeness(asked, known)
            if likeness >= _LEAST:
                best[unit] = max(likeness, best.get(unit, 0.0))
        return tuple(nlargest(count, best.items(), key=lambda one: one[1]))

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
    return Likeness(known, weights)
