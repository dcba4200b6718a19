"""Collective addressees become named units, on any document; who is left over on either side is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.distribution import Allotment, Distribution
from models.rules.addressees import Means, expand, phrases_of, uncovered
from models.rules.unit_names import index_of
from models.unit import AddresseeRule, Category, FormerName, Purpose, Roster, Unit
from tests.models.unit_values import ROSTER
from tests.support.sample import sample_notice

OFFICE = Roster(
    (
        Category("区县人事局", terms=("区人事局", "县人事局")),
        Category("部委办局", terms=("委办局", "市政府各部门")),
        Category("集团公司"),
        Category("人民团体"),
        Category("大专院校", terms=("高等院校", "高校")),
        Category("驻津单位", terms=("驻津",)),
        Category("镇街", terms=("镇政府", "街道办事处")),
        Category("局机关处室", Purpose.INTERNAL),
    ),
    tuple(
        Unit(f"{category}{number}", category, id=at * 10 + number)
        for at, category in enumerate(
            ("区县人事局", "部委办局", "集团公司", "人民团体", "大专院校", "驻津单位", "镇街", "局机关处室")
        )
        for number in (1, 2)
    ),
)  # fmt: skip


def categories_in(line: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.phrase, one.rule.categories) for one in expand(line, OFFICE).addressees]


def test_the_five_groups_of_the_sample_are_all_units_of_six_categories() -> None:
    told = expand(sample_notice().addressees, OFFICE)
    assert [(one.phrase, one.rule.categories) for one in told.addressees] == [
        ("各区县人事局", ("区县人事局",)),
        ("各部委办局（集团公司）", ("部委办局", "集团公司")),
        ("人民团体", ("人民团体",)),
        ("大专院校", ("大专院校",)),
        ("驻津单位人事（干部）部门", ("驻津单位",)),
    ]
    assert told.units == OFFICE.units[:12]
    assert told.unknown == ()


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("各区、县人事局，各委、办、局人事（干部）处：",
         [("各区、县人事局", ("区县人事局",)), ("各委、办、局人事（干部）处", ("部委办局",))]),
        ("各镇政府、街道办事处，市政府各部门",
         [("各镇政府", ("镇街",)), ("街道办事处", ("镇街",)), ("市政府各部门", ("部委办局",))]),
        ("各高校，各处室", [("各高校", ("大专院校",)), ("各处室", ("局机关处室",))]),
        ("各区人事局；有关单位", [("各区人事局", ("区县人事局",)), ("有关单位", ())]),
        ("各省、自治区、直辖市人民政府，国务院各部委",
         [("各省、自治区、直辖市人民政府", ()), ("国务院各部委", ())]),
    ],
)  # fmt: skip
def test_addressees_of_many_shapes(line: str, wanted: list[tuple[str, tuple[str, ...]]]) -> None:
    assert categories_in(line) == wanted


def test_a_unit_is_meant_by_any_of_its_names_and_by_what_was_merged_into_it() -> None:
    told = expand("市建委、西城区劳动人事局，旧学院", ROSTER)
    assert [one.means for one in told.addressees] == [Means.UNIT] * 3
    assert [unit.name for unit in told.units] == ["西城区人事局", "市建设委员会", "滨海大学"]


def test_a_name_of_several_units_means_none() -> None:
    roster = Roster(units=(Unit("甲局", short_names=("局",)), Unit("乙局", short_names=("局",))))
    assert index_of(roster).find("局") is None
    assert index_of(roster).find("甲 局") == roster.units[0]


def test_units_merged_in_a_circle_and_stopped_ones_get_nothing() -> None:
    circle = Roster(
        units=(
            Unit("甲", merged_into="乙"),
            Unit("乙", merged_into="甲"),
            Unit("丙", is_stopped=True),
        )
    )
    assert expand("甲，丙", circle).unknown == ("甲", "丙")


def test_what_the_office_decided_goes_first() -> None:
    roster = replace(
        OFFICE, rules=(AddresseeRule("有关单位", ("人民团体",), ("大专院校1", "没有的")),)
    )
    (one,) = expand("各有关单位：", roster).addressees
    assert one.means is Means.RULE
    assert [unit.name for unit in one.units] == ["人民团体1", "人民团体2", "大专院校1"]


def test_rows_that_no_addressee_covers_are_told() -> None:
    told = expand("各高校", OFFICE)
    rows = (
        Allotment("大专院校1", unit=41),
        Allotment("别名印出的", unit=42),
        Allotment("大专院校2", unit=None),
        Allotment("镇街1", unit=61),
        Allotment("备用", Purpose.SPARE),
    )
    assert [one.name for one in uncovered(Distribution(1, rows), told)] == ["镇街1"]


def test_former_names_count() -> None:
    unit = Unit("甲局", former_names=(FormerName("乙局"),))
    assert expand("乙局", Roster(units=(unit,))).units == (unit,)


@given(st.text("各区县委办局人事、，；（）：甲乙", max_size=30))
def test_no_addressee_is_lost(line: str) -> None:
    phrases = phrases_of(line)
    marks = str.maketrans("", "", "、，；：")
    assert "".join(phrases).translate(marks) == line.translate(marks)
    assert len(expand(line, OFFICE).addressees) == len(phrases)
