"""What stands where there is nothing yet: what this is for, and the first steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Mapping


class Blank(QWidget):
    """A title, a sentence, and a button for each first step.

    Attributes:
        buttons: By the name of the step; the first is the usual one.

    Signals:
        asked: The name of a step that was taken.
    """

    asked = Signal(str)

    def __init__(self, title: str, words: str, steps: Mapping[str, str]) -> None:
        super().__init__()
        self.title, self.words = (
            QLabel(text, textFormat=Qt.TextFormat.PlainText) for text in (title, words)
        )
        self.buttons = {name: QPushButton(text) for name, text in steps.items()}
        self._lay_out()
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self._on_clicked, name))

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self.words.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addStretch()
        for at, button in enumerate(self.buttons.values()):
            button.setProperty("primary", "true" if at == 0 else "")
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(theme.GROUP_GAP)
        column.addStretch()
        for label in (self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(row)
        column.addStretch()

    def _on_clicked(self, name: str, _checked: bool = False) -> None:
        self.asked.emit(name)
