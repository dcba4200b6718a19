"""The facts of the office in the data file, so that they travel with its backups."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from models.office import Office
from models.store import rows
from models.store.tables import OfficeFactRow

if TYPE_CHECKING:
    from models.store.database import Database
    from models.store.datafile import DataFile

_NAMES = frozenset(fact.name for fact in fields(Office))


class OfficeRepository:
    """The office of one data file."""

    def __init__(self, file: DataFile) -> None:
        """Of an open file."""
        self._file = file

    def load(self) -> Office:
        """What is known of the office."""
        with self._file.reading() as database:
            return load_office(database)

    def save(self, office: Office) -> Office:
        """Keep `office`."""
        with self._file.changing() as database:
            put_office(database, office)
        return office


def load_office(database: Database) -> Office:
    """Read the facts; one that this version does not know is left alone."""
    found: dict[str, Any] = {
        row.name: json.loads(row.value)
        for row in rows.find(database, OfficeFactRow)
        if row.name in _NAMES
    }
    return Office(**found)


def put_office(database: Database, office: Office) -> None:
    """Write every fact."""
    rows.delete(database, OfficeFactRow, rows.among(OfficeFactRow.name, sorted(_NAMES)))
    facts: list[rows.Values] = [
        {"name": name, "value": json.dumps(value, ensure_ascii=False)}
        for name, value in asdict(office).items()
    ]
    rows.insert_all(database, OfficeFactRow, facts)
