"""The tree of paragraphs by key and by mouse: Tab sets levels, Alt with the arrows and dragging move blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget

from models.places import BODY, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QTreeWidgetItem, QWidget

PLACE = Qt.ItemDataRole.UserRole
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class ParagraphTree(QTreeWidget):
    """Several paragraphs of one text may be chosen.

    Signals:
        level_asked: One level deeper (1) or shallower (-1).
        move_asked: One block up (-1) or down (1).
        add_asked, remove_asked, edit_asked: By Ins, Del, Enter.
        dropped: The place that the chosen paragraphs were dropped before.
    """

    level_asked = Signal(int)
    move_asked = Signal(int)
    add_asked = Signal()
    remove_asked = Signal()
    edit_asked = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_read_only = False
        self.setAccessibleName("段落")
        self.setAccessibleDescription(
            "Tab 降一级，Shift+Tab 升一级，Alt+上下箭头移动，回车修改，F6 离开。"
        )
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_read_only(read_only=False)

    @property
    def place(self) -> Place:
        """The place that has the keyboard; the body where none has."""
        item = self.currentItem()
        return place_of(item) if item else Place(BODY, -1)  # pyright: ignore[reportUnnecessaryComparison] - None where none is chosen

    @property
    def chosen(self) -> tuple[int, ...]:
        """The chosen paragraphs, of the text that has the keyboard."""
        piece = self.place.piece
        places = (place_of(item) for item in self.selectedItems())
        return tuple(sorted(p.paragraph for p in places if p.piece == piece and p.paragraph >= 0))

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether nothing may be dragged or changed by keys."""
        self._is_read_only = read_only
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.NoDragDrop if read_only else mode.InternalMove)

    def event(self, event: QEvent) -> bool:
        """Tab on a paragraph sets its level; on a text as a whole it leaves the tree, as F6 does anywhere."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step and self.chosen and not self._is_read_only:
                self.level_asked.emit(step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the keys do to the chosen paragraphs."""
        if self._is_read_only or not self._has_done(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where; the tree is built anew from the notice, Qt shall not move rows of its own."""
        to = self._target(event)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if to is not None and self.chosen and event.source() is self:
            self.dropped.emit(to)

    def _has_done(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if modifiers & _ALT and not modifiers & _SHIFT and key in steps:
            self.move_asked.emit(steps[key])
            return True
        asked = {
            Qt.Key.Key_Insert: self.add_asked,
            Qt.Key.Key_Delete: self.remove_asked,
            Qt.Key.Key_Return: self.edit_asked,
            Qt.Key.Key_Enter: self.edit_asked,
        }.get(key)
        if asked is None:
            return False
        asked.emit()
        return True

    def _target(self, event: QDropEvent) -> Place | None:
        """Before the row under the upper half of the mouse, behind the one under the lower half."""
        spot = event.position().toPoint()
        item = self.itemAt(spot)
        if item is None:  # pyright: ignore[reportUnnecessaryComparison] - None beside the rows
            return None
        place = place_of(item)
        is_below = spot.y() >= self.visualItemRect(item).center().y()
        return Place(place.piece, max(place.paragraph + is_below, 0))


def place_of(item: QTreeWidgetItem) -> Place:
    """The place of a row."""
    return Place(*item.data(0, PLACE))
