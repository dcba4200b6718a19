"""The open notice on its way out: as Word and PDF, in the print preview, to the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui import messages
from ui.issuing import Issuing, offer_folder
from ui.parts.paper import Paper
from ui.printing.notice import NoticePrinting
from ui.printing.set_printing import SetPrinting

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk
    from ui.draft import Draft
    from ui.habits import Habits
    from ui.listing import Listing
    from ui.pages.notices import NoticesPage


class Output(QObject):
    """What is asked for from the menu.

    Attributes:
        issuing: Writes the files.
        set_printing: Prints the set.
    """

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        page: NoticesPage,
        listing: Listing,
        habits: Habits,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._draft, self._page = desk, draft, page
        self._habits, self._window = habits, window
        self.issuing = Issuing(window)
        self._paper = Paper(page.fonts)
        self.set_printing = SetPrinting(desk, listing, habits, self._paper, window)
        self.issuing.done.connect(self._on_issued)

    def issue(self) -> None:
        """Write Word and PDF."""
        self._draft.flush()
        if self._draft.notice is not None and self.goes_on("生成"):
            practice = self._desk.office.practice
            fonts = self._page.fonts
            self.issuing.ask(self._draft.notice, self._habits.output, fonts, practice)

    def preview(self) -> None:
        """Show what would be printed."""
        if (printing := self._printing()) is not None:
            printing.preview(self._window)

    def print(self) -> None:
        """Ask which papers of the set are printed, how many and where, and print them."""
        self._draft.flush()
        if self._draft.notice is not None and self.goes_on("打印"):
            self.set_printing.ask(self._draft.notice)

    def goes_on(self, deed: str) -> bool:
        """Whether to do it where a field says what nobody understands, and the paper what it said before."""
        wrong = "、".join(self._page.form.not_understood())
        words = f"“{wrong}”填写的内容没有看懂，没有保存，还是原来的值。\n仍要{deed}吗？"
        return not wrong or messages.ask(self._window, words, deed)

    def _printing(self) -> NoticePrinting | None:
        notice, layout = self._draft.notice, self._page.fresh_layout()
        if notice is None or layout is None:
            return None
        return NoticePrinting(layout.pages, notice.title, self._paper)

    def _on_issued(self, files: tuple[Path, ...]) -> None:
        self._habits.output = files[0].parent
        offer_folder(self._window, files)
