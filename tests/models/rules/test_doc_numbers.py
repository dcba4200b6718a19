"""Numbers of documents: read in any brackets, given in order, never twice; gaps and void ones are shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.notice import Notice
from models.number_book import DocNumber, NumberBook, VoidNumber
from models.rules.doc_numbers import NumberGap, Numbers, WrongNumber, voided
from models.rules.registers import Registered, book_of_year
from tests.models.proceeding_values import BOOK

DAY = date(2007, 2, 1)


def number(at: int) -> DocNumber:
    return DocNumber("津人", 2007, at)


@pytest.mark.parametrize(
    "text",
    ["津人〔2007〕12号", "津人[2007]12号", "津人（2007）第12号", " 津人【2007】 012 号 "],
)
def test_a_number_is_read_in_any_brackets(text: str) -> None:
    assert DocNumber.read(text) == number(12)
    assert str(number(12)) == "津人〔2007〕12号"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "津人2007年12号",
        "津人〔07〕12号",
        "12号",
        "津人〔2007〕0号",
        f"津人〔2007〕{'9' * 5000}号",
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert DocNumber.read(text) is None
    with pytest.raises(WrongNumber, match="没有看懂"):
        Numbers.of((), NumberBook()).checked(text)


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)))
def test_the_next_number_is_new_and_the_gaps_are_the_rest(used: set[int], void: set[int]) -> None:
    book = NumberBook(tuple(VoidNumber(str(number(at)), DAY) for at in void))
    numbers = Numbers.of(((str(number(at)), "甲") for at in used), book)
    given_out = used | void
    assert numbers.next("津人", 2007).number == max(given_out, default=0) + 1
    gaps = {
        at
        for gap in numbers.gaps("津人", 2007)
        for at in range(gap.first.number, gap.last.number + 1)
    }
    assert gaps == set(range(1, max(given_out, default=0) + 1)) - given_out
    assert numbers.next("津人", 2008).number == 1
    assert numbers.gaps("津政", 2007) == ()


def test_a_number_is_given_once() -> None:
    numbers = Numbers.of([("津人〔2007〕1号", "关于评选的通知")], BOOK)
    with pytest.raises(WrongNumber, match="已经用于《关于评选的通知》"):
        numbers.checked("津人[2007]1号")
    with pytest.raises(WrongNumber, match="已经作废，不能再用"):
        numbers.checked("津人〔2007〕3号")
    assert numbers.checked("津人〔2007〕2号") == number(2)


def test_the_number_of_a_document_that_goes_is_void() -> None:
    gone = Notice(title="关于评选的通知", doc_number="津人〔2007〕9号")
    (void,) = voided(NumberBook(), gone, DAY, "删除公文").voids
    assert void == VoidNumber("津人〔2007〕9号", DAY, "删除公文", "关于评选的通知")
    assert voided(BOOK, Notice(doc_number="待编"), DAY, "") == BOOK


def test_a_year_is_told_with_its_void_numbers_and_gaps() -> None:
    documents = [
        Registered(Notice(title=f"第{at}份", doc_number=str(number(at)))) for at in (9, 1, 4)
    ]
    told = book_of_year(documents, BOOK, 2007)
    assert [type(one).__name__ for one in told] == [
        *("Registered", "NumberGap", "VoidNumber", "Registered", "NumberGap", "Registered")
    ]
    assert told[4] == NumberGap(number(5), number(8))
    assert str(told[4]) == "津人〔2007〕5号至8号"
    assert str(told[1]) == "津人〔2007〕2号"
    assert book_of_year(documents, BOOK, 2008) == ()
