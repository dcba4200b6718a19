"""What stands where there is no notice yet: what this is for, and the first steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme


class EmptyState(QWidget):
    """Three ways to begin.

    Signals:
        paste_asked, open_asked, sample_asked: One of them was taken.
    """

    paste_asked = Signal()
    open_asked = Signal()
    sample_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = Qt.TextFormat.PlainText
        self._title = QLabel("还没有打开公文", textFormat=plain)
        self._words = QLabel(
            "把公文原文粘贴进来，或者把文件拖到窗口里，\n程序会认出标题、主送机关、正文和日期，排成红头文件。",
            textFormat=plain,
        )
        self._paste = QPushButton("粘贴原文（Ctrl+Shift+V）")
        self._open = QPushButton("打开文件（Ctrl+O）")
        self._sample = QPushButton("打开示例（2007）")
        self._lay_out()
        self._paste.clicked.connect(self.paste_asked)
        self._open.clicked.connect(self.open_asked)
        self._sample.clicked.connect(self.sample_asked)

    def _lay_out(self) -> None:
        self._title.setProperty("role", "title")
        self._words.setProperty("role", "quiet")
        self._paste.setProperty("primary", "true")
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addStretch()
        for button in (self._paste, self._open, self._sample):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(theme.GROUP_GAP)
        column.addStretch()
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addLayout(row)
        column.addStretch()
