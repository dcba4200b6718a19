"""按类别填: every unit of a category gets so many copies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from models.rules.quantities import WrongQuantity, quantity_from

if TYPE_CHECKING:
    from models.distribution import Distribution


@dataclass(frozen=True, slots=True)
class Fill:
    """What was asked for."""

    category: str
    quantity: int
    also_own: bool


def ask_fill(parent: QWidget, distribution: Distribution, category: str) -> Fill | None:
    """Ask for a category and its number; None where the clerk thought better of it."""
    dialog = FillDialog(distribution, category, parent)
    return dialog.fill if dialog.exec() else None


class FillDialog(QDialog):
    """A category, a number, and whether numbers set by hand follow.

    Attributes:
        fill: What was accepted.
    """

    def __init__(
        self, distribution: Distribution, category: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._distribution = distribution
        self.fill: Fill | None = None
        names = dict.fromkeys(one.category for one in distribution.allotments)
        self.categories, self.quantity = QComboBox(), QLineEdit()
        self.categories.addItems(list(names))
        self.categories.setCurrentText(category)
        self.also_own = QCheckBox()
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._lay_out()
        self.categories.currentTextChanged.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        self.setWindowTitle("按类别填份数")
        self.categories.setAccessibleName("类别")
        self.quantity.setAccessibleName("每个单位的份数")
        self.note.setProperty("role", "warning")
        buttons = QDialogButtonBox()
        buttons.addButton("填入", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow("类别", self.categories)
        form.addRow("每个单位", self.quantity)
        for part in (self.also_own, self.note, buttons):
            form.addRow(part)
        self.quantity.setFocus()

    def _show(self) -> None:
        """What the category gets now."""
        name = self.categories.currentText()
        mine = [one for one in self._distribution.allotments if one.category == name]
        usual = [one.quantity for one in mine if not one.is_own] or [1]
        self.quantity.setText(str(max(set(usual), key=usual.count)))
        self.quantity.selectAll()
        own = sum(1 for one in mine if one.is_own)
        self.also_own.setText(f"单独改过份数的 {own} 个单位也一起改")
        self.also_own.setVisible(own > 0)
        self.also_own.setChecked(False)

    def _on_accepted(self) -> None:
        try:
            quantity = quantity_from(self.quantity.text())
        except WrongQuantity as error:
            self.note.setText(str(error))
            return
        self.fill = Fill(self.categories.currentText(), quantity, self.also_own.isChecked())
        self.accept()
