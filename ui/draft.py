"""The notice that is being worked on: shown as it is typed, stored within a second."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.notice import Notice
from models.rules.secrecy import WORDS, is_secret

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk

STAYS = "这份公文此前录入的内容还在本机：如果涉密，请用“删除这份公文”删除，并请保密员一并处理修改记录和备份。"
STORE_AFTER_MS = 700
STORE_WITHIN_MS = 1500
"""Who types without a pause loses no more than this to a power cut."""


class Draft(QObject):
    """The one notice on the desk.

    Attributes:
        notice: As it is typed; None where none is open.
        saved_at: When it was last stored.
        may_change: Whether a change of the open notice may be made; asks where it must have a reason.

    Signals:
        shown: Another notice, or none, is open.
        changed: The open notice says something else than before.
        stored: The open notice was stored.
        refused: What was typed may not be kept; why.
    """

    shown = Signal()
    changed = Signal()
    stored = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.notice: Notice | None = None
        self.saved_at: datetime | None = None
        self.may_change: Callable[[Notice, Notice], bool] = _always
        self._stored: Notice | None = None
        self._label, self._key = "", ""
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self._limit = QTimer(self, singleShot=True, interval=STORE_WITHIN_MS)
        self._limit.timeout.connect(self.flush)
        desk.changed.connect(self._on_stored)

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not stored yet."""
        return self.notice != self._stored

    def open(self, notice_id: int | None) -> None:
        """Show another notice, or none."""
        self.flush()
        self.notice = None if notice_id is None else self._desk.notices.load(notice_id)
        self._stored = self.notice
        self.shown.emit()

    def drop(self) -> None:
        """Show none, and forget what could not be stored."""
        self._stop_timers()
        self.notice = self._stored = None
        self.shown.emit()

    def edit(self, label: str, notice: Notice, key: str = "", *, is_free: bool = False) -> None:
        """Take what was typed.

        Args:
            label: What the menu shows.
            notice: As it shall be.
            key: With one it is stored when the typing pauses, else at once.
            is_free: Whether nobody is asked if it may change: it is a step of its proceeding.
        """
        if is_secret(notice):
            self._refuse()
            return
        if not is_free and self.notice and not self.may_change(self.notice, notice):
            self.changed.emit()
            return
        if key != self._key:
            self.flush()
        self.notice, self._label, self._key = notice, label, key
        self.changed.emit()
        if key:
            self._timer.start()
            if not self._limit.isActive():
                self._limit.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Store what is typed and not stored yet."""
        self._stop_timers()
        if self.notice is None or not self.is_dirty:
            return
        before = self._stored
        burst = f"{self.notice.id} {self._key}" if self._key else ""
        self._desk.change(self._label, before, self.notice, self.put, key=burst)

    def create(self, label: str, notice: Notice) -> None:
        """Keep a new notice and show it."""
        self.flush()
        self._key = ""
        self._desk.change(label, None, notice, self.put)

    def delete(self) -> None:
        """Remove the open notice."""
        self.flush()
        if self._stored is not None:
            self._desk.change("删除公文", self._stored, None, self.put)

    def put(self, before: Notice | None, after: Notice | None, what: str) -> Notice | None:
        """Store `after` in the place of `before`."""
        if after is not None:
            return self._desk.notices.save(after, what)
        if before is not None and before.id is not None:
            self._desk.notices.delete(before.id, what)
        return None

    def _refuse(self) -> None:
        """Forget what was typed since it was last stored: it belongs to a state secret."""
        self._stop_timers()
        self.notice = self._stored
        self.changed.emit()
        stays = self._stored is not None and bool(self._stored.body or self._stored.pieces)
        self.refused.emit(f"{WORDS}\n{STAYS}" if stays else WORDS)

    def _stop_timers(self) -> None:
        self._timer.stop()
        self._limit.stop()

    def _on_stored(self, kind: type, before: Notice | None, after: Notice | None) -> None:
        if kind is not Notice:
            return
        self.saved_at = datetime.now()
        of = after or before
        if self.notice is None or of is None or self.notice.id not in (of.id, None):
            self._come_back(after)
        elif after is None:
            self.drop()
            self._open_neighbour(of.id)
        else:
            is_news = self.notice != after
            self.notice = self._stored = after
            if is_news:
                self.changed.emit()
        self.stored.emit()

    def _open_neighbour(self, gone: int | None) -> None:
        """Of a notice that was removed: who deletes one of several goes on with another."""
        ids = [line.id for line in self._desk.notices.lines()]
        if ids:
            self.open(min(ids, key=lambda one: abs(one - (gone or 0))))

    def _come_back(self, after: Notice | None) -> None:
        """An undo in another notice than the open one shows that notice."""
        if after is not None and after.id is not None:
            self.notice = self._stored = after
            self.shown.emit()


def _always(_before: Notice, _after: Notice) -> bool:
    return True
