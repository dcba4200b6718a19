"""From the addressees of a notice to its list: one row for each unit, with the copies that its category gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.distribution import Allotment, Distribution
from models.rules.addressees import expand
from models.rules.dealing import deal
from models.spans import union, without
from models.unit import Category, Purpose, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from models.notice import Notice
    from models.unit import Roster

USUAL = (Category("存档", Purpose.ARCHIVE, quantity=2), Category("备用", Purpose.SPARE, quantity=5))
"""The rows that every list has, where the roster says nothing of them."""
_ORDER = tuple(Purpose)
_ADDRESSED = (Purpose.MAIN, Purpose.COPY)


def distribute(notice: Notice, roster: Roster, before: Distribution | None = None) -> Distribution:
    """The list of a notice, in the order 主送, 抄送, 内部, 存档, 备用, each by category and standing order.

    What a clerk set and what was done on the list `before` stays; a row whose copies were sent stays too.
    """
    rank = _rank(roster)
    rows = sorted(_rows(notice, roster), key=rank)
    if before is None:
        return deal(Distribution(notice.id or 0, tuple(rows)))
    known = {_key(one): one for one in before.allotments}
    kept = [_updated(known.pop(_key(one), None), one, before) for one in rows]
    kept += [one for one in known.values() if one.sendings]
    lost = union(span for one in known.values() if not one.sendings for span in one.spans)
    held = union((*before.held, *without(lost, without(lost, before.printed))))
    rows = tuple(sorted(kept, key=rank))
    return deal(replace(before, notice=notice.id or 0, allotments=rows, held=held))


def allotment_of(unit: Unit, purpose: Purpose, category: Category) -> Allotment:
    """The row of a unit, with what its category gets where it has nothing of its own."""
    return Allotment(
        unit.name,
        purpose,
        unit.category,
        unit.id,
        category.quantity if unit.quantity is None else unit.quantity,
        delivery=unit.delivery or category.delivery,
        box=unit.box,
    )


def _rows(notice: Notice, roster: Roster) -> Iterator[Allotment]:
    main, copied = (
        {unit.name for unit in expand(line, roster).units}
        for line in (notice.addressees, notice.cc)
    )
    categories = {one.name: one for one in roster.categories}
    there = set[Purpose]()
    for unit in roster.units:
        category = categories.get(unit.category) or Category(unit.category)
        purpose = _purpose(unit, category, main, copied)
        if purpose is not None:
            there.add(purpose)
            yield allotment_of(unit, purpose, category)
    for usual in USUAL:
        if usual.purpose not in there:
            mine = (one for one in roster.categories if one.purpose is usual.purpose)
            category = next(mine, usual)
            yield allotment_of(Unit(category.name, category.name), usual.purpose, category)


def _purpose(unit: Unit, category: Category, main: set[str], copied: set[str]) -> Purpose | None:
    """What a unit gets copies for; None where it gets none."""
    if unit.is_stopped:
        return None
    if unit.name in main:
        return Purpose.MAIN
    if unit.name in copied:
        return Purpose.COPY
    return None if category.purpose in _ADDRESSED else category.purpose


def _updated(old: Allotment | None, new: Allotment, before: Distribution) -> Allotment:
    """The row as it was once it was printed; before that with the names and numbers of today."""
    if old is None:
        return new
    if before.runs:
        return old
    quantity = old.quantity if old.is_own else new.quantity
    return replace(
        new, quantity=quantity, is_own=old.is_own, spans=old.spans, note=old.note, id=old.id
    )


def _key(one: Allotment) -> tuple[Purpose, int | str]:
    return one.purpose, one.name if one.unit is None else one.unit


def _rank(roster: Roster) -> Callable[[Allotment], tuple[int, int, int]]:
    """Where a row stands; what the roster does not know comes last among its like."""
    named = (*(one.name for one in roster.categories), *(unit.category for unit in roster.units))
    categories = {name: at for at, name in enumerate(dict.fromkeys(named))}
    units = {unit.id or unit.name: at for at, unit in enumerate(roster.units)}

    def rank(one: Allotment) -> tuple[int, int, int]:
        category = categories.get(one.category, len(categories))
        unit = units.get(one.unit or one.name, len(units))
        return _ORDER.index(one.purpose), category, unit

    return rank
