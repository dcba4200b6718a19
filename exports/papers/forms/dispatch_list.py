"""The dispatch list (封发清单): the parcels of each way of delivery, in the order of their exchange boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    PORTRAIT,
    Column,
    NothingToPrint,
    PrintedForm,
    form_title,
    line,
    list_table,
    to_sign,
    told,
)
from exports.typeset.listing import Entry, Listing
from models.numerals import arabic_date
from models.rules.dealing import DIGITS
from models.rules.parcels import by_box
from models.spans import written
from models.unit import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice
    from models.rules.parcels import Parcel

COLUMNS = (
    Column("封号", 13.0),
    Column("收件单位", 48.0, Align.LEFT),
    Column("份数", 11.0),
    Column("份号", 30.0),
    Column("箱号、邮编地址", 34.0, Align.LEFT),
    Column("签收", 22.0),
    Column("备注", 22.0, Align.LEFT),
)
NAME, QUANTITY, NUMBERS = 1, 2, 3  # places of columns


def dispatch_list(notice: Notice, parcels: Sequence[Parcel]) -> PrintedForm:
    """The list that goes with the parcels.

    Raises:
        NothingToPrint: there is no parcel.
    """
    if not parcels:
        raise NothingToPrint("没有要封发的单位。请先在分发表里填上单位和份数。")
    total = sum(one.allotment.quantity for one in parcels)
    head = told(
        ("发文字号", notice.doc_number),
        ("紧急程度", notice.urgency or "无"),
        ("印发日期", arabic_date(notice.issued_on) if notice.issued_on else ""),
    )
    content = Listing(
        list_table(COLUMNS),
        tuple(_entries(parcels)),
        (form_title("文件封发清单"), line(f"文件标题：{notice.title}"), head),
        (to_sign(PORTRAIT, "封发人", "交换（机要）员", "日期"),),
        _sums("本页小计", "{page}", "累计 {so_far}"),
        _sums("总计", str(total), f"{len(parcels)}封"),
        QUANTITY,
    )
    return PrintedForm("封发清单", content)


def _entries(parcels: Sequence[Parcel]) -> Iterator[Entry]:
    for delivery in Delivery:
        mine = by_box([one for one in parcels if one.allotment.delivery is delivery])
        for one in mine:
            yield Entry(_cells(one), one.allotment.quantity)
        if mine:
            quantity = sum(one.allotment.quantity for one in mine)
            cells = _sums(f"{delivery.value}小计", str(quantity), f"{len(mine)}封")
            yield Entry(cells, is_sum=True)


def _cells(parcel: Parcel) -> tuple[str, ...]:
    one, unit = parcel.allotment, parcel.unit
    is_posted = one.delivery is Delivery.POST
    place = f"{unit.postcode} {unit.address}".strip() if is_posted else one.box
    numbers = written(one.spans, DIGITS)
    return (parcel.seal_number, one.name, str(one.quantity), numbers, place, "", one.note)


def _sums(name: str, quantity: str, behind: str) -> tuple[str, ...]:
    cells = [""] * len(COLUMNS)
    cells[NAME], cells[QUANTITY], cells[NUMBERS] = name, quantity, behind
    return tuple(cells)
