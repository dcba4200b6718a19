"""Changes of the roster: units are renamed, stopped, merged, moved, and learn names; nothing of their past is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.rules.unit_names import folded, index_of
from models.unit import AddresseeRule, FormerName

if TYPE_CHECKING:
    from datetime import date

    from models.unit import Category, Roster, Unit

LONGEST_NAME = 60  # characters; an address label holds no more


class WrongUnit(UserError):
    """A unit cannot be called or placed so."""


def checked_name(name: str) -> str:
    """The name without needless blanks.

    Raises:
        WrongUnit: there is nothing left of it, or it is longer than any unit's.
    """
    plain = " ".join(name.split())
    if not plain:
        raise WrongUnit("单位名称是空的。请填单位全称。")
    if len(plain) > LONGEST_NAME:
        raise WrongUnit(
            f"单位名称“{plain[:12]}…”有 {len(plain)} 个字，最多 {LONGEST_NAME} 个字。请填单位全称。"
        )
    return plain


def added(roster: Roster, unit: Unit) -> Roster:
    """The unit behind all others.

    Raises:
        WrongUnit: its name is no name, or is taken.
    """
    unit = replace(unit, name=checked_name(unit.name))
    _refuse_taken(roster, unit.name, None)
    return replace(roster, units=(*roster.units, unit))


def renamed(roster: Roster, at: int, name: str, until: date | None = None) -> Roster:
    """Give the unit at this place a new name; it stays known by its old one, used `until` that day.

    Raises:
        WrongUnit: as above.
    """
    unit, new = roster.units[at], checked_name(name)
    _refuse_taken(roster, new, at)
    if new == unit.name:
        return roster
    units = (
        replace(one, merged_into=new) if one.merged_into == unit.name else one
        for one in roster.units
    )
    return with_unit(replace(roster, units=tuple(units)), at, with_name(unit, new, until))


def with_name(unit: Unit, name: str, until: date | None = None) -> Unit:
    """The unit with a new name, known by its old one, used `until` that day."""
    former = tuple(one for one in unit.former_names if one.name != name)
    return replace(unit, name=name, former_names=(*former, FormerName(unit.name, until)))


def taken(name: str) -> WrongUnit:
    """The refusal of a name that another unit has."""
    return WrongUnit(f"已经有单位“{name}”。请换一个名称，或修改原来的单位。")


def stopped(roster: Roster, at: int, *, is_stopped: bool = True) -> Roster:
    """Stop the unit (停用), or use it again."""
    unit = replace(roster.units[at], is_stopped=is_stopped)
    return with_unit(roster, at, unit if is_stopped else replace(unit, merged_into=""))


def merged(roster: Roster, at: int, into: int) -> Roster:
    """Let one unit take over another: that one is stopped, and whoever writes its name means the other.

    Raises:
        WrongUnit: they are the same unit, or the one that takes over is stopped.
    """
    gone, target = roster.units[at], roster.units[into]
    if at == into:
        raise WrongUnit(f"“{gone.name}”不能并入自己。请另选一个单位。")
    if target.is_stopped:
        raise WrongUnit(f"“{target.name}”已经停用，不能并入。请另选一个单位。")
    return with_unit(roster, at, replace(gone, is_stopped=True, merged_into=target.name))


def learned(roster: Roster, at: int, alias: str) -> Roster:
    """Let the unit be known by one more name; one that means a unit already changes nothing.

    Raises:
        WrongUnit: it is no name.
    """
    name, unit = checked_name(alias), roster.units[at]
    if folded(name) in {folded(one) for one in unit.names} or index_of(roster).find(name):
        return roster
    return with_unit(roster, at, replace(unit, aliases=(*unit.aliases, name)))


def moved(roster: Roster, at: int, to: int) -> Roster:
    """Put the unit at another place of the standing order (调整排序)."""
    units = list(roster.units)
    units.insert(to, units.pop(at))
    return replace(roster, units=tuple(units))


def with_unit(roster: Roster, at: int, unit: Unit) -> Roster:
    """The roster with another unit in this place."""
    return replace(roster, units=(*roster.units[:at], unit, *roster.units[at + 1 :]))


def with_rule(roster: Roster, rule: AddresseeRule) -> Roster:
    """Keep what an addressee means from now on; a rule that says nothing is forgotten."""
    others = tuple(one for one in roster.rules if one.phrase != rule.phrase)
    says = (rule,) if rule.categories or rule.units else ()
    return replace(roster, rules=(*others, *says))


def with_category(roster: Roster, category: Category, instead_of: str = "") -> Roster:
    """Add a category, or put it in the place of the one of that name, whose units and rules follow it.

    Raises:
        WrongUnit: the name is no name, or another category has it.
    """
    category = replace(category, name=checked_name(category.name))
    names = [one.name for one in roster.categories]
    if category.name != instead_of and category.name in names:
        raise WrongUnit(f"已经有类别“{category.name}”。请换一个名称。")
    if instead_of not in names:
        return replace(roster, categories=(*roster.categories, category))
    categories = tuple(category if one.name == instead_of else one for one in roster.categories)
    units = tuple(
        replace(one, category=category.name) if one.category == instead_of else one
        for one in roster.units
    )
    rules = tuple(
        AddresseeRule(
            rule.phrase,
            tuple(category.name if one == instead_of else one for one in rule.categories),
            rule.units,
        )
        for rule in roster.rules
    )
    return replace(roster, categories=categories, units=units, rules=rules)


def _refuse_taken(roster: Roster, name: str, mine: int | None) -> None:
    for place, unit in enumerate(roster.units):
        if place != mine and folded(unit.name) == folded(name):
            raise taken(unit.name)
