"""电话催办记录: whom the office reminded, who took the call, what was answered; blank rows to go on by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    LANDSCAPE,
    Column,
    PrintedForm,
    form_title,
    line,
    list_table,
    to_sign,
    told,
)
from exports.typeset.listing import Entry, Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.replies.chasing.chase import Chase
    from models.replies.reminder import Reminder, Reminders

ROW = 9.0  # mm: written by hand
BLANKS = 8
COLUMNS = (
    Column("序号", 13.0),
    Column("催办单位", 56.0, Align.LEFT),
    Column("方式", 16.0),
    Column("接话人", 26.0),
    Column("催办事项", 62.0, Align.LEFT),
    Column("答复情况", 62.0, Align.LEFT),
    Column("时间", 32.0),
)


def phone_log(chase: Chase, reminders: Reminders, names: Mapping[int, str]) -> PrintedForm:
    """What was noted so far, and room for more; `names` are those of the units by their rows."""
    noted = [_cells(at, one, names) for at, one in enumerate(reminders.reminders, 1)]
    blank = [("",) * len(COLUMNS)] * BLANKS
    content = Listing(
        list_table(COLUMNS, ROW),
        tuple(Entry(cells) for cells in (*noted, *blank)),
        (
            form_title("电话催办记录"),
            line(f"催办事项：{chase.demand.matter}（{chase.notice.title}）"),
            told(("发文字号", chase.notice.doc_number), ("截至日期", f"{chase.today:%Y-%m-%d}")),
        ),
        (to_sign(LANDSCAPE, "记录人", "负责人"),),
    )
    return PrintedForm("电话催办记录", content, LANDSCAPE)


def _cells(at: int, one: Reminder, names: Mapping[int, str]) -> tuple[str, ...]:
    return (
        str(at),
        names.get(one.unit, f"（编号{one.unit}）"),
        one.means.value,
        one.told_to,
        one.matter,
        one.answer,
        f"{one.reminded_at:%Y-%m-%d %H:%M}",
    )
