"""查找全部: ask, and show the place that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exports.page import Source
from models.store.searching import Search
from ui.parts.search_dialog import SearchDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.notice import Notice
    from models.store.searching import Hit
    from ui.desk import Desk
    from ui.draft import Draft


class Seeking(QObject):
    """Finds things in everything that is kept.

    Signals:
        notice_found: Where in the notice that is open now.
        unit_found: The id of the unit.
    """

    notice_found = Signal(object)
    unit_found = Signal(int)

    def __init__(self, desk: Desk, draft: Draft, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._draft, self._window = desk, draft, window

    def ask(self) -> None:
        """Ask for words, and go where the clerk chooses."""
        self._draft.flush()
        titles = {line.id: line.title for line in self._desk.notices.lines()}
        dialog = SearchDialog(Search(self._desk.file).search, titles, self._window)
        if dialog.exec() and dialog.chosen is not None:
            self.go_to(dialog.chosen)
        dialog.deleteLater()

    def go_to(self, hit: Hit) -> None:
        """Open what a hit belongs to, and tell where it is."""
        if hit.unit_id is not None:
            self.unit_found.emit(hit.unit_id)
        elif hit.notice_id is not None:
            self._draft.open(hit.notice_id)
            if self._draft.notice is not None:
                self.notice_found.emit(source_of(hit, self._draft.notice))


def source_of(hit: Hit, notice: Notice) -> Source:
    """The place of a hit in its notice; its elements are shown by the title."""
    texts = (notice.body, *(piece.paragraphs for piece in notice.pieces))
    for piece, paragraphs in enumerate(texts, -1):
        for at, paragraph in enumerate(paragraphs):
            if hit.paragraph_id is not None and paragraph.id == hit.paragraph_id:
                return Source("body" if piece < 0 else "pieces", piece, at)
    for at, piece in enumerate(notice.pieces):
        if hit.piece_id is not None and piece.id == hit.piece_id:
            return Source("pieces", at)
    return Source("title")
