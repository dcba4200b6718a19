"""A deed of the window's thread that a worker asks for, and waits for: only that thread touches the data file."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

Given = TypeVar("Given")


class Relay(QObject, Generic[Given]):
    """Called on a worker it does its deed on the thread that made it; what the deed raises is raised on the worker."""

    _asked = Signal()

    def __init__(self, deed: Callable[[Given], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        self._given: list[Given] = []
        self._error: Exception | None = None
        self._is_done = Event()
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def __call__(self, given: Given) -> None:
        """Have it done."""
        self._error = None
        self._given.append(given)
        self._is_done.clear()
        self._asked.emit()
        self._is_done.wait()
        if self._error is not None:
            raise self._error

    def _do(self) -> None:
        try:
            self._deed(self._given.pop())
        except Exception as error:  # noqa: BLE001 - raised again on the worker, which ends with it
            self._error = error
        self._is_done.set()
