"""Reading and writing rows through peewee, with types."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# peewee's stubs leave the parameters of its queries untyped; nothing untyped leaves this file.

# ruff: noqa: SLF001 - _meta is peewee's public word for what a table is
from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from peewee import Field, Node

    from models.store.database import Database
    from models.store.tables import Table

Row = TypeVar("Row", bound="Table")
Values = dict[str, object]


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


def insert_all(database: Database, table: type[Table], rows: Sequence[Values]) -> None:
    """Add many rows that give the same columns; peewee would write the statement anew for each."""
    if not rows:
        return
    columns = ", ".join(table._meta.fields[name].column_name for name in rows[0])
    marks = ", ".join("?" * len(rows[0]))
    sql = f"INSERT INTO {table._meta.table_name} ({columns}) VALUES ({marks})"
    database.run_all(sql, (tuple(row.values()) for row in rows))


def free_id(database: Database, table: type[Table], wanted: Iterable[int]) -> int:
    """An id from which on none was ever given, nor is `wanted`."""
    name = table._meta.table_name
    last: int | None = database.value("SELECT seq FROM sqlite_sequence WHERE name = ?", name)
    return max(last or 0, *wanted, 0) + 1


def update(
    database: Database, table: type[Table], where: Node, values: Mapping[str, object]
) -> None:
    """Set `values` in the rows that meet `where`."""
    table.update(**values).where(where).execute(database)


def delete(database: Database, table: type[Table], where: Node) -> int:
    """Remove the rows that meet `where`; how many."""
    return table.delete().where(where).execute(database)


def among(field: Field, values: Sequence[object]) -> Node:
    """The condition that `field` holds one of `values`."""
    return field.in_(list(values))
