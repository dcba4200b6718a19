"""汇总表 and 单位与要点对照表 on their sheets and as spreadsheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exports.forms import lay_out_form
from exports.page import Role
from exports.papers.forms.item_matrix import MARK, item_matrix, matrix_sheet
from exports.papers.forms.printed_form import NothingToPrint
from exports.papers.forms.summary_table import (
    CELL_CHARS,
    FIELD_CHARS,
    SAID_CHARS,
    shortened,
    summary_form,
    summary_sheet,
)
from exports.standard import pt
from exports.typeset.fonts import FontBook
from exports.typeset.listing import Listing
from models.replies.summing.table import Item, Line, Said, SummaryTable
from tests.support.forms import texts_of
from tests.support.golden import Golden, pages_text
from tests.support.sums import summed_chase, table

FONTS = FontBook()
EMPTY = SummaryTable(table().items, ())


def long_table() -> SummaryTable:
    """One unit with much to say."""
    said = Said(Item(1, "5", "继续教育"), ("举办培训班，提高能力。" * 40,))
    return SummaryTable(
        (said.item,), (Line("甲", date(2007, 1, 5), (said,), features="特" * 5000),)
    )


def test_the_table_is_that_reviewed(golden: Golden) -> None:
    form = summary_form(table(), summed_chase())
    golden.check("summary-table.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


def test_long_texts_are_cut_on_paper_and_whole_in_the_spreadsheet() -> None:
    content = summary_form(long_table(), summed_chase()).content
    assert isinstance(content, Listing)
    cells = content.entries[0].cells
    assert cells[3].startswith("5．举办培训班")
    assert cells[3].endswith("提高能力……")
    assert len(cells[3]) <= SAID_CHARS + 2
    assert len(cells[4]) == FIELD_CHARS
    (row,) = summary_sheet(long_table(), summed_chase()).rows
    assert row.cells[3] == f"5．{'举办培训班，提高能力。' * 40}"
    assert row.cells[4] == "特" * 5000


def test_what_no_cell_holds_is_cut() -> None:
    huge = replace(long_table().lines[0], needs="需" * 40_000)
    (row,) = summary_sheet(SummaryTable((), (huge,)), summed_chase()).rows
    assert len(str(row.cells[6])) == CELL_CHARS


def test_what_was_not_assigned_is_told_from_the_form() -> None:
    plain = replace(table().lines[2], said=())
    content = summary_form(SummaryTable((), (plain,)), summed_chase()).content
    assert isinstance(content, Listing)
    assert content.entries[0].cells[3] == "1.举办培训班三期。2.完成职称评审。"
    assert content.entries[0].cells[4] == "推行“一站式”服务，群众满意。"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("不长", "不长"),
        ("一二三四五六，八九十", "一二三四五六……"),
        ("一，三四五六七八九十", "一，三四五六……"),
    ],
)
def test_a_text_is_cut_behind_a_mark(text: str, cut: str) -> None:
    assert shortened(text, 8) == cut


def test_nobody_sent_anything_gives_no_form() -> None:
    with pytest.raises(NothingToPrint, match="还没有收到报送件，不能生成汇总表"):
        summary_form(EMPTY, summed_chase())


def wide_table(items: int, units: int) -> SummaryTable:
    """Every third unit plans something on every second item, and the first item is in all their plans."""
    found = table(items).items
    lines = (
        Line(
            f"云屏市第{at + 1}人民医院" if at % 3 else "云屏市城区人事局",
            date(2007, 1, 9),
            tuple(
                Said(item, ("做好工作。",))
                for place, item in enumerate(found)
                if not place or (place + at) % 2
            ),
        )
        for at in range(units)
    )
    return SummaryTable(found, tuple(lines))


def test_the_matrix_is_that_reviewed(golden: Golden) -> None:
    (form,) = item_matrix(table(), summed_chase())
    golden.check("item-matrix.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


def test_twenty_seven_items_and_hundreds_of_units_fit_the_sheet() -> None:
    (form,) = item_matrix(wide_table(27, 120), summed_chase())
    layout = lay_out_form(form, FONTS)
    lines = texts_of(layout.pages)
    heads = [one for page in lines for one in page if one.startswith("序号|单位|项数|1|2|3|")]
    assert len(heads) == len(layout.pages)  # no head takes two lines
    (total,) = (one for page in lines for one in page if "合计（单位数）" in one)
    assert total.split("|")[2] == "120"  # in one line
    for page in layout.pages:
        right = max(mark.x for mark in page.texts)
        assert right < page.width - pt(10)


def test_more_items_go_on_further_forms() -> None:
    forms = item_matrix(wide_table(60, 3), summed_chase())
    assert [one.name for one in forms] == [
        "单位与要点对照表（第1至27项）",
        "单位与要点对照表（第28至54项）",
        "单位与要点对照表（第55至附1项）",
    ]
    sheet = matrix_sheet(wide_table(60, 3), summed_chase())
    assert len(sheet.columns) == 63


def test_sums_of_the_matrix_are_those_of_its_marks() -> None:
    found = wide_table(27, 40)
    *rows, total = matrix_sheet(found, summed_chase()).rows
    for at in range(3, 30):
        assert sum(row.cells[at] == MARK for row in rows) == total.cells[at]
    for row in rows:
        assert sum(cell == MARK for cell in row.cells) == row.cells[2]
    (form,) = item_matrix(found, summed_chase())
    assert isinstance(form.content, Listing)
    assert form.content.total[2:] == tuple(map(str, total.cells[2:]))


def test_nobody_sent_anything_gives_no_matrix() -> None:
    with pytest.raises(NothingToPrint, match="不能生成单位与要点对照表"):
        item_matrix(EMPTY, summed_chase())


def test_all_that_is_table_has_one_size_in_the_matrix() -> None:
    (form,) = item_matrix(wide_table(27, 3), summed_chase())
    (page,) = lay_out_form(form, FONTS).pages
    assert {mark.size for mark in page.texts if mark.role is Role.TABLE} == {9.0}
