"""The SQLite library in use: the newer of the one peewee can import and Python's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as driver
else:
    from peewee import sqlite3 as driver

SAFE_SQLITE = (3, 51, 3)
"""From here on the log-reset corruption is repaired. We never use that mode; older libraries are told of, not refused."""

__all__ = ["SAFE_SQLITE", "driver"]
