"""Values that stand in an order, each in a row that stays its own while the value lives, whatever moves around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from models.store import rows
from models.store.columns import Columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.store.database import Database
    from models.store.tables import Table


class Kept(Protocol):
    """A frozen value with the id of its row."""

    @property
    def id(self) -> int | None:
        """None before it is kept."""
        ...


Value = TypeVar("Value", bound=Kept)
Row = tuple[Any, ...]
ORDINAL = "ordinal"


class Ordered(Generic[Value]):
    """The values of one type in their table, all together or those of one owner.

    Attributes:
        columns: How a value lies in its row.
    """

    def __init__(self, table: type[Table], kind: type[Value], owner: str = "") -> None:
        """`owner` is the field that says whose a row is."""
        self._table, self._owner = table, owner
        self.columns = Columns(kind)

    def load(self, database: Database, owner: int | None = None) -> tuple[Value, ...]:
        """The values in their order."""
        return tuple(self.columns.value(row[2:], id=row[0]) for row in self._rows(database, owner))

    def put(
        self, database: Database, values: Sequence[Value], owner: int | None = None
    ) -> tuple[Value, ...]:
        """Write these in the place of those that are there, touching only rows that differ; the same with their ids."""
        before = {row[0]: row for row in self._rows(database, owner)}
        ids = self._ids(database, [value.id for value in values], before)
        after = {
            row_id: (row_id, ordinal, *self.columns.row(value))
            for ordinal, (row_id, value) in enumerate(zip(ids, values, strict=True))
        }
        rows.delete_all(database, self._table, before.keys() - after.keys())
        names = (ORDINAL, *self.columns.names)
        changed = [row for row_id, row in after.items() if before.get(row_id, row) != row]
        rows.update_all(database, self._table, names, changed)
        new = (row for row_id, row in after.items() if row_id not in before)
        rows.insert_all(database, self._table, [self._named(row, owner) for row in new])
        return tuple(
            value if value.id == row_id else cast("Value", replace(cast("Any", value), id=row_id))
            for row_id, value in zip(ids, values, strict=True)
        )

    def _rows(self, database: Database, owner: int | None) -> list[Row]:
        names = ("id", ORDINAL, *self.columns.names)
        where = getattr(self._table, self._owner) == owner if self._owner else None
        return rows.tuples(database, self._table, names, where, order=ORDINAL)

    def _named(self, row: Row, owner: int | None) -> rows.Values:
        named = dict(zip(("id", ORDINAL, *self.columns.names), row, strict=True))
        return {**named, self._owner: owner} if self._owner else named

    def _ids(
        self, database: Database, wanted: Sequence[int | None], mine: Iterable[int]
    ) -> list[int]:
        """An id for each: the one it asks for, where no other row has that; else one that none ever had."""
        asked = {one for one in wanted if one is not None} - set(mine)
        taken = rows.ids_there(database, self._table, asked)
        fresh = count(rows.free_id(database, self._table, (one for one in wanted if one)))
        ids: list[int] = []
        for one in wanted:
            if one is None or one in taken:
                ids.append(next(fresh))
            else:
                ids.append(one)
            taken.add(ids[-1])
        return ids
