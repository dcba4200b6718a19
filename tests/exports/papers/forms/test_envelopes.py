# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
"""Envelopes by GB/T 1416: each its size, the postcode in its boxes, white where machines read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from exports.forms import form_pdf, lay_out_form
from exports.forms_standard import BARCODE_FROM_RIGHT, BARCODE_HEIGHT, SCANNED, Envelope
from exports.page import Glyphs, Ink, Rule
from exports.papers.forms.envelopes import envelopes
from exports.papers.forms.printed_form import NothingToPrint
from exports.standard import mm
from exports.typeset.fonts import FontBook
from models.rules.parcels import parcels_of
from models.unit import Delivery
from tests.support.forms import small
from tests.support.golden import Golden, pages_text
from tests.support.ink import red_ink

if TYPE_CHECKING:
    from exports.page import Page
    from models.rules.parcels import Parcel

FONTS = FontBook()


def posted() -> Parcel:
    _, roster, distribution = small()
    return next(
        one for one in parcels_of(distribution, roster) if one.allotment.delivery is Delivery.POST
    )


def page_of(parcel: Parcel, envelope: Envelope) -> Page:
    notice = replace(small()[0], urgency="特急", secrecy="")
    (page,) = lay_out_form(envelopes(notice, [parcel], envelope), FONTS).pages
    return page


def test_the_envelopes_are_those_reviewed(golden: Golden) -> None:
    notice, roster, distribution = small()
    form = envelopes(notice, parcels_of(distribution, roster), Envelope.DL)
    golden.check("envelopes.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


@pytest.mark.parametrize("envelope", list(Envelope), ids=lambda one: one.name)
def test_the_sheet_is_as_large_as_the_envelope_and_all_ink_lies_on_it(envelope: Envelope) -> None:
    notice, roster, distribution = small()
    parcels = parcels_of(distribution, roster)
    pdf = form_pdf(lay_out_form(envelopes(notice, parcels, envelope), FONTS), FONTS)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(parcels)
    assert [mm(side) for side in document.get_page_size(0)] == pytest.approx(
        envelope.value, abs=0.1
    )
    for page in lay_out_form(envelopes(notice, parcels, envelope), FONTS).pages:
        for mark in page.texts:
            assert 0 < mm(mark.x) < envelope.value[0] - 10
            assert 0 < mm(mark.baseline) < envelope.value[1] - 10


@pytest.mark.parametrize("envelope", list(Envelope), ids=lambda one: one.name)
def test_nothing_stands_where_machines_read(envelope: Envelope) -> None:
    width, height = envelope.value
    page = page_of(posted(), envelope)
    digits = [
        mark for mark in page.texts if mm(mark.x) < SCANNED[0] and mm(mark.baseline) < SCANNED[1]
    ]
    assert "".join(mark.text for mark in digits) == posted().unit.postcode
    for mark in page.texts:
        assert mm(mark.baseline) < height - BARCODE_HEIGHT
    red = [mark for mark in page.marks if isinstance(mark, Rule)]
    assert {rule.ink for rule in red} == {Ink.RED}
    boxes = [rule for rule in red if mm(rule.x) < width - BARCODE_FROM_RIGHT[1]]
    assert boxes
    assert all(
        mm(rule.y) + (mm(rule.length) if rule.is_upright else 0) < SCANNED[1] for rule in boxes
    )


def test_each_digit_stands_in_the_middle_of_its_box() -> None:
    page = page_of(posted(), Envelope.ZL)
    uprights = sorted(
        {
            round(mm(m.x), 2)
            for m in page.marks
            if isinstance(m, Rule) and m.is_upright and mm(m.x) < SCANNED[0]
        }
    )
    pairs = list(zip(uprights[::2], uprights[1::2], strict=True))
    digits = [
        mark for mark in page.texts if mm(mark.baseline) < SCANNED[1] and mm(mark.x) < SCANNED[0]
    ]
    assert len(pairs) == len(digits) == 6
    for (left, right), digit in zip(pairs, digits, strict=True):
        width = FONTS.advances(digit.face)[digit.text] * digit.size
        assert mm(digit.x + width / 2) == pytest.approx((left + right) / 2, abs=0.1)
    ink = red_ink(
        form_pdf(lay_out_form(envelopes(small()[0], [posted()], Envelope.ZL), FONTS), FONTS), 1
    )
    assert ink.left == pytest.approx(12, abs=0.2)


def test_number_and_urgency_stand_at_the_upper_right() -> None:
    page = page_of(posted(), Envelope.C5)
    marks = {mark.text: mark for mark in page.texts}
    for text in (f"封号：{posted().seal_number}", "特急"):
        assert mm(marks[text].x) > 229 / 2
        assert mm(marks[text].baseline) < 30


def test_what_is_not_posted_has_no_postcode_and_says_its_box() -> None:
    _, roster, distribution = small()
    (parcel, *_) = parcels_of(distribution, roster)
    page = page_of(replace(parcel, unit=replace(parcel.unit, contact="王晓")), Envelope.DL)
    assert not [mark for mark in page.marks if isinstance(mark, Rule)]
    said = [mark.text for mark in page.marks if isinstance(mark, Glyphs)]
    assert {"交换箱号：30", "王晓　收", "青川市东城区人事局", "青川市人事局"} <= set(said)


def test_a_postcode_that_is_not_known_leaves_its_boxes_empty() -> None:
    parcel = posted()
    page = page_of(replace(parcel, unit=replace(parcel.unit, postcode="", address="")), Envelope.DL)
    assert not [m for m in page.texts if mm(m.baseline) < SCANNED[1] and mm(m.x) < SCANNED[0]]


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(NothingToPrint, match="没有要印信封的单位"):
        envelopes(small()[0], (), Envelope.DL)
