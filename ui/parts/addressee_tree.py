"""Whom the addressees of a notice mean, and what is left over on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from models.distribution import Allotment
    from models.rules.addressees import Addressee

SHOWN = 50


class AddresseeTree(QTreeWidget):
    """A line for each addressee with the units it means below; then the rows that none of them covers.

    Signals:
        rule_asked: The rule of an addressee is to be changed: its phrase.
    """

    rule_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("主送机关对应的单位")
        self.setHeaderLabels(["主送、抄送", "对应"])
        self.setUniformRowHeights(True)
        self.setToolTip("双击（或回车）修改一种说法对应哪些类别和单位")
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._on_activated)

    def show_addressees(
        self, addressees: Iterable[Addressee], uncovered: Sequence[Allotment]
    ) -> None:
        """Show them anew."""
        self.clear()
        for one in addressees:
            self._add(one)
        if uncovered:
            names = [row.name for row in uncovered]
            top = QTreeWidgetItem(self, ["主送机关没有写到", f"{len(names)} 个单位"])
            self._warn(top, "分发表里有、主送机关没有写到的单位：\n" + "、".join(names[:SHOWN]))
            for name in names:
                QTreeWidgetItem(top, [name])

    def _add(self, one: Addressee) -> None:
        what = "、".join(one.rule.categories or one.rule.units)
        top = QTreeWidgetItem(self, [one.phrase, f"{len(one.units)} 个单位"])
        top.setData(0, Qt.ItemDataRole.UserRole, one.phrase)
        top.setToolTip(0, f"{one.phrase}：{one.means.value}{f'，{what}' if what else ''}")
        for unit in one.units:
            QTreeWidgetItem(top, [unit.name, unit.category])
        if not one.units:
            top.setText(1, "没有单位")
            self._warn(top, f"“{one.phrase}”没有对应的单位。双击定下它对应哪些类别或单位。")

    def _warn(self, item: QTreeWidgetItem, why: str) -> None:
        look = theme.look_of(QGuiApplication.palette())
        for column in (0, 1):
            item.setForeground(column, theme.colour(look.warning))
            item.setToolTip(column, why)

    def _on_activated(self, item: QTreeWidgetItem, _column: int) -> None:
        phrase: object = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(phrase, str):
            self.rule_asked.emit(phrase)
