"""The difference between two plain values: small, reversible, and fit for a value that has changed elsewhere since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.history.plain import Plain


class DoesNotApply(Exception):
    """What the difference wants to change is no longer as it left it."""


@dataclass(frozen=True, slots=True)
class Swapped:
    """One value in the place of another."""

    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Spliced:
    """Some items of a list gave way to others, behind the item with the key `behind` (None: at its start)."""

    at: int
    behind: Plain
    before: tuple[Plain, ...]
    after: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Inside:
    """Fields of a value that changed."""

    fields: Mapping[str, Delta]


@dataclass(frozen=True, slots=True)
class Item:
    """A change inside the item of a list that stood at `at` and has this key."""

    at: int
    key: Plain
    change: Delta


Delta = Swapped | Spliced | Inside | Item


def between(before: Plain, after: Plain) -> Delta | None:
    """What leads from `before` to `after`; None where they are the same."""
    if before == after:
        return None
    match before, after:
        case dict(), dict():
            return _inside(before, after)
        case (list() | None, list()) | (list(), None):
            return _spliced(before or [], after or [])
        case _:
            return Swapped(before, after)


def reverse(delta: Delta) -> Delta:
    """The difference that leads back."""
    match delta:
        case Swapped(before, after):
            return Swapped(after, before)
        case Spliced(at, behind, before, after):
            return Spliced(at, behind, after, before)
        case Inside(fields):
            return Inside({name: reverse(change) for name, change in fields.items()})
        case Item(at, key, change):
            return Item(at, key, reverse(change))


def apply(delta: Delta, plain: Plain) -> Plain:
    """The value after the change, also where other parts of it have changed since.

    Raises:
        DoesNotApply: the changed part itself is not as it was.
    """
    match delta, plain:
        case Swapped(before, after), _ if before == plain:
            return after
        case Spliced(), list() | None:
            return _apply_splice(delta, plain or [])
        case Inside(fields), dict():
            changed = {name: apply(change, plain.get(name)) for name, change in fields.items()}
            told = {**plain, **changed}
            return {name: value for name, value in told.items() if value not in (None, [])}
        case Item(at, key, change), list():
            place = _place_of(key, at, plain)
            return [*plain[:place], apply(change, plain[place]), *plain[place + 1 :]]
        case _:
            raise DoesNotApply


def key_of(item: Plain) -> Plain:
    """What an item of a list is known by: its row, else itself."""
    if isinstance(item, dict) and item.get("id") is not None:
        return item["id"]
    return item


def _inside(before: dict[str, Plain], after: dict[str, Plain]) -> Delta:
    names = sorted({*before, *after})
    changes = {name: between(before.get(name), after.get(name)) for name in names}
    return Inside({name: change for name, change in changes.items() if change is not None})


def _spliced(before: list[Plain], after: list[Plain]) -> Delta:
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    out, into = before[start : len(before) - end], after[start : len(after) - end]
    match out, into:
        case [dict() as old], [dict() as new] if key_of(old) == key_of(new):
            return Item(start, key_of(old), _inside(old, new))
        case _:
            behind = key_of(before[start - 1]) if start else None
            return Spliced(start, behind, tuple(out), tuple(into))


def _apply_splice(delta: Spliced, items: list[Plain]) -> Plain:
    start = _start_of(delta, items)
    return [*items[:start], *delta.after, *items[start + len(delta.before) :]]


def _start_of(delta: Spliced, items: list[Plain]) -> int:
    """Where the items that give way stand now: where they stood, else behind the same item, else anywhere but once."""
    wanted = list(delta.before)
    places = [i for i in range(len(items) + 1) if items[i : i + len(wanted)] == wanted]
    behind = [i for i in places if (key_of(items[i - 1]) if i else None) == delta.behind]
    if delta.at in behind:
        return delta.at
    best = behind or (places if wanted else [])
    if len(best) != 1:
        raise DoesNotApply
    return best[0]


def _place_of(key: Plain, at: int, items: list[Plain]) -> int:
    if at < len(items) and key_of(items[at]) == key:
        return at
    places = [place for place, item in enumerate(items) if key_of(item) == key]
    if len(places) != 1:
        raise DoesNotApply
    return places[0]
