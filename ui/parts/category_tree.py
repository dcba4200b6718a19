"""The categories of units with how many units stand under each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ui.parts.unit_lines import ALL, Pick, Shelf

if TYPE_CHECKING:
    from models.unit import Roster

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CategoryTree(QTreeWidget):
    """All units, those of each category, those that are stopped.

    Attributes:
        pick: What is chosen.

    Signals:
        picked: Something else is chosen.
        edit_asked: The categories are to be edited.
    """

    picked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pick = ALL
        self._picks: list[Pick] = []
        self.setAccessibleName("类别")
        self.setHeaderLabels(["类别", "单位数"])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumWidth(120)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(self._on_double_clicked)

    def show_roster(self, roster: Roster) -> None:
        """Show the categories of a roster; what was chosen stays chosen while it is there."""
        in_use = Counter(unit.category for unit in roster.units if not unit.is_stopped)
        names = dict.fromkeys((*(one.name for one in roster.categories), *sorted(in_use)))
        names.pop("", None)
        stopped = sum(1 for unit in roster.units if unit.is_stopped)
        rows = [(ALL, Shelf.ALL.value, in_use.total())]
        rows += [(Pick(Shelf.CATEGORY, name), name, in_use[name]) for name in names]
        if in_use[""]:
            rows.append((Pick(Shelf.NONE), Shelf.NONE.value, in_use[""]))
        if stopped:
            rows.append((Pick(Shelf.STOPPED), Shelf.STOPPED.value, stopped))
        self._fill(rows)

    def choose(self, pick: Pick) -> None:
        """Look at what stands under `pick`, where it is there."""
        if pick in self._picks:
            self.setCurrentIndex(self.model().index(self._picks.index(pick), 0))

    def _fill(self, rows: list[tuple[Pick, str, int]]) -> None:
        self.blockSignals(True)
        self.clear()
        self._picks = [pick for pick, _, _ in rows]
        for _, name, count in rows:
            item = QTreeWidgetItem(self, [name, str(count)])
            item.setTextAlignment(1, RIGHT)
            item.setToolTip(0, name)
        if self.pick not in self._picks:
            self.pick = ALL
        self.setCurrentIndex(self.model().index(self._picks.index(self.pick), 0))
        self.blockSignals(False)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.pick = self._picks[self.indexOfTopLevelItem(item)]
            self.picked.emit()

    def _on_double_clicked(self, _item: QTreeWidgetItem, _column: int) -> None:
        self.edit_asked.emit()
