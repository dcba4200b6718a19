"""调整排序: while it is on, lines are moved by dragging, by Alt and an arrow, or by typing their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.parts.grid_view import Viewing

if TYPE_CHECKING:
    from ui.parts.grid import Grid

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GridOrder(QObject):
    """Lets the lines of a grid be moved.

    Attributes:
        is_on: Whether they may be moved just now.

    Signals:
        moved: The key of the line, the key of the one whose place it takes.
    """

    moved = Signal(int, int)

    def __init__(self, grid: Grid, field: str) -> None:
        """`field` is the column that says the place of a line, from 1."""
        super().__init__(grid)
        self._grid, self._field, self.is_on = grid, field, False
        grid.installEventFilter(self)
        grid.verticalHeader().sectionMoved.connect(self._on_dragged)

    def set_on(self, *, is_on: bool) -> None:
        """Begin or end it; it needs the standing order."""
        self.is_on = is_on
        self._grid.grid.unlocked = self._field if is_on else ""
        if is_on:
            self._grid.grid.view(Viewing())
            self._grid.header.setSortIndicatorShown(False)
        self._grid.header.setSectionsClickable(not is_on)
        rows = self._grid.verticalHeader()
        rows.setSectionsMovable(is_on)
        rows.setVisible(is_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt with an arrow moves the line with the keyboard."""
        if self.is_on and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(self._grid.currentIndex().row(), step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, row: int, step: int) -> None:
        grid, column = self._grid.grid, self._grid.currentIndex().column()
        if row < 0 or not 0 <= row + step < grid.rowCount():
            return
        one, other = grid.line(row).key, grid.line(row + step).key
        if one >= 0 and other >= 0:
            self.moved.emit(one, other)
            self._grid.go_to(row + step, column)

    def _on_dragged(self, row: int, before: int, after: int) -> None:
        """The header goes back; the lines are shown anew in their new order."""
        header = self._grid.verticalHeader()
        with QSignalBlocker(header):
            header.moveSection(after, before)
        one, other = self._grid.grid.line(row).key, self._grid.grid.line(after).key
        if one >= 0 and other >= 0:
            self.moved.emit(one, other)
