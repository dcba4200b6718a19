"""A backup in the place of a data file; what stood there stays beside it."""

from __future__ import annotations

import contextlib
import os
import shutil
from itertools import count
from typing import TYPE_CHECKING

from models.disk_faults import cause_of
from models.files import first_free, part_of, replace_file, sync_folder
from models.progress import no_tick
from models.store import gate, holder
from models.store.backups import faults_of_backup, read_backup, sha256
from models.store.database import Database
from models.store.datafile import DataFile
from models.store.migrations import STEPS
from models.store.opening import check_header, check_not_ours_already, check_place, resolved
from models.store.refusals import FAULTS, BackupFailed, Damaged, InUse, meaning_of

if TYPE_CHECKING:
    from pathlib import Path

    from models.progress import Tick


def restore(backup: Path, path: Path, tick: Tick = no_tick) -> Path | None:
    """Put a checked backup in the place of the data file at `path`; where the replaced file is kept.

    Raises:
        UserError: the backup is not sound, or the data file is in use; nothing was changed then.
    """
    kept = put_back(backup, path, tick)
    note_restored(backup, path)
    return kept


def put_back(backup: Path, path: Path, tick: Tick = no_tick) -> Path | None:
    """The part of `restore` that may last; the data file is held by nobody meanwhile."""
    backup, path = resolved(backup), resolved(path)
    if backup == path:
        raise BackupFailed(f"「{path.name}」就是数据文件本身，不是它的备份。请另选一份备份。")
    check_place(path)
    check_header(backup, len(STEPS))
    if faults := faults_of_backup(read_backup(backup), tick):
        raise Damaged(f"{faults[0]}请改用另一份备份。数据文件没有改动。")
    check_free(path)
    try:
        kept = _keep_beside(path)
        _put(backup, path)
    except OSError as error:
        raise BackupFailed(
            f"没有恢复：「{path.parent}」写不进去（{cause_of(error)}）。原来的数据文件没有改动。请检查磁盘空间和权限。"
        ) from error
    return kept


def note_restored(backup: Path, path: Path) -> None:
    """The last part of it: a line in the history."""
    with DataFile.open(path) as file:
        gate.note(file, f"恢复备份 {backup.name}")


def check_free(path: Path) -> None:
    """Refuse a data file that somebody has open; a damaged one is free."""
    check_not_ours_already(path)
    if not path.exists():
        return
    database = Database(path)
    try:
        database.connect()
        database.run("BEGIN EXCLUSIVE")
        database.run("COMMIT")
    except FAULTS as error:
        if isinstance(meaning_of(error, path), InUse):
            who = holder.read_note(path) or "别的程序"
            raise InUse(f"「{path.name}」正由{who}使用。请等其关闭后再恢复。") from error
    finally:
        database.close()


def _keep_beside(path: Path) -> Path | None:
    """A second name for the file that gives way, with the journal that belongs to it."""
    if not path.exists():
        return None
    stem = f"{path.stem}-恢复前-{gate.now():%Y%m%d-%H%M%S}"
    names = (f"{stem}{number or ''}{path.suffix}" for number in count(0, -1))
    kept = first_free(map(path.with_name, names))
    _link(path, kept)
    journal = _journal_of(path)
    if journal.exists() and journal.stat().st_size:
        _link(journal, _journal_of(kept))
    sync_folder(path.parent)
    return kept


def _put(backup: Path, path: Path) -> None:
    with part_of(path) as part:
        shutil.copyfile(backup, part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        if sha256(part) != sha256(backup):
            raise OSError(0, "写入的内容与备份不符")
        # the journal of the old file must not be played back into the new one
        _journal_of(path).unlink(missing_ok=True)
        replace_file(part, path)


def _link(path: Path, other: Path) -> None:
    """Another name for the same bytes; a copy where the disk knows no second names."""
    with contextlib.suppress(OSError):
        other.hardlink_to(path)
        return
    shutil.copyfile(path, other)
    with other.open("rb+") as file:
        os.fsync(file.fileno())


def _journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")
