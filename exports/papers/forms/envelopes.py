"""Envelopes (信封) by GB/T 1416: the postcode in its boxes, unit and address in the middle, 封号 and urgency at the right.

What machines read stays white: at the upper left all but the boxes, at the lower edge the place of the bar code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import forms_standard
from exports.grid import Margins, sheet_grid
from exports.page import LOW, Align, Box, Break, Face, Frame, Ink, Numbering, Setting
from exports.papers.forms.printed_form import NothingToPrint, PrintedForm, line
from exports.standard import pt
from models.unit import Delivery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.forms_standard import Envelope
    from exports.page import Element, Text
    from models.notice import Notice
    from models.rules.parcels import Parcel

PITCH = 1.3  # parts of the type
MARKS_WIDTH = 50.0
MARKS_HEIGHT = 7.0
ADDRESS_TOP = 0.33  # of the height of the envelope
ADDRESS_HEIGHT = 9.0
NAME_HEIGHT = 24.0
SENDER_HEIGHT = 8.0


def envelopes(notice: Notice, parcels: Sequence[Parcel], envelope: Envelope) -> PrintedForm:
    """One envelope for each parcel, in their order.

    Raises:
        NothingToPrint: there is no parcel.
    """
    if not parcels:
        raise NothingToPrint("没有要印信封的单位。请先在分发表里填上单位和份数。")
    width, height = envelope.value
    grid = sheet_grid(width, height, Margins(0.0, 0.0, 0.0, 0.0))
    elements = tuple(_pages(notice, parcels, envelope))
    return PrintedForm("信封", elements, grid, Numbering.NONE)


def _pages(notice: Notice, parcels: Sequence[Parcel], envelope: Envelope) -> Iterator[Element]:
    for at, parcel in enumerate(parcels):
        if at:
            yield Break()
        yield LOW
        yield Frame(tuple(_boxes(notice, parcel, envelope)))


def _boxes(notice: Notice, parcel: Parcel, envelope: Envelope) -> Iterator[Box]:
    width, height = envelope.value
    side, is_posted = forms_standard.ENVELOPE_SIDE, parcel.allotment.delivery is Delivery.POST
    if is_posted:
        yield from _postcode(parcel.unit.postcode)
        yield _stamp(width)
    yield from _marks(notice, parcel, width - side - (forms_standard.STAMP + 4 if is_posted else 0))
    top = height * ADDRESS_TOP
    if is_posted and parcel.unit.address:
        setting = _setting(forms_standard.ENVELOPE_ADDRESS_PT, Align.LEFT)
        address = line(parcel.unit.address, setting)
        yield _box(2 * side, top, width - 4 * side, ADDRESS_HEIGHT, address)
    name = _setting(forms_standard.ENVELOPE_NAME_PT, Align.CENTER)
    texts = [line(parcel.allotment.name, name, Face.HEI)]
    if parcel.unit.contact:
        texts.append(line(f"{parcel.unit.contact}　收", _setting(16.0, Align.CENTER)))
    yield _box(side, top + ADDRESS_HEIGHT, width - 2 * side, NAME_HEIGHT, *texts)
    yield from _foot(notice, parcel, envelope)


def _postcode(code: str) -> Iterator[Box]:
    """Six red boxes within the place that machines read; a postcode that is not known leaves them empty."""
    box, setting = forms_standard.POSTCODE_BOX, _setting(16.0, Align.CENTER)
    for at in range(forms_standard.POSTCODE_DIGITS):
        left = forms_standard.ENVELOPE_SIDE + at * (box[0] + forms_standard.POSTCODE_GAP)
        texts = (line(code[at], setting),) if at < len(code) else ()
        yield _box(left, forms_standard.ENVELOPE_TOP, *box, *texts, ink=Ink.RED)


def _stamp(width: float) -> Box:
    size = forms_standard.STAMP
    left = width - forms_standard.ENVELOPE_SIDE - size
    text = line("贴邮票处", _setting(9.0, Align.CENTER))
    return _box(left, forms_standard.ENVELOPE_TOP, size, size, text, ink=Ink.RED)


def _marks(notice: Notice, parcel: Parcel, right: float) -> Iterator[Box]:
    """封号, then 密级 and 紧急程度, one under the other."""
    marks = (f"封号：{parcel.seal_number}", notice.secrecy, notice.urgency)
    for at, mark in enumerate(mark for mark in marks if mark):
        setting = _setting(forms_standard.ENVELOPE_SMALL_PT, Align.RIGHT)
        text = line(mark, setting, Face.HEI if at else Face.FANG_SONG)
        top = forms_standard.ENVELOPE_TOP + at * MARKS_HEIGHT
        yield _box(right - MARKS_WIDTH, top, MARKS_WIDTH, MARKS_HEIGHT, text)


def _foot(notice: Notice, parcel: Parcel, envelope: Envelope) -> Iterator[Box]:
    """Exchange box and document at the left, the sender at the right, over the place of the bar code."""
    width, height = envelope.value
    side = forms_standard.ENVELOPE_SIDE
    top = height - forms_standard.BARCODE_HEIGHT - SENDER_HEIGHT
    small = forms_standard.ENVELOPE_SMALL_PT
    half = width / 2 - side
    box = parcel.allotment.box
    told = f"交换箱号：{box}" if box else parcel.allotment.delivery.value
    yield _box(side, top, half, SENDER_HEIGHT, line(told, _setting(small, Align.LEFT)))
    sender = "、".join(notice.organs) or notice.issuing_office
    text = line(sender, _setting(forms_standard.ENVELOPE_ADDRESS_PT, Align.RIGHT))
    yield _box(width / 2, top, half, SENDER_HEIGHT, text)


def _box(
    left: float, top: float, width: float, height: float, *texts: Text, ink: Ink | None = None
) -> Box:
    """Millimetres on the envelope."""
    return Box(pt(left), pt(top) - LOW.setting.pitch, pt(width), pt(height), texts, ink=ink)


def _setting(size: float, align: Align) -> Setting:
    return Setting(size, size * PITCH, align)
