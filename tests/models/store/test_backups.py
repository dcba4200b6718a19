"""A backup is checked before it counts, and what is damaged is noticed and never put back."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import Cancelled
from models.history.line import Head
from models.store import backups, gate, restoring
from models.store.backups import (
    back_up,
    backups_in,
    faults_of_all,
    faults_of_backup,
    folder_of,
    newest_good,
    read_backup,
    sum_of,
)
from models.store.checking import faults_of_copy, faults_of_file
from models.store.datafile import DataFile
from models.store.histories import HistoryRepository
from models.store.migrations import STEPS
from models.store.notices import NoticeRepository
from models.store.offices import OfficeRepository
from models.store.refusals import BackupFailed, Damaged, InUse, Newer, NotOurs
from models.store.restoring import restore
from tests.models.store.store_values import NOTICE, OFFICE
from tests.support.doubles import answering
from tests.support.force import force

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    with DataFile.create(tmp_path / "2007.yinfa") as made:
        NoticeRepository(made).save(NOTICE)
        OfficeRepository(made).save(OFFICE)
        yield made


@pytest.fixture
def folder(file: DataFile) -> Path:
    return folder_of(file.path)


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(gate, "now", lambda: moment)
    monkeypatch.setattr(backups, "now", lambda: moment)


def test_a_backup_holds_all_and_says_how_it_was(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    assert made == read_backup(made.path)
    assert made.head == HistoryRepository(file).head()
    assert faults_of_backup(made) == ()
    assert sorted(f.name for f in folder.iterdir()) == [made.path.name, sum_of(made.path).name]
    with DataFile.open(made.path) as copy:
        assert NoticeRepository(copy).load(1) == NOTICE


def test_two_backups_of_one_second_have_two_names(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_clock(monkeypatch, datetime(2007, 1, 11, 9))
    first, second = back_up(file, folder), back_up(file, folder)
    assert first.path != second.path
    assert first.made == second.made
    assert len(backups_in(folder, "2007")) == 2


def test_the_newest_is_the_one_with_the_longest_history(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, copies in ((0, 1), (-3000, 2), (-2000, 3)):
        set_clock(monkeypatch, datetime(2007, 1, 11, 9) + timedelta(days=days))
        NoticeRepository(file).save(replace(NoticeRepository(file).load(1), copies=copies))
        back_up(file, folder)
    newest = newest_good(folder, "2007")
    assert newest
    assert newest.made.year < 2007
    assert newest.head == HistoryRepository(file).head()


def test_old_backups_go_with_their_sums(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(40):
        set_clock(monkeypatch, datetime(2007, 1, 1, 9) + timedelta(days=day))
        back_up(file, folder)
    left = backups_in(folder, "2007")
    assert left[0].made.date() == date(2007, 2, 9)
    assert 12 <= len(left) <= 20
    assert len(list(folder.iterdir())) == 2 * len(left)


def test_others_in_the_folder_are_left_alone(file: DataFile, folder: Path) -> None:
    back_up(file, folder)
    for name in ("2007-20070111-090000.txt", "2007b-20070111-090000.yinfa", "2007.yinfa"):
        (folder / name).write_bytes(b"")
    assert len(backups_in(folder, "2007")) == 1


def test_a_folder_that_cannot_be_written_is_said_to_be(file: DataFile, tmp_path: Path) -> None:
    (tmp_path / "占位").write_bytes(b"")
    with pytest.raises(BackupFailed, match="换一个备份文件夹"):
        back_up(file, tmp_path / "占位" / "里")


def test_a_backup_that_is_not_whole_does_not_count(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "faults_of_copy", answering(("坏了。",)))
    with pytest.raises(BackupFailed, match="没有通过检查：坏了。"):
        back_up(file, folder)
    assert list(folder.iterdir()) == []


def test_a_backup_can_be_stopped_and_leaves_nothing(file: DataFile, folder: Path) -> None:
    def stop(_done: int, _of: int, _what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(file, folder, stop)
    assert list(folder.iterdir()) == []
    assert faults_of_backup(back_up(file, folder)) == ()


def test_a_full_disk_is_said_to_be(file: DataFile, folder: Path) -> None:
    resource = pytest.importorskip("resource", reason="no limits of file sizes here")
    folder.mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(BackupFailed, match="没有成功"):
            back_up(file, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(folder.iterdir()) == []


def test_every_changed_byte_of_a_backup_is_noticed(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    whole, chance = made.path.read_bytes(), random.Random(3)
    for _ in range(100):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= chance.randint(1, 255)
        made.path.write_bytes(damaged)
        assert faults_of_backup(made)
    made.path.unlink()
    assert "读不出来" in faults_of_backup(made)[0]


def test_a_backup_without_its_sum_is_checked_from_within(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    sum_of(made.path).write_text("x", encoding="utf-8")
    known = read_backup(made.path)
    assert (known.sha256, known.head) == ("", Head())
    assert faults_of_backup(known) == ()
    assert newest_good(folder, "2007") is None
    made.path.write_bytes(made.path.read_bytes()[:5000])
    assert faults_of_backup(known)


def test_a_sum_that_is_no_text_is_none(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    sum_of(made.path).write_bytes(b"\xff\xfe\x80")
    assert read_backup(made.path).sha256 == ""


def test_all_backups_are_checked_one_after_another(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[backups.Backup] = []
    for hour in (9, 10):
        set_clock(monkeypatch, datetime(2007, 1, 11, hour))
        made.append(back_up(file, folder))
    made[0].path.write_bytes(b"x")
    told: list[str] = []

    def tick(_done: int, _of: int, what: str) -> None:
        told.append(what)

    (fault,), none = faults_of_all(made, tick)
    assert ("不符" in fault, none) == (True, ())
    assert told[0] == "正在核对备份 2007-01-11 09:00"


def test_the_newest_good_one_is_offered(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[backups.Backup] = []
    for hour in (9, 10):
        set_clock(monkeypatch, datetime(2007, 1, 11, hour))
        made.append(back_up(file, folder))
    made[1].path.write_bytes(b"x")
    assert newest_good(folder, "2007") == made[0]
    assert newest_good(folder / "没有", "2007") is None


def test_a_backup_is_put_back_and_the_replaced_file_is_kept(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    NoticeRepository(file).delete(1)
    file.close()
    before = file.path.read_bytes()
    kept = restore(made.path, file.path)
    assert kept
    assert kept.read_bytes() == before
    with DataFile.open(file.path) as again:
        assert NoticeRepository(again).load(1) == NOTICE
        assert HistoryRepository(again).lines()[-1].deed.what == f"恢复备份 {made.path.name}"


def test_a_lost_file_is_put_back(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    file.close()
    file.path.unlink()
    assert restore(made.path, file.path) is None
    assert faults_of_file(file.path) == ()


def test_a_damaged_file_is_put_back_without_its_journal(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(file, folder)
    file.close()
    monkeypatch.setattr(restoring, "check_free", answering(None))  # it would play the journal back
    file.path.write_bytes(b"x" * 9000)
    journal = file.path.with_name(f"{file.path.name}-journal")
    journal.write_bytes(b"y" * 600)
    kept = restore(made.path, file.path)
    assert kept
    assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"y" * 600
    assert faults_of_file(file.path) == ()


def test_a_damaged_file_is_replaced(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    file.close()
    file.path.write_bytes(b"x" * 9000)
    restore(made.path, file.path)
    assert faults_of_file(file.path) == ()


def test_no_second_names_on_this_disk(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "no links here")

    made = back_up(file, folder)
    file.close()
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    kept = restore(made.path, file.path)
    assert kept
    assert faults_of_file(kept) == ()


@pytest.mark.parametrize("is_open", [True, False], ids=["here", "elsewhere"])
def test_an_open_file_is_not_replaced(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch, *, is_open: bool
) -> None:
    made = back_up(file, folder)
    if not is_open:
        monkeypatch.setattr(restoring, "check_not_ours_already", answering(None))
    with pytest.raises(InUse):
        restore(made.path, file.path)


def test_what_is_no_sound_backup_is_not_put_back(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    file.close()
    before = file.path.read_bytes()
    whole = made.path.read_bytes()
    for data, kind in (
        (b"x", NotOurs),
        (whole[:60] + bytes((0, 0, 0, 99)) + whole[64:], Newer),
        (whole[:-4096] + bytes(4096), Damaged),
    ):
        made.path.write_bytes(data)
        with pytest.raises(kind):
            restore(made.path, file.path)
    assert file.path.read_bytes() == before


def test_a_restore_that_cannot_write_says_so(
    file: DataFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(file, folder)
    file.close()
    monkeypatch.setattr(restoring, "sha256", str)
    with pytest.raises(BackupFailed, match="没有恢复"):
        restore(made.path, file.path)
    assert faults_of_file(file.path) == ()


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(tmp_path: Path) -> None:
    data = Path(__file__).parent.parent.parent / "data"
    path = Path(shutil.copy(data / "v1.yinfa", tmp_path / "a.yinfa"))
    before = path.read_bytes()
    DataFile.open(path).close()
    (made,) = backups_in(folder_of(path), "a")
    assert made.head == Head()
    assert made.path.read_bytes()[60:64] == before[60:64]
    assert faults_of_copy(made.path) == ()
    assert int.from_bytes(path.read_bytes()[60:64], "big") == len(STEPS)


def test_a_damaged_copy_is_told_in_a_sentence(file: DataFile, folder: Path) -> None:
    made = back_up(file, folder)
    made.path.write_bytes(made.path.read_bytes()[:4096] + bytes(9000))
    (fault,) = faults_of_copy(made.path)
    assert "已损坏" in fault


CHANGES = {
    "a character": "UPDATE paragraph SET text = '改' WHERE id = 1",
    "a number": "UPDATE notice SET copies = 549",
    "a notice gone": "DELETE FROM notice",
    "a value that is none": "UPDATE notice SET edition = 'x'",
    "an organ": "UPDATE notice_entry SET text = '别的' WHERE role = 'organs'",
    "the office": "UPDATE office_fact SET value = '1' WHERE name = 'copies'",
    "a document without history": "UPDATE notice SET id = 9",
    "characters": "UPDATE paragraph SET text = CAST(x'8080' AS TEXT) WHERE id = 1",
    "roots of two indexes": "PRAGMA writable_schema = 1; UPDATE sqlite_master SET rootpage ="
    " (SELECT sum(rootpage) FROM sqlite_master WHERE name IN ('paragraph_of_section', 'paragraph_of_notice')) - rootpage"
    " WHERE name IN ('paragraph_of_section', 'paragraph_of_notice')",
    "the index": "DELETE FROM words WHERE rowid = 4",
    "a parent": "PRAGMA foreign_keys = 0; DELETE FROM notice_entry; UPDATE paragraph SET notice_id = 9 WHERE id = 1",
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_outside_is_found(file: DataFile, name: str) -> None:
    file.close()
    assert faults_of_file(file.path) == ()
    force(file.path, CHANGES[name])
    assert faults_of_file(file.path)
