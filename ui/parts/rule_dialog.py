"""对应说法: which categories and which units an addressee means from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.rules.choices import BETWEEN, parted
from models.rules.unit_names import index_of
from models.unit import AddresseeRule

if TYPE_CHECKING:
    from models.unit import Roster

SIZE = (460, 460)
ROW_HEIGHT = 26


def ask_rule(parent: QWidget, rule: AddresseeRule, roster: Roster) -> AddresseeRule | None:
    """Ask what the addressee of a rule means; None where the clerk thought better of it."""
    dialog = RuleDialog(rule, roster, parent)
    return dialog.rule() if dialog.exec() else None


class RuleDialog(QDialog):
    """Categories to tick, units to name."""

    def __init__(self, rule: AddresseeRule, roster: Roster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase, self._index = rule.phrase, index_of(roster)
        self.categories = QListWidget()
        self.units = QLineEdit(BETWEEN.join(rule.units))
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.buttons = QDialogButtonBox()
        for category in roster.categories:
            item = QListWidgetItem(category.name, self.categories)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            is_in = category.name in rule.categories
            item.setCheckState(Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)
        self._lay_out()
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)

    def rule(self) -> AddresseeRule:
        """What is ticked and named; without anything, what the words themselves tell."""
        items = (self.categories.item(at) for at in range(self.categories.count()))
        ticked = tuple(one.text() for one in items if one.checkState() is Qt.CheckState.Checked)
        return AddresseeRule(self._phrase, ticked, parted(self.units.text()))

    def _lay_out(self) -> None:
        self.setWindowTitle("对应说法")
        self.resize(*SIZE)
        self.categories.setAccessibleName("类别")
        self.categories.setProperty("role", "ticks")
        self.units.setAccessibleName("另加单位")
        self.units.setPlaceholderText("另加单位，几个用顿号隔开")
        self.note.setProperty("role", "warning")
        words = f"“{self._phrase}”指这些类别的全部单位（打勾）和另加的单位。以后的公文也这样对应；都不选就按字面认。"
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton("确定", role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        for part in (self.categories, self.units, self.note, self.buttons):
            column.addWidget(part)

    def _on_accepted(self) -> None:
        strange = [name for name in self.rule().units if self._index.find(name) is None]
        if strange:
            self.note.setText(f"名册里没有在用的单位“{strange[0][:20]}”。请核对名称。")
        else:
            self.accept()
