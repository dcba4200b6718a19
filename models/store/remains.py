"""What can still be read of a damaged data file, row by row, from a copy that is thrown away afterwards."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.files import PART_PREFIX
from models.store.driver import driver

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

Row = tuple[Any, ...]
ROWS_A_PAGE = 100


class Remains:
    """A damaged copy that is open for reading."""

    def __init__(self, connection: driver.Connection) -> None:
        """Use `remains_of`."""
        connection.text_factory = _text
        self._connection = connection

    @property
    def is_readable(self) -> bool:
        """Whether it still tells what its tables are."""
        found = self._ask(
            "SELECT count(*) FROM sqlite_master WHERE name IN ('notice', 'paragraph')"
        )
        return found == [(2,)]

    def columns(self, table: str) -> list[str]:
        """The names of the columns."""
        return [row[1] for row in self._ask(f"PRAGMA table_info({table})") or []]

    def rows(self, table: str, columns: Sequence[str], only: int | None = None) -> list[Row]:
        """Every row that can be read, or the only one of a number; those on damaged pages are left out.

        The first column is the number.
        """
        names = ", ".join(columns)
        sql = (
            f"SELECT {names} FROM {table} NOT INDEXED WHERE {columns[0]} BETWEEN ? AND ? ORDER BY 1"
        )
        found: list[Row] = []
        spans = [(only, only) if only else (1, self._last_number(table, columns[0]))]
        while spans:
            first, last = spans.pop()
            rows = self._ask(sql, first, last)
            if rows is not None:
                found += rows
            elif first < last:
                middle = (first + last) // 2
                spans += [(middle + 1, last), (first, middle)]
        return found

    def all_rows(self, table: str, columns: Sequence[str]) -> list[Row]:
        """The rows of a small table without numbers, from its start and from its end to where it is damaged."""
        found: dict[Row, None] = {}
        for order in ("ASC", "DESC"):
            sql = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {columns[0]} {order}"
            with contextlib.suppress(driver.Error):
                for row in self._connection.execute(sql):
                    found[row] = None
        return list(found)

    def _last_number(self, table: str, column: str) -> int:
        told = (
            self._ask(f"SELECT max({column}) FROM {table}"),
            self._ask("SELECT seq FROM sqlite_sequence WHERE name = ?", table),
        )
        numbers = [rows[0][0] for rows in told if rows and isinstance(rows[0][0], int)]
        pages = (self._ask("PRAGMA page_count") or [(1000,)])[0][0]
        return min(max(numbers, default=pages * ROWS_A_PAGE), pages * ROWS_A_PAGE * 100)

    def _ask(self, sql: str, *values: object) -> list[Row] | None:
        """None where it cannot be read."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except driver.Error:
            return None


@contextlib.contextmanager
def remains_of(path: Path, empty: Path) -> Generator[Remains]:
    """A copy of the file at `path`, with its journal played back; `empty` is an empty file of today.

    Where the copy no longer tells what its tables are, it is told so by the pages of the empty one: files that were made
    alike have their tables on the same pages.
    """
    with tempfile.TemporaryDirectory(prefix=PART_PREFIX, dir=empty.parent) as folder:
        copy = Path(shutil.copy(path, folder))
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists():
            shutil.copy(journal, folder)
        with closing(driver.connect(copy)) as connection:
            is_readable = Remains(connection).is_readable
        if not is_readable:
            _transplant(copy, empty)
        with closing(driver.connect(copy)) as connection:
            yield Remains(connection)


def _transplant(copy: Path, empty: Path) -> None:
    """Put the pages of the table of tables in: those of the empty file on which no table begins."""
    copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
    with closing(driver.connect(empty)) as connection:
        roots = {page for (page,) in connection.execute("SELECT rootpage FROM sqlite_master")}
    whole, data = empty.read_bytes(), bytearray(copy.read_bytes())
    size = int.from_bytes(whole[16:18], "big")
    for start in range(0, len(whole), size):
        if start // size + 1 not in roots:
            data[start : start + size] = whole[start : start + size]
    data[28:32] = (len(data) // size).to_bytes(4, "big")
    copy.write_bytes(data)


def _text(data: bytes) -> str:
    """A text with damaged characters is better than none."""
    return data.decode("utf-8", "replace")
