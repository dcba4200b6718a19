"""The data file: one `.yinfa` file that is made, opened after all checks, and closed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Self

from models.files import CannotWrite, part_of, replace_file
from models.store.backups import back_up_database, folder_of
from models.store.database import Database
from models.store.migrations import APPLICATION_ID, STEPS, migrate
from models.store.opening import Opened, check_place, checked, let_go, resolved
from models.store.refusals import AlreadyThere, ReadOnly
from models.store.settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path
    from types import TracebackType

    from models.store.migrations import Step


class DataFile:
    """An open data file. Repositories are given it; close it when done.

    Attributes:
        path: Where it lies.
        read_only: Whether the file or its folder allows reading only; then every change raises `ReadOnly`.
    """

    def __init__(self, opened: Opened) -> None:
        """Of a connection that passed all checks; use `open` or `create`."""
        self._opened = opened
        self.path = opened.database.path
        self.read_only = opened.read_only

    @classmethod
    def create(
        cls,
        path: Path,
        steps: Sequence[Step] = STEPS,
        fill: Callable[[Database], None] | None = None,
    ) -> Self:
        """Make a new file, empty or filled, and open it. Never overwrites."""
        path = resolved(path)
        check_place(path)
        if path.exists():
            raise AlreadyThere(f"「{path.name}」已经存在。请换一个名字，或直接打开它。")
        _build(path, steps, fill)
        return cls.open(path, steps=steps)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        before_migration: Callable[[Database], object] | None = None,
        steps: Sequence[Step] = STEPS,
    ) -> Self:
        """Open after the checklist; an older file is backed up, or handed to `before_migration`, and brought up to date."""
        opened = checked(resolved(path), steps)
        with contextlib.ExitStack() as undo:
            undo.callback(let_go, opened)
            _bring_up_to_date(opened, before_migration, steps)
            undo.pop_all()
        return cls(opened)

    @property
    def database(self) -> Database:
        """For the repositories of this room only."""
        return self._opened.database

    @contextlib.contextmanager
    def reading(self) -> Generator[Database]:
        """Read in here; faults of the disk become sentences."""
        with self.database.guarded():
            yield self.database

    @contextlib.contextmanager
    def changing(self) -> Generator[Database]:
        """Write in here: all of it is kept, or nothing."""
        if self.read_only:
            raise ReadOnly(
                f"「{self.path.name}」是只读的，不能修改。请把它复制到可以写入的文件夹再打开。"
            )
        with self.database.whole():
            yield self.database

    def close(self) -> None:
        """Let the file go; closing twice is no fault."""
        if not self.database.is_closed():
            let_go(self._opened)

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """And close it."""
        self.close()


def open_or_create(path: Path) -> DataFile:
    """The data file at `path`, made where there is none."""
    return DataFile.open(path) if path.exists() else DataFile.create(path)


def _build(path: Path, steps: Sequence[Step], fill: Callable[[Database], None] | None) -> None:
    """Make the whole file beside its place and rename it, so that no half-made one is ever found."""
    try:
        with part_of(path) as part:
            database = Database(part)
            database.connect()
            with contextlib.closing(database), database.guarded():
                database.run(f"PRAGMA application_id = {APPLICATION_ID}")
                migrate(database, steps, settle)
                if fill is not None:
                    fill(database)
            replace_file(part, path)
    except OSError as error:
        raise CannotWrite(
            f"不能在「{path.parent}」建立数据文件。请换一个可以写入的文件夹。"
        ) from error


def _bring_up_to_date(
    opened: Opened, before: Callable[[Database], object] | None, steps: Sequence[Step]
) -> None:
    database = opened.database
    if database.value("PRAGMA user_version") == len(steps):
        return
    if opened.read_only:
        raise ReadOnly(
            f"「{opened.database.path.name}」由旧版程序建立，要先升级，但它是只读的。请复制到可以写入的文件夹再打开。"
        )
    if before is None:
        back_up_database(database, folder_of(database.path))
    else:
        before(database)
    migrate(database, steps, settle)
