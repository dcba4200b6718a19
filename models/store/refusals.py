"""Why a data file is not opened or a change not stored, in sentences for the clerk; and which one SQLite's codes mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peewee import PeeweeException

from models.errors import UserError
from models.files import is_full
from models.store.driver import driver

if TYPE_CHECKING:
    from pathlib import Path


FAULTS = (PeeweeException, driver.Error, UnicodeDecodeError)
"""What comes out of the store: peewee wraps what a query raises, but not what reading its rows does."""


class StoreError(UserError):
    """The data file could not do what was asked of it."""


class NotFound(StoreError):
    """There is no such file."""


class AlreadyThere(StoreError):
    """A new data file would overwrite something."""


class NotOurs(StoreError):
    """The file is not a data file of this program, or its structure was changed from outside."""


class Newer(StoreError):
    """The file was written by a newer version of this program."""


class Damaged(StoreError):
    """The file is damaged."""


class InUse(StoreError):
    """Another window, user or computer has the file open."""


class ReadOnly(StoreError):
    """The file or its folder does not allow writing."""


class BadPlace(StoreError):
    """The file lies where it cannot be kept safely."""


class DiskFull(StoreError):
    """The disk has no room for the change."""


class DiskFault(StoreError):
    """The disk refused to read or write."""


class BackupFailed(StoreError):
    """A backup could not be made or put back."""


class Gone(StoreError):
    """The value is no longer in the data file."""


def code_of(error: BaseException) -> str:
    """SQLite's own name of the first error behind `error`, such as SQLITE_FULL; empty where it has none."""
    seen: BaseException | None = error
    while seen is not None:
        name = getattr(seen, "sqlite_errorname", None)
        if isinstance(name, str):
            return name
        orig = getattr(seen, "orig", None)
        seen = orig if isinstance(orig, BaseException) else seen.__cause__ or seen.__context__
    return ""


def damaged(path: Path) -> Damaged:
    """The refusal of a damaged file."""
    return Damaged(f"数据文件「{path.name}」已损坏。请用最近的备份恢复，或抢救其中的内容。")


def meaning_of(error: BaseException, path: Path) -> StoreError | None:
    """The clerk's sentence for an error of the world; None where the fault is ours."""
    if isinstance(error, UnicodeDecodeError) or "Could not decode" in str(error):
        return damaged(path)
    code = code_of(error).removeprefix("SQLITE_")
    if code.startswith("IOERR") and is_full(path.parent):
        code = "FULL"
    for start, (kind, sentence) in _MEANINGS.items():
        if code.startswith(start):
            return kind(sentence.format(name=path.name))
    return None


_MEANINGS: dict[str, tuple[type[StoreError], str]] = {
    "FULL": (
        DiskFull,
        "磁盘空间不足，刚才的修改没有保存，原有数据完好。请清理磁盘后再做一次。",
    ),
    "IOERR": (
        DiskFault,
        "磁盘读写出错，刚才的修改没有保存。请检查磁盘或U盘是否松动，再做一次；若仍出错，请把「{name}」复制到别的磁盘。",
    ),
    "CORRUPT": (Damaged, "数据文件「{name}」已损坏。请用最近的备份恢复，或抢救其中的内容。"),
    "NOTADB": (Damaged, "数据文件「{name}」已损坏。请用最近的备份恢复，或抢救其中的内容。"),
    "BUSY": (InUse, "数据文件「{name}」正被别的程序占用，刚才的修改没有保存。请稍候再做一次。"),
    "LOCKED": (InUse, "数据文件「{name}」正被别的程序占用，刚才的修改没有保存。请稍候再做一次。"),
    "READONLY": (ReadOnly, "「{name}」是只读的，不能修改。请把它复制到可以写入的文件夹再打开。"),
    "CANTOPEN": (
        ReadOnly,
        "「{name}」所在的文件夹不能写入，不能修改。请把它复制到可以写入的文件夹再打开。",
    ),
    "PERM": (ReadOnly, "没有权限写入「{name}」。请把它复制到可以写入的文件夹再打开。"),
}
