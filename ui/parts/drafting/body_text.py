"""The field of a paragraph's words: Enter begins the next paragraph, Backspace at its start joins it to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ui.parts.fields import PASTE_LIMIT, ManyLines

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class BodyText(ManyLines):
    """Of a table the lines are rows, and the keys do what they do anywhere.

    Attributes:
        is_table: Whether it shows a table.
        may_join: Whether there is a paragraph above that it can be joined to.

    Signals:
        split_asked: At which place of its text.
        join_asked: With the paragraph above.
        pasted: The text of the clipboard, and from where to where of its own text it shall stand.
    """

    split_asked = Signal(int)
    join_asked = Signal()
    pasted = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, grows=False)
        self.is_table = self.may_join = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Backspace, where they change paragraphs."""
        if (
            self.is_table
            or self.isReadOnly()
            or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().removeSelectedText()
            self.split_asked.emit(self.textCursor().position())
        elif event.key() == Qt.Key.Key_Backspace and self._is_at_start() and self.may_join:
            self.join_asked.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted may be several paragraphs; the rows of a table are its own."""
        if self.is_table or self.isReadOnly() or not source.hasText():
            super().insertFromMimeData(source)
            return
        cursor = self.textCursor()
        text = source.text()[:PASTE_LIMIT]
        self.pasted.emit(text, cursor.selectionStart(), cursor.selectionEnd())

    def _is_at_start(self) -> bool:
        return self.textCursor().atStart() and not self.textCursor().hasSelection()
