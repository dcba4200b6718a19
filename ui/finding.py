"""Words of the open notice: found one by one, shown in their fields and on the paper, replaced one by one or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from exports.page import Source
from models.places import Place, paragraph_at
from models.rules.drafting.finding import find_all, replace_hits

if TYPE_CHECKING:
    from models.rules.drafting.finding import Hit
    from ui.draft import Draft
    from ui.pages.notices import NoticesPage


class Finding(QObject):
    """Goes round the hits of the bar's words.

    Attributes:
        hits: Where the words stand now.
    """

    def __init__(self, draft: Draft, page: NoticesPage) -> None:
        super().__init__(page)
        self._draft, self._page, self._bar = draft, page, page.replace_bar
        self.hits: tuple[Hit, ...] = ()
        self._at = -1
        self._bar.words_changed.connect(self._on_words)
        self._bar.step_asked.connect(self.step)
        self._bar.replace_asked.connect(self.replace)
        self._bar.all_asked.connect(self.replace_all)
        self._bar.closed.connect(self._on_closed)
        draft.changed.connect(self._refresh)
        draft.shown.connect(self._refresh)

    def ask(self) -> None:
        """Show the bar, with the words that are selected in a field."""
        if self._draft.notice is not None:
            field = self._page.field()
            self._bar.begin(field.selected() if field is not None else "")

    def step(self, step: int) -> None:
        """Show the next place, or the last; behind the end it begins again."""
        if not self._bar.isVisible():
            self.ask()
        elif self.hits:
            start = self._at if self._at >= 0 or step > 0 else 0
            self._show((start + step) % len(self.hits))

    def replace(self) -> None:
        """Put the new words at the place that is shown, and go to the next."""
        notice = self._draft.notice
        if notice is None or not self.hits:
            return
        at = max(self._at, 0)
        hit, new = self.hits[at], self._bar.new.text()
        self._draft.edit("替换", replace_hits(notice, (hit,), new).notice)
        self._refresh()
        inside = range(hit.start, hit.start + len(new))
        passed = sum(one.slot == hit.slot and one.start in inside for one in self.hits)
        if self.hits:
            self._show((at + passed) % len(self.hits), done=1)
        else:
            self._bar.tell(0, done=1)

    def replace_all(self) -> None:
        """Put the new words everywhere, as one step."""
        notice = self._draft.notice
        if notice is None or not self.hits:
            return
        result = replace_hits(notice, self.hits, self._bar.new.text())
        self._draft.edit(f"全部替换（{result.count} 处）", result.notice)
        self._refresh()
        self._bar.tell(len(self.hits), done=result.count)

    def _on_words(self) -> None:
        self._at = -1
        self._refresh()
        if self.hits:
            self._show(0)

    def _refresh(self) -> None:
        """The notice says something else: its hits too, and the one that was shown is still there or gone."""
        if not self._bar.isVisible():
            return
        notice = self._draft.notice
        self.hits = find_all(notice, self._bar.words.text()) if notice else ()
        self._at = min(self._at, len(self.hits) - 1)
        self._bar.tell(len(self.hits), self._at)

    def _show(self, at: int, done: int = 0) -> None:
        self._at = at
        hit, notice = self.hits[at], self._draft.notice
        self._bar.tell(len(self.hits), at, done)
        if notice is not None:
            paragraph = paragraph_at(notice, Place(hit.slot.piece, hit.slot.paragraph))
            in_text = hit.slot.field in ("body", "pieces")
            border = len(paragraph.heading) if paragraph is not None and in_text else 0
            self._page.show_words(Source(*hit.slot), (hit.start, hit.end), border)

    def _on_closed(self) -> None:
        """The keyboard goes where the last hit is selected."""
        self.hits = ()
        self._page.focus_shown()
