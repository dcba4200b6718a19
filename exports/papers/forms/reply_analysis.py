"""报送情况分析: how each category stands in numbers and shares, and a bar for each that shows who was in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.page import Align, Box, Frame
from exports.papers.forms.printed_form import (
    PLAIN,
    PORTRAIT,
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
from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet, Sum
from exports.standard import pt
from models.numerals import arabic_date
from models.replies.chasing.bulletin import WHOLE, percent
from models.replies.standing import State
from models.replies.summing.analysis import analysis

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.page import Table, Text
    from exports.spreadsheet import Cell
    from models.replies.chasing.chase import Chase
    from models.replies.summing.analysis import Analysis, Portion

NAME = "报送情况分析"
ROW = 7.5  # mm: nobody signs in it
SHARE = "占比"
COLUMNS = (
    Column("类别", 42.0, Align.LEFT),
    Column("应报", 14.0),
    *(
        column
        for name in ("按时", "迟报", "退回", "未报")
        for column in (Column(name, 14.0), Column(SHARE, 17.0))
    ),
)
CHART_TITLE = "各类单位按时报送率（黑色为按时报送，空白为迟报、退回和未报）"
NAME_MM, BAR_MM, FIGURE_MM = 42.0, 104.0, 34.0  # of the chart, side by side
BAR_ROW, BAR_HEIGHT = 8.0, 4.4  # mm
CHART_HEIGHT = 230.0  # mm at most
MM_PER_CHAR = 2.0  # of a spreadsheet


def reply_analysis(chase: Chase) -> PrintedForm:
    """How the categories stand on the day.

    Raises:
        NothingToPrint: nobody is asked.
    """
    found = _checked(chase)
    content = (
        form_title(_title(chase)),
        _told(chase),
        _table(found),
        line(CHART_TITLE, replace(PLAIN, space_before=16.0, space_after=6.0)),
        Frame(tuple(_chart(found))),
        line(_below(found), UNDER),
        to_sign(PORTRAIT, "制表人", "审核人", "日期"),
    )
    return PrintedForm(NAME, content)


def analysis_sheet(chase: Chase) -> Spreadsheet:
    """The numbers as a spreadsheet, the sums worked out again.

    Raises:
        NothingToPrint: nobody is asked.
    """
    found = _checked(chase)
    columns = (SheetColumn(one.heading, one.width / MM_PER_CHAR, _kind(one)) for one in COLUMNS)
    rows = [SheetRow((one.category, one.asked, *_cells(one, one.counts))) for one in found.portions]
    count = len(rows)
    sums = tuple(Sum(count, value) for value in found.total.counts)
    total = SheetRow(
        (found.total.category, Sum(count, found.total.asked), *_cells(found.total, sums)),
        is_sum=True,
    )
    above = (_title(chase), _told(chase).text)
    return Spreadsheet(NAME, tuple(columns), (*rows, total), above)


def _checked(chase: Chase) -> Analysis:
    if not chase.asked:
        raise NothingToPrint(f"没有应报单位，不能生成{NAME}。请先编好分发表。")
    return analysis(chase)


def _kind(column: Column) -> CellKind:
    if column.align is Align.LEFT:
        return CellKind.TEXT
    return CellKind.CENTRED if column.heading == SHARE else CellKind.NUMBER


def _table(found: Analysis) -> Table:
    head = list_table(COLUMNS, ROW)
    rows = tuple(
        (one.category, str(one.asked), *map(str, _cells(one, one.counts)))
        for one in (*found.portions, found.total)
    )
    return replace(head, rows=(*head.rows, *rows), strong=frozenset({len(rows)}))


def _cells(one: Portion, counts: Sequence[Cell]) -> tuple[Cell, ...]:
    """Each count with its share behind it."""
    pairs = zip(counts, one.shares, strict=True)
    return tuple(cell for count, share in pairs for cell in (count, percent(share)))


def _chart(found: Analysis) -> Iterator[Box]:
    portions = (*found.portions, found.total)
    row = min(BAR_ROW, CHART_HEIGHT / len(portions))
    height = row * BAR_HEIGHT / BAR_ROW
    for at, one in enumerate(portions):
        top, share = at * row, one.share(State.IN_TIME)
        figure = f"{percent(share)}（{one.count(State.IN_TIME)}/{one.asked}）"
        yield _named(one.category, 0.0, top, NAME_MM, row)
        yield from _bar(top + (row - height) / 2, height, share)
        yield _named(figure, NAME_MM + BAR_MM, top, FIGURE_MM, row)


def _bar(top: float, height: float, share: int) -> Iterator[Box]:
    """The black part, and the white one that fills it up to all."""
    black = BAR_MM * share / WHOLE
    if share:
        yield Box(pt(NAME_MM), pt(top), pt(black), pt(height), is_filled=True)
    if share < WHOLE:
        yield Box(pt(NAME_MM + black), pt(top), pt(BAR_MM - black), pt(height))


def _named(text: str, left: float, top: float, width: float, height: float) -> Box:
    return Box(pt(left), pt(top), pt(width), pt(height), (line(text),), ink=None)


def _below(found: Analysis) -> str:
    """What the figures say, in words."""
    late = [one.category for one in found.portions if one.count(State.MISSING)]
    whole = [one.category for one in found.portions if one.share(State.IN_TIME) == WHOLE]
    said = (
        f"全部按时报送的类别：{'、'.join(whole)}。" if whole else "",
        f"尚有单位未报的类别：{'、'.join(late)}。" if late else "",
    )
    return "".join(said) or "各类单位都已报送。"


def _title(chase: Chase) -> str:
    return f"{chase.demand.matter}{NAME}"


def _told(chase: Chase) -> Text:
    return told(
        ("报送期限", arabic_date(chase.due) if chase.due else "未写明"),
        ("截至日期", arabic_date(chase.today)),
        ("应报单位", f"{len(chase.asked)}个"),
    )
