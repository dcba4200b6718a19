"""Units and distribution on the command line: the list is read, the copies are dealt, and what is left over is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from models.errors import UserError
from models.rules.quantities import Tally, checked_total, copies_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from models.distribution import Distribution
    from models.notice import Notice
    from models.reading.sheets.unit_sheet import UnitSheet
    from models.unit import Roster

SHOWN = 20


class Dealt(NamedTuple):
    """The list of a notice, and the units it was made from."""

    distribution: Distribution
    roster: Roster


def read_units(path: Path) -> UnitSheet:
    """The units of a table in which every row is sound.

    Raises:
        UserError: it cannot be read, or rows are wrong; each is named.
    """
    from models.reading.sheets.files import read_sheets
    from models.reading.sheets.unit_sheet import units_from

    sheet = units_from(read_sheets(path))
    if sheet.problems:
        told = [str(problem) for problem in sheet.problems[:SHOWN]]
        more = len(sheet.problems) - SHOWN
        told += [f"还有 {more} 处。"] if more > 0 else []
        raise UserError(
            "\n".join((f"“{path.name}”中有 {len(sheet.problems)} 处要改正，什么都没有写：", *told))
        )
    return sheet


def with_copies(notice: Notice, copies: int | None) -> Notice:
    """The notice with the number of copies that was typed.

    Raises:
        UserError: so many cannot be printed.
    """
    return notice if copies is None else replace(notice, copies=checked_total(copies))


def deal(notice: Notice, sheet: UnitSheet | None, data: Path | None) -> Dealt | None:
    """Make the list of a notice from the units read, the units kept in the data file, or both; None where there are none."""
    from models.reading.sheets.taking_in import taken_in
    from models.rules.distributing import distribute
    from models.unit import Roster

    if data is not None:
        return _deal_and_keep(notice, sheet, data)
    if sheet is None:
        return None
    roster = taken_in(Roster(), sheet)
    return Dealt(distribute(notice, roster), roster)


def told(notice: Notice, dealt: Dealt) -> Iterator[str]:
    """Whom each addressee means, what is left over on either side, and whether the sum is right."""
    from models.rules.addressees import expand, uncovered

    expansion = expand(notice.addressees, dealt.roster)
    for one in expansion.addressees:
        if one.units:
            by = "、".join(one.rule.categories or one.rule.units)
            yield f"主送：{one.phrase} → {by}，{len(one.units)}个单位"
    if expansion.unknown:
        yield f"主送机关中没有对应单位的：{'、'.join(expansion.unknown)}。请在单位表里补上这些单位，或在“类别”表的“对应说法”里写上。"
    if left := [one.name for one in uncovered(dealt.distribution, expansion)]:
        yield f"分发表中主送机关没有写到的：{'、'.join(left[:SHOWN])}（共{len(left)}个单位）"
    yield str(Tally(dealt.distribution.total, notice.copies))
    if notice.copies is None:
        yield f"按分发表应印 {copies_for(dealt.distribution)} 份"


def _deal_and_keep(notice: Notice, sheet: UnitSheet | None, data: Path) -> Dealt | None:
    from models.reading.sheets.taking_in import taken_in
    from models.rules.distributing import distribute
    from models.store.datafile import DataFile
    from models.store.distributions import DistributionRepository
    from models.store.rosters import RosterRepository

    with DataFile.open(data) as file:
        rosters, lists = RosterRepository(file), DistributionRepository(file)
        roster = rosters.load()
        if sheet is not None:
            roster = rosters.save(taken_in(roster, sheet), "读入单位")
        if not roster.units:
            return None
        made = distribute(notice, roster, lists.load(notice.id or 0))
        return Dealt(lists.save(made, "编制分发表"), roster)
