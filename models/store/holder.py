"""A note beside an open data file that says who has it, for the sentence another user reads. The lock is SQLite's."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SESSION = uuid.uuid4().hex
"""Names this process; a process number would come again after a restart."""

# a user without a name: on POSIX, from Python 3.13 on, and on Windows
_NAMELESS = (KeyError, OSError, ImportError)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open."""

    user: str
    computer: str
    session: str

    @property
    def is_us(self) -> bool:
        """Whether it is this very process."""
        return self.session == SESSION

    def __str__(self) -> str:
        """For the clerk."""
        return f"{self.user}（电脑{self.computer}）"


def myself() -> Holder:
    """The user of this process."""
    try:
        user = getpass.getuser()
    except _NAMELESS:
        user = f"用户{os.getuid()}" if hasattr(os, "getuid") else "未知用户"
    return Holder(user, socket.gethostname(), SESSION)


def note_of(path: Path) -> Path:
    """Where the note for `path` lies."""
    return path.with_name(f".~{path.name}.who")


def leave_note(path: Path) -> None:
    """Say that we have `path`. Raises OSError where the folder does not allow it."""
    me = myself()
    text = json.dumps([me.user, me.computer, me.session], ensure_ascii=False)
    note_of(path).write_text(text, encoding="utf-8")


def take_note_away(path: Path) -> None:
    """Say that we no longer have `path`."""
    with contextlib.suppress(OSError):
        note_of(path).unlink()


def read_note(path: Path) -> Holder | None:
    """Who has `path`, as far as a note tells."""
    try:
        parts: Any = json.loads(note_of(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    match parts:
        case [str(user), str(computer), str(session)]:
            return Holder(user, computer, session)
        case _:
            return None
