"""The distribution of the open notice: as it is kept, else as its addressees ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.distribution import Distribution
from models.notice import Notice
from models.rules.addressees import Addressee, Expansion, expand, uncovered
from models.rules.distributing import distribute
from models.unit import Roster

if TYPE_CHECKING:
    from models.distribution import Allotment
    from ui.desk import Desk
    from ui.draft import Draft

NOBODY = Expansion((), ())


class Listing(QObject):
    """What is known of who gets the open notice. It is worked out when it is asked for.

    Signals:
        changed: It may be another one.
    """

    changed = Signal()

    def __init__(self, desk: Desk, draft: Draft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._draft = desk, draft
        self._is_known = False
        self._stored: Distribution | None = None
        self._wanted: Distribution | None = None
        self._main = self._copied = NOBODY
        self._asked: tuple[object, ...] = ()
        desk.changed.connect(self._on_changed)
        desk.opened.connect(self._forget)
        draft.shown.connect(self._forget)
        draft.changed.connect(self._on_typed)

    @property
    def distribution(self) -> Distribution | None:
        """The one that is kept, else the one that is wanted; None where there are no units or no notice."""
        self._know()
        return self._stored if self._stored is not None else self._wanted

    @property
    def wanted(self) -> Distribution | None:
        """What the addressees and units of now ask for, where that is not what is kept."""
        self._know()
        return None if self._wanted == self._stored else self._wanted

    @property
    def is_kept(self) -> bool:
        """Whether a distribution is kept."""
        self._know()
        return self._stored is not None

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """Those of 主送, then those of 抄送."""
        self._know()
        return (*self._main.addressees, *self._copied.addressees)

    @property
    def uncovered(self) -> tuple[Allotment, ...]:
        """Rows for 主送 that no addressee covers."""
        distribution = self.distribution
        return () if distribution is None else uncovered(distribution, self._main)

    def keep(self, label: str, distribution: Distribution) -> None:
        """Store it as one step; what is kept already is no step."""
        self._know()
        if distribution != self._stored:
            self._desk.change(label, self._stored, distribution, self._desk.put_distribution)

    def _know(self) -> None:
        if self._is_known:
            return
        self._is_known = True
        self._stored = self._wanted = None
        self._main = self._copied = NOBODY
        notice, roster = self._draft.notice, self._desk.roster
        if notice is None or notice.id is None:
            return
        self._main, self._copied = expand(notice.addressees, roster), expand(notice.cc, roster)
        self._stored = self._desk.distributions.load(notice.id)
        if roster.units:
            self._wanted = distribute(notice, roster, self._stored)

    def _on_changed(self, kind: type) -> None:
        if kind in (Notice, Roster, Distribution):
            self._forget()

    def _on_typed(self) -> None:
        notice = self._draft.notice
        asked = () if notice is None else (notice.id, notice.addressees, notice.cc, notice.copies)
        if asked != self._asked:
            self._asked = asked
            self._forget()

    def _forget(self) -> None:
        self._is_known = False
        self.changed.emit()
