"""Values of which a data file holds one each, at first an empty one, that cannot be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store.database import Database


class Single:
    """What the keepers of such values share: the key is always the same."""

    def keys(self, database: Database) -> list[int]:  # noqa: ARG002 - there is one
        """The one."""
        return [0]

    def key_of(self, value: object) -> int | None:  # noqa: ARG002 - there is one
        """Always the same."""
        return 0
