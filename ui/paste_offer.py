"""A whole document pasted into a field: offer to understand it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from models.reading.looks import is_like_notice
from models.reading.understand import read_text
from ui import messages
from ui.parts.fields import PASTE_LIMIT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

QUESTION = "粘贴的内容像一份完整的公文。要识别为公文，自动填好各项要素吗？"


class PasteOffer(QObject):
    """Watches for pastes into fields of one window.

    Signals:
        agreed: The text is to be understood.
    """

    agreed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        QApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess] - there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a paste that the clerk wants understood."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._is_field(watched):
            return False
        text = QGuiApplication.clipboard().text()
        if len(text) > PASTE_LIMIT or not is_like_notice(read_text(text)):
            return False
        if not messages.ask(self._window, QUESTION, "识别为公文"):
            return False
        self.agreed.emit(text)
        return True

    def _is_field(self, watched: QObject) -> bool:
        return (
            isinstance(watched, QLineEdit | QPlainTextEdit)
            and not watched.isReadOnly()
            and watched.window() is self._window
        )
