"""查找全部: what is asked for, found in everything that is kept, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from models.store.searching import Hit

SIZE = (720, 480)
MOST = 50
AROUND = 24  # characters that are shown before the words
SHOWN = 90
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchDialog(QDialog):
    """Asks for words and shows where they stand.

    Attributes:
        words, hits: Its widgets.
        chosen: The place to go to; None before one was chosen.
    """

    def __init__(
        self,
        search: Callable[[str, int], Sequence[Hit]],
        titles: Mapping[int, str],
        parent: QWidget,
    ) -> None:
        """`titles` are those of the notices by their ids."""
        super().__init__(parent)
        self._search, self._titles = search, titles
        self.chosen: Hit | None = None
        self._found: Sequence[Hit] = ()
        self.words, self.hits = QLineEdit(), QListWidget()
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._lay_out()
        self._show("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while words are typed."""
        is_pressed = watched is self.words and event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in MOVES:
            self.hits.event(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Go to the hit that is marked."""
        row = self.hits.currentRow()
        if 0 <= row < len(self._found):
            self.chosen = self._found[row]
            super().accept()

    def _lay_out(self) -> None:
        self.setWindowTitle("查找全部")
        self.resize(*SIZE)
        self.words.setPlaceholderText("公文的标题、文号、正文、附件，单位的名称、电话、地址……")
        self.words.setAccessibleName("查找的内容")
        self.words.setMaxLength(100)
        self.hits.setAccessibleName("找到的地方")
        self.hits.setWordWrap(True)
        self.hits.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note.setProperty("role", "quiet")
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox()
        buttons.addButton("转到", role.AcceptRole)
        buttons.addButton("关闭", role.RejectRole)
        column = QVBoxLayout(self)
        for part in (self.words, self.hits, self.note, buttons):
            column.addWidget(part)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.words.textChanged.connect(self._show)
        self.words.installEventFilter(self)
        self.hits.itemActivated.connect(self.accept)

    def _show(self, words: str) -> None:
        self._found = self._search(words, MOST)
        self.hits.clear()
        for hit in self._found:
            QListWidgetItem(f"{self._where(hit)}\n{snippet(hit.text, words)}", self.hits)
        self.hits.setCurrentRow(0)
        self.note.setText(_told(words, len(self._found)))

    def _where(self, hit: Hit) -> str:
        if hit.notice_id is None:
            return "单位"
        title = self._titles.get(hit.notice_id, "") or "（无标题）"
        return title if hit.reply_id is None else f"报送件 {title}"


def snippet(text: str, words: str) -> str:
    """The stretch of a text around the first of the words."""
    flat = " ".join(text.split())
    asked = words.lower().split()
    at = flat.lower().find(asked[0]) if asked else 0
    start = max(at - AROUND, 0)
    end = start + SHOWN
    return f"{'…' if start else ''}{flat[start:end]}{'…' if end < len(flat) else ''}"


def _told(words: str, count: int) -> str:
    if not words.strip():
        return "输入要找的字，几个词用空格隔开。"
    if not count:
        return "没有找到。可以少写几个字再试。"
    return f"前 {count} 处，请多写几个字来缩小范围。" if count == MOST else f"共 {count} 处。"
