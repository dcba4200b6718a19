"""What the window remembers from one day to the next: its place, its columns, its zoom, what was open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

    from ui.desk import Desk
    from ui.draft import Draft
    from ui.frame import Frame
    from ui.habits import Habits
    from ui.pages.notices import NoticesPage

FIRST_SIZE = QSize(1366, 728)


class Remembering:
    """Keeps it when the window closes and puts it back when that opens."""

    def __init__(self, habits: Habits, window: QWidget, frame: Frame, notices: NoticesPage) -> None:
        self._habits, self._window = habits, window
        self._frame, self._notices = frame, notices

    def keep(self, desk: Desk, draft: Draft) -> None:
        """Remember how things stand."""
        notice = draft.notice
        self._habits.notice = notice.id if notice else None
        self._habits.data_file = desk.file.path
        self._habits.zoom = self._notices.preview.zoom
        self._habits.keep_place(self._window, self._splitters)
        for name, table in self._frame.tables.items():
            self._habits.keep_columns(name, table.grid.header.kept())

    def restore(self, desk: Desk) -> int | None:
        """Put things as they stood; the notice that was open, where it is the same data file."""
        if not self._habits.restore_place(self._window, self._splitters):
            self._window.resize(FIRST_SIZE)
        for name, table in self._frame.tables.items():
            table.grid.header.restore(self._habits.columns(name))
        self._notices.preview.set_zoom(self._habits.zoom)
        is_same = self._habits.data_file == desk.file.path
        self._habits.data_file = desk.file.path
        return self._habits.notice if is_same else None

    @property
    def _splitters(self) -> tuple[QSplitter, QSplitter]:
        return self._notices.splitter, self._notices.text_splitter
