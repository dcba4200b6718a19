"""The roster as a table that is typed into: many cells at once, each kept or refused for itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.cells import Refused
from models.errors import UserError
from models.rules.choices import cell_text, choice_from, parted
from models.rules.purposes import purpose_of
from models.rules.quantities import quantity_from
from models.rules.rosters import WrongUnit, checked_name, taken, with_name
from models.rules.unit_names import folded
from models.unit import Category, Delivery, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from models.cells import Edit
    from models.unit import Roster

LONGEST_TEXT = 100  # characters of an address, which is the longest that a label holds


def unit_text(unit: Unit, field: str) -> str:
    """What the cell of a field says."""
    return cell_text(getattr(unit, field))


def with_unit_cells(
    roster: Roster, edits: Sequence[Edit], on: date
) -> tuple[Roster, tuple[Refused, ...]]:
    """Take what was typed on a day. Rows are units by their id; those below 0 become units once they have a name."""
    return _Cells(roster, on).take(edits)


class _Cells:
    """The units while they are typed into."""

    def __init__(self, roster: Roster, on: date) -> None:
        self._roster, self._on = roster, on
        self._units = list(roster.units)
        self._places = {unit.id: at for at, unit in enumerate(self._units)}
        self._names = {folded(unit.name): at for at, unit in enumerate(self._units)}
        self._new_names: dict[str, str] = {}

    def take(self, edits: Sequence[Edit]) -> tuple[Roster, tuple[Refused, ...]]:
        """All of them; the name of a new unit goes before all else that is said of it."""
        refused: list[Refused] = []
        for edit in sorted(edits, key=lambda edit: edit.row < 0 and edit.field != "name"):
            try:
                self._take(edit)
            except UserError as error:
                refused.append(Refused(edit, str(error)))
        return self._result(), tuple(refused)

    def _take(self, edit: Edit) -> None:
        at = self._places.get(edit.row)
        if at is None and not edit.text.strip():
            return
        if edit.field == "name":
            self._put_name(edit, at)
        elif at is None:
            raise WrongUnit("这一行还没有单位。请先填单位全称。")
        else:
            changes: dict[str, Any] = {edit.field: _value(edit)}
            self._units[at] = replace(self._units[at], **changes)

    def _put_name(self, edit: Edit, at: int | None) -> None:
        name = checked_name(edit.text)
        other = self._names.get(folded(name), at)
        if other != at and other is not None:
            raise taken(self._units[other].name)
        if at is None:
            at = self._places[edit.row] = len(self._units)
            self._units.append(Unit(name))
        elif name != (old := self._units[at].name):
            self._names.pop(folded(old), None)
            self._new_names[old] = name
            self._units[at] = with_name(self._units[at], name, self._on)
        self._names[folded(name)] = at

    def _result(self) -> Roster:
        """The roster, with categories that were named for the first time."""
        units = tuple(
            replace(unit, merged_into=new)
            if (new := self._new_names.get(unit.merged_into)) and unit.merged_into
            else unit
            for unit in self._units
        )
        known = {one.name for one in self._roster.categories}
        named = dict.fromkeys(unit.category for unit in units if unit.category)
        new = tuple(Category(name, purpose_of(name)) for name in named if name not in known)
        return replace(self._roster, units=units, categories=(*self._roster.categories, *new))


def _value(edit: Edit) -> object:
    text = " ".join(edit.text.split())
    if len(text) > LONGEST_TEXT:
        raise WrongUnit(f"这一格有 {len(text)} 个字，最多 {LONGEST_TEXT} 个字。请删短。")
    match edit.field:
        case "quantity":
            return quantity_from(text) if text else None
        case "delivery":
            return choice_from(text, Delivery, "送达方式") if text else None
        case "short_names" | "aliases":
            return parted(text)
        case _:
            return text
