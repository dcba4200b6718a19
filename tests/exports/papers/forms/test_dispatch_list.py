"""The dispatch list: the ways of delivery one after the other, its sums right on paper and in the spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.forms import form_pdf, form_word, lay_out_form
from exports.papers.forms.as_sheet import sheet_of
from exports.papers.forms.dispatch_list import dispatch_list
from exports.papers.forms.printed_form import NothingToPrint
from exports.spreadsheet import Sum
from exports.typeset.fonts import FontBook
from exports.typeset.listing import Listing
from exports.writers.sheet import workbook_bytes
from models.reading.sheets.xlsx import read_xlsx
from models.rules.parcels import parcels_of
from tests.support.forms import sample, small, texts_of
from tests.support.golden import Golden, pages_text
from tests.support.ink import rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONTS = FontBook()


def test_the_list_is_the_one_reviewed(golden: Golden) -> None:
    notice, roster, distribution = small()
    form = dispatch_list(notice, parcels_of(distribution, roster))
    golden.check("dispatch-list.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


def test_each_way_of_delivery_adds_up() -> None:
    notice, roster, distribution = sample()
    parcels = parcels_of(distribution, roster)
    pages = texts_of(lay_out_form(dispatch_list(notice, parcels), FONTS).pages)
    said = [line.split("|") for page in pages for line in page]
    ways = [cells for cells in said if cells[0] in ("交换小计", "机要小计", "自取小计", "邮寄小计")]
    total = sum(one.allotment.quantity for one in parcels)
    assert sum(int(cells[1]) for cells in ways) == total
    assert sum(int(cells[2].removesuffix("封")) for cells in ways) == len(parcels)
    assert f"总计|{total}|{len(parcels)}封" in pages[-1]


def test_the_spreadsheet_works_its_sums_out_again() -> None:
    notice, roster, distribution = small()
    listing = dispatch_list(notice, parcels_of(distribution, roster)).content
    assert isinstance(listing, Listing)
    sheet = sheet_of("封发清单", listing)
    sums = [cell for row in sheet.rows for cell in row.cells if isinstance(cell, Sum)]
    assert [one.value for one in sums] == [6, 6, 3, 3, 18]
    assert [one.rows for one in sums] == [2, 2, 1, 1, 10]
    (read,) = read_xlsx(workbook_bytes([sheet], "封发清单"), "")
    assert [row.cell(2) for row in read.rows][-1] == "18"


def test_nothing_to_send_is_said() -> None:
    with pytest.raises(NothingToPrint, match="没有要封发的单位"):
        dispatch_list(small()[0], ())


def test_the_word_file_has_the_same_rows_on_the_same_pages(
    words_to_pdf: Callable[[Sequence[bytes]], list[bytes]],
) -> None:
    notice, roster, distribution = sample()
    layout = lay_out_form(dispatch_list(notice, parcels_of(distribution, roster)), FONTS)
    ours, (word,) = form_pdf(layout, FONTS), words_to_pdf([form_word(layout, FONTS)])
    assert [[row.text for row in page] for page in rows_of(word)] == [
        [row.text for row in page] for page in rows_of(ours)
    ]
