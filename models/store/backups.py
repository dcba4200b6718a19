"""Backups of a data file: taken while it is open, checked before they count, thinned by age."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from models.disk_faults import cause_of
from models.files import first_free, part_of, replace_file, write_atomically
from models.history.line import Head
from models.progress import no_tick
from models.store import chain
from models.store.checking import faults_of_copy
from models.store.driver import driver
from models.store.gate import now
from models.store.refusals import FAULTS, BackupFailed, code_of
from models.store.thinning import staying

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from models.progress import Tick
    from models.store.database import Database
    from models.store.gate import Access

FOLDER = "备份"
SUM_SUFFIX = ".sha256"
PAGES_A_STEP = 2000
_NAME = re.compile(r"-(\d{8}-\d{6})(?:-\d+)?\.yinfa$")
_SUM = re.compile(r"([0-9a-f]{64}) \*[^\n]+\n# history (\d+) ([0-9a-f]*)\n")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its name and the line beside it tell.

    Attributes:
        sha256: Of the file; empty where nothing beside it tells.
        head: Of its history, kept outside the data file.
    """

    path: Path
    made: datetime
    sha256: str
    head: Head


def folder_of(path: Path) -> Path:
    """Where the backups of the data file at `path` lie, unless told otherwise."""
    return path.parent / FOLDER


def back_up(file: Access, folder: Path, tick: Tick = no_tick) -> Backup:
    """Put a checked backup of an open file into `folder` and thin the older ones.

    Raises:
        BackupFailed: there is no new backup; its text says why. The older ones are untouched.
    """
    with copied(file, folder, tick) as copy:
        return finish(copy, tick)


def back_up_database(database: Database, folder: Path, tick: Tick = no_tick) -> Backup:
    """The same for a connection, before a migration; thins nothing."""
    with _copied(database, folder, tick) as copy:
        return _checked(copy, tick)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a data file that becomes a backup once it is checked.

    Attributes:
        part: Where it lies until then.
        target: Where it goes.
        head: Of the history when it was copied.
    """

    part: Path
    target: Path
    made: datetime
    head: Head
    stem: str


@contextlib.contextmanager
def copied(file: Access, folder: Path, tick: Tick = no_tick) -> Generator[Copy]:
    """A copy of an open file, to be given to `finish` in here, which may run on another thread."""
    with file.reading() as database, _copied(database, folder, tick) as copy:
        yield copy


def finish(copy: Copy, tick: Tick = no_tick) -> Backup:
    """Check a copy, give it its name, and thin the older backups. It touches no file that is open."""
    made = _checked(copy, tick)
    thin(copy.target.parent, copy.stem, made)
    return made


def backups_in(folder: Path, stem: str) -> tuple[Backup, ...]:
    """The backups of a data file, the newest first: by the length of their history, then by the clock."""
    found = [read_backup(path) for path in folder.glob("*.yinfa") if _belongs(path, stem)]
    return tuple(sorted(found, key=lambda one: (one.head.seq, one.made), reverse=True))


def last_made(folder: Path, stem: str) -> datetime | None:
    """When the newest backup of a data file was made, by the names alone; None where there is none to be seen."""
    try:
        return max(
            (_made(path) for path in folder.glob("*.yinfa") if _belongs(path, stem)), default=None
        )
    except OSError:
        return None


def read_backup(path: Path) -> Backup:
    """What is known of a backup."""
    made = _made(path)
    try:
        beside = _SUM.fullmatch(sum_of(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        beside = None
    if beside is None:
        return Backup(path, made, "", Head())
    return Backup(path, made, beside[1], Head(int(beside[2]), beside[3]))


def faults_of_backup(backup: Backup, tick: Tick = no_tick) -> tuple[str, ...]:
    """What is wrong with a backup; nothing where it can be restored."""
    try:
        if backup.sha256 and sha256(backup.path) != backup.sha256:
            return (f"备份「{backup.path.name}」的内容与备份时记下的校验码不符。",)
    except OSError as error:
        return (f"备份「{backup.path.name}」读不出来（{cause_of(error)}）。",)
    return faults_of_copy(backup.path, tick)


def faults_of_all(backups: Sequence[Backup], tick: Tick = no_tick) -> tuple[tuple[str, ...], ...]:
    """The same for each of these."""
    found: list[tuple[str, ...]] = []
    for done, backup in enumerate(backups):
        tick(done, len(backups), f"正在核对备份 {backup.made:%Y-%m-%d %H:%M}")
        found.append(faults_of_backup(backup))
    return tuple(found)


def newest_good(folder: Path, stem: str, tick: Tick = no_tick) -> Backup | None:
    """The newest backup that stands every check."""
    known = (one for one in backups_in(folder, stem) if one.sha256)
    return next((one for one in known if not faults_of_backup(one, tick)), None)


def thin(folder: Path, stem: str, newest: Backup) -> None:
    """Remove the backups that have had their time but those that are held; `newest` stays whatever the clock says."""
    found = backups_in(folder, stem)
    stay = {*staying(backup.made for backup in found), newest.made}
    for backup in found:
        if backup.made not in stay:
            with contextlib.suppress(OSError):
                backup.path.unlink()
                sum_of(backup.path).unlink(missing_ok=True)


def sum_of(path: Path) -> Path:
    """The file beside a backup that holds its checksum and the head of its history."""
    return path.with_name(path.name + SUM_SUFFIX)


def sha256(path: Path) -> str:
    """The checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _copied(database: Database, folder: Path, tick: Tick) -> Generator[Copy]:
    moment, stem = now(), database.path.stem
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = _free_name(folder, f"{stem}-{moment:%Y%m%d-%H%M%S}")
        with part_of(target) as part:
            _copy(database, part, tick)
            yield Copy(part, target, moment, _head_of(database), stem)
    except OSError as error:
        raise BackupFailed(
            f"备份没有成功：「{folder}」写不进去（{cause_of(error)}）。请检查U盘或磁盘空间，或换一个备份文件夹。"
        ) from error


def _checked(copy: Copy, tick: Tick) -> Backup:
    if faults := faults_of_copy(copy.part, tick):
        raise BackupFailed(f"备份没有通过检查：{faults[0]}请检查磁盘，并从命令行核对数据文件。")
    made = Backup(copy.target, copy.made, sha256(copy.part), copy.head)
    text = f"{made.sha256} *{made.path.name}\n# history {made.head.seq} {made.head.hash}\n"
    write_atomically(sum_of(made.path), text.encode())
    replace_file(copy.part, made.path)
    return made


def _copy(database: Database, part: Path, tick: Tick) -> None:
    def progress(_status: int, remaining: int, total: int) -> None:
        tick(total - remaining, total, "正在备份")

    try:
        with closing(driver.connect(part)) as target:
            database.copy_to(target, PAGES_A_STEP, progress)
    except FAULTS as error:
        why = "空间不足" if "FULL" in code_of(error) else f"读写出错（{error}）"
        raise BackupFailed(f"备份没有成功：磁盘{why}。请清理磁盘，或换一个备份文件夹。") from error
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _head_of(database: Database) -> Head:
    is_there = database.value("SELECT count(*) FROM sqlite_master WHERE name = 'history'")
    return chain.head_of(database) if is_there else Head()


def _free_name(folder: Path, start: str) -> Path:
    names = (f"{start}{f'-{number}' if number else ''}.yinfa" for number in range(1000))
    return first_free(folder / name for name in names)


def _made(path: Path) -> datetime:
    named = _NAME.search(path.name)
    return datetime.strptime(named[1], "%Y%m%d-%H%M%S") if named else datetime.min


def _belongs(path: Path, stem: str) -> bool:
    named = _NAME.search(path.name)
    return named is not None and path.name[: named.start()] == stem
