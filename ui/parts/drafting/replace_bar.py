"""查找和替换: a bar over the open notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

LONGEST = 200
FIELD_WIDTH = 180
TIPS = {
    "上一处": "Shift+F3",
    "下一处": "F3，或在查找栏按回车",
    "替换": "在替换栏按回车",
    "全部替换": "一步完成，可以撤销",
    "关闭": "Esc",
}


class ReplaceBar(QFrame):
    """What to find and what to put there.

    Attributes:
        words, new: Its fields.
        count: How many there are, and which is shown.
        buttons: By what they say.

    Signals:
        words_changed: Something else is to be found.
        step_asked: To the next (1) or the last (-1) place.
        replace_asked, all_asked: The place that is shown, all places.
        closed: It was closed.
    """

    words_changed = Signal(str)
    step_asked = Signal(int)
    replace_asked = Signal()
    all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.new = QLineEdit(), QLineEdit()
        self.count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.buttons = {name: QPushButton(name) for name in TIPS}
        self._is_read_only = False
        self._lay_out()
        self._connect()
        self.hide()

    def begin(self, words: str = "") -> None:
        """Show it with the keyboard in it; `words` are what is selected elsewhere."""
        if words:
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self.words_changed.emit(self.words.text())

    def tell(self, count: int, at: int = -1, done: int = 0) -> None:
        """Say how many places there are, which of them is shown, and how many were replaced just now."""
        words = f"共 {count} 处" if count else "没有找到"
        words = f"第 {at + 1} 处，{words}" if at >= 0 else words
        words = words if self.words.text() else ""
        self.count.setText(f"已替换 {done} 处。" + (words if count else "") if done else words)
        for name in ("上一处", "下一处"):
            self.buttons[name].setEnabled(count > 0)
        for name in ("替换", "全部替换"):
            self.buttons[name].setEnabled(count > 0 and not self._is_read_only)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether words may be found only."""
        self._is_read_only = read_only
        self.new.setEnabled(not read_only)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter finds or replaces by the field it is pressed in; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.new.hasFocus():
            self.buttons["替换"].click()
        elif self.words.hasFocus():
            is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_asked.emit(-1 if is_back else 1)

    def close_bar(self) -> None:
        """Hide it."""
        self.hide()
        self.closed.emit()

    def _lay_out(self) -> None:
        self.setProperty("role", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, theme.STEP, 12, theme.STEP)
        row.setSpacing(theme.GAP)
        for name, field in (("查找", self.words), ("替换为", self.new)):
            label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setMaxLength(LONGEST)
            field.setFixedWidth(FIELD_WIDTH)
            row.addWidget(label)
            row.addWidget(field)
        for name, button in self.buttons.items():
            button.setToolTip(TIPS[name])
            if name != "关闭":
                row.addWidget(button)
        row.addWidget(self.count, 1)
        row.addWidget(self.buttons["关闭"])

    def _connect(self) -> None:
        self.words.textChanged.connect(self.words_changed)
        self.buttons["上一处"].clicked.connect(self._on_last)
        self.buttons["下一处"].clicked.connect(self._on_next)
        self.buttons["替换"].clicked.connect(self.replace_asked)
        self.buttons["全部替换"].clicked.connect(self.all_asked)
        self.buttons["关闭"].clicked.connect(self.close_bar)

    def _on_last(self) -> None:
        self.step_asked.emit(-1)

    def _on_next(self) -> None:
        self.step_asked.emit(1)
