"""Which backups stay: all of the newest day, then one a day, a week and a month, as Anki has proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime

DAYS, WEEKS, MONTHS = 12, 10, 9


def staying(made: Iterable[datetime]) -> frozenset[datetime]:
    """The moments of the backups to keep. Only they count, not today: a wrong clock throws nothing away."""
    newest_first = sorted(set(made), reverse=True)
    if not newest_first:
        return frozenset()
    today = newest_first[0].date()
    return frozenset(
        (
            *(moment for moment in newest_first if moment.date() == today),
            *_newest_of_each(newest_first, lambda moment: moment.date(), DAYS),
            *_newest_of_each(newest_first, lambda moment: moment.isocalendar()[:2], WEEKS),
            *_newest_of_each(newest_first, lambda moment: (moment.year, moment.month), MONTHS),
        )
    )


def _newest_of_each(
    newest_first: list[datetime], span_of: Callable[[datetime], object], spans: int
) -> Iterator[datetime]:
    seen: set[object] = set()
    for moment in newest_first:
        span = span_of(moment)
        if span not in seen:
            if len(seen) == spans:
                return
            seen.add(span)
            yield moment
