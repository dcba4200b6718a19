"""Proceedings in the data file, one for a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.proceeding import Proceeding
from models.store import gate
from models.store.per_notice import PerNotice
from models.store.tables import ProceedingRow

if TYPE_CHECKING:
    from models.store.gate import Access


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


PROCEEDINGS = PerNotice("proceeding", ProceedingRow, Proceeding)
