"""Spreadsheets hold what they were given: texts as texts, sums that add up, rows a hand can sign; and are read again."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from exports.papers.distribution_sheet import distribution_sheet
from exports.papers.roster_sheet import roster_sheets
from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet
from exports.workbooks import distribution_xlsx, roster_xlsx
from exports.writers.sheet import MAX_CELL, workbook_bytes
from models.errors import UserError
from models.reading.sheets.taking_in import taken_in
from models.reading.sheets.unit_sheet import units_from
from models.reading.sheets.xlsx import read_xlsx
from models.rules.dealing import print_run
from models.rules.handing import send, sign
from models.unit import Roster
from tests.models.rules.test_distributing import LIST, NOTICE
from tests.models.unit_values import DAY, ROSTER

NO_XML = "\ufffe\uffff"  # what no XML can hold, and the reader of the test does not bring back


def opened(data: bytes, *, values: bool = False) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=values).active
    assert isinstance(sheet, Worksheet)
    return sheet


def one_column(*texts: str) -> Spreadsheet:
    return Spreadsheet("表", (SheetColumn("甲", 9),), tuple(SheetRow((text,)) for text in texts))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from("=+-@#'\"") | st.just(""),
    st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NO_XML), max_size=9),
)
def test_no_text_becomes_a_formula(start: str, text: str) -> None:
    data = workbook_bytes([one_column(start + text)], "")
    cell = opened(data).cell(2, 1)
    assert cell.data_type in ("s", "n")
    assert (cell.value or "") == start + text


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    with pytest.raises(UserError, match=f"有 {MAX_CELL + 1} 个字"):
        workbook_bytes([one_column("长" * (MAX_CELL + 1))], "")


def test_the_same_content_is_the_same_file() -> None:
    sheets = roster_sheets(ROSTER)
    assert workbook_bytes(sheets, "单位") == workbook_bytes(sheets, "单位")


def test_a_roster_is_read_again_to_the_letter() -> None:
    sheets = read_xlsx(roster_xlsx(ROSTER), "单位.xlsx")
    told = units_from(sheets)
    assert (told.problems, told.left_out) == ((), ())
    again = taken_in(Roster(), told)
    assert again == ROSTER


def test_the_distribution_list_has_subtotals_and_the_sum_last() -> None:
    notice = replace(
        NOTICE, title="关于某事的通知", doc_number="甲〔2007〕1号", issued_on=DAY, copies=20
    )
    sent = sign(send(print_run(LIST, DAY), {0}, DAY), 0, "王同志", DAY)
    data = distribution_xlsx(notice, sent)
    (sheet,) = read_xlsx(data, "分发表.xlsx")
    rows = [line.cells for line in sheet.rows]
    assert rows[:4] == [
        ("关于某事的通知分发表",),
        ("甲〔2007〕1号",),
        ("印发日期：2007年1月12日",),
        ("序号", "单位", "份数", "份号", "送达", "交换箱号", "签收人", "签收日期", "备注"),
    ]
    assert rows[4] == (
        "1",
        "东城区人事局",
        "3",
        "000001—000003",
        "交换",
        "01",
        "王同志",
        "2007-01-12",
    )
    assert rows[6] == ("", "区县人事局（主送）小计，2个单位", "6")
    assert rows[-4] == ("", "备用小计", "5")
    assert rows[-3:] == [
        ("", "合计", "17"),
        ("合计 17，比共印 20 份少 3 份",),
        ("发件人： 清点人：",),
    ]
    page = opened(data)
    last = len(sheet.rows) - 2
    assert page.cell(7, 3).value == "=SUBTOTAL(9,C5:C6)"
    assert page.cell(last, 3).value == f"=SUBTOTAL(9,C5:C{last - 1})"
    rows_of_page: Any = page.row_dimensions
    assert rows_of_page[5].height == pytest.approx(9 * 72 / 25.4, abs=0.3)
    assert (page.freeze_panes, page.print_title_rows) == ("A5", "$1:$4")


def test_an_empty_list_sums_to_nothing() -> None:
    sheet = distribution_sheet(replace(NOTICE, title="题"), replace(LIST, allotments=()))
    assert [row.cells[1:3] for row in sheet.rows] == [("合计", 0)]
    assert sheet.columns[0].kind is CellKind.NUMBER
