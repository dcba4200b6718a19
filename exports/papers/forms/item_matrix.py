"""单位与要点对照表: a mark where a unit plans something on an item; items that find no room go on further forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align
from exports.papers.forms.printed_form import (
    LANDSCAPE,
    PLAIN,
    Column,
    PrintedForm,
    form_title,
    line,
    list_table,
)
from exports.papers.forms.summary_table import check_some, told_of
from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet
from exports.typeset.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.chasing.chase import Chase
    from models.replies.summing.table import Item, Line, SummaryTable

NAME = "单位与要点对照表"
MARK = "●"
SMALL = replace(PLAIN, size=9.0, pitch=11.5)  # 小五: three digits must fit into a narrow column
UNDER_TITLE = replace(SMALL, space_after=4.0)  # Word has one size for all that is 表格
ROW = 6.0  # mm
NUMBER = Column("序号", 10.5)
COUNT = Column("项数", 10.5)
ITEM_WIDTH = 7.8  # mm: three digits of SMALL
LEAST_UNIT, MOST_UNIT = 34.0, 60.0
MOST_ITEM_WIDTH = 14.0
TITLE_CHARS = 18  # of an item under the table
ITEMS_A_FORM = 27
NARROW, WIDE = 5, 24  # in characters of half an em
TOTAL = "合计（单位数）"


def item_matrix(table: SummaryTable, chase: Chase) -> tuple[PrintedForm, ...]:
    """All units against all items: one form, or one for each stretch of items.

    Raises:
        NothingToPrint: nobody sent anything.
    """
    check_some(table, NAME)
    starts = range(0, max(1, len(table.items)), ITEMS_A_FORM)
    parts = [table.items[start : start + ITEMS_A_FORM] for start in starts]
    return tuple(_form(table, chase, part, is_only=len(parts) == 1) for part in parts)


def matrix_sheet(table: SummaryTable, chase: Chase) -> Spreadsheet:
    """The same as one sheet."""
    items = (SheetColumn(one.label, NARROW, CellKind.NUMBER) for one in table.items)
    columns = (
        SheetColumn(NUMBER.heading, NARROW + 1, CellKind.CENTRED),
        SheetColumn("单位", WIDE),
        SheetColumn(COUNT.heading, NARROW + 1, CellKind.NUMBER),
        *items,
    )
    rows = [
        SheetRow((str(at), one.unit, len(one.said), *_marks(one, table.items)))
        for at, one in enumerate(table.lines, 1)
    ]
    total = SheetRow(("", TOTAL, sum(table.counts), *table.counts), is_sum=True)
    return Spreadsheet(
        NAME,
        columns,
        (*rows, total),
        (_title(chase), told_of(table, chase).text),
        (_key(table.items),),
        row_mm=ROW,
        is_landscape=True,
    )


def _form(
    table: SummaryTable, chase: Chase, items: Sequence[Item], *, is_only: bool
) -> PrintedForm:
    name = NAME if is_only else f"{NAME}（{_stretch(items)}）"
    rows = (
        (str(at), one.unit, str(len(one.said) or ""), *_marks(one, items))
        for at, one in enumerate(table.lines, 1)
    )
    counts = dict(zip(table.items, table.counts, strict=True))
    total = ("", TOTAL, str(sum(table.counts)), *(str(counts[one]) for one in items))
    content = Listing(
        replace(list_table(_columns(items), ROW), setting=SMALL),
        tuple(map(Entry, rows)),
        (form_title(_title(chase)), replace(told_of(table, chase), setting=UNDER_TITLE)),
        (line(_key(items), replace(SMALL, space_before=4.0)),),
        total=total,
        summed=2,
    )
    return PrintedForm(name, content, LANDSCAPE)


def _columns(items: Sequence[Item]) -> tuple[Column, ...]:
    """As wide as the sheet, where that does not put the marks far from each other."""
    room = standard.mm(LANDSCAPE.width) - NUMBER.width - COUNT.width
    unit = min(MOST_UNIT, max(LEAST_UNIT, room - len(items) * ITEM_WIDTH))
    width = min(MOST_ITEM_WIDTH, (room - unit) / max(1, len(items)))
    narrow = (Column(one.label, width) for one in items)
    return NUMBER, Column("单位", unit, Align.LEFT), COUNT, *narrow


def _marks(line: Line, items: Sequence[Item]) -> tuple[str, ...]:
    has = {one.item for one in line.said}
    return tuple(MARK if item in has else "" for item in items)


def _key(items: Sequence[Item]) -> str:
    """What the numbers over the columns are about."""
    titles = ((one, one.title) for one in items)
    told = (
        f"{one.label}．{title if len(title) <= TITLE_CHARS else f'{title[: TITLE_CHARS - 2]}……'}"
        for one, title in titles
    )
    return f"注：{MARK}表示有安排。要点各项：{'；'.join(told)}。"


def _stretch(items: Sequence[Item]) -> str:
    return f"第{items[0].label}至{items[-1].label}项"


def _title(chase: Chase) -> str:
    return f"{chase.demand.matter}{NAME}"
