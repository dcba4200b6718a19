"""A table of units is understood by its headers, looked at before it is kept, and loses nothing that is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.reading.sheets.files import sheet_from_text
from models.reading.sheets.headers import UNIT_HEADERS, columns_of, find_header
from models.reading.sheets.sheet import Row, Sheet, WrongSheet
from models.reading.sheets.taking_in import taken_in
from models.reading.sheets.unit_sheet import UnitSheet, units_from
from models.rules.rosters import WrongUnit
from models.unit import Category, Delivery, FormerName, Purpose, Roster, Unit
from tests.models.unit_values import ROSTER


def read(*tables: str) -> UnitSheet:
    return units_from(sheet_from_text(table.replace("|", "\t")) for table in tables)


def test_columns_are_known_by_many_names_and_others_are_told() -> None:
    told = read(
        "2007年分发单位名单\n\n序号|收文单位（全称）*|单位类别|简 称|发文份数|送达方式|箱号|通讯地址|邮政编码|收件人|联系电话|颜色\n"
        "1|和平区人事局|区县人事局|和平人事、和平局|３份|机要交通|08|大沽路1号|030001|王同志|022-1234|红"
    )
    assert told.units == (
        Unit(
            "和平区人事局",
            "区县人事局",
            ("和平人事", "和平局"),
            quantity=3,
            delivery=Delivery.CONFIDENTIAL,
            box="08",
            address="大沽路1号",
            postcode="030001",
            contact="王同志",
            phone="022-1234",
        ),
    )
    assert str(told) == "读出 1 个单位，1 个类别；没有用到的列：颜色"
    assert "ordinal" not in told.fields
    assert told.problems == ()


def test_of_two_columns_that_say_the_same_the_better_named_one_counts() -> None:
    header = Row(1, ("部门", "单位名称", "单位"))
    assert [column.field for column in columns_of(header, UNIT_HEADERS)] == ["", "name", ""]


def test_all_further_columns_and_a_blank_category_under_another() -> None:
    told = read(
        "单位|类别|别名|曾用名|停用|并入|备注\n甲局|局|甲一/甲二|老甲局|否||急\n乙局||||是|甲局|"
    )
    assert told.units == (
        Unit(
            "甲局", "局", aliases=("甲一", "甲二"), former_names=(FormerName("老甲局"),), note="急"
        ),
        Unit("乙局", "局", is_stopped=True, merged_into="甲局"),
    )


def test_rows_that_name_a_category_and_sums_are_no_units() -> None:
    told = read(
        "序号|单位名称|份数\n一、区县人事局（2个）\n1|甲区人事局|2\n2|乙区人事局|2\n|小计|4\n|二、大专院校\n3|丙大学|1\n合计||5"
    )
    assert [(unit.name, unit.category) for unit in told.units] == [
        ("甲区人事局", "区县人事局"),
        ("乙区人事局", "区县人事局"),
        ("丙大学", "大专院校"),
    ]
    assert "category" in told.fields


def test_categories_are_for_what_their_names_say_or_a_sheet_tells() -> None:
    units = "单位|类别\n甲|局领导\n乙|存档\n丙|备用\n丁|抄送单位\n戊|各局"
    assert [one.purpose for one in read(units).categories] == [
        Purpose.INTERNAL,
        Purpose.ARCHIVE,
        Purpose.SPARE,
        Purpose.COPY,
        Purpose.MAIN,
    ]
    told = read(
        units,
        "类别|用途|对应说法|份数|送达方式\n各局|抄送|委办局、各委局|2|自取\n|主送\n新类||||\n坏类|||-1|",
    )
    assert told.categories[0] == Category(
        "各局", Purpose.COPY, ("委办局", "各委局"), 2, Delivery.PICKUP
    )
    assert [one.name for one in told.categories] == [
        "各局",
        "新类",
        "坏类",
        "局领导",
        "存档",
        "备用",
        "抄送单位",
    ]
    assert [str(problem) for problem in told.problems] == [
        "第5行：类别“坏类”的份数“-1”是负数。请填 0 或更大的整数。"
    ]
    assert told.are_categories_told


def test_wrong_cells_are_told_with_their_rows_and_nothing_else_is_lost() -> None:
    told = read(
        "单位|份数|送达\n甲局|-3|骑马\n乙局|2.5|\n丙局|1000000000|\n甲 局|1|\n"
        f"|1|\n{'长' * 500}|1|\n#N/A|1|\n=1+1|2|交换"
    )
    assert [unit.name for unit in told.units] == ["甲局", "乙局", "丙局", "=1+1"]
    assert [unit.quantity for unit in told.units] == [None, None, None, 2]
    assert [row.number for row in told.left_out] == [5, 6, 7, 8]
    words = [str(problem) for problem in told.problems]
    assert words[0] == "第2行：“甲局”的份数“-3”是负数。请填 0 或更大的整数。"
    assert "送达方式“骑马”不认识。请填交换、机要、自取、邮寄中的一种" in words[1]
    assert "不是整数" in words[2]
    assert "太多" in words[3]
    assert "和第2行重复" in words[4]
    assert "是空的" in words[5]
    assert "有 500 个字" in words[6]
    assert "出错的公式" in words[7]
    assert str(told).endswith("有 8 处要核对")


def test_a_formula_without_a_value_is_told() -> None:
    sheet = Sheet("表", (Row(1, ("单位", "份数")), Row(2, ("甲局",))), ("B2",))
    (problem,) = units_from([sheet]).problems
    assert "有公式没有算出值" in problem.text


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("甲局|3\n乙局|2", "没有找到表头"),
        ("单位|份数", "没有单位"),
        ("类别|用途\n局|主送", "没有找到表头"),
        ("随便写的", "没有找到表头"),
    ],
)
def test_tables_without_a_header_or_without_units_are_refused(table: str, words: str) -> None:
    with pytest.raises(WrongSheet, match=words) as refused:
        read(table)
    assert "原有的单位没有改动" in str(refused.value)


def test_a_list_of_names_alone_needs_but_its_header() -> None:
    told = read("单位名称\n甲局\n乙局")
    assert [unit.name for unit in told.units] == ["甲局", "乙局"]
    assert find_header(sheet_from_text("甲局"), UNIT_HEADERS) is None


def test_known_units_are_brought_up_to_date_and_none_is_removed() -> None:
    told = read("单位|简称|份数|电话\n西城区劳动人事局|西城|7|\n市财政局|||022\n新局||1|")
    after = taken_in(ROSTER, told)
    assert len(after.units) == len(ROSTER.units) + 1
    assert after.units[1] == replace(ROSTER.units[1], short_names=("西城",), quantity=7)
    assert after.units[3] == replace(ROSTER.units[3], phone="022")
    assert after.units[-1] == Unit("新局", quantity=1)
    assert (after.categories, after.units[0]) == (ROSTER.categories, ROSTER.units[0])
    assert taken_in(after, told) == after


def test_two_rows_of_one_known_unit_are_told_and_nothing_is_taken() -> None:
    roster = Roster(units=(Unit("青川市人事局", short_names=("市人事局",)),))
    told = read("单位|份数\n市人事局|3\n青川市人事局|5")
    with pytest.raises(WrongUnit, match="“市人事局”和“青川市人事局”是同一个单位"):
        taken_in(roster, told)
    assert len(taken_in(Roster(), told).units) == 2


def test_a_unit_that_the_table_does_not_stop_is_in_use_again() -> None:
    roster = Roster(units=(Unit("甲局", is_stopped=True), Unit("乙局", is_stopped=True)))
    after = taken_in(roster, read("单位|停用\n甲局|\n乙局|是"))
    assert [unit.is_stopped for unit in after.units] == [False, True]
    assert taken_in(roster, read("单位|份数\n甲局|1")).units[0].is_stopped


def test_categories_change_only_where_the_table_tells_of_them() -> None:
    named = taken_in(ROSTER, read("单位|类别\n甲局|部委办局\n乙局|新类"))
    assert named.categories == (*ROSTER.categories, Category("新类"))
    told = taken_in(ROSTER, read("单位|类别\n甲局|部委办局", "类别|用途|份数\n部委办局|主送|9"))
    assert told.category("部委办局").quantity == 9
    assert taken_in(Roster(), read("单位|类别\n甲局|局")) == Roster(
        (Category("局"),), (Unit("甲局", "局"),)
    )
