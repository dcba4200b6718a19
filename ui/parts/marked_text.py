"""A text that came in, each understood stretch in the tint of its role."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from models.reading.fold import fold
from models.reading.reading import Role
from ui.parts.reading_names import tint

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

    from models.reading.reading import Reading

ROLE_MIME = "application/x-yinfa-role"
STRETCH_MIME = "application/x-yinfa-stretch"
LEFT_OUT = QColor(128, 128, 128)


class MarkedText(QPlainTextEdit):
    """Read only; text is selected by mouse or keys and can be dragged to the list, whose rows can be dropped here.

    Signals:
        given: A role was dropped on a stretch: the role, its start and end in the text.
    """

    given = Signal(object, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._wide: list[int] = []
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setAcceptDrops(True)
        self.setAccessibleName("原文")

    def show_reading(self, reading: Reading) -> None:
        """Show its text, if another, and colour it."""
        if reading.text != self._text:  # what Qt gives back has other blanks
            self._text = reading.text
            self._wide = [at for at, char in enumerate(reading.text) if char > "\uffff"]
            self.setPlainText(_shown(reading.text))
        marks = [self._marked(f.start, f.end, _ground(f.role)) for f in reading.found]
        marks += [self._marked(span.start, span.end, _grey()) for span in reading.left_out]
        self.setExtraSelections(marks)

    def selected(self) -> tuple[int, int]:
        """Start and end of the selected text."""
        cursor = self.textCursor()
        return self._place(cursor.selectionStart()), self._place(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select a stretch and bring it into sight."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Marked as a stretch of this text; text that another program lets go of has no place in it."""
        data = super().createMimeDataFromSelection()
        data.setData(STRETCH_MIME, b"")
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A row of the list may come."""
        if event.mimeData().hasFormat(ROLE_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Everywhere."""
        if event.mimeData().hasFormat(ROLE_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Dropped on the selection it means that, else the line under it."""
        role = Role(bytes(event.mimeData().data(ROLE_MIME).data()).decode())
        place = self.cursorForPosition(event.position().toPoint())
        selection = self.textCursor()
        inside = selection.selectionStart() <= place.position() < selection.selectionEnd()
        if not inside:
            place.select(QTextCursor.SelectionType.BlockUnderCursor)
            self.setTextCursor(place)
        event.acceptProposedAction()
        self.given.emit(role, *self.selected())

    def _marked(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = self._cursor(start, end), look  # pyright: ignore[reportAttributeAccessIssue] - its stubs know no fields
        return mark

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(self._qt_place(start))
        cursor.setPosition(self._qt_place(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _qt_place(self, at: int) -> int:
        """Qt counts characters beyond U+FFFF twice."""
        return at + bisect_left(self._wide, at)

    def _place(self, at: int) -> int:
        doubled = [wide + before for before, wide in enumerate(self._wide)]
        return at - bisect_left(doubled, at)


def _shown(text: str) -> str:
    """The text with line breaks that Qt counts as we do."""
    breaks = fold(text.replace("\r\n", " \n"))
    return "".join("\n" if b == "\n" else char for b, char in zip(breaks, text, strict=True))


def _ground(role: Role) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(tint(role))
    return look


def _grey() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(LEFT_OUT)
    look.setFontStrikeOut(True)
    return look
