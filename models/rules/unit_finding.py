"""Units by what a clerk types for them: a name, a short name, or its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pinyin import spells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.unit import Unit


def found(units: Iterable[Unit], typed: str) -> list[Unit]:
    """The units in use that may be meant, the surest first: by a whole name, by how one begins, by what it holds."""
    typed = typed.strip().lower()
    ranked = [(rank, one) for one in units if not one.is_stopped and (rank := _rank(one, typed))]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _rank(unit: Unit, typed: str) -> int:
    """1 is surest; 0: not meant."""
    return min(filter(None, (_rank_of(name.lower(), typed) for name in unit.names)), default=0)


def _rank_of(name: str, typed: str) -> int:
    if name == typed:
        return 1
    if name.startswith(typed):
        return 2
    if typed in name:
        return 3
    if spells(typed, name):
        return 4
    return 5 if _is_spelled_within(typed, name) else 0


def _is_spelled_within(typed: str, name: str) -> bool:
    """Behind the name of the region: gaj for 天津市公安局."""
    return len(typed) > 1 and any(spells(typed, name[at:]) for at in range(1, len(name)))
