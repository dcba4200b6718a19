"""What units said about items: counted both ways, with what stands in their forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.replies.summary import Assignment, Summary
from models.replies.summing.table import Item, summary_table
from tests.support.sums import ASSIGNED, SUMMARY, plan, summed_chase, table


def test_items_are_called_as_the_clerk_calls_them() -> None:
    found = table().items
    assert found[0] == Item(100, "1", "做好考录工作")
    assert found[-1] == Item(105, "附1", "各单位要加强领导，认真组织实施")


def test_what_units_said_stands_item_by_item() -> None:
    first, second, form, paper = table().lines
    assert [(one.unit, one.came) for one in (first, second)] == [
        ("东城区人事局", date(2007, 1, 25)),
        ("西城区人事局", date(2007, 1, 31)),
    ]
    assert [(one.item.label, one.text) for one in second.said] == [
        ("1", "组织公务员考试。"),
        ("2", "做好评审。"),
        ("3", "安置军转干部十二名。"),
        ("附1", "安置军转干部十二名。"),
    ]
    assert form.plans == "1.举办培训班三期。\n2.完成职称评审。"
    assert (form.features, form.advice, form.needs) == (
        "推行“一站式”服务，\n群众满意。",
        "希望早下达编制计划。",
        "",
    )
    assert (paper.said, paper.plans) == ((), "")


def test_titles_of_fields_and_numbers_are_no_part_of_what_was_said() -> None:
    (said,) = table().lines[2].said
    assert (said.item.label, said.text) == ("4", "举办培训班三期。")


def test_counts_are_those_of_the_matrix() -> None:
    found = table()
    assert found.counts == (2, 2, 1, 1, 0, 1)
    assert found.units_on(found.items[0]) == ("东城区人事局", "西城区人事局")
    for item, count in zip(found.items, found.counts, strict=True):
        assert count == len(found.units_on(item)) == sum(one.has(item) for one in found.lines)


def test_paragraphs_and_items_that_are_gone_are_passed_over() -> None:
    gone = Summary(1, (*ASSIGNED, Assignment(1, 99, 100), Assignment(1, 1, 999)))
    standings = summed_chase().standings
    assert summary_table(plan(), standings, gone) == table()


def test_who_is_answered_for_is_left_out() -> None:
    standings = summed_chase().standings
    told = [replace(one, by="市人事局") for one in standings]
    assert summary_table(plan(), told, SUMMARY).lines == ()
