"""Speaking to the clerk in boxes: plain text only, so that no text of a stranger is taken for a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def tell(parent: QWidget | None, text: str) -> None:
    """Say one sentence."""
    telling = box(parent, text, QMessageBox.Icon.Warning)
    telling.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    telling.exec()


def ask(parent: QWidget | None, text: str, yes: str) -> bool:
    """Ask whether to do it; `yes` names what is done. The careful answer is the default."""
    asking = box(parent, text, QMessageBox.Icon.Question)
    do = asking.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    asking.setDefaultButton(asking.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    asking.exec()
    return asking.clickedButton() is do


def box(parent: QWidget | None, text: str, icon: QMessageBox.Icon) -> QMessageBox:
    """A box of plain text without buttons yet."""
    made = QMessageBox(icon, "印发", "", QMessageBox.StandardButton.NoButton, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    return made
