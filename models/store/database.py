"""peewee's database with the pragmas that were measured, and errors that keep their true cause."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# peewee's stubs leave most parameters of Database untyped; nothing untyped leaves this file.

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from peewee import SqliteDatabase

from models.store.refusals import FAULTS, meaning_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from models.store.driver import driver

PRAGMAS: tuple[tuple[str, str | int], ...] = (
    ("locking_mode", "exclusive"),
    ("journal_mode", "truncate"),
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("mmap_size", 0),
    ("secure_delete", 1),
    ("temp_store", 2),
    ("busy_timeout", 1000),
    ("cache_size", -32768),  # KiB: a year of documents stays in memory between two searches
)
"""In this order: the lock mode must stand before the journal is touched. FULL is 2, memory is 2."""

READING_PRAGMAS = tuple(p for p in PRAGMAS if p[0] not in {"locking_mode", "journal_mode"})
"""A reader keeps no lock, so that it sees when the file under it changes."""


class Database(SqliteDatabase):
    """One connection to one data file, used by one thread.

    Attributes:
        path: The file, for sentences.
        wanted: The pragmas that must hold on this connection.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Prepare, but do not connect yet."""
        self.path = path
        self.wanted = READING_PRAGMAS if read_only else PRAGMAS
        uri = f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}"
        super().__init__(
            uri,
            pragmas=self.wanted,
            lock_type="IMMEDIATE",
            timeout=1,
            uri=True,
            thread_safe=False,
            autoconnect=False,
        )

    def rollback(self) -> None:
        """Roll back where there is something to: after a disk error SQLite did so, and a second one hides the cause."""
        if self.connection().in_transaction:
            super().rollback()

    def run(self, sql: str, *values: object) -> None:
        """Run one statement whose answer does not matter."""
        self.execute_sql(sql, values)

    def run_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for many rows; peewee would take a dozen times as long over it."""
        self.connection().executemany(sql, rows)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """All rows that `sql` answers."""
        return self.execute_sql(sql, values).fetchall()

    def batches(
        self, sql: str, *values: object, size: int = 200
    ) -> Iterator[list[tuple[Any, ...]]]:
        """The rows that `sql` answers, some at a time, so that who needs the first ones waits for no more."""
        rows = self.execute_sql(sql, values)
        while batch := rows.fetchmany(size):
            yield batch

    def value(self, sql: str, *values: object) -> Any:  # noqa: ANN401 - SQLite's own types
        """The first value that `sql` answers; None where it answers nothing."""
        row = self.execute_sql(sql, values).fetchone()
        return None if row is None else row[0]

    def copy_to(
        self, target: driver.Connection, pages: int, progress: Callable[[int, int, int], None]
    ) -> None:
        """Copy all of it, some pages at a time, with SQLite's own means for a file that is open."""
        self.connection().backup(target, pages=pages, progress=progress)

    @contextlib.contextmanager
    def guarded(self) -> Generator[None]:
        """Turn the world's faults in here into sentences for the clerk."""
        try:
            yield
        except FAULTS as error:
            meaning = meaning_of(error, self.path)
            if meaning is None:
                raise
            raise meaning from error

    @contextlib.contextmanager
    def whole(self) -> Generator[None]:
        """All or nothing of what is written in here, kept when this ends."""
        with self.guarded(), self.atomic("IMMEDIATE"):
            yield
