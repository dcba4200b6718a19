"""Proceedings in the data file, one for a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.proceeding import Proceeding
from models.store import gate, rows
from models.store.columns import Columns
from models.store.tables import ProceedingRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access

_COLUMNS = Columns(Proceeding, apart=("notice",))


class ProceedingRepository:
    """The proceedings of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def load(self, notice: int) -> Proceeding:
        """How far the notice is; at its beginning where nobody noted a step."""
        with self._file.reading() as database:
            return PROCEEDINGS.find(database, notice) or Proceeding(notice)

    def save(self, proceeding: Proceeding, what: str = "登记办理") -> Proceeding:
        """Keep it in the place of the one that its notice has."""
        return gate.keep(self._file, PROCEEDINGS, proceeding, what)


class ProceedingKeeper:
    """How proceedings lie in the data file, for the gate."""

    kind = "proceeding"
    flat = ((ProceedingRow, _COLUMNS),)

    def keys(self, database: Database) -> list[int]:
        """The notices of all."""
        return [key for (key,) in database.ask("SELECT notice FROM proceeding ORDER BY notice")]

    def key_of(self, value: Proceeding) -> int | None:
        """Its notice."""
        return value.notice

    def find(self, database: Database, key: int) -> Proceeding | None:
        """Read it, where it is there."""
        found = rows.tuples(database, ProceedingRow, _COLUMNS.names, ProceedingRow.notice == key)
        return _COLUMNS.value(found[0], notice=key) if found else None

    def put(self, database: Database, value: Proceeding) -> Proceeding:
        """Write it."""
        told: rows.Values = dict(zip(_COLUMNS.names, _COLUMNS.row(value), strict=True))
        where = ProceedingRow.notice == value.notice
        if rows.find(database, ProceedingRow, where):
            rows.update(database, ProceedingRow, where, told)
        else:
            rows.insert(database, ProceedingRow, {"notice": value.notice, **told})
        return value

    def remove(self, database: Database, key: int) -> None:
        """Delete it."""
        rows.delete(database, ProceedingRow, ProceedingRow.notice == key)

    def texts(self, value: Proceeding) -> Mapping[int, str]:  # noqa: ARG002 - nobody searches for a step
        """Nothing."""
        return {}


PROCEEDINGS = ProceedingKeeper()
