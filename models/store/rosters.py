"""The roster of units in the data file: one value, so that a list of units read in, sorted or merged is one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from models.store import gate, rows
from models.store.columns import Columns
from models.store.ordered import ORDINAL, Ordered
from models.store.searching import texts_of_units
from models.store.single import Single
from models.store.tables import AddresseeRuleRow, CategoryRow, UnitRow
from models.unit import AddresseeRule, Category, Roster, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.store.database import Database
    from models.store.gate import Access
    from models.store.tables import Table

Value = TypeVar("Value", Category, AddresseeRule)

_UNITS = Ordered(UnitRow, Unit)
_CATEGORIES = Columns(Category)
_RULES = Columns(AddresseeRule)


class RosterRepository:
    """The roster of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def load(self) -> Roster:
        """All units, categories and rules; an empty roster in a new file."""
        with self._file.reading() as database:
            return load_roster(database)

    def save(self, roster: Roster, what: str = "修改单位") -> Roster:
        """Keep the roster and answer it with all ids."""
        return gate.keep(self._file, ROSTERS, roster, what)


class RosterKeeper(Single):
    """How the roster lies in the data file, for the gate."""

    kind = "roster"
    flat = (
        (CategoryRow, _CATEGORIES),
        (AddresseeRuleRow, _RULES),
        (UnitRow, _UNITS.columns),
    )

    def find(self, database: Database, key: int) -> Roster | None:  # noqa: ARG002 - there is one
        """Read it."""
        return load_roster(database)

    def put(self, database: Database, value: Roster) -> Roster:
        """Write what differs."""
        _put_all(database, CategoryRow, _CATEGORIES, value.categories)
        _put_all(database, AddresseeRuleRow, _RULES, value.rules)
        return Roster(value.categories, _UNITS.put(database, value.units), value.rules)

    def remove(self, database: Database, key: int) -> None:  # noqa: ARG002 - there is one
        """Empty it."""
        self.put(database, Roster())

    def texts(self, value: Roster) -> Mapping[int, str]:
        """What the search finds its units by."""
        return texts_of_units(value)


ROSTERS = RosterKeeper()


def load_roster(database: Database) -> Roster:
    """Read all of it."""
    return Roster(
        _load_all(database, CategoryRow, _CATEGORIES),
        _UNITS.load(database),
        _load_all(database, AddresseeRuleRow, _RULES),
    )


def _load_all(database: Database, table: type[Table], columns: Columns[Value]) -> tuple[Value, ...]:
    found = rows.tuples(database, table, columns.names, order=ORDINAL)
    return tuple(columns.value(row) for row in found)


def _put_all(
    database: Database, table: type[Table], columns: Columns[Value], values: Sequence[Value]
) -> None:
    """They are few: all of them are written anew where one differs."""
    if _load_all(database, table, columns) == tuple(values):
        return
    database.run(f"DELETE FROM {rows.name_of(table)}")
    told = [
        {ORDINAL: ordinal, **dict(zip(columns.names, columns.row(value), strict=True))}
        for ordinal, value in enumerate(values)
    ]
    rows.insert_all(database, table, told)
