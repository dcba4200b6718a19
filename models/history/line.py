"""A line of the history: who changed what, when, and from what to what."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.history.delta_json import delta_to_text
from models.history.plain import as_text
from models.history.told import tell

if TYPE_CHECKING:
    from datetime import datetime

    from models.history.delta import Delta

FILE = "file"
"""The kind of a line that tells of the whole data file and changes no value."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a line says, before it has its place in the chain.

    Attributes:
        kind: The kind of value that changed.
        key: Which one of its kind.
        delta: From what to what; None where no value changed.
        state: The digest of the value after the change; empty where it is gone.
    """

    at: datetime
    who: str
    what: str
    kind: str = FILE
    key: int = 0
    delta: Delta | None = None
    state: str = ""

    def hash_behind(self, seq: int, previous: str) -> str:
        """The hash of this line as number `seq` behind the line with the hash `previous`."""
        return hash_of_row((seq, *self.row), previous)

    @property
    def row(self) -> tuple[str, str, str, str, int, str, str]:
        """As the data file keeps it: when, who, what, kind, key, delta, state."""
        delta = "" if self.delta is None else delta_to_text(self.delta)
        return (self.at.isoformat(), self.who, self.what, self.kind, self.key, delta, self.state)


def hash_of_row(row: tuple[int | str, ...], previous: str) -> str:
    """The hash of a number and a row behind it, in the chain behind the hash `previous`."""
    return hashlib.sha256(as_text([previous, *row]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of a history: kept outside the file, it proves that nothing before it was changed."""

    seq: int = 0
    hash: str = ""

    def __str__(self) -> str:
        """For print and screen."""
        return f"第{self.seq}条 {self.hash[:16]}" if self.seq else "没有历史"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line in its place.

    Attributes:
        is_clock_back: The clock of the PC stood earlier than at the line before.
    """

    seq: int
    deed: Deed
    hash: str
    is_clock_back: bool = False

    @property
    def head(self) -> Head:
        """This line as the last one."""
        return Head(self.seq, self.hash)

    def __str__(self) -> str:
        """As it is printed."""
        deed = self.deed
        told = tell(deed.delta) if deed.delta else ()
        parts = "；".join(f"{t.where}「{_short(t.before)}」→「{_short(t.after)}」" for t in told)
        clock = "（电脑时钟早于上一条）" if self.is_clock_back else ""
        return f"{self.seq} {deed.at:%Y-%m-%d %H:%M:%S}{clock} {deed.who} {deed.what} {parts}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
