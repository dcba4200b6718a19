"""The data file that the window begins with: never another one than the clerk meant, without her having chosen it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from models.errors import UserError
from models.files import make_folder
from models.store.opening import SUFFIX
from models.store.refusals import NotFound
from ui import messages
from ui.habits import default_data_file
from ui.rescue import open_or_rescue

if TYPE_CHECKING:
    from models.store.datafile import DataFile
    from ui.habits import Habits

ANOTHER, NEW = "另选数据文件…", "在原处新建空的"


def first_file(data: Path | None, habits: Habits) -> DataFile | None:
    """The one asked for, else the one open last, else the default one of this PC.

    Where it cannot be opened the clerk hears why and chooses; None: she wants no other.
    """
    path: Path | None = data or habits.data_file or default_data_file()
    may_create = data is None and habits.data_file is None
    while path is not None:
        try:
            return _opened(path, may_create=may_create)
        except UserError as error:
            path, may_create = _way_on(error, path)
    return None


def _opened(path: Path, *, may_create: bool) -> DataFile:
    if may_create:
        make_folder(path.parent)
    elif not path.exists():
        raise NotFound(f"找不到数据文件「{path}」。它可能已被移走或改名，或者U盘没有插好。")
    return open_or_rescue(path, None)


def _way_on(error: UserError, path: Path) -> tuple[Path | None, bool]:
    """The next file to try, and whether it may be a new one."""
    deeds = (ANOTHER, NEW) if isinstance(error, NotFound) else (ANOTHER,)
    match messages.choose(None, str(error), *deeds):
        case deed if deed == NEW:
            return path, True
        case deed if deed == ANOTHER:
            name, _ = QFileDialog.getOpenFileName(
                None, ANOTHER, str(path.parent), f"印发数据文件 (*{SUFFIX})"
            )
            return (Path(name) if name else None), False
        case _:
            return None, False
