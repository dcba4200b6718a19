"""The categories of units as a table that is typed into."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.cells import Refused
from models.errors import UserError
from models.rules.choices import cell_text, choice_from, parted
from models.rules.purposes import purpose_of
from models.rules.quantities import quantity_from
from models.rules.rosters import WrongUnit, checked_name, with_category
from models.unit import Category, Delivery, Purpose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.cells import Edit
    from models.unit import Roster


def category_text(category: Category, field: str) -> str:
    """What the cell of a field says."""
    return cell_text(getattr(category, field))


def with_category_cells(
    roster: Roster, edits: Sequence[Edit]
) -> tuple[Roster, tuple[Refused, ...]]:
    """Take what was typed. Rows are categories by their place; the name of one below 0 adds it."""
    refused: list[Refused] = []
    places = {at: one.name for at, one in enumerate(roster.categories)}
    for edit in sorted(edits, key=lambda edit: edit.row < 0 and edit.field != "name"):
        try:
            roster = _with(roster, edit, places)
        except UserError as error:
            refused.append(Refused(edit, str(error)))
    return roster, tuple(refused)


def without_category(roster: Roster, name: str) -> Roster:
    """The roster without a category that no unit stands under.

    Raises:
        WrongUnit: units stand under it.
    """
    count = sum(1 for unit in roster.units if unit.category == name)
    if count:
        raise WrongUnit(f"类别“{name}”里还有 {count} 个单位，不能删除。请先把它们改到别的类别。")
    return replace(roster, categories=tuple(c for c in roster.categories if c.name != name))


def moved_category(roster: Roster, at: int, to: int) -> Roster:
    """Put a category at another place of the order in which lists are printed."""
    categories = list(roster.categories)
    categories.insert(to, categories.pop(at))
    return replace(roster, categories=tuple(categories))


def _with(roster: Roster, edit: Edit, places: dict[int, str]) -> Roster:
    old = places.get(edit.row)
    if old is None and not edit.text.strip():
        return roster
    if edit.field == "name":
        name = checked_name(edit.text)
        new = Category(name, purpose_of(name)) if old is None else _named(roster, old, name)
        places[edit.row] = name
        return with_category(roster, new, old or "")
    if old is None:
        raise WrongUnit("这一行还没有类别。请先填类别名称。")
    return with_category(roster, _changed(roster.category(old), edit), old)


def _named(roster: Roster, old: str, name: str) -> Category:
    return replace(roster.category(old), name=name)


def _changed(category: Category, edit: Edit) -> Category:
    match edit.field:
        case "purpose":
            return replace(category, purpose=choice_from(edit.text, Purpose, "用途"))
        case "delivery":
            return replace(category, delivery=choice_from(edit.text, Delivery, "送达方式"))
        case "quantity":
            return replace(category, quantity=quantity_from(edit.text))
        case _:
            return replace(category, terms=parted(edit.text))
