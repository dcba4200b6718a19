"""The roll (应报名单): who must answer a notice. It follows the distribution; only what differs from it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from models.unit import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.distribution import Distribution
    from models.unit import Roster


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What differs from the distribution for one unit.

    Attributes:
        unit: Its row in the roster.
        is_added: It must answer though the notice is not addressed to it.
        is_exempt: It need not (免报).
        superior: The row of the unit that answers for it (合并报送).
        note: Why.
    """

    unit: int
    is_added: bool = False
    is_exempt: bool = False
    superior: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Roll:
    """The roll of a notice as it is kept.

    Attributes:
        due: The last day where it is another than the notice says (延期); None: that of the notice.
    """

    notice: int = 0
    due: date | None = None
    adjustments: tuple[Adjustment, ...] = ()


def adjusted(roll: Roll, adjustment: Adjustment) -> Roll:
    """The roll with what differs for a unit; what differs in nothing is not kept."""
    others = tuple(one for one in roll.adjustments if one.unit != adjustment.unit)
    differs = adjustment != Adjustment(adjustment.unit)
    return replace(roll, adjustments=(*others, adjustment) if differs else others)


def adjustment_of(roll: Roll, unit: int) -> Adjustment:
    """What differs for a unit."""
    return next((one for one in roll.adjustments if one.unit == unit), Adjustment(unit))


@dataclass(frozen=True, slots=True)
class Expected:
    """A unit that must answer, or is exempt from it; `unit` is None for a name on the list that is no unit."""

    name: str
    unit: int | None = None
    category: str = ""
    is_exempt: bool = False
    superior: int | None = None
    note: str = ""


def expected_of(
    distribution: Distribution | None, roll: Roll, roster: Roster
) -> tuple[Expected, ...]:
    """Who must answer, in the order of the distribution; units that were added come last, in standing order."""
    changed = {one.unit: one for one in roll.adjustments}
    listed = tuple(_listed(distribution, changed)) if distribution else ()
    there = {one.unit for one in listed}
    added = (
        _expected(unit.name, unit.id, unit.category, changed[unit.id])
        for unit in roster.units
        if unit.id in changed and unit.id not in there and changed[unit.id].is_added
    )
    return (*listed, *added)


def _listed(distribution: Distribution, changed: dict[int, Adjustment]) -> Iterator[Expected]:
    """The addressees of the notice, each once."""
    there = set[int | str]()
    for one in distribution.allotments:
        key = one.unit or one.name
        if one.purpose is Purpose.MAIN and key not in there:
            there.add(key)
            adjustment = Adjustment(0) if one.unit is None else changed.get(one.unit, Adjustment(0))
            yield _expected(one.name, one.unit, one.category, adjustment)


def _expected(name: str, unit: int | None, category: str, one: Adjustment) -> Expected:
    return Expected(name, unit, category, one.is_exempt, one.superior, one.note)
