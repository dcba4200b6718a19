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
    return choose(parent, text, yes) == yes


def choose(parent: QWidget | None, text: str, *deeds: str) -> str | None:
    """Ask which of `deeds` to do; None, the careful answer and the default, for none of them."""
    asking = box(parent, text, QMessageBox.Icon.Question)
    buttons = [asking.addButton(deed, QMessageBox.ButtonRole.AcceptRole) for deed in deeds]
    asking.setDefaultButton(asking.addButton("取消", QMessageBox.ButtonRole.RejectRole))
    asking.exec()
    pressed = asking.clickedButton()
    return next((deed for deed, one in zip(deeds, buttons, strict=True) if one is pressed), None)


def box(parent: QWidget | None, text: str, icon: QMessageBox.Icon) -> QMessageBox:
    """A box of plain text without buttons yet."""
    made = QMessageBox(icon, "印发", "", QMessageBox.StandardButton.NoButton, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    return made
