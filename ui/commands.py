"""Undo: every change of a stored value is one command that knows the value before and after."""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")
BURST_SECONDS = 3.0


class Change(QUndoCommand, Generic[Value]):
    """A change that was made already; undo puts the value before it back, redo the one after it.

    Changes with the same `key` that follow each other closely are one step: a burst of typing in a field.
    """

    def __init__(
        self,
        label: str,
        before: Value,
        after: Value,
        put: Callable[[Value, Value, str], object],
        key: str,
    ) -> None:
        super().__init__(label)
        self._before, self.after, self._put = before, after, put
        self.key = key
        self.at = time.monotonic()
        self._is_new = True

    def id(self) -> int:
        """Commands of one id may merge; -1 never does."""
        return zlib.crc32(self.key.encode()) & 0x7FFFFFFF if self.key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a later change of the same burst."""
        if not isinstance(other, Change):
            return False
        later = cast("Change[Value]", other)
        if later.key != self.key or later.at - self.at > BURST_SECONDS:
            return False
        self.after, self.at = later.after, later.at
        return True

    def redo(self) -> None:
        """Put the later value; pushing the command calls this once too early."""
        if not self._is_new:
            self._put(self._before, self.after, f"重做{self.text()}")
        self._is_new = False

    def undo(self) -> None:
        """Put the earlier value."""
        self._put(self.after, self._before, f"撤销{self.text()}")
