"""The report that is to be filled in: its sections are those of the plan, its counts those of the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from models.notice import Level
from models.replies.summary import Summary
from models.replies.summing.outline import NothingToReport, named, outline
from models.replies.summing.table import summary_table
from tests.support.sums import plan, summed_chase, table

if TYPE_CHECKING:
    from tests.support.golden import Golden


def test_the_report_is_that_reviewed(golden: Golden) -> None:
    found = outline(plan(), table(), summed_chase())
    lines = [found.title, *(one.whole for one in found.body)]
    golden.check("summary-outline.txt", "\n".join(lines) + "\n")


def test_it_is_a_report_of_the_office_and_of_the_day() -> None:
    found = outline(plan(), table(), summed_chase())
    assert (found.kind, found.organs, found.date) == (
        "报告",
        ("云屏市人事局",),
        summed_chase().today,
    )
    assert (found.addressees, found.doc_number, found.id) == ("", "", None)
    assert all(one.id is None for one in found.body)


def test_sections_are_those_of_the_plan_and_numbered_through() -> None:
    found = outline(plan(), table(), summed_chase())
    heads = [one.number + one.heading for one in found.body if one.level is Level.FIRST]
    assert heads == [
        "一、加强队伍建设",
        "二、提高服务水平",
        "三、特色做法",
        "四、意见建议",
        "五、下一步工作",
    ]
    assert [one.number for one in found.body if one.level is Level.THIRD] == [
        f"{at}、" for at in range(1, 6)
    ]


def test_a_section_without_items_is_left_out() -> None:
    bare = plan()
    first, second = bare.sections
    nameless = replace(bare, sections=(replace(first, items=()), replace(second, heading=None)))
    found = outline(nameless, table(), summed_chase())
    heads = [one.heading for one in found.body if one.level is Level.FIRST]
    assert heads == ["特色做法", "意见建议", "下一步工作"]


def test_units_with_something_to_settle_are_named() -> None:
    told = table()
    lines = tuple(replace(one, needs="请协调编制。", features="") for one in told.lines)
    found = outline(plan(), replace(told, lines=lines), summed_chase())
    texts = [one.text for one in found.body]
    assert any("等4个单位提出了需协调的事项，主要有：……" in one for one in texts)


def test_many_units_are_counted_and_the_first_named() -> None:
    assert named(["甲"]) == "甲"
    assert named(["甲", "乙"]) == "甲、乙等2个单位"
    assert named([f"{at}局" for at in range(40)]) == "0局、1局、2局等40个单位"


def test_nothing_to_report_says_what_to_do() -> None:
    found, told = summed_chase(), table()
    with pytest.raises(NothingToReport, match="先在“收意见”页收取"):
        outline(plan(), replace(told, lines=()), found)
    nothing = summary_table(plan(), found.standings, Summary(1))
    with pytest.raises(NothingToReport, match="把段落归入要点各项"):
        outline(plan(), nothing, found)
