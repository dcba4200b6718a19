"""Steps go forward only, each whole or not at all; files of every age still open; the tables agree with the steps."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from peewee import ForeignKeyField, OperationalError, SqliteDatabase

from models.number_book import NumberBook
from models.proceeding import Proceeding
from models.replies.reminder import Reminders
from models.replies.roll import Roll
from models.replies.summary import Summary
from models.store.checking import faults_of
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.migrations import STEPS, Step
from models.store.notices import NoticeRepository
from models.store.number_books import NumberBookRepository
from models.store.proceedings import ProceedingRepository
from models.store.refusals import ReadOnly
from models.store.replies import ReplyRepository
from models.store.rosters import RosterRepository
from models.store.schema import schema_of
from models.store.searching import Search
from models.store.tables import TABLES, Table
from models.unit import Roster
from tests.models.proceeding_values import BOOK, PROCEEDING
from tests.models.reply_values import CONTENT, REMINDERS, REPLY, ROLL, SUMMARY
from tests.models.store.store_values import NOTICE
from tests.models.unit_values import ROSTER

if TYPE_CHECKING:
    from models.store.database import Database

DATA = Path(__file__).parent.parent.parent / "data"
MORE = (*STEPS, Step(("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT",)))
BROKEN = (
    *MORE,
    Step(("CREATE TABLE most (id INTEGER PRIMARY KEY) STRICT", "CREATE TABLE most (x)")),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.yinfa"
    with DataFile.create(made) as file:
        NoticeRepository(file).save(NOTICE)
    return made


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_every_step_left_a_file_behind() -> None:
    assert {f.name for f in DATA.glob("*.yinfa")} == {
        f"v{number}.yinfa" for number in range(1, len(STEPS) + 1)
    }


@pytest.mark.parametrize("number", range(1, len(STEPS) + 1))
def test_a_file_of_every_age_opens_with_all_it_holds(tmp_path: Path, number: int) -> None:
    copy = Path(shutil.copy(DATA / f"v{number}.yinfa", tmp_path))
    assert version_of(copy) == number
    with DataFile.open(copy) as file:
        assert NoticeRepository(file).load(1) == NOTICE
        assert len(Search(file).search("人事工作要点", None)) == 3
        roster = RosterRepository(file).load()
        assert roster == (ROSTER if number >= 5 else Roster())
        found = [hit.unit_id for unit in roster.units for hit in Search(file).search(unit.name)]
        assert set(found) >= {unit.id for unit in roster.units}
        kept = ReplyRepository(file)
        assert kept.of_notice(1) == ((REPLY,) if number >= 7 else ())
        assert kept.roll(1) == (ROLL if number >= 7 else Roll(1))
        assert [kept.file_of(one) for one in kept.of_notice(1)] == [CONTENT] * (number >= 7)
        assert ProceedingRepository(file).load(1) == (PROCEEDING if number >= 8 else Proceeding(1))
        assert NumberBookRepository(file).load() == (BOOK if number >= 8 else NumberBook())
        assert kept.reminders(1) == (REMINDERS if number >= 9 else Reminders(1))
        assert kept.summary(1) == (SUMMARY if number >= 9 else Summary(1))
        assert not list(faults_of(file.database))
        assert "notice" in {line.deed.kind for line in HistoryRepository(file).lines()}
    assert version_of(copy) == len(STEPS)


def test_units_that_the_search_knows_are_left_as_they_are(path: Path) -> None:
    with DataFile.open(path) as file:
        RosterRepository(file).save(ROSTER)
    with DataFile.open(path, steps=MORE) as file:
        assert not list(faults_of(file.database))


def test_an_older_file_is_handed_over_before_it_is_brought_up_to_date(path: Path) -> None:
    seen: list[int] = []
    with DataFile.open(
        path,
        before_migration=lambda database: seen.append(database.value("PRAGMA user_version")),
        steps=MORE,
    ) as file:
        assert ("table", "more") in {entry[:2] for entry in schema_of(file.database)}
    assert seen == [len(STEPS)]


def test_a_file_of_today_is_not_handed_over(path: Path) -> None:
    def never(_database: Database) -> None:
        raise AssertionError

    DataFile.open(path, before_migration=never).close()


def test_failing_step_rolls_back(path: Path) -> None:
    with pytest.raises(OperationalError, match="already exists"):
        DataFile.open(path, steps=BROKEN)
    with DataFile.open(path, steps=MORE) as file:
        assert "most" not in {entry[1] for entry in schema_of(file.database)}
    assert version_of(path) == len(MORE)


def test_a_failing_backup_leaves_the_file_as_it_was(path: Path) -> None:
    def fail(_database: Database) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        DataFile.open(path, before_migration=fail, steps=MORE)
    assert version_of(path) == len(STEPS)
    DataFile.open(path).close()


def test_a_file_can_be_made_as_an_older_version_made_it(tmp_path: Path) -> None:
    old = tmp_path / "old.yinfa"
    DataFile.create(old, STEPS[:2]).close()
    assert version_of(old) == 2
    with DataFile.open(old) as file:
        assert {"history", "words"} <= {entry[1] for entry in schema_of(file.database)}


def test_a_step_can_work_out_rows(path: Path) -> None:
    step = Step(
        ("CREATE TABLE count_of (n INTEGER) STRICT",),
        lambda database: database.run("INSERT INTO count_of SELECT count(*) FROM notice"),
    )
    with DataFile.open(path, steps=(*STEPS, step)) as file:
        assert file.database.ask("SELECT n FROM count_of") == [(1,)]


def test_an_older_file_that_is_read_only_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("models.store.holder.leave_note", refuse)
    with pytest.raises(ReadOnly, match="旧版程序"):
        DataFile.open(path, steps=MORE)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_agrees_with_the_steps(path: Path, table: type[Table]) -> None:
    meta: Any = table._meta
    with DataFile.open(path) as file:
        ask = file.database.ask
        columns = {
            name: (kind, bool(not_null or (key and kind == "INTEGER")), bool(key))
            for _, name, kind, not_null, _, key in ask(f"PRAGMA table_info({meta.table_name})")
        }
        links = {
            (row[3], row[2], row[6]) for row in ask(f"PRAGMA foreign_key_list({meta.table_name})")
        }
    fields: list[Any] = list(meta.sorted_fields)
    kinds = {"AUTO": "INTEGER", "INT": "INTEGER", "TEXT": "TEXT", "BLOB": "BLOB"}
    assert columns == {
        field.column_name: (
            "INTEGER" if isinstance(field, ForeignKeyField) else kinds[field.field_type],
            not field.null,
            bool(field.primary_key),
        )
        for field in fields
    }
    assert links == {
        (field.column_name, field.rel_model._meta.table_name, field.on_delete)
        for field in fields
        if isinstance(field, ForeignKeyField)
    }


def test_a_table_belongs_to_no_database_of_its_own() -> None:
    for table in TABLES:
        meta: Any = table._meta
        assert isinstance(meta.database, SqliteDatabase)
        assert meta.database.deferred
