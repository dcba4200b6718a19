"""The facts of the office in the data file, so that they travel with its backups."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from models.history.plain import as_text, from_plain, to_plain
from models.office import Office
from models.store import gate, rows
from models.store.single import Single
from models.store.tables import OfficeFactRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.history.plain import Plain
    from models.store.database import Database
    from models.store.gate import Access

_NAMES = frozenset(fact.name for fact in fields(Office))


class OfficeRepository:
    """The office of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def load(self) -> Office:
        """What is known of the office."""
        with self._file.reading() as database:
            return load_office(database)

    def save(self, office: Office, what: str = "修改机关资料") -> Office:
        """Keep `office`."""
        return gate.keep(self._file, OFFICES, office, what)


class OfficeKeeper(Single):
    """How the office lies in the data file, for the gate."""

    kind = "office"
    flat = ()

    def find(self, database: Database, key: int) -> Office | None:  # noqa: ARG002 - there is one
        """What is known of it."""
        return load_office(database)

    def put(self, database: Database, value: Office) -> Office:
        """Write every fact."""
        put_office(database, value)
        return value

    def remove(self, database: Database, key: int) -> None:  # noqa: ARG002 - there is one
        """Forget every fact."""
        put_office(database, Office())

    def texts(self, value: Office) -> Mapping[int, str]:  # noqa: ARG002 - nobody searches for the own office
        """Nothing."""
        return {}


OFFICES = OfficeKeeper()


def load_office(database: Database) -> Office:
    """Read the facts; one that this version does not know is left alone."""
    found: dict[str, Plain] = {
        row.name: json.loads(row.value)
        for row in rows.find(database, OfficeFactRow)
        if row.name in _NAMES
    }
    return from_plain(Office, found)


def put_office(database: Database, office: Office) -> None:
    """Write every fact."""
    rows.delete(database, OfficeFactRow, rows.among(OfficeFactRow.name, sorted(_NAMES)))
    facts: list[rows.Values] = [
        {"name": name, "value": as_text(to_plain(getattr(office, name)))} for name in sorted(_NAMES)
    ]
    rows.insert_all(database, OfficeFactRow, facts)
