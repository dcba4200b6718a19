"""After the steps of a migration: what is kept twice, the history and the search, takes in what was there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.office import Office
from models.store import gate, words
from models.store.notices import NOTICES
from models.store.offices import OFFICES, load_office
from models.store.rosters import load_roster
from models.store.searching import is_without_units, texts_of_units

if TYPE_CHECKING:
    from models.store.database import Database

_WITHOUT_HISTORY = """SELECT id FROM notice WHERE id NOT IN
    (SELECT key FROM history WHERE kind = ?) ORDER BY id"""


def settle(database: Database) -> None:
    """Take in every value that has no line yet."""
    tables = {name for (name,) in database.ask("SELECT name FROM sqlite_master")}
    if not {"history", "words"} <= tables:
        return
    without = [key for (key,) in database.ask(_WITHOUT_HISTORY, NOTICES.kind)]
    gate.adopt(database, NOTICES, without)
    told = database.value("SELECT count(*) FROM history WHERE kind = ?", OFFICES.kind)
    if not told and load_office(database) != Office():
        gate.adopt(database, OFFICES, [0])
    if "unit" in tables and is_without_units(database):
        words.change(database, {}, texts_of_units(load_roster(database)))
