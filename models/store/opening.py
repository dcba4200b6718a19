"""Opening a data file as a checklist: nothing is written to a file before it is known to be ours, whole and free."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.disk_faults import cause_of
from models.store import holder
from models.store.database import Database
from models.store.migrations import APPLICATION_ID
from models.store.refusals import (
    FAULTS,
    BadPlace,
    Damaged,
    DiskFault,
    InUse,
    Newer,
    NotFound,
    NotOurs,
    ReadOnly,
    StoreError,
    damaged,
    meaning_of,
)
from models.store.schema import schema_after, schema_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from models.store.migrations import Step

MAX_PATH_UNITS = 240  # Windows stops at 260, and "-journal" is added
SUFFIX = ".yinfa"
HEADER_BYTES = 100
MAGIC = b"SQLite format 3\0"
PLAIN_JOURNAL = 1  # 2 would be a log beside the file, which we never use
LONGEST_PAGE = 65536
DRIVE_REMOTE = 4


@dataclass(frozen=True, slots=True)
class Opened:
    """A checked connection."""

    database: Database
    read_only: bool


def resolved(path: Path) -> Path:
    """The path behind all links.

    Raises:
        BadPlace: the links lead round in a circle.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise _nowhere(path) from error


def checked(path: Path, steps: Sequence[Step]) -> Opened:
    """Connect to `path` after all checks. It may still have to take some `steps`."""
    check_place(path)
    check_not_ours_already(path)
    check_header(path, len(steps))
    opened = _connect(path)
    with contextlib.ExitStack() as undo:
        undo.callback(let_go, opened)
        check_pragmas(opened.database)
        _check_inside(opened.database, steps)
        undo.pop_all()
    return opened


def let_go(opened: Opened) -> None:
    """Close the connection and free the file."""
    opened.database.close()
    if not opened.read_only:
        holder.take_note_away(opened.database.path)


def check_place(path: Path) -> None:
    """Refuse paths too long for the journal beside them, and shares, whose locks are not to be trusted."""
    if len(str(path).encode("utf-16-le")) // 2 > MAX_PATH_UNITS:
        raise BadPlace(f"「{path.name}」所在的文件夹层次太深、路径太长。请把它移到较浅的文件夹。")
    if str(path).startswith(("\\\\", "//")) or _is_remote_drive(path):
        raise BadPlace(
            f"「{path.name}」在网络共享上，断网会损坏数据。请复制到本机硬盘再打开；共享文件夹可用来存放备份。"
        )


def check_not_ours_already(path: Path) -> None:
    """Refuse a second opening in this process: even reading the file's head would drop the lock of the first."""
    note = holder.read_note(path)
    if note is not None and note.is_us:
        raise InUse(f"「{path.name}」已经在本程序中打开。")


def check_header(path: Path, newest: int) -> None:
    """Look at the first bytes before SQLite touches the file."""
    head = read_head(path)
    if len(head) < HEADER_BYTES or head[:16] != MAGIC:
        raise _headless(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotOurs(f"「{path.name}」不是印发的数据文件。请另选一个。")
    if int.from_bytes(head[60:64], "big") > newest:
        raise Newer(f"「{path.name}」由较新版本的印发建立。请先更新本机的程序再打开。")
    if (head[18], head[19]) != (PLAIN_JOURNAL, PLAIN_JOURNAL):
        raise NotOurs(f"「{path.name}」被别的程序改动过，为安全起见不予打开。请用最近的备份恢复。")
    if not _journal_of(path).exists() and _size_told(head) > path.stat().st_size:
        raise damaged(path)


def _headless(path: Path) -> StoreError:
    """A file by our name that begins otherwise, as after a power cut, may hold much that can be saved."""
    if path.suffix.lower() == SUFFIX:
        return Damaged(
            f"「{path.name}」的开头已损坏，或者不是印发的数据文件。请用最近的备份恢复，或抢救其中的内容。"
        )
    return NotOurs(f"「{path.name}」不是印发的数据文件。请另选一个。")


def _size_told(head: bytes) -> int:
    """How long the file says it is; a size of 1 means the longest page."""
    page = int.from_bytes(head[16:18], "big")
    return int.from_bytes(head[28:32], "big") * (LONGEST_PAGE if page == 1 else page)


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def check_pragmas(database: Database) -> None:
    """Read every pragma back: SQLite ignores what it does not know without a word."""
    for name, wanted in database.wanted:
        got = database.value(f"PRAGMA {name}")
        if got != wanted:
            raise AssertionError(f"PRAGMA {name} is {got!r}, not {wanted!r}")


def _check_inside(database: Database, steps: Sequence[Step]) -> None:
    with database.guarded():
        version: int = database.value("PRAGMA user_version")
        if schema_of(database) != schema_after(steps[:version]):
            raise NotOurs(
                f"「{database.path.name}」的结构被别的程序改动过，为安全起见不予打开。请用最近的备份恢复。"
            )
        if not _is_sound(database):
            raise damaged(database.path)


def _is_sound(database: Database) -> bool:
    """Whether every table can be read; the words of the search are left to `verify`, which takes five times as long."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
    names = ["sqlite_schema", *(name for (name,) in database.ask(tables))]
    return all(database.value(f"PRAGMA quick_check('{name}')") == "ok" for name in names)


def read_head(path: Path) -> bytes:
    """The first bytes of a file, fewer where it is shorter; a `StoreError` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(HEADER_BYTES)
    except FileNotFoundError as error:
        raise NotFound(f"找不到「{path}」。请检查它是否已移走或U盘是否插好。") from error
    except (PermissionError, IsADirectoryError) as error:
        if path.is_dir():  # Windows calls opening one a want of permission
            raise NotOurs(f"「{path.name}」是文件夹，不是数据文件。") from error
        raise ReadOnly(f"没有权限读取「{path.name}」。请联系本机管理员。") from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _nowhere(path: Path) -> BadPlace:
    return BadPlace(f"「{path.name}」是一个链接，转来转去找不到文件。请直接选数据文件本身。")


def _unreadable(path: Path, error: OSError) -> StoreError:
    if error.errno == errno.ELOOP:  # from Python 3.13 on, resolving does not tell
        return _nowhere(path)
    return DiskFault(
        f"「{path.name}」读不出来（{cause_of(error)}）。请检查磁盘或U盘是否松动，再打开一次。"
    )


def _connect(path: Path) -> Opened:
    """Connect and take the lock; where writing is not allowed, connect to read."""
    if not _is_writable(path):
        return _reading(path)
    database = Database(path)
    try:
        return _locked(database)
    except FAULTS as error:
        database.close()
        raise _refusal(error, path) from error


def _is_writable(path: Path) -> bool:
    """Try it: SQLite would fall back to reading without a word, and Windows' access lists answer no other question."""
    try:
        path.open("r+b").close()
    except OSError:
        return False
    return True


def _locked(database: Database) -> Opened:
    database.connect()
    database.run("BEGIN EXCLUSIVE")
    database.run("COMMIT")  # the mode keeps the lock
    try:
        holder.leave_note(database.path)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            database.close()
            return _reading(database.path)
    return Opened(database, read_only=False)


def _reading(path: Path) -> Opened:
    database = Database(path, read_only=True)
    try:
        database.connect()
        database.ask("SELECT count(*) FROM sqlite_master")
    except FAULTS as error:
        database.close()
        raise _refusal(error, path) from error
    return Opened(database, read_only=True)


def _refusal(error: Exception, path: Path) -> Exception:
    meaning = meaning_of(error, path)
    match meaning:
        case InUse():
            return InUse(f"「{path.name}」正由{_who(path)}使用。请等其关闭后再打开。")
        case ReadOnly():
            return ReadOnly(
                f"「{path.name}」上次没有正常关闭，而所在文件夹只读，无法复原。请连同旁边的「{path.name}-journal」复制到可以写入的文件夹再打开。"
            )
        case StoreError():
            return meaning
        case None:
            return error


def _who(path: Path) -> str:
    return str(holder.read_note(path) or "别的程序")


def _is_remote_drive(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(path)[0] + "\\") == DRIVE_REMOTE
