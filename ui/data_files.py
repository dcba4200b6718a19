"""Which data file lies on the desk: another one is opened, backed up, or put back from a backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.rescue import open_or_rescue
from ui.restoring import ask_backup, restore

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.backing_up import BackingUp
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.habits import Habits


class DataFiles(QObject):
    """Changes the data file; what is typed is stored before that."""

    def __init__(
        self, desk: Desk, draft: Draft, backing_up: BackingUp, habits: Habits, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._draft, self._backing_up = desk, draft, backing_up
        self._habits, self._window = habits, window

    def open(self, path: Path) -> None:
        """Work on another data file."""
        self._draft.open(None)
        self._backing_up.finish()
        self._desk.open(path, partial(open_or_rescue, parent=self._window))
        self._habits.data_file = self._desk.file.path
        self.open_first(None)

    def open_first(self, wanted: int | None) -> None:
        """Open the notice that was open last, else the first of the list."""
        ids = [line.id for line in self._desk.notices.lines()]
        self._draft.open(wanted if wanted in ids else next(iter(ids), None))

    def back_up(self) -> None:
        """Make a backup now."""
        self._draft.flush()
        self._backing_up.back_up()

    def restore(self) -> None:
        """Ask for a backup and put it back."""
        folders = self._backing_up.folders()
        backup = ask_backup(self._window, folders, self._desk.file.path.stem)
        if backup is not None:
            self._draft.open(None)
            restore(self._window, self._desk, self._backing_up, backup)
            self.open_first(None)
