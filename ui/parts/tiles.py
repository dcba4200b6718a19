"""Figures with their names, one of which is looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

Key = TypeVar("Key")


class Tiles(QWidget, Generic[Key]):
    """A row of tiles; left and right go from one to the next.

    Attributes:
        key: The one that is looked at.
        buttons: By their keys.

    Signals:
        picked: Another is looked at.
    """

    picked = Signal()

    def __init__(self, name: str, tiles: Mapping[Key, str], first: Key) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._names, self.key = dict(tiles), first
        self.buttons = {key: _tile(words) for key, words in tiles.items()}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for key, button in self.buttons.items():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(partial(self._on_clicked, key))
        row.addStretch()
        self.buttons[first].setChecked(True)

    def show_counts(self, counts: Mapping[Key, int]) -> None:
        """Show how many each stands for; a tile without any is quiet."""
        for key, button in self.buttons.items():
            count = counts.get(key, 0)
            button.setText(f"{self._names[key]} {count}")
            button.setAccessibleName(button.text())

    def choose(self, key: Key) -> None:
        """Look at another."""
        self.buttons[key].setChecked(True)
        self._on_clicked(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go along the row."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        keys = list(self.buttons)
        if step:
            key = keys[(keys.index(self.key) + step) % len(keys)]
            self.choose(key)
            self.buttons[key].setFocus()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, key: Key, _checked: bool = False) -> None:
        if key != self.key:
            self.key = key
            self.picked.emit()


def _tile(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    button.setProperty("role", "tile")
    return button
