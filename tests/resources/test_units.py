"""The sample's units are enough, all different, and make the sample's 550 copies right."""

from __future__ import annotations

from dataclasses import replace

import resources
from models.reading.sheets.files import read_sheets
from models.reading.sheets.taking_in import taken_in
from models.reading.sheets.unit_sheet import units_from
from models.reading.sheets.xlsx import read_xlsx
from models.rules.addressees import expand
from models.rules.distributing import distribute
from models.rules.quantities import Tally, copies_for
from models.unit import Purpose, Roster
from tests.samples.make_units import make, sample_roster
from tests.support.sample import sample_notice

ROSTER = taken_in(Roster(), units_from(read_sheets(resources.UNITS)))


def test_the_file_is_what_the_texts_beside_it_say() -> None:
    assert sample_roster() == ROSTER
    assert read_xlsx(make(), "") == read_xlsx(resources.UNITS.read_bytes(), "")


def test_there_are_many_units_of_every_kind() -> None:
    main = [u for u in ROSTER.units if ROSTER.category(u.category).purpose is Purpose.MAIN]
    assert len(main) >= 160
    assert {one.purpose for one in ROSTER.categories} == set(Purpose) - {Purpose.COPY}
    assert len({unit.name for unit in ROSTER.units}) == len(ROSTER.units)


def test_the_five_groups_expand_and_the_sum_is_550() -> None:
    notice = sample_notice()
    told = expand(notice.addressees, ROSTER)
    assert len(told.addressees) == 5
    assert told.unknown == ()
    made = distribute(notice, ROSTER)
    assert str(Tally(made.total, notice.copies)) == "合计 550，与共印 550 份相等"
    assert copies_for(made) == 550
    assert made.allotments[-1].spans[0].last == 550
    assert [s.category for s in made.subtotals] == [one.name for one in ROSTER.categories]


def test_five_copies_fewer_are_told() -> None:
    made = distribute(sample_notice(), replace(ROSTER, units=ROSTER.units[:-1]))
    fewer = replace(made, allotments=made.allotments[:-1])
    assert str(Tally(fewer.total, 550)) == "合计 525，比共印 550 份少 25 份"
