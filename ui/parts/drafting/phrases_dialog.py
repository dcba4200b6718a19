"""常用语: choose one to insert; the list is the office's own and is edited here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from models.office import USUAL_PHRASES
from ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = (520, 480)
LONGEST = 500
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
TIPS = {
    "添加": "把上面输入的话加到常用语里",
    "修改": "F2",
    "删除": "Del",
    "恢复常用": "换回随程序带的常用语",
}


class PhrasesDialog(QDialog):
    """Words to narrow the list, the list, and what is done to it.

    Attributes:
        words, shown, buttons: Its widgets.
    """

    def __init__(self, phrases: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.shown = QLineEdit(), QListWidget()
        self.buttons = {name: QPushButton(name) for name in TIPS}
        self._lay_out()
        self._connect()
        self._fill(phrases)

    @property
    def phrases(self) -> tuple[str, ...]:
        """All of them as they are now."""
        texts = (self.shown.item(row).text().strip() for row in range(self.shown.count()))
        return tuple(dict.fromkeys(filter(None, texts)))

    @property
    def chosen(self) -> str:
        """The one that is marked."""
        item = self.shown.currentItem()
        return "" if item is None or item.isHidden() else item.text()  # pyright: ignore[reportUnnecessaryComparison] - None where none is marked

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while words are typed; Del in the list removes."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.words and event.key() in MOVES:
                self.shown.event(event)
                return True
            if watched is self.shown and event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setWindowTitle("常用语")
        self.resize(*SIZE)
        self.words.setPlaceholderText("输入几个字来找；没有的，按“添加”加进去")
        self.words.setAccessibleName("查找常用语")
        self.words.setMaxLength(LONGEST)
        self.shown.setAccessibleName("常用语")
        self.shown.setWordWrap(True)
        self.shown.setProperty("role", "ticks")
        self.shown.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(theme.STEP)
        for name, button in self.buttons.items():
            button.setToolTip(TIPS[name])
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        role = QDialogButtonBox.ButtonRole
        box = QDialogButtonBox()
        box.addButton("插入", role.AcceptRole).setProperty("primary", "true")
        box.addButton("关闭", role.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        row.addWidget(box)
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.shown)
        column.addLayout(row)

    def _connect(self) -> None:
        self.words.installEventFilter(self)
        self.shown.installEventFilter(self)
        self.words.textChanged.connect(self._narrow)
        self.shown.itemDoubleClicked.connect(self.accept)
        self.buttons["添加"].clicked.connect(self._add)
        self.buttons["修改"].clicked.connect(self._edit)
        self.buttons["删除"].clicked.connect(self._remove)
        self.buttons["恢复常用"].clicked.connect(self._reset)

    def _fill(self, phrases: tuple[str, ...]) -> None:
        self.shown.clear()
        for phrase in phrases:
            self._append(phrase)
        self.shown.setCurrentRow(0)

    def _append(self, phrase: str) -> QListWidgetItem:
        item = QListWidgetItem(phrase, self.shown)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _narrow(self, words: str) -> None:
        """Only those with the words; the first of them is marked."""
        items = [self.shown.item(row) for row in range(self.shown.count())]
        for item in items:
            item.setHidden(words.strip() not in item.text())
        first = next((item for item in items if not item.isHidden()), None)
        if first is not None:
            self.shown.setCurrentItem(first)

    def _add(self) -> None:
        """What was typed, at the end; with nothing typed a new line to be written."""
        words = self.words.text().strip()
        self.words.clear()
        if words in self.phrases:
            return
        item = self._append(words)
        self.shown.setCurrentItem(item)
        if not words:
            self.shown.editItem(item)

    def _edit(self) -> None:
        if self.chosen:
            self.shown.editItem(self.shown.currentItem())

    def _remove(self) -> None:
        if self.chosen:
            self.shown.takeItem(self.shown.currentRow())

    def _reset(self) -> None:
        self.words.clear()
        self._fill(USUAL_PHRASES)
