"""Labels stand on the cuts of their sheets, in the order of the boxes; only what is wanted is printed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.forms import form_pdf, form_word, lay_out_form
from exports.forms_standard import BOX_PADDING, LABEL_INSET, LABEL_SHEETS, LabelSheet
from exports.page import Face, Glyphs
from exports.papers.forms.labels import labels
from exports.papers.forms.printed_form import NothingToPrint
from exports.standard import mm
from exports.typeset.fonts import FontBook
from exports.typeset.frame import BoxTooSmall
from models.errors import UserError
from models.rules.parcels import by_box, parcels_of
from tests.support.forms import sample, small
from tests.support.golden import Golden, pages_text
from tests.support.ink import black_ink, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exports.page import Page

FONTS = FontBook()


def names_on(page: Page) -> list[Glyphs]:
    return [mark for mark in page.texts if mark.face is Face.HEI]


def middle_of(mark: Glyphs) -> float:
    widths = FONTS.advances(mark.face)
    return mm(mark.x + sum(widths[char] for char in mark.text) * mark.size / 2)


def test_the_labels_are_those_reviewed(golden: Golden) -> None:
    notice, roster, distribution = small()
    form = labels(notice, by_box(parcels_of(distribution, roster)), LABEL_SHEETS[1], 2)
    golden.check("labels.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


@pytest.mark.parametrize("sheet", LABEL_SHEETS, ids=lambda sheet: sheet.name)
def test_labels_line_up_with_the_grid_of_the_sheet(sheet: LabelSheet) -> None:
    notice, roster, distribution = sample()
    parcels = by_box(parcels_of(distribution, roster))
    pages = lay_out_form(labels(notice, parcels, sheet), FONTS).pages
    assert len(pages) == -(-len(parcels) // sheet.count)
    for at, parcel in enumerate(parcels):
        left, top = sheet.place(at % sheet.count)
        names = [
            mark
            for mark in names_on(pages[at // sheet.count])
            if left < mm(mark.x) < left + sheet.width
            and top < mm(mark.baseline) < top + sheet.height
        ]
        assert "".join(name.text for name in names) == parcel.allotment.name
        for name in names:
            assert middle_of(name) == pytest.approx(left + sheet.width / 2, abs=0.3)


def test_the_ink_of_a_label_lies_within_its_cut() -> None:
    notice, roster, distribution = small()
    (parcel, *_) = parcels_of(distribution, roster)
    for sheet in LABEL_SHEETS:
        skip = sheet.columns + 1
        pdf = form_pdf(lay_out_form(labels(notice, [parcel], sheet, skip), FONTS), FONTS)
        left, top = sheet.place(skip)
        ink = black_ink(pdf, 1)
        assert left + LABEL_INSET < ink.left < left + LABEL_INSET + BOX_PADDING + 1
        assert ink.right < left + sheet.width - LABEL_INSET
        assert top + LABEL_INSET < ink.top
        assert ink.bottom < top + sheet.height - LABEL_INSET
        assert sheet.columns * sheet.width + (sheet.columns - 1) * sheet.gap <= 210
        assert sheet.rows * sheet.height <= 297


def test_used_up_labels_are_skipped_on_the_first_sheet_only() -> None:
    notice, roster, distribution = sample()
    parcels, sheet = parcels_of(distribution, roster), LABEL_SHEETS[0]
    first, second, *_ = lay_out_form(labels(notice, parcels, sheet, 20), FONTS).pages
    assert [len(names_on(page)) for page in (first, second)] == [4, 24]
    left, _ = sheet.place(20)
    assert middle_of(names_on(first)[0]) == pytest.approx(left + sheet.width / 2, abs=0.3)


@pytest.mark.parametrize("skip", [-1, 24, 1000])
def test_more_used_labels_than_a_sheet_has_are_refused(skip: int) -> None:
    notice, roster, distribution = small()
    with pytest.raises(UserError, match="一张有 24 格"):
        labels(notice, parcels_of(distribution, roster), LABEL_SHEETS[0], skip)


def test_boxes_are_in_the_order_of_their_numbers_and_the_rest_follows() -> None:
    _, roster, distribution = small()
    parcels = by_box(parcels_of(distribution, roster))
    assert [one.allotment.box for one in parcels] == ["26", "30", "", "", "", ""]
    rows = [
        replace(one, allotment=replace(one.allotment, box=box))
        for one, box in zip(parcels, ("A10", "A2", "9", "10", "2", ""), strict=True)
    ]
    assert [one.allotment.box for one in by_box(rows)] == ["2", "9", "10", "A2", "A10", ""]


def test_only_the_units_that_are_wanted_with_the_numbers_they_have_on_the_list() -> None:
    _, roster, distribution = small()
    every = parcels_of(distribution, roster)
    assert [one.allotment.name for one in every][-1] == "办公室"
    assert [one.seal_number for one in every] == [f"00{at}" for at in range(1, 7)]
    (one,) = parcels_of(distribution, roster, only=["青川市建设委员会"])
    assert one in every
    assert one.unit.address == "青川市东大街5号"


def test_nothing_to_print_is_said() -> None:
    notice, *_ = small()
    with pytest.raises(NothingToPrint, match="没有要印标签的单位"):
        labels(notice, (), LABEL_SHEETS[0])


def test_a_long_name_gets_smaller_type_and_one_of_500_characters_is_refused_in_words() -> None:
    notice, roster, distribution = small()
    (parcel, *_) = parcels_of(distribution, roster)

    def named(name: str) -> list[Page]:
        made = replace(parcel, allotment=replace(parcel.allotment, name=name))
        return list(lay_out_form(labels(notice, [made], LABEL_SHEETS[1]), FONTS).pages)

    (page,) = named("青川市国有资产监督管理委员会" * 4)
    assert "".join(mark.text for mark in names_on(page)) == "青川市国有资产监督管理委员会" * 4
    assert names_on(page)[0].size < 15
    with pytest.raises(BoxTooSmall, match="有 500 个字，表格的格子里放不下"):
        named("长" * 500)


def test_the_word_file_has_its_labels_on_the_same_places(
    words_to_pdf: Callable[[Sequence[bytes]], list[bytes]],
) -> None:
    notice, roster, distribution = sample()
    layout = lay_out_form(
        labels(notice, parcels_of(distribution, roster), LABEL_SHEETS[0], 5), FONTS
    )
    ours, (word,) = form_pdf(layout, FONTS), words_to_pdf([form_word(layout, FONTS)])
    for mine, theirs in zip(rows_of(ours), rows_of(word), strict=True):
        assert [row.text for row in theirs] == [row.text for row in mine]
        for a, b in zip(mine, theirs, strict=True):
            assert (b.left, b.bottom) == pytest.approx((a.left, a.bottom), abs=0.3)
