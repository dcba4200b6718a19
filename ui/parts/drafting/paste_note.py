"""What was cleaned of a paste, with 原样粘贴 as the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.rules.drafting.cleaning import Cleaned


class PasteNote(QWidget):
    """A line under the words; it is gone as soon as something else is done.

    Attributes:
        words: What was cleaned.
        back: The way back.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.back = QPushButton("原样粘贴")
        self._way_back: Callable[[], None] | None = None
        self.words.setProperty("role", "quiet")
        self.back.setToolTip("不清理，按剪贴板里的样子粘贴")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        self.back.clicked.connect(self._go_back)
        self.hide()

    def tell(self, result: Cleaned | None, way_back: Callable[[], None] | None = None) -> None:
        """Say what was cleaned; None hides the line."""
        self._way_back = way_back
        if result is not None:
            self.words.setText(f"粘贴时已清理：{result.told}。")
        self.setVisible(result is not None)

    def _go_back(self) -> None:
        if self._way_back is not None:
            self._way_back()
