"""What helps the clerk to draft: every deed on the open notice that takes more than typing into a field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

import resources
from exports.page import Source
from models.reading.kinds import statutory_kind
from models.reading.skeletons import of_edition, read_skeletons
from models.rules.drafting.titling import parts_of_title
from models.rules.office_facts import with_office
from ui.parts.drafting.new_dialog import ask_new
from ui.parts.drafting.phrases_dialog import PhrasesDialog
from ui.parts.drafting.title_dialog import ask_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.reading.skeletons import Skeleton
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
        notices = self._desk.notices
        notice = ask_new(self._window, _skeletons(), notices.lines(), notices.load)
        if notice is not None:
            self._draft.create("新建公文", with_office(notice, self._desk.office))
            self._page.form.focus("title")

    def ask_title(self) -> None:
        """Make the title of the open notice from its parts."""
        if (notice := self._draft.notice) is None:
            return
        parts = parts_of_title(notice.title, kind=notice.kind)
        kinds = [one.kind for one in of_edition(_skeletons(), notice.edition_in_use)]
        answer = ask_title(self._window, parts, " ".join(notice.organs), kinds)
        if answer is not None:
            kind = statutory_kind(answer.kind) or answer.kind or notice.kind
            self._draft.edit("拟写标题", replace(notice, title=answer.whole, kind=kind))
        self._page.focus_source(Source("title"))

    def ask_phrase(self) -> None:
        """Insert a stock phrase where the keyboard is; what was done to their list is a step of its own."""
        self._draft.flush()
        field, office = self._page.field(), self._desk.office
        dialog = PhrasesDialog(office.phrases, self._window)
        is_chosen = bool(dialog.exec())
        chosen, phrases = dialog.chosen, dialog.phrases
        dialog.deleteLater()
        if phrases != office.phrases:
            after = replace(office, phrases=phrases)
            self._desk.change("修改常用语", office, after, self._desk.put_office)
        if is_chosen and chosen and field is not None and not field.isReadOnly():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            field.put(chosen)
            self._draft.flush()


def _skeletons() -> Sequence[Skeleton]:
    return read_skeletons(resources.SKELETONS.read_text(encoding="utf-8"))
