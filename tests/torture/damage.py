"""Bytes that changed by themselves or by a hand: noticed in the data file, in backups and in the history; and salvaged."""

from __future__ import annotations

import os
import random
import shutil
import signal
from contextlib import closing
from pathlib import Path

from models.errors import UserError
from models.store.backups import back_up, faults_of_backup
from models.store.checking import faults_of_copy, faults_of_file
from models.store.database import Database
from models.store.datafile import DataFile
from models.store.driver import driver
from models.store.histories import HistoryRepository
from models.store.notices import NoticeRepository, load_notice
from models.store.offices import OfficeRepository, load_office
from models.store.refusals import FAULTS, StoreError
from models.store.restoring import restore
from models.store.salvage import salvage
from tests.support.force import force
from tests.torture.workload import days, make, use

PAGE = 4096
TAMPERS = (
    "UPDATE history SET who = '别人' WHERE seq = {k}",
    "DELETE FROM history WHERE seq = {k}",
    "DELETE FROM history WHERE seq > {k}",
    "UPDATE history SET seq = 0 WHERE seq = {k}; UPDATE history SET seq = {k} WHERE seq = {k} + 1;"
    "UPDATE history SET seq = {k} + 1 WHERE seq = 0",
    "UPDATE history SET at = '2000-01-01T00:00:00' WHERE seq = {k}",
)


def flip(folder: Path, flips: int) -> dict[str, int]:
    """Change one byte so often: in the data file, and in a backup of it."""
    path, chance = folder / "a.yinfa", random.Random(3)
    make(path)
    with DataFile.open(path) as file:
        backup = back_up(file, folder / "备份")
    whole, told = path.read_bytes(), {"flips": flips, "content": 0, "missed": 0, "quick missed": 0}
    wanted = content(path)
    told["backups missed"] = 0
    for _ in range(flips):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= chance.randint(1, 255)
        path.write_bytes(damaged)
        if content(path) != wanted:
            told["content"] += 1
            told["missed"] += not _is_noticed(path)
            told["quick missed"] += _passes_quick_check(path)
        backup.path.write_bytes(damaged)
        told["backups missed"] += not faults_of_backup(backup)
    return told


def tamper(folder: Path, times: int) -> dict[str, int]:
    """Change the history by force in five ways, each so often; the head was kept outside."""
    path, chance = folder / "a.yinfa", random.Random(4)
    make(path)
    with DataFile.open(path) as file:
        for _ in days(file, chance, 60):
            pass
        head = HistoryRepository(file).head()
    whole, told = path.read_bytes(), {"tampers": 0, "missed": 0, "missed without head": 0}
    for sql in TAMPERS:
        for _ in range(times):
            path.write_bytes(whole)
            force(path, sql.format(k=chance.randint(1, head.seq - 2)))
            told["tampers"] += 1
            told["missed"] += not any("历史第" in f for f in faults_of_file(path, [head]))
            told["missed without head"] += not any("历史第" in f for f in faults_of_file(path))
    return told


def save_what_is_left(folder: Path, files: int, *, plainly: bool = False) -> dict[str, object]:
    """Put garbage on one page of so many files and salvage each: the share of documents that are right again.

    `plainly` reads each file as if it were whole, and has what comes before the damage stops it.
    """
    path, chance = folder / "a.yinfa", random.Random(8)
    make(path)
    with DataFile.open(path) as file:
        for _ in days(file, random.Random(1), 80):
            pass
    whole, wanted, shares, silent = path.read_bytes(), documents(path), list[float](), 0
    for number in range(files):
        page = chance.randrange(len(whole) // PAGE) * PAGE
        path.write_bytes(whole[:page] + chance.randbytes(PAGE) + whole[page + PAGE :])
        found, lost = (
            _read_plainly(path) if plainly else _salvaged(path, folder / f"{number}.yinfa")
        )
        right = sum(found.get(key) == value for key, value in wanted.items())
        shares.append(right / len(wanted))
        silent += right < len(wanted) and not lost
    return {"files": files, "mean": sum(shares) / files, "worst": min(shares), "not told": silent}


def back_up_at_work(folder: Path, backups: int) -> dict[str, int]:
    """Take so many backups between changes; each must be whole, hold all that was stored, and come back as it was."""
    path, told = folder / "a.yinfa", {"backups": backups, "broken": 0, "restored otherwise": 0}
    make(path)
    with DataFile.open(path) as file:
        for number, head in enumerate(days(file, random.Random(6), backups)):
            made, now = back_up(file, folder / "备份"), documents_of(file)
            told["broken"] += made.head != head or bool(faults_of_backup(made))
            restore(made.path, target := folder / f"{number}.yinfa")
            told["restored otherwise"] += documents(target) != now
    return told


def copy_at_work(folder: Path, copies: int) -> dict[str, int]:
    """The control: so many plain copies of a file that is being worked in."""
    path, told = folder / "a.yinfa", {"backups": copies, "broken": 0}
    make(path)
    child = os.fork()
    if child == 0:
        use("")
        with DataFile.open(path) as file:
            for _ in days(file, random.Random(6), 1_000_000):
                pass
    try:
        for number in range(copies):
            copy = shutil.copy(path, folder / f"copy{number}.yinfa")
            told["broken"] += bool(faults_of_copy(Path(copy)))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return told


def content(path: Path) -> object:
    """All that a clerk could read of a file; None where it cannot be read."""
    try:
        with closing(driver.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            tables = ("notice", "notice_entry", "piece", "paragraph", "office_fact")
            return [connection.execute(f"SELECT * FROM {t} ORDER BY 1").fetchall() for t in tables]
    except (driver.Error, UnicodeDecodeError):
        return None


def documents(path: Path) -> dict[int, object]:
    """All documents and the office."""
    with DataFile.open(path) as file:
        return documents_of(file)


def documents_of(file: DataFile) -> dict[int, object]:
    """The same of an open file."""
    kept = NoticeRepository(file)
    found: dict[int, object] = {line.id: kept.load(line.id) for line in kept.lines()}
    return {**found, 0: OfficeRepository(file).load()}


def _salvaged(path: Path, target: Path) -> tuple[dict[int, object], bool]:
    result = salvage(path, target)
    return documents(target), bool(result.lost)


def _read_plainly(path: Path) -> tuple[dict[int, object], bool]:
    found = dict[int, object]()
    database = Database(path, read_only=True)
    try:
        database.connect()
        found[0] = load_office(database)
        for (key,) in database.ask("SELECT id FROM notice"):
            found[key] = load_notice(database, key)
    except (*FAULTS, StoreError, ValueError, TypeError, KeyError):
        return found, True
    finally:
        database.close()
    return found, False


def _is_noticed(path: Path) -> bool:
    try:
        return bool(faults_of_file(path))
    except UserError:
        return True


def _passes_quick_check(path: Path) -> bool:
    with closing(driver.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]
        except (driver.Error, UnicodeDecodeError):
            return False
