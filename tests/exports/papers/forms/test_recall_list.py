"""The recall list: issued against returned numbers, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from exports.forms import lay_out_form
from exports.papers.forms.printed_form import NothingToPrint
from exports.papers.forms.recall_list import recall_list
from exports.typeset.fonts import FontBook
from exports.typeset.listing import Listing
from models.rules.dealing import print_run
from models.rules.handing import send, take_back
from models.spans import Span
from tests.support.forms import small, texts_of
from tests.support.golden import Golden, pages_text

if TYPE_CHECKING:
    from models.distribution import Distribution

FONTS = FontBook()
SENT, BACK = date(2019, 3, 11), date(2019, 12, 20)


def recalled(*spans: Span) -> Distribution:
    _, _, distribution = small()
    sent = send(print_run(distribution, SENT), {0, 1, 2}, SENT)
    return take_back(sent, spans, BACK, "王芳") if spans else sent


def test_the_list_is_the_one_reviewed(golden: Golden) -> None:
    form = recall_list(small()[0], recalled(Span(1, 3), Span(5, 5)))
    golden.check("recall-list.pages.txt", pages_text(lay_out_form(form, FONTS).pages))


def test_the_numbers_that_are_missing_stand_on_it() -> None:
    content = recall_list(small()[0], recalled(Span(1, 3), Span(5, 5))).content
    assert isinstance(content, Listing)
    rows = [entry.cells[2:7] for entry in content.entries]
    assert rows == [
        ("000001—000003", "3", "000001—000003", "3", ""),
        ("000004—000006", "3", "000005", "1", "000004、000006"),
        ("000007—000009", "3", "", "", "000007—000009"),
    ]
    assert [entry.cells[-1] for entry in content.entries] == ["□待销毁", "", ""]
    (page,) = texts_of(lay_out_form(recall_list(small()[0], recalled(Span(5, 5))), FONTS).pages)
    assert "已发 9 份，已清退 1 份，还差 8 份。" in page
    assert any(line.startswith("总计|9|") and "未退8份" in line for line in page)


def test_all_back_is_said() -> None:
    (page,) = texts_of(lay_out_form(recall_list(small()[0], recalled(Span(1, 9))), FONTS).pages)
    assert "已发 9 份，已清退 9 份，全部收回。" in page
    assert any("全部收回" in line and line.startswith("总计|9|") for line in page)


def test_what_was_never_sent_cannot_be_recalled() -> None:
    with pytest.raises(NothingToPrint, match="还没有送出"):
        recall_list(small()[0], small()[2])
