"""Parcels (封件): what is sealed for one unit, with the number (封号) that stands on it and in every book.

The number is the place of the unit on the distribution list, so that a label printed again bears the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import UserError
from models.unit import Purpose, Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from models.distribution import Allotment, Distribution
    from models.unit import Roster

KEPT = (Purpose.ARCHIVE, Purpose.SPARE)
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes to a unit: its row of the list, and where it is to be found."""

    number: int
    allotment: Allotment
    unit: Unit

    @property
    def seal_number(self) -> str:
        """The number as it is written on it."""
        return f"{self.number:0{DIGITS}}"


def parcels_of(
    distribution: Distribution, roster: Roster, only: Collection[str] = ()
) -> tuple[Parcel, ...]:
    """The parcels of a list in its order; `only`: the names of the units that are wanted, all where there are none.

    What stays in the house (存档, 备用) and rows without copies are none.

    Raises:
        UserError: a unit that is wanted gets no parcel.
    """
    parcels = tuple(
        one
        for one in _all(distribution, roster)
        if one.allotment.quantity > 0 and one.allotment.purpose not in KEPT
    )
    if not only:
        return parcels
    names = {one.allotment.name for one in parcels}
    if strange := [name for name in only if name not in names]:
        raise UserError(f"分发表中没有要送给“{strange[0]}”的文件。请核对单位名称，要写全称。")
    return tuple(one for one in parcels if one.allotment.name in only)


def by_box(parcels: Sequence[Parcel]) -> tuple[Parcel, ...]:
    """In the order in which a clerk goes along the exchange boxes; those without a box follow in the order of the list."""
    boxed = (one for one in parcels if one.allotment.box)
    others = (one for one in parcels if not one.allotment.box)
    return (*sorted(boxed, key=lambda one: _natural(one.allotment.box)), *others)


def _all(distribution: Distribution, roster: Roster) -> Iterator[Parcel]:
    known: dict[int | str | None, Unit] = {unit.name: unit for unit in roster.units}
    known |= {unit.id: unit for unit in roster.units if unit.id is not None}
    rows = (one for subtotal in distribution.subtotals for one in subtotal.allotments)
    for number, one in enumerate(rows, 1):
        unit = known.get(one.unit) or known.get(one.name) or Unit(one.name, one.category)
        yield Parcel(number, one, unit)


def _natural(box: str) -> list[tuple[int, int, str]]:
    """A2 before A10: numbers in a text count as numbers."""
    parts = re.findall(r"\d+|\D+", box)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts]
