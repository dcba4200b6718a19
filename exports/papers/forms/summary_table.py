"""汇总表: what each unit plans, item by item, and what it said besides; in short on paper, whole in the spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    LANDSCAPE,
    UNDER,
    Column,
    NothingToPrint,
    PrintedForm,
    form_title,
    line,
    list_table,
    to_sign,
    told,
)
from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet
from exports.typeset.listing import Entry, Listing
from models.numerals import arabic_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Text
    from models.replies.chasing.chase import Chase
    from models.replies.summing.table import Line, SummaryTable

NAME = "汇总表"
ROW = 7.0  # mm: nobody signs in it
COLUMNS = (
    Column("序号", 13.0),
    Column("单位", 36.0, Align.LEFT),
    Column("报送时间", 22.0),
    Column("主要安排", 88.0, Align.LEFT),
    Column("特色做法", 38.0, Align.LEFT),
    Column("意见建议", 35.0, Align.LEFT),
    Column("需协调事项", 35.0, Align.LEFT),
)
SHEET_WIDTHS = (6, 24, 12, 80, 40, 40, 40)  # in characters of half an em
SAID_CHARS, FIELD_CHARS = 60, 90  # on paper, of what was said about an item, and of a field
CELL_CHARS = 32_000  # of a spreadsheet, which holds little more
MORE = "……"
BELOW = "“主要安排”中每项前的数字是要点的序号；以“……”结尾的是摘录，全文见电子表格和汇编。"
_STOPS = "。；，、"


def summary_form(table: SummaryTable, chase: Chase) -> PrintedForm:
    """All units that sent something, in standing order.

    Raises:
        NothingToPrint: nobody sent anything.
    """
    check_some(table, NAME)
    content = Listing(
        list_table(COLUMNS, ROW),
        tuple(Entry(cells) for cells in _on_paper(table)),
        (form_title(_title(chase)), told_of(table, chase)),
        (line(BELOW, UNDER), to_sign(LANDSCAPE, "制表人", "审核人", "日期")),
    )
    return PrintedForm(NAME, content, LANDSCAPE)


def summary_sheet(table: SummaryTable, chase: Chase) -> Spreadsheet:
    """The same with all that was said."""
    columns = (
        SheetColumn(
            column.heading,
            width,
            CellKind.CENTRED if column.align is Align.CENTER else CellKind.TEXT,
        )
        for column, width in zip(COLUMNS, SHEET_WIDTHS, strict=True)
    )
    return Spreadsheet(
        NAME,
        tuple(columns),
        tuple(SheetRow(cells) for cells in _in_sheet(table)),
        (_title(chase), told_of(table, chase).text),
        row_mm=0.0,
        is_landscape=True,
    )


def check_some(table: SummaryTable, name: str) -> None:
    """A form of this name needs units.

    Raises:
        NothingToPrint: nobody sent anything.
    """
    if not table.lines:
        raise NothingToPrint(f"还没有收到报送件，不能生成{name}。请先在“收意见”页收取。")


def told_of(table: SummaryTable, chase: Chase) -> Text:
    """The line under the title: of which document, of which day, how many units."""
    return told(
        ("文件", chase.named),
        ("截至日期", arabic_date(chase.today)),
        ("报送单位", f"{len(table.lines)}个"),
    )


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters, cut behind a mark where one stands late enough."""
    if len(text) <= most:
        return text
    room = text[: most - len(MORE)]
    end = max(room.rfind(stop) for stop in _STOPS)
    return (room[:end] if end >= most // 2 else room) + MORE


def _title(chase: Chase) -> str:
    return f"{chase.demand.matter}{NAME}"


def _on_paper(table: SummaryTable) -> Iterator[tuple[str, ...]]:
    """The rows with long texts cut; a cell is one paragraph."""
    for at, one in enumerate(table.lines, 1):
        said = "".join(
            _ended(f"{said.item.label}．{shortened(said.text, SAID_CHARS)}") for said in one.said
        )
        plans, *fields = (
            shortened(_in_one(text), FIELD_CHARS)
            for text in (one.plans, one.features, one.advice, one.needs)
        )
        yield str(at), one.unit, _day(one), said or plans, *fields


def _in_sheet(table: SummaryTable) -> Iterator[tuple[str, ...]]:
    """The rows with all that was said, each item on a line of its own."""
    for at, one in enumerate(table.lines, 1):
        said = "\n".join(f"{said.item.label}．{said.text}" for said in one.said)
        fields = (said or one.plans, one.features, one.advice, one.needs)
        yield str(at), one.unit, _day(one), *(shortened(text, CELL_CHARS) for text in fields)


def _in_one(text: str) -> str:
    return "".join(map(_ended, text.split("\n"))) if "\n" in text else text


def _ended(text: str) -> str:
    """A text that another may follow."""
    return text if text.endswith(("。", "；", "，", "！", "？", MORE)) else f"{text}；"


def _day(one: Line) -> str:
    return f"{one.came.month}月{one.came.day}日" if one.came else ""
