"""A whole document pasted somewhere else: offer to understand it instead."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from models.reading.looks import LEAST, is_whole_notice
from models.reading.understand import read_text
from ui import messages
from ui.parts.fields import PASTE_LIMIT

PASTE = "edit-paste"  # what Qt calls it in its menus
QUESTION = "粘贴的内容像一份完整的公文。要识别为公文，自动填好各项要素吗？"

_WATCHED = (QEvent.Type.KeyPress, QEvent.Type.ContextMenu)
Field = QLineEdit | QPlainTextEdit


class PasteOffer(QObject):
    """Watches for pastes into one window, by keys wherever the keyboard is and by the menus of its fields.

    Signals:
        agreed: The reading of the text that is to be understood.
    """

    agreed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        QApplication.instance().installEventFilter(self)  # pyright: ignore[reportOptionalMemberAccess] - there is one

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop a paste that the clerk wants understood."""
        if event.type() not in _WATCHED or not self._is_ours(watched):
            return False
        if isinstance(event, QContextMenuEvent):
            return self._has_shown_menu(watched, event)
        is_first = watched is self._window.focusWidget()  # what takes no paste hands it on
        return is_first and _is_paste(event) and self._is_taken()

    def menu_of(self, field: Field) -> QMenu:
        """The menu of a field, with our own answer to its paste where it has one."""
        menu = field.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, PASTE)
        if isinstance(paste, QAction):
            paste.triggered.disconnect()
            paste.triggered.connect(partial(self._paste_into, field))
        return menu

    def _has_shown_menu(self, watched: QObject, event: QContextMenuEvent) -> bool:
        """A field of several lines hears of it by the widget that shows its text."""
        field = watched if isinstance(watched, Field) else watched.parent()
        if not isinstance(field, Field):
            return False
        self.menu_of(field).popup(event.globalPos())
        return True

    def _is_ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._window

    def _is_taken(self) -> bool:
        """Whether the clipboard holds a document, and the clerk wants it understood."""
        text = QGuiApplication.clipboard().text()
        if not LEAST <= len(text) <= PASTE_LIMIT or not is_whole_notice(reading := read_text(text)):
            return False
        if not messages.ask(self._window, QUESTION, "识别为公文"):
            return False
        self.agreed.emit(reading)
        return True

    def _paste_into(self, field: Field, _: bool = False) -> None:
        if not self._is_taken():
            field.paste()


def _is_paste(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste)
