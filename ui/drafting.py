"""What helps the clerk to draft: every deed on the open notice that takes more than typing into a field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import resources
from models.reading.skeletons import read_skeletons
from models.rules.office_facts import with_office
from ui.parts.drafting.new_dialog import ask_new

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.draft import Draft
    from ui.pages.notices import NoticesPage


class Drafting(QObject):
    """Asks, and changes the open notice; each answer is one step that can be undone."""

    def __init__(self, desk: Desk, draft: Draft, page: NoticesPage, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._draft, self._page, self._window = desk, draft, page, window

    def ask_new(self) -> None:
        """Begin a notice of a 文种, or from an earlier one."""
        self._draft.flush()
        skeletons = read_skeletons(resources.SKELETONS.read_text(encoding="utf-8"))
        notices = self._desk.notices
        notice = ask_new(self._window, skeletons, notices.lines(), notices.load)
        if notice is not None:
            self._draft.create("新建公文", with_office(notice, self._desk.office))
            self._page.form.focus("title")
