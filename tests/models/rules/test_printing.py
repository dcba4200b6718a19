"""What a print run does to the numbers of a list: whole, in parts, cut short, spoiled."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.distribution import Allotment, Distribution
from models.rules.dealing import (
    CannotDeal,
    cut_short,
    deal,
    next_number,
    note_printed,
    unprinted,
    void,
)
from models.spans import Span, count_of, union, without

DAY = date(2007, 1, 12)
lists = st.lists(st.integers(0, 40), min_size=1, max_size=8).map(
    lambda counts: deal(
        Distribution(
            allotments=tuple(Allotment(f"单位{at}", quantity=n) for at, n in enumerate(counts))
        )
    )
)


@given(lists, st.integers(1, 200), st.integers(0, 200))
def test_what_was_printed_is_dealt_or_held_and_the_rest_is_dealt_anew(
    dealt: Distribution, count: int, kept: int
) -> None:
    planned = note_printed(dealt, DAY, count, "ab" * 32)
    cut = cut_short(planned, min(kept, count))
    assert cut.printed == ((Span(1, min(kept, count)),) if kept else ())
    owned = union(s for one in cut.allotments for s in one.spans)
    assert without(cut.printed, (*owned, *cut.held)) == ()
    assert [one.quantity for one in cut.allotments] == [
        count_of(one.spans) for one in cut.allotments
    ]
    # the rest goes to the printer later, behind what was printed
    rest = count_of(unprinted(cut))
    if rest:
        whole = note_printed(cut, DAY, rest)
        assert unprinted(whole) == ()
        assert next_number(whole) == next_number(cut) + rest


def test_a_run_that_was_not_cut_stays_as_it_was() -> None:
    planned = note_printed(deal(Distribution(allotments=(Allotment("甲", quantity=3),))), DAY, 5)
    assert cut_short(planned, 5) == planned
    assert cut_short(planned, 0).runs == ()


def test_numbers_beyond_the_run_cannot_be_spoiled() -> None:
    planned = note_printed(deal(Distribution(allotments=(Allotment("甲", quantity=3),))), DAY, 3)
    with pytest.raises(CannotDeal, match="000004—999999999 还没有印"):
        void(planned, (Span(2, 999_999_999),), DAY)
    voided = void(planned, (Span(2, 3),), DAY, "卡纸")
    assert [one.number for one in voided.voids] == [2, 3]
    assert unprinted(voided) == (Span(4, 5),)
