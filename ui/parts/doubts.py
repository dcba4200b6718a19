"""What the clerk is asked and told of a text that came in: one line each, the candidates of a doubt as buttons."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.numerals import arabic_date
from models.reading.reading import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reading.reading import Doubt


class Doubts(QWidget):
    """The lines.

    Signals:
        answered: A doubt, and the candidate that holds.
        pointed: A doubt whose place is wanted.
    """

    answered = Signal(object, str)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lines: list[QWidget] = []
        self._choices: list[QPushButton] = []

    def show_doubts(self, doubts: Sequence[Doubt], unread: Sequence[str] = ()) -> None:
        """Show these and no others; `unread` are sentences on what could not be read."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._choices = []
        self._lines = [*map(self._line, doubts), *map(_words, unread)]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    @property
    def choices(self) -> list[QPushButton]:
        """The buttons that answer a doubt, the first doubt's before the others'."""
        return self._choices

    def _line(self, doubt: Doubt) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_words(doubt.question), 1)
        for candidate in doubt.candidates:
            row.addWidget(self._button(_said(doubt, candidate), doubt, candidate))
        if not doubt.candidates:
            row.addWidget(self._button("看这里", doubt, ""))
        return line

    def _button(self, words: str, doubt: Doubt, candidate: str) -> QPushButton:
        button = QPushButton(words, autoDefault=False)
        if candidate:
            self._choices.append(button)
            button.clicked.connect(partial(self._answer, doubt, candidate))
        else:
            button.clicked.connect(partial(self._point, doubt))
        return button

    def _answer(self, doubt: Doubt, candidate: str, _checked: bool = False) -> None:
        self.answered.emit(doubt, candidate)

    def _point(self, doubt: Doubt, _checked: bool = False) -> None:
        self.pointed.emit(doubt)


def _words(sentence: str) -> QLabel:
    words = QLabel(sentence, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
    words.setProperty("role", "warning")
    return words


def _said(doubt: Doubt, candidate: str) -> str:
    return candidate if doubt.role is Role.TITLE else arabic_date(date.fromisoformat(candidate))
