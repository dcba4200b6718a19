"""The desk: the open data file, its undo stack, and word of what changed. Pages are given it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from models.number_book import NumberBook
from models.office import Office
from models.replies.reply import Batch
from models.store.datafile import DataFile, open_or_create
from models.store.distributions import DistributionRepository
from models.store.histories import HistoryRepository
from models.store.notices import NoticeRepository
from models.store.number_books import NumberBookRepository
from models.store.offices import OfficeRepository
from models.store.opening import resolved
from models.store.proceedings import ProceedingRepository
from models.store.replies import ReplyRepository
from models.store.rosters import RosterRepository
from models.unit import Roster
from ui.commands import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from models.distribution import Distribution
    from models.proceeding import Proceeding

Value = TypeVar("Value")
UNDO_LIMIT = 50


class Desk(QObject):
    """What all pages share.

    Attributes:
        file: The open data file.
        notices: Its notices.
        distributions: Who gets them.
        office: The facts of the office whose file it is.
        roster: Its units.
        proceedings: How far its notices are.
        replies: What its units sent.
        number_book: The numbers that are void.
        history: What was done in it.
        opened_at: The last line of its history when it was opened.
        undo: The stack behind the menu's 撤销 and 重做.

    Signals:
        opened: Another data file lies on the desk.
        changed: A value of this type was stored, by a change or by its undo: the value before and after.
    """

    opened = Signal()
    changed = Signal(type, object, object)

    def __init__(self, file: DataFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(file)
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(UNDO_LIMIT)
        self._waiting = ""

    def open(self, path: Path, opener: Callable[[Path], DataFile]) -> None:
        """Put another data file on the desk; the present one stays where that cannot be opened."""
        if resolved(path) == self.file.path:
            return
        new = opener(path)
        self.file.close()
        self._put_down(new)

    def reopen(self, between: Callable[[], object]) -> None:
        """Let the data file go, do something to it, and open it again whether that went well or not."""
        path = self.file.path
        self.file.close()
        try:
            between()
        finally:
            self._put_down(open_or_create(path))

    def _put_down(self, file: DataFile) -> None:
        self._take(file)
        self.undo.clear()
        self.opened.emit()

    def change(
        self,
        label: str,
        before: Value | None,
        after: Value | None,
        put: Callable[[Value | None, Value | None, str], Value | None],
        *,
        key: str = "",
    ) -> Value | None:
        """Store `after` in the place of `before`; only what was stored can be undone.

        Args:
            label: What the menu shows.
            before: The value now stored, None to create.
            after: The value wanted, None to delete.
            put: Stores the second in the place of the first, with a word for the history; answers what is stored now.
            key: Changes with one key that follow each other closely are undone together.
        """
        kind = type(after if after is not None else before)

        def place(old: Value | None, new: Value | None, what: str) -> Value | None:
            stored = put(old, new, what)
            self._remember(stored)
            self.changed.emit(kind, old, stored)
            return stored

        stored = place(before, after, label)
        if self._waiting:
            self.undo.beginMacro(self._waiting)
            self._waiting = ""
        self.undo.push(Change(label, before, stored, place, key))
        return stored

    @contextmanager
    def together(self, label: str) -> Generator[None]:
        """One step for all the changes made inside; no step where nothing is. It cannot be nested."""
        self._waiting = label
        try:
            yield
        finally:
            if not self._waiting:
                self.undo.endMacro()
            self._waiting = ""

    def put_office(self, _before: Office | None, after: Office | None, what: str) -> Office:
        """Store the facts of the office, for `change`; without any they are forgotten."""
        return OfficeRepository(self.file).save(after or Office(), what)

    def put_roster(self, _before: Roster | None, after: Roster | None, what: str) -> Roster:
        """Store the units, for `change`."""
        return RosterRepository(self.file).save(after or Roster(), what)

    def put_distribution(
        self, before: Distribution | None, after: Distribution | None, what: str
    ) -> Distribution | None:
        """Store who gets a notice, for `change`."""
        if after is not None:
            return self.distributions.save(after, what)
        if before is not None:
            self.distributions.delete(before.notice, what)
        return None

    def put_proceeding(
        self, _before: Proceeding | None, after: Proceeding | None, what: str
    ) -> Proceeding | None:
        """Store how far a notice is, for `change`."""
        return None if after is None else self.proceedings.save(after, what)

    def put_replies(self, before: Batch | None, after: Batch | None, what: str) -> Batch:
        """Store replies in the place of others, for `change`."""
        return self.replies.exchange(before or Batch(), after or Batch(), what)

    def put_number_book(
        self, _before: NumberBook | None, after: NumberBook | None, what: str
    ) -> NumberBook:
        """Store the void numbers, for `change`."""
        return NumberBookRepository(self.file).save(after or NumberBook(), what)

    def close(self) -> None:
        """Let the data file go."""
        self.file.close()

    def _take(self, file: DataFile) -> None:
        self.file = file
        self.notices, self.history = NoticeRepository(file), HistoryRepository(file)
        self.distributions = DistributionRepository(file)
        self.proceedings, self.replies = ProceedingRepository(file), ReplyRepository(file)
        self.number_book = NumberBookRepository(file).load()
        self.office, self.roster = OfficeRepository(file).load(), RosterRepository(file).load()
        self.opened_at = self.history.head().seq

    def _remember(self, stored: object) -> None:
        """What there is one of is kept at hand, whoever stored it."""
        match stored:
            case Office():
                self.office = stored
            case Roster():
                self.roster = stored
            case NumberBook():
                self.number_book = stored
            case _:
                pass
