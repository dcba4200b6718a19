"""A line of words that ends in … where there is no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Elided(QLabel):
    """One line of plain words, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__(textFormat=Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        place = self.contentsRect()
        words = self.fontMetrics().elidedText(
            " ".join(self.text().split("\n")), Qt.TextElideMode.ElideRight, place.width()
        )
        centred = int(Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            QPainter(self),
            place,
            centred,
            self.palette(),
            self.isEnabled(),
            words,
            self.foregroundRole(),
        )
