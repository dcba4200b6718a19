"""What the tables of a file must be, to the letter: a trigger or a view slipped in from outside is found here."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from models.store.driver import driver

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.store.database import Database
    from models.store.migrations import Step

Entry = tuple[str, str, str, str | None]

_READ = (
    "SELECT type, name, tbl_name, CASE WHEN type = 'table' AND name LIKE 'words\\_%' ESCAPE '\\' THEN '' ELSE sql END"
    " FROM sqlite_master WHERE name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')"
)
"""How the tables inside the search index are made is SQLite's own affair and may change with its versions."""


def schema_after(steps: Sequence[Step]) -> frozenset[Entry]:
    """The schema that these steps make."""
    with closing(driver.connect(":memory:")) as connection:
        for step in steps:
            for statement in step.statements:
                connection.execute(statement)
        return frozenset(connection.execute(_READ).fetchall())


def schema_of(database: Database) -> frozenset[Entry]:
    """The schema that the file has."""
    return frozenset((str(a), str(b), str(c), d) for a, b, c, d in database.ask(_READ))
