"""Speaking to the clerk in boxes: plain text only, so that no text of a stranger is taken for a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def tell(parent: QWidget | None, text: str) -> None:
    """Say one sentence."""
    _box(parent, text, QMessageBox.Icon.Warning).exec()


def ask(parent: QWidget | None, text: str, yes: str) -> bool:
    """Ask whether to do it; `yes` names what is done. The careful answer is the default."""
    box = _box(parent, text, QMessageBox.Icon.Question)
    do = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    box.exec()
    return box.clickedButton() is do


def _box(parent: QWidget | None, text: str, icon: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(icon, "印发", "", QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
