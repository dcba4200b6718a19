"""调整排序: places in the standing order that were typed."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from models.cells import Refused
from models.rules.rosters import WrongUnit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.cells import Edit
    from models.unit import Roster


def with_places(roster: Roster, edits: Sequence[Edit]) -> tuple[Roster, tuple[Refused, ...]]:
    """Put units, by their id, at the places that were typed, from 1; the others close up around them."""
    now = {unit.id: place for place, unit in enumerate(roster.units, 1)}
    ranks = {key: (place, 0) for key, place in now.items()}
    refused: list[Refused] = []
    for edit in edits:
        try:
            wanted = _place_from(edit.text, len(roster.units))
        except WrongUnit as error:
            refused.append(Refused(edit, str(error)))
            continue
        if wanted != now[edit.row]:
            ranks[edit.row] = wanted, 1 if wanted > now[edit.row] else -1
    units = sorted(roster.units, key=lambda unit: ranks[unit.id])
    return replace(roster, units=tuple(units)), tuple(refused)


def _place_from(text: str, last: int) -> int:
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain.isdecimal() or not 0 < int(plain[:9]) <= last:
        raise WrongUnit(f"序号“{text.strip()[:10]}”不对。请填 1 到 {last} 的整数。")
    return int(plain[:9])
