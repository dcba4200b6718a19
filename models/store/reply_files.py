"""The files of replies as they came: each once, whoever sent it, under the sha256 of its bytes, which proves it whole.

The history names a file by its sha256 and never holds it. A file stays while the history can bring back a reply of it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from models.store import rows
from models.store.tables import ReplyFileRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.progress import Tick
    from models.store.database import Database

_KEYS = """SELECT id FROM reply
    WHERE sha256 != '' AND sha256 NOT IN (SELECT sha256 FROM reply_file) ORDER BY id"""
_NAME = "SELECT name FROM reply WHERE sha256 = ? ORDER BY id LIMIT 1"


def sha256_of(content: bytes) -> str:
    """By what a file is known."""
    return hashlib.sha256(content).hexdigest()


def put_file(database: Database, sha256: str, content: bytes) -> None:
    """Write the bytes of a file, unless they are there."""
    database.run(
        "INSERT OR IGNORE INTO reply_file (sha256, content) VALUES (?, ?)", sha256, content
    )


def read_file(database: Database, sha256: str) -> bytes | None:
    """The bytes of a file; None where they are not there or no longer those that came."""
    found = rows.tuples(database, ReplyFileRow, ("content",), ReplyFileRow.sha256 == sha256)
    content: bytes | None = bytes(found[0][0]) if found else None
    return content if content is None or sha256_of(content) == sha256 else None


def faults_of_reply_files(database: Database, tick: Tick) -> Iterator[str]:
    """The files that are not what came, and those that are not there."""
    known = database.ask("SELECT id, sha256 FROM reply_file ORDER BY id")
    for done, (_, sha256) in enumerate(known):
        tick(done, len(known), "正在核对报送件的原件")
        if read_file(database, sha256) is None:
            name = database.value(_NAME, sha256) or sha256[:16]
            yield f"报送件“{name}”的原件已损坏。"
    for key in keys_without_file(database):
        name = database.value("SELECT name FROM reply WHERE id = ?", key)
        yield f"报送件“{name}”的原件丢失。"


def keys_without_file(database: Database) -> list[int]:
    """The replies whose files are not there."""
    return [key for (key,) in database.ask(_KEYS)]
