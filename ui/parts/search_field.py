"""The field that narrows a grid to the lines that say some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SearchField(QLineEdit):
    """Words to look for; Esc forgets them."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(placeholderText=f"{name}：{hint}（Ctrl+F）", clearButtonEnabled=True)
        self.setAccessibleName(name)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName("清除查找")

    def seek(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets the words."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
