"""Spans of copy numbers behave as the sets of numbers they stand for."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from models.spans import Span, count_of, first_of, union, without, written

if TYPE_CHECKING:
    from models.spans import Spans

spans = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 9)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=6,
).map(tuple)


def numbers(some: Spans) -> set[int]:
    return {number for span in some for number in range(span.first, span.last + 1)}


def is_tidy(some: Spans) -> bool:
    return all(a.last + 1 < b.first for a, b in itertools.pairwise(some))


@given(spans)
def test_a_union_holds_the_same_numbers_once(some: Spans) -> None:
    joined = union(some)
    assert numbers(joined) == numbers(some)
    assert count_of(joined) == len(numbers(some))
    assert is_tidy(joined)


@given(spans, spans)
def test_what_is_taken_is_gone_and_nothing_else(some: Spans, taken: Spans) -> None:
    left = without(some, taken)
    assert numbers(left) == numbers(some) - numbers(taken)
    assert is_tidy(left)


@given(spans, st.integers(-3, 70))
def test_the_first_are_the_lowest(some: Spans, count: int) -> None:
    assert numbers(first_of(some, count)) == set(sorted(numbers(some))[: max(count, 0)])


def test_spans_are_written_as_a_clerk_writes_them() -> None:
    assert written((Span(1, 5), Span(9, 9)), digits=6) == "000001—000005、000009"
    assert written((Span(1, 5), Span(9, 9))) == "1—5、9"
    assert written(()) == ""
