"""The purposes and categories of a distribution with their units and copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from models.distribution import Distribution, Subtotal
    from ui.parts.allotment_lines import Shelf

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ShelfTree(QTreeWidget):
    """A line for each subtotal, one for all.

    Attributes:
        shelf: What is chosen.

    Signals:
        picked: Something else is chosen.
    """

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shelf: Shelf = None
        self._shelves: list[Shelf] = []
        self.setAccessibleName("类别小计")
        self.setHeaderLabels(["类别", "单位数", "份数"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._on_current)

    def show_distribution(self, distribution: Distribution) -> None:
        """Show the subtotals; what was chosen stays chosen while it is there."""
        subtotals = distribution.subtotals
        self._shelves = [None, *((one.purpose, one.category) for one in subtotals)]
        rows = [("全部", len(distribution.allotments), distribution.total)]
        rows += [(_name_of(one), one.units, one.quantity) for one in subtotals]
        if self.shelf not in self._shelves:
            self.shelf = None
        self.blockSignals(True)
        self.clear()
        for name, units, quantity in rows:
            item = QTreeWidgetItem(self, [name, str(units), str(quantity)])
            item.setToolTip(0, name)
            for column in (1, 2):
                item.setTextAlignment(column, RIGHT)
        self.setCurrentIndex(self.model().index(self._shelves.index(self.shelf), 0))
        self.blockSignals(False)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.shelf = self._shelves[self.indexOfTopLevelItem(item)]
            self.picked.emit()


def _name_of(one: Subtotal) -> str:
    purpose = one.purpose.value
    name = one.category or "未分类"
    return name if purpose in (name, "主送", "内部") else f"{name}（{purpose}）"
