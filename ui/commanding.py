"""命令: ask what to do, and do it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from ui.actions import MENUS
from ui.parts.command_dialog import CommandDialog, Offer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from ui.actions import Actions
    from ui.desk import Desk

PAGE, NOTICE = "页面", "公文"
PAGES = "page_"
OWN = "commands"


class Commanding(QObject):
    """Offers the pages, the commands of the menus and the notices.

    Signals:
        notice_asked: The id of the notice that is to be opened.
    """

    notice_asked = Signal(int)

    def __init__(self, actions: Actions, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._desk, self._window = actions, desk, window

    def ask(self) -> None:
        """Ask, and do what was chosen once the question is gone."""
        dialog = CommandDialog(self.offers(), self._window)
        chosen = dialog.chosen if dialog.exec() else None
        dialog.deleteLater()
        if chosen is not None:
            chosen.deed()

    def offers(self) -> list[Offer]:
        """All there is just now: pages first, notices last."""
        commands = list(self._commands())
        pages = [one for one in commands if one.kind == PAGE]
        return [*pages, *(one for one in commands if one.kind != PAGE), *self._notices()]

    def _commands(self) -> Iterator[Offer]:
        for title, commands in MENUS:
            menu = title.partition("(")[0]
            for name in (one.name for one in commands if one.name not in ("", OWN)):
                action = self._actions[name]
                kind = PAGE if name.startswith(PAGES) else menu
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words, is_open = action.text(), action.isEnabled()
                yield Offer(words, kind, keys, action.trigger, is_open)

    def _notices(self) -> Iterator[Offer]:
        for line in self._desk.notices.lines():
            title = line.title or "（无标题）"
            deed = partial(self.notice_asked.emit, line.id)
            yield Offer(title, NOTICE, line.doc_number, deed)
