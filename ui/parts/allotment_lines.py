"""The rows of a distribution as the lines of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.numerals import arabic_date
from models.rules.dealing import DIGITS
from models.spans import count_of, written
from models.unit import Purpose
from ui.parts.count_tree import Group
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from models.distribution import Allotment, Distribution, Subtotal

QUANTITY = 4
COLUMNS = (
    GridColumn("order", "序", 40, is_editable=False, is_number=True),
    GridColumn("name", "单位", 180, is_editable=False),
    GridColumn("purpose", "用途", 44, is_editable=False),
    GridColumn("category", "类别", 84, is_editable=False),
    GridColumn("quantity", "份数", 46, is_number=True),
    GridColumn("spans", "份号", 156, is_editable=False),
    GridColumn("delivery", "送达", 44, is_editable=False),
    GridColumn("box", "箱号", 50, is_editable=False),
    GridColumn("sent", "送发", 90, is_editable=False),
    GridColumn("signed", "签收", 80, is_editable=False),
    GridColumn("note", "备注", 90),
)
Shelf = tuple[Purpose, str] | None
"""A purpose and a category; None: all rows."""


def groups_of(distribution: Distribution) -> list[Group[Shelf]]:
    """All rows, then each subtotal, with their units and copies."""
    subtotals = distribution.subtotals
    everything: Group[Shelf] = Group(
        None, "全部", (len(distribution.allotments), distribution.total)
    )
    return [
        everything,
        *(Group((s.purpose, s.category), _name_of(s), (s.units, s.quantity)) for s in subtotals),
    ]


def lines_of(distribution: Distribution, shelf: Shelf) -> list[GridLine]:
    """The rows of a purpose and category, known by their places in the list."""
    return [
        GridLine(at, _texts(at, one), tip=_tip(one))
        for at, one in enumerate(distribution.allotments)
        if shelf is None or shelf == (one.purpose, one.category)
    ]


def _texts(at: int, one: Allotment) -> tuple[str, ...]:
    return (
        str(at + 1),
        one.name,
        one.purpose.value,
        one.category,
        str(one.quantity),
        written(one.spans, DIGITS),
        one.delivery.value,
        one.box,
        _sent(one),
        _signed(one),
        one.note,
    )


def _sent(one: Allotment) -> str:
    if not one.sendings:
        return ""
    if (back := count_of(one.returned)) > 0:
        return f"已清退 {back}/{count_of(one.sent)}"
    last = one.sendings[-1].on
    return f"{last:%Y-%m-%d}" if one.is_sent else f"已送 {count_of(one.sent)}/{one.quantity}"


def _signed(one: Allotment) -> str:
    if not one.sendings:
        return ""
    waits = sum(1 for sending in one.sendings if sending.signed_on is None)
    last = one.sendings[-1]
    return "待签收" if waits or last.signed_on is None else last.signed_by or "已签收"


def _tip(one: Allotment) -> str:
    told = [
        f"{arabic_date(sending.on)}送 {written(sending.spans, DIGITS)}"
        + (
            f"，{sending.signed_by}{arabic_date(sending.signed_on)}签收"
            if sending.signed_on
            else ""
        )
        for sending in one.sendings
    ]
    told += [
        f"{arabic_date(back.on)}清退 {written(back.spans, DIGITS)}"
        + (f"，{back.returned_by}交回" if back.returned_by else "")
        for back in one.returns
    ]
    own = ["份数单独定过，按类别填时不变"] if one.is_own else []
    return "\n".join((one.name, *own, *told)) if own or told else ""


def _name_of(one: Subtotal) -> str:
    purpose = one.purpose.value
    name = one.category or "未分类"
    return name if purpose in (name, "主送", "内部") else f"{name}（{purpose}）"
