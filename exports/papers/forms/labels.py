"""Labels (标签) for parcels on A4 sheets as they are sold: unit, exchange box, 封号 and copies, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import forms_standard, standard
from exports.grid import Margins, sheet_grid
from exports.page import LOW, Align, Box, Break, Face, Frame, Numbering, Setting
from exports.papers.forms.printed_form import NothingToPrint, PrintedForm, line
from exports.standard import pt
from models.errors import UserError
from models.unit import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.forms_standard import LabelSheet
    from exports.page import Element, Text
    from models.notice import Notice
    from models.rules.parcels import Parcel

GRID = sheet_grid(standard.PAGE_WIDTH, standard.PAGE_HEIGHT, Margins(0.0, 0.0, 0.0, 0.0))
LEFT_PART = 0.5  # of the first line of a label, for the exchange box
PITCH = 1.25  # parts of the type


def labels(
    notice: Notice, parcels: Sequence[Parcel], sheet: LabelSheet, skip: int = 0
) -> PrintedForm:
    """One label for each parcel, in their order; the first `skip` of the first sheet are used up already.

    Raises:
        NothingToPrint: there is no parcel.
        UserError: a sheet has no more than `skip` labels.
    """
    if not parcels:
        raise NothingToPrint("没有要印标签的单位。请先在分发表里填上单位和份数。")
    if not 0 <= skip < sheet.count:
        raise UserError(
            f"这种标签纸一张有 {sheet.count} 格，不能空过 {skip} 格。请填 0 到 {sheet.count - 1}。"
        )
    return PrintedForm("标签", tuple(_sheets(notice, parcels, sheet, skip)), GRID, Numbering.NONE)


def _sheets(
    notice: Notice, parcels: Sequence[Parcel], sheet: LabelSheet, skip: int
) -> Iterator[Element]:
    """A frame a sheet, each under a low paragraph, from which the frame counts its places."""
    for first in range(-skip, len(parcels), sheet.count):
        if first > 0:
            yield Break()
        yield LOW
        places = range(max(first, 0), min(first + sheet.count, len(parcels)))
        boxes = (
            box
            for at in places
            for box in _label(notice, parcels[at], sheet, sheet.place(at - first))
        )
        yield Frame(tuple(boxes))


def _label(
    notice: Notice, parcel: Parcel, sheet: LabelSheet, place: tuple[float, float]
) -> Iterator[Box]:
    inset, strip = forms_standard.LABEL_INSET, forms_standard.LABEL_STRIP
    left, top = place[0] + inset, place[1] + inset
    width, height = sheet.width - 2 * inset, sheet.height - 2 * inset
    half = width * LEFT_PART
    yield _box(left, top, half, strip, _small(_way(parcel), Align.LEFT))
    yield _box(left + half, top, width - half, strip, _small(_number(notice, parcel), Align.RIGHT))
    yield _box(left, top + strip, width, height - 2 * strip, *_name(parcel))
    copies = f"{notice.doc_number}　{parcel.allotment.quantity}份".strip("　")
    yield _box(left, top + height - strip, width, strip, _small(copies, Align.CENTER))


def _box(left: float, top: float, width: float, height: float, *texts: Text) -> Box:
    """Millimetres on the sheet."""
    return Box(pt(left), pt(top) - LOW.setting.pitch, pt(width), pt(height), texts, ink=None)


def _small(text: str, align: Align) -> Text:
    return line(text, _setting(forms_standard.LABEL_SMALL_PT, align))


def _setting(size: float, align: Align) -> Setting:
    return Setting(size, size * PITCH, align)


def _way(parcel: Parcel) -> str:
    """`交换箱 001`, or how else it goes."""
    one = parcel.allotment
    if one.delivery is Delivery.EXCHANGE and one.box:
        return f"交换箱 {one.box}"
    return one.delivery.value


def _number(notice: Notice, parcel: Parcel) -> str:
    """`急件　封号 001`: at the upper right, as on an envelope."""
    marks = (notice.secrecy, notice.urgency, f"封号 {parcel.seal_number}")
    return " ".join(mark for mark in marks if mark)


def _name(parcel: Parcel) -> Iterator[Text]:
    unit = parcel.unit
    if parcel.allotment.delivery is Delivery.POST and (unit.postcode or unit.address):
        told = f"{unit.postcode} {unit.address}".strip()
        yield line(told, _setting(forms_standard.LABEL_ADDRESS_PT, Align.CENTER))
    name = _setting(forms_standard.LABEL_NAME_PT, Align.CENTER)
    yield line(parcel.allotment.name, name, Face.HEI)
