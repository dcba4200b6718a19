"""Take units that were read into the roster: known ones are brought up to date, new ones come last, none is removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.rules.rosters import WrongUnit
from models.rules.unit_names import index_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.reading.sheets.unit_sheet import UnitSheet
    from models.unit import Roster, Unit

_NAMES = ("short_names", "aliases", "former_names")


def taken_in(roster: Roster, sheet: UnitSheet) -> Roster:
    """The roster with what the table says; of a known unit only the columns of the table change.

    Raises:
        WrongUnit: two rows mean the same known unit by two of its names.
    """
    index = index_of(roster)
    known = list(roster.units)
    new: list[Unit] = []
    names: dict[int, str] = {}
    for unit in sheet.units:
        place = index.place(unit.name)
        if place is None:
            new.append(unit)
        elif place in names:
            raise WrongUnit(
                f"“{names[place]}”和“{unit.name}”是同一个单位，请在表中只留一行。原有的单位没有改动。"
            )
        else:
            names[place] = unit.name
            known[place] = _updated(known[place], unit, sheet.fields)
    told = {one.name: one for one in sheet.categories}
    there = {one.name for one in roster.categories}
    kept = tuple(
        told.get(one.name, one) if sheet.are_categories_told else one for one in roster.categories
    )
    added = (one for one in sheet.categories if one.name not in there)
    return replace(roster, categories=(*kept, *added), units=(*known, *new))


def _updated(old: Unit, told: Unit, fields: Collection[str]) -> Unit:
    """The unit with what the table says.

    What the table leaves blank stays, but for 停用: a unit is in use where it is not said to be stopped. Names are added,
    never forgotten; the present name stays the present one.
    """
    for field in fields:
        value = getattr(told, field)
        if field in _NAMES:
            value = tuple(dict.fromkeys((*getattr(old, field), *value)))
        if field != "name" and value not in ("", None):
            old = replace(old, **{field: value})
    return old
