"""The rendered paper measured against the standard: what lies where, in mm on the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out, notice_pdf
from exports.typeset.fonts import FontBook
from models.edition import Edition
from tests.support.ink import black_ink, red_ink, rows_of, rules_of
from tests.support.invented import full_notice

if TYPE_CHECKING:
    from models.notice import Notice

TOLERANCE = 0.3
BARE = replace(full_notice(), copy_number="", urgency="")


def pdf_of(notice: Notice) -> bytes:
    fonts = FontBook()
    return notice_pdf(notice, lay_out(notice, fonts), fonts)


@pytest.fixture(scope="module", params=list(Edition), ids=lambda edition: edition.value)
def edition(request: pytest.FixtureRequest) -> Edition:
    return request.param


@pytest.fixture(scope="module")
def pdf(edition: Edition) -> bytes:
    return pdf_of(replace(BARE, edition=edition))


def test_the_mark_stands_35_or_25_mm_under_the_type_area(pdf: bytes, edition: Edition) -> None:
    expected = 72.0 if edition is Edition.GB2012 else 62.0
    mark = red_ink(pdf, 1, bottom=expected + 25)
    assert mark.top == pytest.approx(expected, abs=TOLERANCE)
    assert (mark.left + mark.right) / 2 == pytest.approx(106.0, abs=0.5)


def test_the_mark_of_an_upward_document_of_1999_stands_80_mm_under_it() -> None:
    upward = replace(BARE, edition=Edition.GB1999, kind="请示", signers=("李明",))
    assert red_ink(pdf_of(upward), 1, bottom=140).top == pytest.approx(117.0, abs=TOLERANCE)


def test_the_red_line_lies_4_mm_under_the_number(pdf: bytes) -> None:
    line = rules_of(pdf, 1)[0]
    number = black_ink(pdf, 1, line.top - 12, line.top - 1)
    assert line.top - number.bottom == pytest.approx(4.0, abs=TOLERANCE)
    assert (line.left, line.right) == pytest.approx((28.0, 184.0), abs=0.05)


def test_the_number_stands_two_blank_lines_under_the_mark(pdf: bytes, edition: Edition) -> None:
    mark_bottom = (72.0 + 16.93) if edition is Edition.GB2012 else (62.0 + 14.82)
    number = black_ink(pdf, 1, mark_bottom + 15, rules_of(pdf, 1)[0].top - 1)
    assert number.top == pytest.approx(mark_bottom + 2 * 10.213 + 2.285, abs=0.6)


def test_the_last_rule_of_the_imprint_lies_on_the_edge_of_an_even_last_page(pdf: bytes) -> None:
    pages = len(rows_of(pdf))
    assert pages % 2 == 0
    assert rules_of(pdf, pages)[-1].bottom == pytest.approx(262.0, abs=0.1)


def test_the_dash_of_the_page_number_lies_7_mm_under_the_type_area(pdf: bytes) -> None:
    for page, (left, right) in ((1, (150, 164)), (2, (26, 36))):
        row = rows_of(pdf)[page - 1][-1]
        dash = black_ink(pdf, page, 264, 274)
        assert row.text == f"—{page}—"
        assert (dash.top + dash.bottom) / 2 == pytest.approx(269.0, abs=TOLERANCE)
        assert left < dash.left < right


def test_page_numbers_leave_one_character_free_at_the_outer_edge(pdf: bytes) -> None:
    pages = rows_of(pdf)
    assert pages[0][-1].right == pytest.approx(184 - 4.94, abs=TOLERANCE)
    assert pages[1][-1].left == pytest.approx(26 + 4.94, abs=TOLERANCE)


def test_the_date_ends_four_characters_from_the_right(pdf: bytes, edition: Edition) -> None:
    date = "2019年3月8日" if edition is Edition.GB2012 else "二〇一九年三月八日"
    found = [
        (row.right, number)
        for number, page in enumerate(rows_of(pdf), 1)
        for row in page
        if row.text == date
    ]
    (right, number), *others = found
    assert right == pytest.approx(161.7 if number % 2 else 159.7, abs=TOLERANCE)
    assert not others


def test_the_signature_of_2012_is_centred_on_the_date() -> None:
    rows = [row for page in rows_of(pdf_of(BARE)) for row in page]
    date = next(row for row in rows if row.text == "2019年3月8日")
    name = next(row for row in rows if row.text == "青川市人事局")
    assert (name.left + name.right) / 2 == pytest.approx(
        (date.left + date.right) / 2, abs=TOLERANCE
    )


def test_title_and_text_keep_to_the_type_area(pdf: bytes) -> None:
    for number, page in enumerate(rows_of(pdf), 1):
        left = 28.0 if number % 2 else 26.0
        for row in page:
            assert row.left >= left - 0.1
            assert row.right <= left + 156 + 5.7  # a mark may hang one character outside


def test_full_pages_hold_22_lines_of_28_characters() -> None:
    notice = replace(
        BARE,
        pieces=(replace(BARE.pieces[0], paragraphs=(replace(BARE.body[0], text="国" * 1400),)),),
    )
    pages = [[row for row in page if row.text == "国" * 28] for page in rows_of(pdf_of(notice))]
    full = max(pages, key=len)
    assert len(full) == 22
    assert {round(row.right - row.left, 1) for row in full} == {156.1}


def test_the_imprint_of_2012_has_thick_outer_and_thin_inner_rules() -> None:
    notice = replace(BARE, edition=Edition.GB2012)
    rules = [m for m in lay_out(notice, FontBook()).pages[-1].marks if hasattr(m, "width")]
    widths = [round(getattr(rule, "width") / 72 * 25.4, 2) for rule in rules]  # noqa: B009 - marks of two kinds
    assert widths == [0.35, 0.25, 0.35]
