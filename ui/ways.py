"""Ways: how one gets from anywhere to where something is done, or to what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from models.affair import Goal

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.page import Source
    from ui.draft import Draft
    from ui.frame import Frame
    from ui.pages.distribution import DistributionPage
    from ui.pages.notices import NoticesPage
    from ui.pages.units import UnitsPage


class Ways(QObject):
    """Shows the page, and puts the keyboard where the hand is needed."""

    def __init__(
        self,
        frame: Frame,
        draft: Draft,
        pages: tuple[NoticesPage, UnitsPage, DistributionPage],
        back_up: Callable[[], object],
    ) -> None:
        """`back_up` makes a backup."""
        super().__init__(frame)
        self._frame, self._draft = frame, draft
        self._notices, self._units, self._distribution = pages
        self._deeds: dict[Goal, Callable[[], object]] = {
            Goal.DRAFT: self._to_what_lacks,
            Goal.PROCEED: self._to_next_step,
            Goal.UNITS: partial(frame.show_page, "units"),
            Goal.DISTRIBUTION: partial(frame.show_page, "distribution"),
            Goal.SPARE: self._to_spare,
            Goal.REPLIES: partial(frame.show_page, "replies"),
            Goal.BACKUP: back_up,
        }

    def go(self, goal: Goal, notice: int | None = None) -> None:
        """Go where this is done, for another notice than the open one where that is meant."""
        if notice is not None and (self._draft.notice is None or self._draft.notice.id != notice):
            self._draft.open(notice)
        self._deeds[goal]()

    def to_source(self, source: Source) -> None:
        """Where a text of the open notice is edited."""
        self._frame.show_page("notices")
        self._notices.focus_source(source)

    def to_notice(self, notice: int) -> None:
        """A notice among the others."""
        self._draft.open(notice)
        self._frame.show_page("notices")

    def to_unit(self, unit: int) -> None:
        """A unit among the others."""
        self._frame.show_page("units")
        self._units.show_unit(unit)

    def _to_what_lacks(self) -> None:
        self._frame.show_page("notices")
        self._notices.begin()

    def _to_next_step(self) -> None:
        self._frame.show_page("notices")
        self._notices.bar.next.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_spare(self) -> None:
        self._frame.show_page("distribution")
        self._distribution.go_to_spare()
