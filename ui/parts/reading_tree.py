"""What was understood of a text: one row a role, in the order of the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from models.reading.fold import tidy
from models.reading.reading import Found, Role
from ui.parts.marked_text import LEFT_OUT, ROLE_MIME, STRETCH_MIME
from ui.parts.reading_names import NAMES, tint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from models.reading.reading import Reading

SHOWN = 60  # characters of an element
ROLE, FOUND = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ReadingTree(QTreeWidget):
    """Rows can be dragged to the text, and text can be dropped on them.

    Signals:
        pointed: The element of the row that has the keyboard.
        given: Text was dropped on the row of this role.
    """

    pointed = Signal(object)
    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(2)
        self.setHeaderLabels(["要素", "认出的文字"])
        self.setAccessibleName("认出的要素")
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)
        self.currentItemChanged.connect(self._on_current)

    def show_reading(self, reading: Reading) -> None:
        """Fill the rows anew; the chosen role stays chosen."""
        before = self.role()
        self.blockSignals(True)
        self.clear()
        for role in Role:
            self._add(role, [f for f in reading.found if f.role is role], reading.text)
        self.resizeColumnToContents(0)
        if before is not None:
            self.choose(before)
        self.blockSignals(False)

    def role(self) -> Role | None:
        """The role of the chosen row."""
        item = self.currentItem()
        return item.data(0, ROLE) if item else None

    def found(self) -> Found | None:
        """The element of the chosen row, if it is one."""
        item = self.currentItem()
        return item.data(0, FOUND) if item else None

    def choose(self, role: Role) -> None:
        """Put the keyboard on the row of a role."""
        row = self.topLevelItem(list(Role).index(role))
        if row is not None:
            self.setCurrentItem(row)

    def mimeTypes(self) -> list[str]:
        """What rows are dragged as."""
        return [ROLE_MIME]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """The role of the dragged row."""
        data = QMimeData()
        data.setData(ROLE_MIME, items[0].data(0, ROLE).value.encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A stretch of the text may come."""
        if event.mimeData().hasFormat(STRETCH_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """To any row."""
        if event.mimeData().hasFormat(STRETCH_MIME) and self.itemAt(event.position().toPoint()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """The text that is selected is to be of this row."""
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.mimeData().hasFormat(STRETCH_MIME):
            event.acceptProposedAction()
            self.given.emit(item.data(0, ROLE))

    def _add(self, role: Role, found: Sequence[Found], text: str) -> None:
        only = found[0] if len(found) == 1 else None
        words = _words(only, text) if only else f"{len(found)} 处" if found else "没有"
        row = _row(NAMES[role], words, role, only)
        row.setBackground(0, QBrush(tint(role)))
        if not found:
            row.setForeground(1, QBrush(LEFT_OUT))
        self.addTopLevelItem(row)
        for one in found if len(found) > 1 else ():
            row.addChild(_row("", _words(one, text), role, one))

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and item.data(0, FOUND) is not None:
            self.pointed.emit(item.data(0, FOUND))


def _row(name: str, words: str, role: Role, found: Found | None) -> QTreeWidgetItem:
    row = QTreeWidgetItem([name, words])
    row.setData(0, ROLE, role)
    row.setData(0, FOUND, found)
    if found:
        row.setToolTip(1, found.reason)
    return row


def _words(found: Found, text: str) -> str:
    words = tidy(text[found.start : found.end])
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
