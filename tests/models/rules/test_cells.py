"""Tables that are typed into: many cells at once, each taken or refused for itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.cells import Edit
from models.notice import Notice
from models.rules.allotment_cells import with_allotment_cells
from models.rules.category_cells import (
    category_text,
    moved_category,
    with_category_cells,
    without_category,
)
from models.rules.distributing import distribute
from models.rules.rosters import WrongUnit
from models.rules.span_texts import WrongSpans, spans_from
from models.rules.unit_cells import unit_text, with_unit_cells
from models.rules.unit_order import with_places
from models.spans import Span, union, written
from models.unit import Category, Delivery, FormerName, Purpose, Roster, Unit
from tests.models.unit_values import ROSTER

if TYPE_CHECKING:
    from models.distribution import Distribution

DAY = date(2007, 3, 1)


def typed(roster: Roster, *edits: tuple[int, str, str]) -> tuple[Roster, list[str]]:
    changed, refused = with_unit_cells(roster, [Edit(*edit) for edit in edits], DAY)
    return changed, [one.why for one in refused]


def test_a_cell_changes_only_its_field() -> None:
    changed, refused = typed(ROSTER, (3, "box", " 07 "), (4, "delivery", "机要"))
    assert not refused
    assert changed.units[2].box == "07"
    assert changed.units[3].delivery is Delivery.CONFIDENTIAL
    assert [unit.name for unit in changed.units] == [unit.name for unit in ROSTER.units]


def test_a_new_name_keeps_the_old_one_and_what_was_merged_follows() -> None:
    changed, refused = typed(ROSTER, (5, "name", "滨海科技大学"))
    assert not refused
    assert changed.units[4].former_names == (FormerName("滨海大学", DAY),)
    assert changed.units[5].merged_into == "滨海科技大学"


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("name", "市财政局", "已经有单位“市财政局”"),
        ("name", "", "空的"),
        ("name", "局" * 500, "500 个字"),
        ("quantity", "-3", "负数"),
        ("quantity", "2.5", "不是整数"),
        ("quantity", "1000000000", "太多"),
        ("delivery", "快递", "不认识"),
        ("address", "路" * 101, "最多 100 个字"),
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_is_kept(field: str, text: str, word: str) -> None:
    changed, refused = typed(ROSTER, (1, field, text), (2, "phone", "5"))
    assert [word in why for why in refused] == [True]
    assert changed.units[0] == ROSTER.units[0]
    assert changed.units[1].phone == "5"


def test_a_name_below_the_table_adds_a_unit_with_all_that_is_said_of_it() -> None:
    changed, refused = typed(
        ROSTER,
        (-1, "category", "驻津单位"),
        (-1, "name", "新局"),
        (-2, "box", ""),
        (-1, "short_names", "新、新局办"),
    )
    assert not refused
    assert changed.units[-1] == Unit("新局", "驻津单位", ("新", "新局办"))
    assert changed.categories[-1] == Category("驻津单位")


def test_a_new_row_without_a_name_is_refused() -> None:
    changed, refused = typed(ROSTER, (-1, "box", "3"))
    assert changed == ROSTER
    assert "请先填单位全称" in refused[0]


def test_a_name_that_was_given_up_in_the_same_step_is_free() -> None:
    changed, refused = typed(ROSTER, (3, "name", "市建委"), (4, "name", "市建设委员会"))
    assert not refused
    assert [unit.name for unit in changed.units[2:4]] == ["市建委", "市建设委员会"]


@given(st.lists(st.tuples(st.integers(-2, 9), st.sampled_from(("name", "quantity", "category", "note")), st.text(max_size=4)), max_size=12))  # fmt: skip
def test_whatever_is_typed_names_stay_different_and_no_unit_is_lost(
    edits: list[tuple[int, str, str]],
) -> None:
    changed, _ = typed(ROSTER, *edits)
    assert len({unit.name for unit in changed.units}) == len(changed.units) >= len(ROSTER.units)
    known = {one.name for one in changed.categories}
    assert {unit.category for unit in changed.units} - {""} <= known


def test_cells_say_what_was_typed() -> None:
    changed, _ = typed(
        ROSTER, (1, "quantity", "3份"), (1, "delivery", "邮寄"), (1, "aliases", "甲,乙")
    )
    told = [
        unit_text(changed.units[0], name) for name in ("quantity", "delivery", "aliases", "name")
    ]
    assert told == ["3", "邮寄", "甲、乙", "东城区人事局"]
    assert unit_text(ROSTER.units[0], "quantity") == ""


def test_categories_are_typed_into_and_their_units_follow() -> None:
    edits = [
        Edit(0, "name", "区县局"),
        Edit(0, "quantity", "6"),
        Edit(0, "terms", "各区、各县"),
        Edit(1, "purpose", "抄送"),
        Edit(1, "delivery", "自取"),
        Edit(-1, "purpose", "内部"),
        Edit(-1, "name", "局领导同志"),
        Edit(-2, "terms", ""),
    ]
    changed, refused = with_category_cells(ROSTER, edits)
    assert not refused
    assert changed.categories[0] == Category("区县局", terms=("各区", "各县"), quantity=6)
    assert changed.units[0].category == "区县局"
    assert changed.categories[1].purpose is Purpose.COPY
    assert changed.categories[-1] == Category("局领导同志", Purpose.INTERNAL)
    told = [
        category_text(changed.categories[0], field) for field in ("terms", "quantity", "purpose")
    ]
    assert told == ["各区、各县", "6", "主送"]


@pytest.mark.parametrize(
    ("row", "field", "text", "word"),
    [
        (0, "name", "部委办局", "已经有类别"),
        (0, "quantity", "", "不是数字"),
        (0, "purpose", "闲置", "用途“闲置”"),
        (-1, "terms", "各区", "请先填类别名称"),
    ],
)
def test_wrong_categories_are_refused(row: int, field: str, text: str, word: str) -> None:
    changed, refused = with_category_cells(ROSTER, [Edit(row, field, text)])
    assert changed == ROSTER
    assert word in refused[0].why


def test_only_an_empty_category_goes_and_any_can_be_moved() -> None:
    with pytest.raises(WrongUnit, match="还有 2 个单位"):
        without_category(ROSTER, "区县人事局")
    empty = Roster((Category("甲"), Category("乙")))
    assert without_category(empty, "甲").categories == (Category("乙"),)
    assert moved_category(empty, 0, 1).categories == (Category("乙"), Category("甲"))


def span(first: int, more: int) -> Span:
    return Span(first, first + more)


def listed() -> Distribution:
    return distribute(Notice(addressees="各区县人事局，市财政局", id=1), ROSTER)


def test_copies_and_notes_are_typed_into_a_distribution() -> None:
    edits = [
        Edit(0, "quantity", "9"),
        Edit(0, "note", "急"),
        Edit(1, "quantity", "-1"),
        Edit(2, "quantity", "100000"),
    ]
    changed, refused = with_allotment_cells(listed(), edits)
    first, second, *_ = changed.allotments
    assert (first.quantity, first.is_own, first.note) == (9, True, "急")
    assert first.spans == (Span(1, 9),)
    assert second.spans == (Span(10, 12),)
    assert [one.edit.row for one in refused] == [1, 2]


def test_places_that_are_typed_move_units_and_others_are_refused() -> None:
    units = tuple(Unit(name, id=key) for key, name in enumerate("甲乙丙丁", 1))
    edits = [
        Edit(4, "order", "１"),
        Edit(2, "order", "2"),
        Edit(3, "order", "5"),
        Edit(1, "order", "x"),
    ]
    changed, refused = with_places(Roster(units=units), edits)
    assert [unit.name for unit in changed.units] == ["丁", "甲", "乙", "丙"]
    assert [one.edit.row for one in refused] == [3, 1]
    assert "1 到 4" in refused[0].why


@pytest.mark.parametrize("text", ["", "三", "5-3", "0", "1——"])
def test_what_is_no_copy_number_is_refused(text: str) -> None:
    with pytest.raises(WrongSpans, match="000001"):
        spans_from(text)


@given(st.lists(st.builds(span, st.integers(1, 99999), st.integers(0, 9)), min_size=1))
def test_written_copy_numbers_are_read_again(spans: list[Span]) -> None:
    assert spans_from(written(union(spans), 6)) == union(spans)
