"""A list of which each line is a way to somewhere: a click or Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineList(QListWidget):
    """Lines of plain words.

    Signals:
        asked: The place of the line that was taken.
    """

    asked = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "lines")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_clicked)

    def show_lines(self, lines: Iterable[tuple[str, bool]]) -> None:
        """Show these, each with whether it stands out; the chosen place stays chosen."""
        at = max(self.currentRow(), 0)
        self.clear()
        for words, stands_out in lines:
            item = QListWidgetItem(words, self)
            font = item.font()
            font.setBold(stands_out)
            item.setFont(font)
            item.setToolTip(words)
        if self.hasFocus():
            self.setCurrentRow(min(at, self.count() - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A line is marked only while the keyboard is here."""
        super().focusInEvent(event)
        self.setCurrentRow(max(self.currentRow(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As above."""
        super().focusOutEvent(event)
        self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the line."""
        if event.key() in ENTER and self.currentRow() >= 0:
            self.asked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.asked.emit(self.row(item))
