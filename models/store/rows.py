"""Reading and writing rows through peewee, with types."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# peewee's stubs leave the parameters of its queries untyped; nothing untyped leaves this file.

# ruff: noqa: SLF001 - _meta is peewee's public word for what a table is
from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peewee import Field, Node

    from models.store.database import Database
    from models.store.tables import Table

Row = TypeVar("Row", bound="Table")
Values = dict[str, object]
AT_ONCE = 500  # questions of one statement


def find(
    database: Database, table: type[Row], *where: Node, order: Sequence[Node] = ()
) -> list[Row]:
    """All rows of `table` that meet `where`."""
    query = table.select()
    if where:
        query = query.where(*where)
    if order:
        query = query.order_by(*order)
    return list(query.bind(database))


def insert(database: Database, table: type[Table], values: Mapping[str, object]) -> int:
    """Add one row; its id. An `id` of None among the values asks for a new one."""
    given = {name: value for name, value in values.items() if (name, value) != ("id", None)}
    return table.insert(**given).execute(database)


def insert_all(
    database: Database, table: type[Table], rows: Sequence[Mapping[str, object]]
) -> None:
    """Add many rows that name the same fields."""
    if rows:
        columns = [getattr(table, name).column_name for name in rows[0]]
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {name_of(table)} ({', '.join(columns)}) VALUES ({marks})"
        database.run_all(sql, (tuple(row.values()) for row in rows))


def free_id(database: Database, table: type[Table], wanted: Iterable[int]) -> int:
    """An id from which on none was ever given, nor is `wanted`."""
    last: int | None = database.value(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", name_of(table)
    )
    return max(last or 0, *wanted, 0) + 1


def ids_there(database: Database, table: type[Table], ids: Iterable[int]) -> set[int]:
    """Those of `ids` that rows of the table have."""
    found, asked = set[int](), sorted(ids)
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        marks = ", ".join("?" * len(some))
        sql = f"SELECT id FROM {name_of(table)} WHERE id IN ({marks})"
        found |= {one for (one,) in database.ask(sql, *some)}
    return found


def update(
    database: Database, table: type[Table], where: Node, values: Mapping[str, object]
) -> None:
    """Set `values` in the rows that meet `where`."""
    table.update(**values).where(where).execute(database)


def update_all(
    database: Database, table: type[Table], names: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    """Set the fields `names` in many rows; each begins with its id."""
    sets = ", ".join(f"{name} = ?{at}" for at, name in enumerate(names, 2))
    database.run_all(f"UPDATE {name_of(table)} SET {sets} WHERE id = ?1", rows)


def delete_all(database: Database, table: type[Table], ids: Iterable[int]) -> None:
    """Remove many rows by their ids."""
    database.run_all(f"DELETE FROM {name_of(table)} WHERE id = ?", ((one,) for one in ids))


def tuples(
    database: Database,
    table: type[Table],
    names: Sequence[str],
    where: Node | None = None,
    order: str = "",
) -> list[tuple[Any, ...]]:
    """Some fields of all rows that meet `where`, without making a row of each."""
    query = table.select(*(getattr(table, name) for name in names))
    query = query if where is None else query.where(where)
    query = query.order_by(getattr(table, order)) if order else query
    sql, values = query.bind(database).sql()
    return database.ask(sql, *values)


def delete(database: Database, table: type[Table], where: Node) -> int:
    """Remove the rows that meet `where`; how many."""
    return table.delete().where(where).execute(database)


def among(field: Field, values: Sequence[object]) -> Node:
    """The condition that `field` holds one of `values`."""
    return field.in_(list(values))


def name_of(table: type[Table]) -> str:
    """What the table is called."""
    meta: Any = table._meta
    return meta.table_name
