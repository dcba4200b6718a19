"""Units and distributions are kept through the one gate: whole, with their history, and never by halves."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.quantities import with_quantity
from models.spans import Span
from models.store.checking import faults_of, faults_of_file
from models.store.columns import Columns
from models.store.datafile import DataFile
from models.store.distributions import DistributionRepository
from models.store.histories import Exchange, HistoryRepository
from models.store.keepers import put_kept
from models.store.notices import NoticeRepository
from models.store.refusals import Gone
from models.store.rosters import RosterRepository
from models.store.salvage import salvage
from models.unit import Category, FormerName, Roster, Unit
from tests.models.rules.deeds import distributions, list_of
from tests.models.store.store_values import NOTICE
from tests.models.test_distribution import LIST
from tests.models.unit_values import DAY, ROSTER, rosters
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from models.distribution import Allotment, Distribution

FEW = settings(max_examples=25, deadline=None)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    with DataFile.create(tmp_path / "2007.yinfa") as made:
        yield made


@pytest.fixture
def units(file: DataFile) -> RosterRepository:
    return RosterRepository(file)


@pytest.fixture
def lists(file: DataFile) -> DistributionRepository:
    return DistributionRepository(file)


@contextlib.contextmanager
def a_file() -> Generator[DataFile]:
    """A new one, gone afterwards: fixtures do not live with hypothesis."""
    with (
        tempfile.TemporaryDirectory() as folder,
        DataFile.create(Path(folder) / "a.yinfa") as file,
    ):
        yield file


def ids(values: tuple[Unit, ...] | tuple[Allotment, ...]) -> list[int | None]:
    return [value.id for value in values]


@FEW
@given(st.lists(rosters, min_size=1, max_size=3))
def test_any_rosters_one_after_the_other_come_back_and_agree_with_history(
    several: list[Roster],
) -> None:
    with a_file() as file:
        kept = RosterRepository(file)
        for roster in several:
            saved = kept.save(roster)
            assert saved == roster == kept.load()
            assert ids(saved.units) == ids(kept.load().units)
            assert len(set(ids(saved.units))) == len(saved.units)
        assert list(faults_of(file.database)) == []


@FEW
@given(st.lists(distributions, min_size=1, max_size=4))
def test_any_distributions_come_back_and_agree_with_history(several: list[Distribution]) -> None:
    with a_file() as file:
        kept = DistributionRepository(file)
        for one in several:
            assert kept.save(one) == one
        for notice, last in {one.notice: one for one in several}.items():
            assert kept.load(notice) == last
        assert list(faults_of(file.database)) == []


def test_a_new_file_has_no_units_and_no_distribution(
    units: RosterRepository, lists: DistributionRepository
) -> None:
    assert units.load() == Roster()
    assert lists.load(1) is None


def test_a_unit_keeps_its_row_when_others_move_and_an_undone_removal_returns_with_it(
    units: RosterRepository,
) -> None:
    saved = units.save(ROSTER)
    turned = units.save(replace(saved, units=saved.units[::-1]))
    assert ids(turned.units) == ids(saved.units)[::-1]
    shorter = units.save(replace(saved, units=saved.units[1:]))
    new = units.save(replace(shorter, units=(*shorter.units, Unit("新局"))))
    assert new.units[-1].id not in ids(saved.units)
    assert ids(units.save(saved).units) == ids(saved.units)
    twice = units.save(replace(saved, units=(*saved.units, saved.units[0])))
    assert len(set(ids(twice.units))) == len(twice.units)


def test_a_list_read_in_is_one_step_that_can_be_taken_back(
    file: DataFile, units: RosterRepository
) -> None:
    saved = units.save(ROSTER, "读入单位")
    unit = replace(
        saved.units[0], name="东城区人社局", former_names=(FormerName("东城区人事局", DAY),)
    )
    renamed = units.save(replace(saved, units=(unit, *saved.units[1:])), "单位更名")
    history = HistoryRepository(file)
    first, second = history.lines()
    assert str(second).endswith(
        "单位更名 单位第1个曾用名「」→「东城区人事局」；单位第1个名称「东城区人事局」→「东城区人社局」"
    )
    assert history.undone(second.seq) == Exchange(renamed, saved)
    assert first.deed.what == "读入单位"
    assert history.since(0) == (Exchange(renamed, Roster()),)


def test_a_change_of_one_unit_among_many_is_a_short_line(
    file: DataFile, units: RosterRepository
) -> None:
    many = units.save(Roster(units=tuple(Unit(f"第{number}局") for number in range(3000))))
    changed = replace(many.units[1500], phone="022")
    units.save(replace(many, units=(*many.units[:1500], changed, *many.units[1501:])))
    told = file.database.value("SELECT length(delta) FROM history ORDER BY seq DESC LIMIT 1")
    assert told < 120


def test_a_distribution_outlives_the_deletion_of_its_notice_and_is_found_again(
    file: DataFile, lists: DistributionRepository
) -> None:
    notices = NoticeRepository(file)
    notice = notices.save(NOTICE)
    assert notice.id
    saved = lists.save(replace(LIST, notice=notice.id))
    notices.delete(notice.id)
    notices.save(notice)
    assert lists.load(notice.id) == saved
    assert faults_of_open(file) == []


def faults_of_open(file: DataFile) -> list[str]:
    return list(faults_of(file.database))


def test_a_deleted_distribution_is_gone_and_returns_with_its_rows(
    file: DataFile, lists: DistributionRepository
) -> None:
    saved = lists.save(LIST)
    lists.delete(LIST.notice)
    assert lists.load(LIST.notice) is None
    assert file.database.value("SELECT count(*) FROM allotment") == 0
    with pytest.raises(Gone):
        lists.delete(LIST.notice)
    assert ids(lists.save(saved).allotments) == ids(saved.allotments)


def test_a_changed_quantity_is_a_short_line_though_all_numbers_behind_it_move(
    file: DataFile, lists: DistributionRepository
) -> None:
    many = lists.save(list_of([2] * 500))
    changed = lists.save(with_quantity(many, 0, 5), "改份数")
    assert changed.allotments[-1].spans == (Span(1002, 1003),)
    assert lists.load(1) == changed
    (line,) = HistoryRepository(file).lines(1)
    assert str(line).endswith("改份数 分发第1行单独定份数「」→「是」；分发第1行份数「2」→「5」")


def test_any_kind_is_put_back_by_what_it_is(file: DataFile, lists: DistributionRepository) -> None:
    assert put_kept(file, None, LIST, "恢复") == LIST
    assert put_kept(file, LIST, None, "恢复") is None
    assert lists.load(LIST.notice) is None
    assert put_kept(file, Roster(), ROSTER, "恢复") == ROSTER
    assert put_kept(file, ROSTER, None, "恢复") is None
    assert RosterRepository(file).load() == Roster()
    assert put_kept(file, None, None, "恢复") is None


SPOILED = {
    "a unit": ("UPDATE unit SET name = 'x' WHERE id = 1", "单位名册与历史不符"),
    "no unit": ("UPDATE unit SET former_names = '[{\"nam\":1}]' WHERE id = 2", "单位名册与历史不符"),
    "no JSON": ("UPDATE unit SET aliases = '[' WHERE id = 2", "单位名册与历史不符"),
    "a list": ("UPDATE allotment SET quantity = 9 WHERE id = 1", "编号7的公文的分发与历史不符"),
    "lost": ("DELETE FROM distribution", "编号7的公文的分发丢失"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILED)
def test_what_was_changed_from_outside_is_found_and_salvaged_by_the_history(
    tmp_path: Path, name: str
) -> None:
    path, target = tmp_path / "坏.yinfa", tmp_path / "新.yinfa"
    with DataFile.create(path) as file:
        roster, listed = (
            RosterRepository(file).save(ROSTER),
            DistributionRepository(file).save(LIST),
        )
    sql, words = SPOILED[name]
    force(path, sql)
    assert any(words in fault for fault in faults_of_file(path))
    assert salvage(path, target).lost == []
    with DataFile.open(target) as file:
        assert RosterRepository(file).load() == roster
        assert DistributionRepository(file).load(LIST.notice) == listed
    assert faults_of_file(target) == ()


def test_a_row_of_other_types_is_no_value() -> None:
    columns = Columns(Category)
    row = list(columns.row(Category("区县")))
    row[columns.names.index("terms")] = 5
    with pytest.raises(ValueError, match="no Category"):
        columns.value(tuple(row))


def test_without_a_history_all_sound_rows_are_salvaged(tmp_path: Path) -> None:
    path, target = tmp_path / "坏.yinfa", tmp_path / "新.yinfa"
    with DataFile.create(path) as file:
        RosterRepository(file).save(ROSTER)
        DistributionRepository(file).save(LIST)
    force(
        path,
        "UPDATE history SET delta = '[]', state = 'x'; UPDATE unit SET aliases = '[' WHERE id = 2;"
        " DELETE FROM distribution",
    )
    told = salvage(path, target)
    assert told.lost
    with DataFile.open(target) as file:
        left = RosterRepository(file).load()
        assert [u.id for u in left.units] == [u.id for u in ROSTER.units if u.id != 2]
        assert left.categories == ROSTER.categories
        found = DistributionRepository(file).load(LIST.notice)
        assert found
        assert found.allotments == LIST.allotments
        assert found.allotments[0].spans == (Span(1, 3),)


def test_a_category_is_rewritten_only_when_it_differs(
    file: DataFile, units: RosterRepository
) -> None:
    saved = units.save(ROSTER)
    units.save(replace(saved, categories=(*saved.categories, Category("驻外单位"))))
    assert units.load().categories[-1] == Category("驻外单位")
    assert file.database.value("SELECT count(*) FROM category") == len(ROSTER.categories) + 1


def test_a_document_that_cannot_be_read_or_rebuilt_is_named(tmp_path: Path) -> None:
    path = tmp_path / "坏.yinfa"
    with DataFile.create(path) as file:
        NoticeRepository(file).save(NOTICE)
        NoticeRepository(file).save(replace(NOTICE, title=""))
        DistributionRepository(file).save(LIST)
    force(
        path,
        "UPDATE history SET state = 'x'; UPDATE notice SET copies = 1 WHERE id = 1;"
        " UPDATE notice SET date = '今天' WHERE id = 2",
    )
    lost = salvage(path, tmp_path / "新.yinfa").lost
    assert f"公文「{NOTICE.title}」可能不完整，请逐项核对。" in lost
    assert "公文（编号2）没有读出来。" in lost
    assert "编号7的公文的分发可能不完整，请逐项核对。" in lost
