"""Lists add up, numbers never overlap, and nothing that was printed is lost, whatever is done in whatever order."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import UserError
from models.notice import Notice
from models.rules.dealing import (
    CannotDeal,
    deal,
    give_held,
    next_number,
    print_run,
    undealt,
    unprinted,
    void,
)
from models.rules.distributing import distribute
from models.rules.handing import CannotHand, recall, send, sign, take_back
from models.rules.quantities import (
    Tally,
    WrongQuantity,
    checked_total,
    copies_for,
    fill_category,
    quantity_from,
    with_quantity,
    with_spare_filled,
)
from models.spans import Span, count_of, union
from models.unit import Category, Delivery, Purpose, Roster, Unit
from tests.models.rules.deeds import STEPS, Step, distributions, do, list_of
from tests.models.unit_values import DAY, ROSTER

if TYPE_CHECKING:
    from models.distribution import Distribution
    from models.spans import Spans

NOTICE = Notice(addressees="各区县、市财政局：", cc="大专院校", id=3)
LIST = distribute(NOTICE, ROSTER)


def told(distribution: Distribution) -> list[tuple[str, str, int, Spans]]:
    return [(a.name, a.purpose.value, a.quantity, a.spans) for a in distribution.allotments]


def test_a_notice_is_dealt_to_its_units_in_the_order_of_the_list() -> None:
    assert told(LIST) == [
        ("东城区人事局", "主送", 3, (Span(1, 3),)),
        ("西城区人事局", "主送", 3, (Span(4, 6),)),
        ("市财政局", "主送", 2, (Span(7, 8),)),
        ("滨海大学", "抄送", 1, (Span(9, 9),)),
        ("办公室", "内部", 1, (Span(10, 10),)),
        ("档案室", "存档", 2, (Span(11, 12),)),
        ("备用", "备用", 5, (Span(13, 17),)),
    ]
    by_name = {one.name: one for one in LIST.allotments}
    assert by_name["市财政局"].delivery is Delivery.PICKUP
    assert by_name["滨海大学"].delivery is Delivery.POST
    assert by_name["东城区人事局"].box == "01"
    assert (LIST.notice, LIST.total, copies_for(LIST)) == (3, 17, 20)


def test_a_list_has_rows_to_keep_and_to_spare_also_where_the_roster_knows_none() -> None:
    bare = distribute(Notice(addressees="甲局"), Roster(units=(Unit("甲局"),)))
    assert [row[:3] for row in told(bare)] == [
        ("甲局", "主送", 1),
        ("存档", "存档", 2),
        ("备用", "备用", 5),
    ]
    mine = Roster((Category("留存", Purpose.ARCHIVE, quantity=4),))
    assert next(row[:3] for row in told(distribute(Notice(), mine))) == ("留存", "存档", 4)


@pytest.mark.parametrize(
    ("total", "copies", "words"),
    [
        (545, 550, "合计 545，比共印 550 份少 5 份"),
        (555, 550, "合计 555，比共印 550 份多 5 份"),
        (550, 550, "合计 550，与共印 550 份相等"),
        (550, None, "合计 550，没有填共印份数"),
    ],
)
def test_the_sum_is_said(total: int, copies: int | None, words: str) -> None:
    assert str(Tally(total, copies)) == words
    assert Tally(total, copies).is_right == ("相等" in words)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("5", 5), (" ５ 份", 5), ("0", 0), ("3.0", 3), ("-0", 0), ("99999", 99999)],
)
def test_quantities_are_read_as_they_are_typed(text: str, quantity: int) -> None:
    assert quantity_from(text) == quantity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-3", "是负数"),
        ("2.5", "不是整数"),
        ("1000000000", "太多"),
        ("9" * 5000, "太多"),
        ("100000", "太多"),
        ("三", "不是数字"),
        ("", "不是数字"),
        ("=1+1", "不是数字"),
        ("1.x", "不是数字"),
    ],
)
def test_wrong_quantities_are_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(WrongQuantity, match=words) as refused:
        quantity_from(text)
    assert len(str(refused.value)) < 80


@pytest.mark.parametrize("copies", [0, -1, 10**9])
def test_wrong_totals_are_refused(copies: int) -> None:
    with pytest.raises(WrongQuantity, match="共印"):
        checked_total(copies)
    assert checked_total(550) == 550


def test_a_category_is_filled_but_for_what_was_set_by_hand() -> None:
    own = with_quantity(LIST, 0, 9)
    filled = fill_category(own, "区县人事局", 1)
    assert [one.quantity for one in filled.allotments[:2]] == [9, 1]
    assert filled.allotments[2].spans == (Span(11, 12),)
    again = fill_category(filled, "区县人事局", 2, also_own=True)
    assert [(one.quantity, one.is_own) for one in again.allotments[:2]] == [(2, False)] * 2


def test_the_spare_row_takes_what_is_left() -> None:
    filled = with_spare_filled(LIST, 20)
    assert (filled.total, filled.allotments[-1].quantity) == (20, 8)
    with pytest.raises(WrongQuantity, match="不算备用已经有 12 份，比共印 10 份多 2 份"):
        with_spare_filled(LIST, 10)
    with pytest.raises(WrongQuantity, match="没有“备用”"):
        with_spare_filled(replace(LIST, allotments=LIST.allotments[:3]), 20)


def test_after_printing_a_row_keeps_its_numbers_and_needs_new_ones_from_a_reprint() -> None:
    printed = print_run(LIST, DAY)
    assert printed.printed == (Span(1, 17),)
    more = with_quantity(printed, 0, 4)
    assert more.allotments[0].spans == (Span(1, 3), Span(18, 18))
    assert told(more)[1:] == told(LIST)[1:]
    less = with_quantity(more, 1, 1)
    assert (less.allotments[1].spans, less.held) == ((Span(4, 4),), (Span(5, 6),))
    assert unprinted(less) == (Span(18, 18),)
    again = print_run(less, DAY)
    assert again.runs[-1].span == Span(18, 18)
    assert next_number(again) == 19


def test_held_copies_are_given_on_by_hand_only() -> None:
    held = with_quantity(print_run(LIST, DAY, copies=20), 0, 4)
    assert held.held == (Span(18, 20),)
    assert held.allotments[0].spans == (Span(1, 3), Span(21, 21))
    given = give_held(held, 0, 1)
    assert (given.allotments[0].spans, given.held) == ((Span(1, 3), Span(18, 18)), (Span(19, 20),))
    with pytest.raises(CannotDeal, match="余份有 2 份（000019—000020），“东城区人事局”还差 0 份"):
        give_held(given, 0, 1)


def test_printing_wants_something_to_print_and_enough_copies() -> None:
    with pytest.raises(CannotDeal, match="要印 17 份，不能只印 5 份"):
        print_run(LIST, DAY, copies=5)
    with pytest.raises(CannotDeal, match="没有要印的份号"):
        print_run(print_run(LIST, DAY), DAY)


def test_a_spoiled_copy_is_logged_and_replaced_by_a_new_number() -> None:
    printed = print_run(LIST, DAY)
    spoiled = void(printed, (Span(2, 2),), DAY, "卡纸")
    assert spoiled.allotments[0].spans == (Span(1, 1), Span(3, 3), Span(18, 18))
    assert [(one.number, one.reason) for one in spoiled.voids] == [(2, "卡纸")]
    with pytest.raises(CannotDeal, match="000002 已经作废"):
        void(spoiled, (Span(2, 2),), DAY)
    with pytest.raises(CannotDeal, match="000018 还没有印"):
        void(spoiled, (Span(18, 18),), DAY)
    with pytest.raises(CannotDeal, match="已经送给“西城区人事局”"):
        void(send(printed, {1}, DAY), (Span(4, 4),), DAY)


def test_copies_go_out_in_parts_are_signed_for_and_come_back() -> None:
    printed = print_run(LIST, DAY)
    part = send(printed, {0, 1}, DAY, 2)
    assert part.allotments[0].unsent == (Span(3, 3),)
    whole = sign(send(part, {0}, DAY), 0, "王同志", DAY)
    assert [s.signed_by for s in whole.allotments[0].sendings] == ["王同志"] * 2
    assert whole.allotments[0].is_sent
    with pytest.raises(CannotHand, match="没有等待签收"):
        sign(whole, 0, "李同志", DAY)
    assert str(recall(printed)) == "还没有送出，不用清退"
    back = take_back(whole, (Span(2, 4),), DAY, "王同志")
    assert str(recall(back)) == "已发 5 份，已清退 3 份，还差 2 份"
    assert [(one.allotment.name, one.spans) for one in recall(back).outstanding] == [
        ("东城区人事局", (Span(1, 1),)),
        ("西城区人事局", (Span(5, 5),)),
    ]
    with pytest.raises(CannotHand, match="000004、000006 没有送出，或已经清退"):
        take_back(back, (Span(4, 6),), DAY)
    done = take_back(back, (Span(1, 1), Span(5, 5)), DAY)
    assert str(recall(done)) == "已发 5 份，已清退 5 份，全部收回"


def test_no_row_gets_a_quantity_that_is_none() -> None:
    with pytest.raises(WrongQuantity, match="份数 -1 是负数"):
        with_quantity(LIST, 0, -1)
    with pytest.raises(WrongQuantity, match="最多 99999 份"):
        fill_category(LIST, "区县人事局", 10**9)


def test_nothing_is_sent_that_is_not_there() -> None:
    with pytest.raises(CannotHand, match="还没有印"):
        send(LIST, {0}, DAY)
    printed = print_run(LIST, DAY)
    with pytest.raises(CannotHand, match="还有 3 份没有送，不能送 4 份"):
        send(printed, {0}, DAY, 4)
    with pytest.raises(WrongQuantity, match="已经送出 3 份，份数不能改成 1"):
        with_quantity(send(printed, {0}, DAY), 0, 1)


def test_a_list_made_anew_keeps_what_was_set_and_done() -> None:
    own = replace(with_quantity(LIST, 0, 9))
    own = replace(
        own, allotments=(replace(own.allotments[0], note="加急", id=5), *own.allotments[1:])
    )
    units = (replace(ROSTER.units[0], name="东城区人社局"), *ROSTER.units[1:])
    again = distribute(replace(NOTICE, cc=""), replace(ROSTER, units=units), own)
    first = again.allotments[0]
    assert (first.name, first.quantity, first.note, first.id) == ("东城区人社局", 9, "加急", 5)
    assert "滨海大学" not in [one.name for one in again.allotments]

    out = send(print_run(own, DAY), {0}, DAY)
    after = distribute(Notice(addressees="市建委", id=3), replace(ROSTER, units=units), out)
    assert [one.name for one in after.allotments][:2] == ["东城区人事局", "市建设委员会"]
    assert after.held == (Span(10, 15),)
    assert after.allotments[1].spans == (Span(24, 27),)


@given(st.lists(st.integers(0, 6), min_size=5, max_size=5), STEPS)
def test_numbers_never_overlap_and_none_that_was_printed_is_lost(
    quantities: list[int], steps: list[Step]
) -> None:
    distribution = list_of(quantities)
    ever: dict[int, str] = {}
    for step in steps:
        with contextlib.suppress(UserError):
            distribution = do(distribution, step)
        dealt = [span for one in distribution.allotments for span in one.spans]
        voids = [Span(one.number, one.number) for one in distribution.voids]
        everything = [*dealt, *distribution.held, *voids]
        assert count_of(union(everything)) == count_of(everything)
        assert union((*distribution.printed, *unprinted(distribution))) == union(everything)
        assert (
            count_of(dealt) == distribution.total == sum(s.quantity for s in distribution.subtotals)
        )
        assert all(count_of(one.spans) == one.quantity for one in distribution.allotments)
        for one in distribution.allotments:
            for span in one.sent:
                for number in range(span.first, span.last + 1):
                    assert ever.setdefault(number, one.name) == one.name


@given(distributions)
def test_numbers_that_were_not_printed_need_not_be_kept(distribution: Distribution) -> None:
    assert deal(distribution) == distribution
    assert deal(undealt(distribution)) == distribution
