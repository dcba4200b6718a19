"""The values of units and distributions: what they add up to, and that history can tell all of them."""

from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given

from models.distribution import Allotment, Distribution, PrintRun, Return, Sending, VoidCopy
from models.history.plain import from_plain, to_plain
from models.history.told import NAMES
from models.spans import Span
from models.unit import AddresseeRule, Category, FormerName, Purpose, Roster, Unit
from tests.models.unit_values import DAY, ROSTER, distributions, rosters

LIST = Distribution(
    7,
    (
        Allotment("甲局", Purpose.MAIN, "局", 1, 3, spans=(Span(1, 3),)),
        Allotment("乙局", Purpose.MAIN, "局", 2, 2, spans=(Span(4, 5),)),
        Allotment("备用", Purpose.SPARE, "备用", None, 1, spans=(Span(6, 6),)),
    ),
    runs=(PrintRun(DAY, Span(1, 5)), PrintRun(DAY, Span(6, 6))),
)


@given(rosters)
def test_a_roster_comes_back_from_plain(roster: Roster) -> None:
    again = from_plain(Roster, to_plain(roster))
    assert again == roster
    assert [unit.id for unit in again.units] == [unit.id for unit in roster.units]


@given(distributions)
def test_a_distribution_comes_back_from_plain(distribution: Distribution) -> None:
    assert from_plain(Distribution, to_plain(distribution)) == distribution


def test_every_field_has_a_name_in_words() -> None:
    kinds = (
        Roster,
        Category,
        Unit,
        FormerName,
        AddresseeRule,
        Distribution,
        Allotment,
        Sending,
        Return,
        VoidCopy,
        PrintRun,
        Span,
    )
    kept = {field.name for kind in kinds for field in fields(kind)}
    assert kept - {"id", "notice", "unit"} <= set(NAMES)


def test_a_list_adds_up_by_category() -> None:
    assert LIST.total == 6
    assert LIST.printed == (Span(1, 6),)
    told = [(one.purpose, one.category, one.units, one.quantity) for one in LIST.subtotals]
    assert told == [(Purpose.MAIN, "局", 2, 5), (Purpose.SPARE, "备用", 1, 1)]


def test_what_was_sent_in_parts_and_came_back_is_known() -> None:
    first = replace(LIST.allotments[0], sendings=(Sending(DAY, (Span(1, 2),)),))
    assert (first.sent, first.unsent, first.is_sent) == ((Span(1, 2),), (Span(3, 3),), False)
    whole = replace(first, sendings=(*first.sendings, Sending(DAY, (Span(3, 3),), "王", DAY)))
    assert (whole.unsent, whole.is_sent) == ((), True)
    back = replace(whole, returns=(Return(DAY, (Span(2, 3),), "王"),))
    assert back.returned == (Span(2, 3),)


def test_a_unit_is_known_by_all_its_names() -> None:
    assert ROSTER.units[1].names == ("西城区人事局", "西城区劳动人事局")
    assert ROSTER.category("区县人事局").quantity == 3
    assert ROSTER.category("没有") == Category("没有")
