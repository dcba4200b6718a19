"""Units by any of their names: the present one goes before short names, aliases and former names."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.unit import Roster, Unit

_BLANKS = re.compile(r"\s+")


def folded(name: str) -> str:
    """A name as it is compared: without blanks, brackets and digits of one width."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name))


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """The places of units in their roster, by name."""

    units: tuple[Unit, ...]
    places: Mapping[str, int]

    def place(self, name: str) -> int | None:
        """Where the unit of that name stands; None where there is none, or the name could mean several."""
        return self.places.get(folded(name))

    def find(self, name: str) -> Unit | None:
        """The unit that a name means today: for one that was merged, the one that took it over."""
        seen = set[int]()
        place = self.place(name)
        while place is not None and place not in seen:
            seen.add(place)
            unit = self.units[place]
            if not unit.merged_into:
                return None if unit.is_stopped else unit
            place = self.place(unit.merged_into)
        return None


def index_of(roster: Roster) -> UnitIndex:
    """The index of a roster."""
    present = _places((unit.name,) for unit in roster.units)
    others = _places(unit.names[1:] for unit in roster.units)
    return UnitIndex(roster.units, {**others, **present})


def _places(names: Iterable[tuple[str, ...]]) -> dict[str, int]:
    """By name, the only place that has it."""
    places: dict[str, int] = {}
    several = set[str]()
    for place, mine in enumerate(names):
        for name in {folded(one) for one in mine} - {""}:
            if places.setdefault(name, place) != place:
                several.add(name)
    return {name: place for name, place in places.items() if name not in several}
