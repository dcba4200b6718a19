"""One element of the notice as one field: typed text in, value out, and word of what it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from models.invisible import visible
from models.rules.missing import TO_FILL

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

PASTE_LIMIT = 200_000
LINES_SHOWN = 6


class OneLine(QLineEdit):
    """A field of one line that leaves undo to the window.

    Signals:
        typed: What the field says now.
        entered: It has the keyboard.
        left: It lost the keyboard.
    """

    typed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(PASTE_LIMIT)
        self.textEdited.connect(self._on_edited)

    def show_text(self, text: str) -> None:
        """Show a stored text without moving the cursor of who is typing it."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(place if self.hasFocus() else 0)

    def put(self, words: str) -> None:
        """Put words in the place of what is selected, as if they were typed; what is to be filled in is selected."""
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        self.insert(words)
        self._on_edited(self.text())
        gap = words.find(TO_FILL)
        if gap >= 0:
            self.select(start + gap, start + gap + len(TO_FILL))

    def spot(self) -> int:
        """The place of the cursor."""
        return self.cursorPosition()

    def selected(self) -> str:
        """What is selected."""
        return self.selectedText()

    def select(self, start: int, end: int) -> None:
        """Select a stretch."""
        self.setSelection(start, end - start)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's."""
        return False if is_undo(event) else super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.left.emit()

    def _on_edited(self, text: str) -> None:
        """Invisible characters, which come with what is pasted, go at once."""
        clean = visible(text)
        if clean != text:
            place = len(visible(text[: self.cursorPosition()]))
            self.setText(clean)
            self.setCursorPosition(place)
        self.typed.emit(clean)


class ManyLines(QPlainTextEdit):
    """A field of several lines as tall as its text; Tab leaves it, undo is the window's.

    Signals:
        typed: What the field says now.
        entered: It has the keyboard.
        left: It lost the keyboard.
    """

    typed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, grows: bool = True) -> None:
        super().__init__(parent)
        self._grows, self._is_quiet, self._height = grows, False, 0
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)
        if grows:
            self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """What it says."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a stored text without moving the cursor of who is typing it."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._is_quiet = True
        self.setPlainText(text)
        self._is_quiet = False
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def put(self, words: str) -> None:
        """Put words in the place of what is selected, as if they were typed; what is to be filled in is selected."""
        start = self.textCursor().selectionStart()
        self.textCursor().insertText(words)
        gap = words.find(TO_FILL)
        if gap >= 0:
            self.select(start + gap, start + gap + len(TO_FILL))

    def spot(self) -> int:
        """The place of the cursor."""
        return self.textCursor().position()

    def selected(self) -> str:
        """What is selected; nothing where that is more than one line."""
        words = self.textCursor().selectedText()
        return "" if "\u2029" in words else words

    def select(self, start: int, end: int) -> None:
        """Select a stretch and bring it into view."""
        cursor = self.textCursor()
        last = len(self.toPlainText())
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the window's."""
        return False if is_undo(event) else super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """Its text, up to some lines."""
        lines = max(1, min(round(self.document().size().height()), LINES_SHOWN))
        height = lines * self.fontMetrics().lineSpacing() + 12
        return QSize(200, height if self._grows else 120)

    def minimumSizeHint(self) -> QSize:
        """Where it grows it is never cut."""
        return QSize(80, self.sizeHint().height() if self._grows else 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere in another width."""
        super().resizeEvent(event)
        if self._grows:
            self._fit()

    def _fit(self) -> None:
        fits = self.document().size().height() <= LINES_SHOWN
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        if self.sizeHint().height() != self._height:
            self._height = self.sizeHint().height()
            self.updateGeometry()

    def _on_changed(self) -> None:
        if self._grows:
            self._fit()
        if self._is_quiet:
            return
        text = self.toPlainText()
        if visible(text) != text:
            self.show_text(visible(text))
        self.typed.emit(self.toPlainText())


Field = OneLine | ManyLines


def is_undo(event: QEvent) -> bool:
    """Whether a field is about to take Ctrl+Z or Ctrl+Y for itself."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )
