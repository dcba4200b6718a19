"""报送分析: how many units of each category answered in time, late, or not at all, with their shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.replies.chasing.bulletin import shares
from models.replies.standing import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.chasing.chase import Chase
    from models.replies.standing import Standing

STATES = (State.IN_TIME, State.LATE, State.SENT_BACK, State.MISSING)
OTHERS, ALL = "其他", "合计"


@dataclass(frozen=True, slots=True)
class Portion:
    """How the units of a category stand.

    Attributes:
        counts: How many stand in each of STATES.
    """

    category: str
    counts: tuple[int, ...]

    @property
    def asked(self) -> int:
        """应报."""
        return sum(self.counts)

    @property
    def shares(self) -> tuple[int, ...]:
        """Of each of STATES in tenths of a percent; they add up to 1000."""
        return shares(self.counts)

    def count(self, state: State) -> int:
        """How many stand so."""
        return self.counts[STATES.index(state)]

    def share(self, state: State) -> int:
        """Their share in tenths of a percent."""
        return self.shares[STATES.index(state)]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The categories in standing order, and all of them together."""

    portions: tuple[Portion, ...]
    total: Portion


def analysis(chase: Chase) -> Analysis:
    """How those stand that must answer; a unit that is answered for stands as its superior."""
    groups: dict[str, list[Standing]] = {}
    for one in chase.asked:
        groups.setdefault(one.expected.category or OTHERS, []).append(one)
    portions = tuple(_portion(name, units) for name, units in groups.items())
    return Analysis(portions, _portion(ALL, chase.asked))


def _portion(category: str, units: Sequence[Standing]) -> Portion:
    return Portion(category, tuple(sum(one.state is state for one in units) for state in STATES))
