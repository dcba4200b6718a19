"""补登纸质件: papers that came are entered one after the other by letters and Enter, without the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from models.rules.unit_finding import found
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from models.unit import Unit

SHOWN = 4


class PaperBar(QFrame):
    """A field; what Enter would enter stands behind it.

    Attributes:
        typed: The field.
        words: The unit that is meant, and others that may be.

    Signals:
        entered: The row of a unit from which paper came.
    """

    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._units: Sequence[Unit] = ()
        self._found: list[Unit] = []
        self._at, self._last = 0, ""
        self.typed = QLineEdit(placeholderText="拼音首字母，如 hpq")
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.close_button = QPushButton("完成（Esc）")
        self._lay_out()
        self.typed.textChanged.connect(self._on_typed)
        self.typed.returnPressed.connect(self._on_return)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def begin(self, units: Sequence[Unit]) -> None:
        """Take the keyboard; these units are asked."""
        self._units, self._last = units, ""
        self.show()
        self.typed.clear()
        self._on_typed()
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it, the arrows choose another unit."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif step and self._found:
            self._at = (self._at + step) % len(self._found)
            self._show()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.typed.setAccessibleName("补登纸质件的单位")
        self.typed.setMaximumWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.STEP, theme.GAP, theme.STEP)
        row.addWidget(QLabel("补登纸质件", textFormat=Qt.TextFormat.PlainText))
        row.addWidget(self.typed)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)

    def _on_typed(self) -> None:
        typed = self.typed.text().strip()
        self._found, self._at = (found(self._units, typed) if typed else []), 0
        self._show()

    def _on_return(self) -> None:
        if self._found:
            unit = self._found[self._at]
            self._last = f"已登记：{unit.name}"
            self.typed.clear()
            self.entered.emit(unit.id or 0)

    def _show(self) -> None:
        self.words.setText(self._said())

    def _said(self) -> str:
        if not self.typed.text().strip():
            return self._last or "输入后按回车登记，接着输下一个"
        if not self._found:
            return "没有找到这个单位"
        others = [one.name for at, one in enumerate(self._found) if at != self._at][: SHOWN - 1]
        more = f"　（↑↓ 换：{'、'.join(others)}）" if others else ""
        return f"→ {self._found[self._at].name}{more}"
