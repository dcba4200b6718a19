"""A grid with its search above it, and below it what is to be said of its cells."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from ui.parts.grid import Grid
    from ui.parts.search_field import SearchField


class SearchedGrid(QWidget):
    """The words narrow the lines; Enter goes on to them.

    Attributes:
        note: The line below.
    """

    def __init__(self, words: SearchField, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.note.setProperty("role", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for part in (words, grid, self.note):
            column.addWidget(part)
        words.textChanged.connect(self._on_words)
        words.returnPressed.connect(grid.setFocus)
        grid.noted.connect(self.note.setText)

    def _on_words(self, words: str) -> None:
        self._grid.grid.view(replace(self._grid.grid.viewing, words=words))
