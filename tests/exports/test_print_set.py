"""The printed set for a printer: all papers in their order, each on its own stock, the document with its digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out, notice_pdf
from exports.print_set import print_set
from exports.set_papers import Case, Output, Stock, Wish
from models.errors import UserError
from tests.support.forms import small

if TYPE_CHECKING:
    from exports.typeset.fonts import FontBook


def test_all_papers_come_in_their_order(fonts: FontBook) -> None:
    notice, roster, distribution = small()
    told: list[str] = []
    sheaves = print_set(
        Case(notice, distribution, roster), fonts, tick=lambda _d, _o, what: told.append(what)
    )
    wanted = [output for output in Output if output is not Output.RECALL]
    assert [sheaf.output for sheaf in sheaves] == wanted
    assert told == [output.value for output in wanted]
    assert [sheaf.output for sheaf in sheaves if sheaf.sha256] == [Output.NOTICE]
    assert all(sheaf.pages for sheaf in sheaves)


def test_the_digest_is_that_of_the_file_that_is_written(fonts: FontBook) -> None:
    notice, _, _ = small()
    (sheaf,) = print_set(Case(notice), fonts, Wish(frozenset({Output.NOTICE})))
    written = notice_pdf(notice, lay_out(notice, fonts), fonts)
    assert sheaf.sha256 == hashlib.sha256(written).hexdigest()


def test_each_paper_has_its_stock() -> None:
    assert [output.stock for output in (Output.NOTICE, Output.LABELS, Output.ENVELOPES)] == [
        *(Stock.DOCUMENT, Stock.LABELS, Stock.ENVELOPES)
    ]
    assert Output.LIST.stock is Stock.PLAIN


def test_nothing_is_no_set(fonts: FontBook) -> None:
    with pytest.raises(UserError, match="一样也没有选"):
        print_set(Case(small()[0]), fonts, Wish(frozenset()))
