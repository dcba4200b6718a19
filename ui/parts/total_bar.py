"""The sum of a distribution against 共印份数: green only when they are equal, and always with the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from models.distribution import Distribution
    from models.rules.quantities import Tally

HEIGHT = 32


class TotalBar(QLabel):
    """One line; a double click or Enter on it asks for the row of 备用.

    Signals:
        spare_asked: The row of 备用 is to be shown.
    """

    spare_asked = Signal()

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self.setAccessibleName("合计")
        self.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        self.setMinimumHeight(HEIGHT)
        self.setToolTip("双击跳到“备用”一行")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_tally(self, tally: Tally, distribution: Distribution) -> None:
        """Say the sum, what it is made of, and whether it is right."""
        parts: dict[str, int] = {}
        for subtotal in distribution.subtotals:
            name = subtotal.purpose.value
            parts[name] = parts.get(name, 0) + subtotal.quantity
        told = " + ".join(f"{name} {count}" for name, count in parts.items())
        mark = "✓ " if tally.is_right else ""
        self.setText(f"{mark}{tally}" + (f"　（{told}）" if told else ""))
        self.setProperty("sum", "right" if tally.is_right else "wrong")
        self.style().unpolish(self)
        self.style().polish(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the difference is set right."""
        super().mouseDoubleClickEvent(event)
        self.spare_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.spare_asked.emit()
        else:
            super().keyPressEvent(event)
