"""Running a plain function off the GUI thread, with progress and cancel."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

from models.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

SHOW_AFTER_MS = 600


class Task(QObject):
    """One run of a function that takes a tick as its last argument.

    Signals:
        progressed: The steps done, the steps there are, a word on the present one.
        succeeded: What the function returned.
        failed: The exception it raised.
        ended: It is over, in whatever way.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, work: Callable[..., Any], *args: object, parent: QObject | None) -> None:
        super().__init__(parent)
        self._work, self._args, self._stop = work, args, False

    def start(self) -> None:
        """Queue the work; the signals arrive on the thread that made this Task."""
        QThreadPool.globalInstance().start(QRunnable.create(self.run))

    def cancel(self) -> None:
        """Ask the work to stop at its next tick."""
        self._stop = True

    def run(self) -> None:
        """Do the work on this thread and tell how it ended."""
        try:
            result = self._work(*self._args, self._tick)
        except Cancelled:
            logger.debug("Task cancelled")
        except Exception as error:  # noqa: BLE001 - handed to the GUI thread, which knows users' errors from bugs
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.ended.emit()

    def _tick(self, done: int, of: int, what: str) -> None:
        if self._stop:
            raise Cancelled
        self.progressed.emit(done, of, what)


class Progress(QProgressDialog):
    """The dialog of a task; it appears only if the task outlasts SHOW_AFTER_MS."""

    def __init__(self, task: Task, parent: QWidget) -> None:
        super().__init__("正在准备…", "取消", 0, 0, parent)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumDuration(SHOW_AFTER_MS)
        task.progressed.connect(self.show_step)
        self.canceled.connect(task.cancel)
        task.ended.connect(self.reset)
        task.ended.connect(self.deleteLater)

    def show_step(self, done: int, of: int, what: str) -> None:
        """Show where the task is."""
        self.setMaximum(of)
        self.setLabelText(what)
        self.setValue(done)
