"""A few texts asked for at once, such as copy numbers and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 460


@dataclass(frozen=True, slots=True)
class Ask:
    """One text: its name, what stands there at first, what belongs there."""

    name: str
    text: str = ""
    hint: str = ""


def ask_texts(
    parent: QWidget, title: str, words: str, asks: Sequence[Ask]
) -> tuple[str, ...] | None:
    """Ask; None where the clerk thought better of it."""
    dialog = TextsDialog(title, words, asks, parent)
    return dialog.texts() if dialog.exec() else None


class TextsDialog(QDialog):
    """A field for each text.

    Attributes:
        fields: By their names.
    """

    def __init__(
        self, title: str, words: str, asks: Sequence[Ask], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self.fields = {ask.name: QLineEdit(ask.text, placeholderText=ask.hint) for ask in asks}
        form = QFormLayout(self)
        form.addRow(QLabel(words, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        for name, field in self.fields.items():
            field.setAccessibleName(name)
            label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons = QDialogButtonBox()
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def texts(self) -> tuple[str, ...]:
        """What the fields say."""
        return tuple(field.text().strip() for field in self.fields.values())
