"""Backups by themselves: half an hour after a change, and when the work ends; in one folder or two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from models.errors import Cancelled
from models.store.backups import copied, finish, folder_of, last_made
from models.store.refusals import BackupFailed
from ui.tasks import wait_for

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from models.store.backups import Backup
    from ui.desk import Desk
    from ui.habits import Habits

AFTER_MS = 30 * 60 * 1000


class BackingUp(QObject):
    """Backs up the data file that lies on the desk.

    Attributes:
        last: When the last backup was made; looked up only when a data file is opened. None where there is none.
        timer: Runs out half an hour after the first change.

    Signals:
        done: The backup that was made.
    """

    done = Signal(object)

    def __init__(self, desk: Desk, habits: Habits, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._habits, self._window = desk, habits, window
        self._backed_up = desk.opened_at
        self.last = self._found()
        self.timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self.timer.timeout.connect(self.back_up)
        desk.changed.connect(self._on_changed)
        desk.opened.connect(self._on_opened)

    @property
    def is_due(self) -> bool:
        """Whether something was stored since the last backup."""
        return not self._desk.file.read_only and self._desk.history.head().seq > self._backed_up

    def back_up(self) -> None:
        """Make a backup in every folder.

        Raises:
            UserError: one failed; its text says why.
        """
        self.timer.stop()
        head = self._desk.history.head()
        for folder in self.folders():
            made = self._backed_up_in(folder)
            self.last = made.made
            self.done.emit(made)
        self._backed_up = head.seq

    def _backed_up_in(self, folder: Path) -> Backup:
        """The copy is made here, on the one thread that touches the data file; it is checked elsewhere."""
        try:
            with copied(self._desk.file, folder) as copy:
                return wait_for(self._window, finish, copy)
        except Cancelled as error:
            raise BackupFailed("备份停止了，没有完成。原来的备份都在。") from error

    def finish(self) -> None:
        """Make what is due before the file is let go."""
        if self.is_due:
            self.back_up()
        self.timer.stop()

    def folders(self) -> tuple[Path, ...]:
        """Where backups go."""
        return folders_of(self._desk.file.path, self._habits)

    def ask_folder(self) -> None:
        """Ask for the second place, such as a stick; none where the clerk chooses none."""
        start = str(self._habits.backup_folder or self._desk.file.path.parent)
        name = QFileDialog.getExistingDirectory(
            self._window, "再选一个文件夹存放备份，如U盘", start
        )
        self._habits.backup_folder = Path(name) if name else None
        if name:
            self.back_up()

    def _on_changed(self) -> None:
        if not self.timer.isActive():
            self.timer.start()

    def _on_opened(self) -> None:
        self.timer.stop()
        self._backed_up = self._desk.opened_at
        self.last = self._found()

    def _found(self) -> datetime | None:
        path = self._desk.file.path
        return last_made(folder_of(path), path.stem)


def folders_of(path: Path, habits: Habits) -> tuple[Path, ...]:
    """Where backups of the data file go: beside it, and to the second place that was chosen."""
    second = habits.backup_folder
    return (folder_of(path),) if second is None else (folder_of(path), second)


def told(backup: Backup) -> str:
    """For the status bar."""
    return f"已备份 {backup.made:%H:%M}：{backup.path.parent}"
