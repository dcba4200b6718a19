"""What an office does to a list, in any order: for properties that must hold whatever is done."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from models.distribution import Allotment, Distribution
from models.errors import UserError
from models.rules.dealing import deal, give_held, print_run, void
from models.rules.handing import send, take_back
from models.rules.quantities import fill_category, with_quantity
from models.spans import Span
from tests.models.unit_values import DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Step = tuple[int, int, int]
STEPS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 4), st.integers(0, 9)), max_size=12)


def do(distribution: Distribution, step: Step) -> Distribution:
    which, at, count = step
    deeds: tuple[Callable[[], Distribution], ...] = (
        lambda: with_quantity(distribution, at, count),
        lambda: print_run(distribution, DAY, None if count > 5 else distribution.total + count),
        lambda: void(distribution, (Span(at * 7 + count, at * 7 + count),), DAY),
        lambda: send(distribution, {at}, DAY, count or None),
        lambda: give_held(distribution, at, count),
        lambda: take_back(distribution, (Span(count, count + at),), DAY),
        lambda: fill_category(distribution, "局", count, also_own=at > 2),
    )
    return deeds[which]()


def list_of(quantities: Iterable[int], notice: int = 1) -> Distribution:
    """A list of units with so many copies each."""
    rows = tuple(Allotment(f"第{n}局", category="局", quantity=q) for n, q in enumerate(quantities))
    return deal(Distribution(notice, rows))


def done(distribution: Distribution, steps: Iterable[Step]) -> Distribution:
    """The list after all of it; what is refused is left out."""
    for step in steps:
        with contextlib.suppress(UserError):
            distribution = do(distribution, step)
    return distribution


def _any(quantities: list[int], notice: int, steps: list[Step]) -> Distribution:
    return done(list_of(quantities, notice), steps)


distributions = st.builds(
    _any, st.lists(st.integers(0, 6), min_size=5, max_size=5), st.integers(1, 3), STEPS
)
