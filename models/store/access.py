"""What the repositories need of an open data file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from models.store.database import Database


class Access(Protocol):
    """An open data file as its repositories see it."""

    def reading(self) -> AbstractContextManager[Database]:
        """Read in here."""
        ...

    def changing(self) -> AbstractContextManager[Database]:
        """Write in here. Only the gate does."""
        ...
