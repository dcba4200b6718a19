"""Old backups are thinned, never the last one, and never twice as much."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.store.thinning import DAYS, MONTHS, WEEKS, staying

NOON = datetime(2007, 1, 11, 12)
moments = st.sets(st.datetimes(datetime(2006, 1, 1), datetime(2009, 1, 1)), max_size=80)


@given(moments)
def test_what_stays_was_there_and_the_newest_does(made: set[datetime]) -> None:
    stay = staying(made)
    assert stay <= made
    assert not made or max(made) in stay


@given(moments)
def test_thinning_again_takes_nothing(made: set[datetime]) -> None:
    assert staying(staying(made)) == staying(made)


@given(moments)
def test_not_many_stay(made: set[datetime]) -> None:
    newest = max(made, default=NOON).date()
    older = [moment for moment in staying(made) if moment.date() != newest]
    assert len(older) < DAYS + WEEKS + MONTHS


@given(moments, st.datetimes(datetime(2006, 1, 1), datetime(2030, 1, 1)))
def test_what_went_is_not_wanted_after_a_further_backup(made: set[datetime], new: datetime) -> None:
    if new >= max(made, default=new):
        assert staying({*staying(made), new}) == staying({*made, new})


def test_a_year_of_half_hours_leaves_days_weeks_and_months() -> None:
    made = {NOON - timedelta(minutes=30 * number) for number in range(48 * 365)}
    stay = sorted(staying(made), reverse=True)
    assert sum(moment.date() == NOON.date() for moment in stay) == 25
    assert len({moment.date() for moment in stay}) >= DAYS
    assert len({(moment.year, moment.month) for moment in stay}) == MONTHS
    assert len(stay) <= 25 + DAYS + WEEKS + MONTHS


def test_a_clock_far_in_the_future_throws_nothing_away() -> None:
    made = {NOON - timedelta(days=number) for number in range(8)}
    assert staying({*made, NOON + timedelta(days=9000)}) >= made
    assert staying(()) == frozenset()
