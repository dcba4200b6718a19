"""Values of which there is at most one for a notice, each in one row under the number of the notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from models.store import rows
from models.store.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.tables import Table


class OfNotice(Protocol):
    """A frozen value that belongs to a notice."""

    @property
    def notice(self) -> int:
        """The row of the notice."""
        ...


Value = TypeVar("Value", bound=OfNotice)


class PerNotice(Generic[Value]):
    """How the values of one such kind lie in the data file, for the gate.

    Attributes:
        kind: Its name in the history.
        flat: Its one table.
    """

    def __init__(self, kind: str, table: type[Table], value: type[Value]) -> None:
        """Of a table whose key is `notice`."""
        self.kind = kind
        self._table, self._columns = table, Columns(value, apart=("notice",))
        self.flat: tuple[tuple[type[Table], Columns[Any]], ...] = ((table, self._columns),)
        self._notice = cast("Any", table).notice

    def keys(self, database: Database) -> list[int]:
        """The notices of all."""
        sql = f"SELECT notice FROM {rows.name_of(self._table)} ORDER BY notice"
        return [key for (key,) in database.ask(sql)]

    def key_of(self, value: Value) -> int | None:
        """Its notice."""
        return value.notice

    def find(self, database: Database, key: int) -> Value | None:
        """Read it, where it is there."""
        found = rows.tuples(database, self._table, self._columns.names, self._notice == key)
        return self._columns.value(found[0], notice=key) if found else None

    def put(self, database: Database, value: Value) -> Value:
        """Write it."""
        told: rows.Values = dict(zip(self._columns.names, self._columns.row(value), strict=True))
        self.remove(database, value.notice)
        rows.insert(database, self._table, {"notice": value.notice, **told})
        return value

    def remove(self, database: Database, key: int) -> None:
        """Delete it."""
        rows.delete(database, self._table, self._notice == key)

    def texts(self, value: Value) -> Mapping[int, str]:  # noqa: ARG002 - its notice is found, and its units are
        """Nothing."""
        return {}
