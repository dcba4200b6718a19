"""Changing a data file as somebody with tools would."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from models.store.driver import driver

if TYPE_CHECKING:
    from pathlib import Path


def force(path: Path, sql: str) -> None:
    """Change a history as somebody with tools would: without the triggers, which are put back."""
    with contextlib.closing(driver.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(sql)
        for _, text in triggers:
            connection.execute(text)
