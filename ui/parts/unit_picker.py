"""One unit out of the roster, found by a name or its letters, without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
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

from models.rules.unit_finding import found
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.unit import Unit

WIDTH, HEIGHT = 420, 360
MOST = 200
ROW = Qt.ItemDataRole.UserRole
ALONG = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class UnitField(QWidget):
    """A field, and below it the units that may be meant; the first is chosen, arrows choose another.

    Attributes:
        typed: The field.
        list: The units.

    Signals:
        taken: The row of the unit that was taken with Enter or a double click.
    """

    taken = Signal(int)

    def __init__(self, units: Sequence[Unit]) -> None:
        super().__init__()
        self._units = units
        self.typed = QLineEdit(placeholderText="输入名称、简称或拼音首字母，如 hpq")
        self.list = QListWidget()
        self.typed.setAccessibleName("单位")
        self.list.setAccessibleName("可能的单位")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.typed)
        column.addWidget(self.list)
        self.typed.textChanged.connect(self._show)
        self.typed.returnPressed.connect(self.take)
        self.list.itemActivated.connect(self.take)
        self.typed.installEventFilter(self)
        self._show()

    @property
    def unit(self) -> int | None:
        """The row of the chosen unit."""
        item = self.list.currentItem()
        return item.data(ROW) if self.list.count() else None

    def offer(self, units: Sequence[Unit]) -> None:
        """Choose among other units."""
        self._units = units
        self._show()

    def take(self) -> None:
        """Take the chosen unit."""
        if self.unit is not None:
            self.taken.emit(self.unit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose below while the keyboard stays in the field."""
        is_pressed = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_pressed and event.key() in ALONG:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        typed = self.typed.text()
        units = found(self._units, typed) if typed.strip() else self._units
        self.list.clear()
        for unit in units[:MOST]:
            item = QListWidgetItem(unit.name, self.list)
            item.setData(ROW, unit.id)
        self.list.setCurrentRow(0)


class UnitPicker(QDialog):
    """Asks for one.

    Attributes:
        field: What is typed, and what is found.
    """

    def __init__(self, title: str, words: str, units: Sequence[Unit], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(WIDTH, HEIGHT)
        self.field = UnitField(units)
        buttons = QDialogButtonBox()
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(words, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        column.addWidget(self.field)
        column.addWidget(buttons)
        buttons.accepted.connect(self.field.take)
        buttons.rejected.connect(self.reject)
        self.field.taken.connect(self.accept)


def ask_unit(parent: QWidget, title: str, words: str, units: Sequence[Unit]) -> int | None:
    """The row of the unit that was chosen; None where the clerk thought better of it."""
    picker = UnitPicker(title, words, units, parent)
    return picker.field.unit if picker.exec() else None
