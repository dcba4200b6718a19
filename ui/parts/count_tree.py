"""Groups with how much is in each, one of which is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = TypeVar("Key")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NARROWEST = 120


class Group(NamedTuple, Generic[Key]):
    """A line: what it is known by, its name, its numbers."""

    key: Key
    name: str
    counts: tuple[int, ...]


class CountTree(QTreeWidget, Generic[Key]):
    """Lines of names and numbers; the first stands for all.

    Attributes:
        key: What is looked at.

    Signals:
        picked: Something else is looked at.
    """

    picked = Signal()

    def __init__(self, name: str, headers: Sequence[str], everything: Key) -> None:
        super().__init__()
        self.key = self._everything = everything
        self._keys: list[Key] = []
        self.setAccessibleName(name)
        self.setHeaderLabels(list(headers))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumWidth(NARROWEST)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(self._on_current)

    def show_groups(self, groups: Sequence[Group[Key]]) -> None:
        """Show other groups; what was looked at stays so while it is there."""
        self.blockSignals(True)
        self.clear()
        self._keys = [group.key for group in groups]
        for group in groups:
            item = QTreeWidgetItem(self, [group.name, *map(str, group.counts)])
            item.setToolTip(0, group.name)
            for column in range(1, self.columnCount()):
                item.setTextAlignment(column, RIGHT)
        if self.key not in self._keys:
            self.key = self._everything
        self.setCurrentIndex(self.model().index(self._keys.index(self.key), 0))
        self.blockSignals(False)

    def choose(self, key: Key) -> None:
        """Look at another line, where it is there."""
        if key in self._keys:
            self.setCurrentIndex(self.model().index(self._keys.index(key), 0))

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.key = self._keys[self.indexOfTopLevelItem(item)]
            self.picked.emit()
