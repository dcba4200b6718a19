"""How the categories stand: what is counted adds up."""

from __future__ import annotations

from dataclasses import replace

from models.replies.chasing.bulletin import WHOLE
from models.replies.standing import State
from models.replies.summing.analysis import STATES, analysis
from tests.support.chases import chase


def test_each_category_is_counted_by_itself() -> None:
    found = analysis(chase())
    assert [(one.category, one.asked, one.counts) for one in found.portions] == [
        ("区县人事局", 4, (2, 1, 1, 0)),
        ("委办局", 1, (0, 0, 0, 1)),  # the exempt one does not count
    ]
    assert found.total.counts == (2, 1, 1, 1)
    assert found.total.count(State.LATE) == 1
    assert found.total.share(State.IN_TIME) == 400


def test_sums_are_those_of_the_categories() -> None:
    found = analysis(chase(40))
    for state in STATES:
        assert sum(one.count(state) for one in found.portions) == found.total.count(state)
    for one in (*found.portions, found.total):
        assert sum(one.shares) == WHOLE


def test_units_without_category_are_the_others() -> None:
    told = chase()
    bare = [replace(one, expected=replace(one.expected, category="")) for one in told.standings]
    assert [one.category for one in analysis(replace(told, standings=tuple(bare))).portions] == [
        "其他"
    ]


def test_nobody_asked_has_no_portions() -> None:
    found = analysis(replace(chase(), standings=()))
    assert (found.portions, found.total.asked, found.total.shares) == ((), 0, (0, 0, 0, 0))
