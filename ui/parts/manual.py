"""The manual: chapters at the left, the one that is read at the right, and a search over all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.parts.manual_text import DIALECT, ManualText

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

SIZE = (920, 600)
LIST_WIDTH, FIELD_WIDTH = 176, 280
FOLDER = "manual"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A file of the manual.

    Attributes:
        file: Its name, by whose order the chapters stand.
        title: Its first line.
        text: Markdown.
        plain: What is read, place by place the characters of the page.
    """

    file: str
    title: str
    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand: the place of the chapter, and that in it."""

    chapter: int
    start: int


def read_chapters(root: Path) -> tuple[Chapter, ...]:
    """All chapters of the help folder."""
    files = sorted((root / FOLDER).glob("*.md"))
    return tuple(_chapter(one.name, one.read_text(encoding="utf-8")) for one in files)


def hits_in(chapters: Sequence[Chapter], words: str) -> list[Hit]:
    """All places where words stand, whatever the case of letters."""
    asked = words.strip().lower()
    found: list[Hit] = []
    for at, chapter in enumerate(chapters):
        plain = chapter.plain.lower()
        start = plain.find(asked) if asked else -1
        while start >= 0:
            found.append(Hit(at, start))
            start = plain.find(asked, start + len(asked))
    return found


class Manual(QWidget):
    """A window of its own beside the work; it remembers nothing.

    Attributes:
        chapters: What there is to read.
        names, text, words, note: Its widgets.
    """

    def __init__(self, root: Path, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.chapters = read_chapters(root)
        self._hits: list[Hit] = []
        self._at = -1
        self.names, self.text = QListWidget(), ManualText(root)
        self.words = _Words()
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._lay_out()
        self._connect()
        self.names.setCurrentRow(0)

    def show_chapter(self, file: str) -> None:
        """Open a chapter at its beginning; nothing where there is none of that name."""
        files = [one.file for one in self.chapters]
        if file in files:
            self.names.setCurrentRow(files.index(file))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_pane(self) -> None:
        """F6: the keyboard goes from the chapters to the text and to the search."""
        panes = (self.names, self.text, self.words)
        inside = [at for at, pane in enumerate(panes) if pane.hasFocus()]
        panes[(inside[0] + 1) % len(panes) if inside else 0].setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def step(self, by: int) -> None:
        """Go to the next place of the words, or to one before; behind the last comes the first."""
        if self._hits:
            self._go((self._at + by) % len(self._hits))

    def _lay_out(self) -> None:
        self.setWindowTitle("使用手册 - 印发")
        self.resize(*SIZE)
        self.names.setAccessibleName("章节")
        self.names.setProperty("role", "pages")
        self.names.ensurePolished()  # a row that is measured before stays low
        self.names.addItems([one.title for one in self.chapters])
        self.note.setProperty("role", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(*[theme.GAP] * 4)
        head.setSpacing(theme.GAP)
        head.addWidget(self.words)
        head.addWidget(self.note, 1)
        split = QSplitter()
        split.addWidget(self.names)
        split.addWidget(self.text)
        split.setHandleWidth(1)
        split.setSizes([LIST_WIDTH, SIZE[0] - LIST_WIDTH])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(self._on_row)
        self.text.link_chosen.connect(self.show_chapter)
        self.words.textChanged.connect(self._on_words)
        self.words.stepped.connect(self.step)
        for keys, deed in self._keys().items():
            QShortcut(QKeySequence(keys), self, deed)

    def _keys(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Esc": self.close,
            "F6": self.next_pane,
            "Ctrl+F": self.words.seek,
            "F3": lambda: self.step(1),
            "Shift+F3": lambda: self.step(-1),
        }

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.text.show_text(self.chapters[row].text)

    def _on_words(self) -> None:
        """The first place from the open chapter on."""
        self._hits, self._at = hits_in(self.chapters, self.words.text()), -1
        if self._hits:
            here = self.names.currentRow()
            self._go(next((at for at, hit in enumerate(self._hits) if hit.chapter >= here), 0))
        else:
            self.note.setText("没有找到" if self.words.text().strip() else "")

    def _go(self, at: int) -> None:
        self._at, hit = at, self._hits[at]
        self.names.setCurrentRow(hit.chapter)
        self.text.mark(hit.start, len(self.words.text().strip()))
        self.note.setText(f"第 {at + 1} 处，共 {len(self._hits)} 处")


class _Words(QLineEdit):
    """The search; Enter goes on, Shift+Enter goes back.

    Signals:
        stepped: By how many places.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__(placeholderText="在手册里查找（Ctrl+F）", clearButtonEnabled=True)
        self.setAccessibleName("在手册里查找")
        self.setMaxLength(60)
        self.setFixedWidth(FIELD_WIDTH)

    def seek(self) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter walks through the places."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


def _chapter(file: str, text: str) -> Chapter:
    document = QTextDocument()
    document.setMarkdown(text, DIALECT)
    title = text.partition("\n")[0].removeprefix("#").strip()
    return Chapter(file, title, text, document.toPlainText())
