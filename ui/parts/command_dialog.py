"""Ctrl+K: anything the menus, the pages and the list of notices offer, found as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from models.pinyin import fit, folded
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

SIZE = (620, 420)
ROW_HEIGHT = 26
MOST = 50
LONGEST = 100
MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
HINT = "可以打汉字、拼音或拼音首字母，如“新建”“xinjian”“xj”。回车执行，Esc 关闭。"
NOTHING = "没有找到。可以少打几个字再试。"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be done.

    Attributes:
        kind: What it is: a menu, a page, a notice.
        keys: Its shortcut, or what else tells it apart.
        is_open: Whether it can be done just now.
    """

    words: str
    kind: str
    keys: str
    deed: Callable[[], object]
    is_open: bool = True


class CommandDialog(QDialog):
    """Asks what to do.

    Attributes:
        words, hits: Its widgets.
    """

    def __init__(self, offers: Sequence[Offer], parent: QWidget) -> None:
        super().__init__(parent)
        self._offers, self._found = offers, list[Offer]()
        self.words, self.hits = QLineEdit(), QTreeWidget()
        self.note = QLabel(HINT, textFormat=Qt.TextFormat.PlainText)
        self._lay_out()
        self._show("")

    @property
    def chosen(self) -> Offer | None:
        """What the mark stands on."""
        at = self.hits.currentIndex().row()
        offer = self._found[at] if at >= 0 else None
        return offer if offer is not None and offer.is_open else None

    def accept(self) -> None:
        """What cannot be done has no effect."""
        if self.chosen is not None:
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while words are typed."""
        is_pressed = watched is self.words and event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in MOVES:
            return QApplication.sendEvent(self.hits, event)
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.setWindowTitle("命令")
        self.resize(*SIZE)
        self.words.setPlaceholderText("要做什么")
        self.words.setAccessibleName("要做什么")
        self.words.setMaxLength(LONGEST)
        self.hits.setAccessibleName("可以做的事")
        self.hits.setHeaderLabels(["名称", "所在", "快捷键"])
        self.hits.setHeaderHidden(True)
        self.hits.setRootIsDecorated(False)
        self.hits.setAllColumnsShowFocus(True)
        header = self.hits.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.note.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP)
        for part in (self.words, self.hits, self.note):
            column.addWidget(part)
        self.words.textChanged.connect(self._show)
        self.words.returnPressed.connect(self.accept)
        self.words.installEventFilter(self)
        self.hits.itemClicked.connect(self.accept)
        self.hits.itemActivated.connect(self.accept)

    def _show(self, words: str) -> None:
        self._found = list(found(words, self._offers))
        self.hits.clear()
        for offer in self._found:
            item = QTreeWidgetItem(self.hits, [offer.words, offer.kind, offer.keys])
            item.setSizeHint(0, QSize(0, ROW_HEIGHT))
            item.setDisabled(not offer.is_open)
            item.setToolTip(0, offer.words)
        first = next((at for at, one in enumerate(self._found) if one.is_open), 0)
        self.hits.setCurrentIndex(self.hits.model().index(first, 0))
        self.note.setText(HINT if self._found else NOTHING)


def found(words: str, offers: Sequence[Offer]) -> Iterator[Offer]:
    """What answers to the words, the best first, else in the order it was given in."""
    if words.strip() and not folded(words):
        return
    fits = [(how, at) for at, one in enumerate(offers) if (how := fit(words, one.words))]
    for _, at in sorted(fits)[:MOST]:
        yield offers[at]
