"""Running a plain function off the GUI thread, with progress and cancel."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QLabel, QProgressDialog, QWidget

from models.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

logger = logging.getLogger(__name__)

SHOW_AFTER_MS = 600
TELL_EVERY = 0.04
"""Seconds between two words on the progress: more would fill the queue of the window, which shows them slower."""


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
        self._tell_at = 0.0

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
        if time.monotonic() >= self._tell_at:
            self._tell_at = time.monotonic() + TELL_EVERY
            self.progressed.emit(done, of, what)


class Outcome(QObject):
    """How a task ended, kept on the thread of the window.

    Attributes:
        task: The task.
        is_over: Whether it ended.
    """

    def __init__(self, task: Task) -> None:
        super().__init__(task)
        self.task, self.is_over = task, False
        self._result: Any = None
        self._error: Exception | None = Cancelled()
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)

    def value(self) -> Any:  # noqa: ANN401 - of whatever work
        """What the work returned.

        Raises:
            Cancelled: the clerk stopped it.
            Exception: whatever the work raised.
        """
        if self._error is not None:
            raise self._error
        return self._result

    def _on_succeeded(self, result: Any) -> None:  # noqa: ANN401 - of whatever work
        self._result, self._error = result, None

    def _on_failed(self, error: Exception) -> None:
        self._error = error

    def _on_ended(self) -> None:
        self.is_over = True


def wait_for(parent: QWidget | None, work: Callable[..., Value], *args: object) -> Value:
    """Run `work` off this thread and go on when it is done; meanwhile the window lives, but takes nothing new.

    Raises:
        Cancelled: the clerk stopped it.
        Exception: whatever the work raised.
    """
    task, loop = Task(work, *args, parent=parent), QEventLoop()
    outcome = Outcome(task)
    Progress(task, parent)
    task.ended.connect(loop.quit)
    task.start()
    # what is typed waits until the dialog stands before the window, or the work is done
    QTimer.singleShot(SHOW_AFTER_MS, loop, loop.quit)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not outcome.is_over:
        loop.exec()
    task.deleteLater()
    return cast("Value", outcome.value())


class Progress(QProgressDialog):
    """The dialog of a task; it appears only if the task outlasts SHOW_AFTER_MS."""

    def __init__(self, task: Task, parent: QWidget | None) -> None:
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
