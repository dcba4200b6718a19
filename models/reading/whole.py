"""A reading put together from the elements found: the notice, what was left out, what is in doubt."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from models.reading.assemble import assemble
from models.reading.doubts import doubts_of
from models.reading.fold import bare, fold
from models.reading.misplaced import (
    doubts_of_days,
    doubts_of_joined,
    doubts_of_place,
    doubts_of_second,
)
from models.reading.reading import Found, Reading, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.reading.fold import Clean


def reading_of(clean: Clean, found: Iterable[Found]) -> Reading:
    """The reading of a text of which these elements were found; they do not overlap."""
    plain, parts = fold(clean.text), sorted(found, key=lambda f: f.start)
    notice, left = assemble(clean.text, parts), _left_out(plain, parts)
    doubts = (
        *doubts_of(clean, plain, parts, notice),
        *doubts_of_place(plain, parts, left),
        *doubts_of_days(plain, parts, left, notice),
        *doubts_of_second(plain, parts, notice),
        *doubts_of_joined(plain, parts),
    )
    return Reading(clean.text, notice, tuple(parts), left, doubts, clean.removed)


def _left_out(plain: str, found: list[Found]) -> tuple[Span, ...]:
    """Every stretch that no element took, without the blanks around it."""
    edges = [(0, 0), *((f.start, f.end) for f in found), (len(plain), len(plain))]
    gaps = (bare(plain, start, end) for (_, start), (end, _) in itertools.pairwise(edges))
    return tuple(Span(*gap) for gap in gaps if gap)
