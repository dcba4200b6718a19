"""Units by what a clerk types for them: a name, a short name, or its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.pinyin import fit, folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.unit import Unit


def found(units: Iterable[Unit], typed: str) -> list[Unit]:
    """The units in use that may be meant, the surest first."""
    if not folded(typed):
        return []
    used = (one for one in units if not one.is_stopped)
    ranked = [(min(fits), one) for one in used if (fits := _fits(one, typed))]
    return [one for _, one in sorted(ranked, key=lambda pair: pair[0])]


def _fits(unit: Unit, typed: str) -> list[int]:
    return [how for name in unit.names if (how := fit(typed, name))]
