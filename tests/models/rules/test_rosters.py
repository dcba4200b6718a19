"""Units change and lose nothing: their old names, their place, what was merged into them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.rules.rosters import (
    WrongUnit,
    added,
    learned,
    merged,
    moved,
    renamed,
    stopped,
    with_category,
    with_rule,
)
from models.rules.unit_names import index_of
from models.unit import AddresseeRule, Category, FormerName, Unit
from tests.models.unit_values import DAY, DISTRICTS, ROSTER


def test_a_renamed_unit_is_found_by_its_old_name() -> None:
    new = renamed(ROSTER, 0, " 东城区人社局 ", DAY)
    assert new.units[0].former_names == (FormerName("东城区人事局", DAY),)
    assert index_of(new).find("东城区人事局") == new.units[0]
    assert renamed(new, 0, "东城区人社局") == new
    back = renamed(new, 0, "东城区人事局", DAY)
    assert back.units[0].former_names == (FormerName("东城区人社局", DAY),)


def test_a_unit_that_took_another_over_is_renamed_with_it() -> None:
    new = renamed(ROSTER, 4, "海滨大学")
    assert new.units[5].merged_into == "海滨大学"


def test_a_stopped_unit_stays_and_can_be_used_again() -> None:
    gone = stopped(ROSTER, 0)
    assert gone.units[0] == replace(ROSTER.units[0], is_stopped=True)
    assert index_of(gone).find("东城") is None
    assert stopped(gone, 0, is_stopped=False) == ROSTER
    assert stopped(ROSTER, 5, is_stopped=False).units[5].merged_into == ""


def test_a_merged_unit_means_the_one_that_took_it_over() -> None:
    new = merged(ROSTER, 0, 1)
    assert index_of(new).find("东城") == ROSTER.units[1]
    with pytest.raises(WrongUnit, match="并入自己"):
        merged(ROSTER, 0, 0)
    with pytest.raises(WrongUnit, match="已经停用"):
        merged(ROSTER, 0, 5)


def test_an_alias_is_learned_once() -> None:
    new = learned(ROSTER, 0, "东城人事局")
    assert new.units[0].aliases == ("东城人事局",)
    assert learned(new, 0, "东城 人事局") == new
    assert learned(new, 1, "市建委") == new


def test_units_are_added_and_moved() -> None:
    more = moved(added(ROSTER, Unit(" 新  局")), len(ROSTER.units), 0)
    assert (more.units[0].name, more.units[1:]) == ("新 局", ROSTER.units)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (" ", "是空的"),
        ("长" * 500, "有 500 个字"),
        ("市财政局", "已经有单位“市财政局”"),
        ("市 财政局", "已经有单位"),
    ],
)
def test_wrong_names_are_refused(name: str, words: str) -> None:
    with pytest.raises(WrongUnit, match=words):
        added(ROSTER, Unit(name))


def test_a_renamed_category_takes_its_units_and_rules_along() -> None:
    ruled = with_rule(ROSTER, AddresseeRule("有关单位", ("区县人事局", "大专院校")))
    new = with_category(ruled, replace(DISTRICTS, name="区县局"), "区县人事局")
    assert [one.category for one in new.units[:3]] == ["区县局", "区县局", "部委办局"]
    assert new.rules[0].categories == ("区县局", "大专院校")
    assert with_category(new, Category("镇街")).categories[-1] == Category("镇街")
    with pytest.raises(WrongUnit, match="已经有类别"):
        with_category(new, Category("大专院校"))
    assert with_rule(new, AddresseeRule("有关单位")).rules == ()
