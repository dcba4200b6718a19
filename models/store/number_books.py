"""The book of void numbers in the data file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.number_book import NumberBook, VoidNumber
from models.store import gate
from models.store.ordered import Ordered
from models.store.single import Single
from models.store.tables import VoidNumberRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access

_VOIDS = Ordered(VoidNumberRow, VoidNumber)


class NumberBookRepository:
    """The book of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def load(self) -> NumberBook:
        """The book; an empty one in a new file."""
        with self._file.reading() as database:
            return NUMBER_BOOKS.find(database, 0)

    def save(self, book: NumberBook, what: str = "作废字号") -> NumberBook:
        """Keep it and answer it with all ids."""
        return gate.keep(self._file, NUMBER_BOOKS, book, what)


class NumberBookKeeper(Single):
    """How the book lies in the data file, for the gate."""

    kind = "number_book"
    flat = ((VoidNumberRow, _VOIDS.columns),)

    def find(self, database: Database, key: int) -> NumberBook:  # noqa: ARG002 - there is one
        """Read it."""
        return NumberBook(_VOIDS.load(database))

    def put(self, database: Database, value: NumberBook) -> NumberBook:
        """Write what differs."""
        return NumberBook(_VOIDS.put(database, value.voids))

    def remove(self, database: Database, key: int) -> None:  # noqa: ARG002 - there is one
        """Empty it."""
        self.put(database, NumberBook())

    def texts(self, value: NumberBook) -> Mapping[int, str]:  # noqa: ARG002 - documents are found, not numbers
        """Nothing."""
        return {}


NUMBER_BOOKS = NumberBookKeeper()
