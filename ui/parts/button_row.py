"""The commands of a page as one row of buttons, behind its title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Step:
    """One button; the primary one stands out."""

    name: str
    text: str
    tip: str
    is_primary: bool = False
    is_switch: bool = False


class ButtonRow(QWidget):
    """Title and buttons.

    Attributes:
        title: What the page is about.
        buttons: By the name of their step.

    Signals:
        asked: The name of the step.
    """

    asked = Signal(str)

    def __init__(self, title: str, steps: Sequence[Step]) -> None:
        super().__init__()
        self.title = QLabel(title, textFormat=Qt.TextFormat.PlainText)
        self.buttons = {step.name: _button(step) for step in steps}
        self.title.setProperty("role", "page")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEP)
        row.addWidget(self.title, 1)
        for name, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(partial(self._on_clicked, name))

    def put_first(self, widget: QWidget) -> None:
        """Let a widget stand in the place of the title."""
        self.title.hide()
        self._row.insertWidget(0, widget, 1)

    def _on_clicked(self, name: str, _checked: bool = False) -> None:
        self.asked.emit(name)


def _button(step: Step) -> QPushButton:
    button = QPushButton(step.text)
    button.setToolTip(step.tip)
    button.setAccessibleDescription(step.tip)
    button.setCheckable(step.is_switch)
    button.setProperty("primary", "true" if step.is_primary else "")
    return button
