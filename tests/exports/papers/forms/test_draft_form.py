"""The drafting form of GB 826-1989: margins, squares, zones, and cells that wait for a hand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exports.forms import form_pdf, form_word, lay_out_form
from exports.papers.forms.draft_form import draft_form
from exports.typeset.fonts import FontBook
from exports.typeset.frame import BoxTooSmall
from models.notice import Notice
from tests.models.proceeding_values import PROCEEDING
from tests.support.forms import texts_of
from tests.support.golden import Golden, pages_text
from tests.support.ink import rows_of, rules_of
from tests.support.invented import full_notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FONTS = FontBook()
SQUARE = 2.5


def test_the_form_is_the_one_reviewed(golden: Golden) -> None:
    layout = lay_out_form(draft_form(full_notice(), 6), FONTS)
    golden.check("draft-form.pages.txt", pages_text(layout.pages))


def test_all_rules_lie_on_the_squares_within_the_margins() -> None:
    pdf = form_pdf(lay_out_form(draft_form(full_notice(), 6), FONTS), FONTS)
    rules = rules_of(pdf, 1)
    for rule in rules:
        for place, margin in ((rule.left, 20), (rule.right, 20), (rule.top, 20), (rule.bottom, 20)):
            squares = (place - margin) / SQUARE
            assert squares == pytest.approx(round(squares), abs=0.04)
    assert min(rule.left for rule in rules) == pytest.approx(20, abs=0.1)
    assert max(rule.right for rule in rules) == pytest.approx(195, abs=0.1)
    assert max(rule.bottom for rule in rules) == pytest.approx(290, abs=0.1)


def test_who_signs_finds_an_empty_cell_of_25_mm_or_more() -> None:
    pdf = form_pdf(
        lay_out_form(draft_form(replace(full_notice(), signers=("王晓",)), 6), FONTS), FONTS
    )
    rows = {row.text: row for row in rows_of(pdf)[0]}
    levels = sorted(
        {round(rule.top, 1) for rule in rules_of(pdf, 1) if rule.bottom - rule.top < 0.2}
    )
    for text in ("签发：会签：", "办公室核稿：拟稿单位负责人核稿："):
        row = rows[text]
        above = max(level for level in levels if level < row.bottom)
        below = min(level for level in levels if level > row.bottom)
        assert below - above >= 25 - 0.1
        assert not [other for other in rows.values() if row.bottom < other.bottom < below]


def test_it_says_what_is_known_and_nothing_else() -> None:
    said = "".join(texts_of(lay_out_form(draft_form(full_notice(), 6), FONTS).pages)[0])
    for text in (
        "青川市人事局发文稿纸",
        "青人〔2019〕7号",
        "加急",
        "120份",
        "市委组织部，市财政局",
        "共6页",
    ):
        assert text in said
    empty = "".join(texts_of(lay_out_form(draft_form(Notice(), 1), FONTS).pages)[0])
    assert "发文稿纸" in empty
    assert "None" not in empty


def test_long_addressees_get_smaller_type_and_endless_ones_are_refused_in_words() -> None:
    many = replace(full_notice(), addressees="、".join(f"第{at}人事局" for at in range(60)))
    said = "".join(mark.text for mark in lay_out_form(draft_form(many, 6), FONTS).pages[0].texts)
    assert many.addressees in said
    with pytest.raises(BoxTooSmall, match="主送"):
        lay_out_form(draft_form(replace(many, addressees=many.addressees * 50), 6), FONTS)


def test_the_word_file_is_one_page_with_the_same_cells(
    words_to_pdf: Callable[[Sequence[bytes]], list[bytes]],
) -> None:
    layout = lay_out_form(draft_form(full_notice(), 6), FONTS)
    ours, (word,) = form_pdf(layout, FONTS), words_to_pdf([form_word(layout, FONTS)])
    assert [[row.text for row in page] for page in rows_of(word)] == [
        [row.text for row in page] for page in rows_of(ours)
    ]
    mine, theirs = (
        sorted({round(rule.top, 1) for rule in rules_of(pdf, 1) if rule.bottom - rule.top < 0.2})
        for pdf in (ours, word)
    )
    assert theirs == pytest.approx(mine, abs=0.3)


def test_it_tells_who_did_what_and_what_was_changed_after_the_signature() -> None:
    layout = lay_out_form(draft_form(full_notice(), 6, PROCEEDING), FONTS)
    (said,) = texts_of(layout.pages)
    whole = "".join(said).replace("|", "")
    assert "签发：王强　2007年1月9日" in whole
    assert "拟稿：李明　2007年1月5日" in whole
    assert "校对：印" not in whole
    assert "签发后修改：2007年1月10日 李明：更正第三项的日期" in whole


def test_changes_that_find_no_room_are_counted() -> None:
    many = replace(PROCEEDING, amendments=PROCEEDING.amendments * 20)
    (said,) = texts_of(lay_out_form(draft_form(full_notice(), 6, many), FONTS).pages)
    assert re.search(r"另有\d+次签发后修改，见数据文件的历史。", "".join(said))
