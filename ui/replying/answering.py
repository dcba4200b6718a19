"""The answers to the open notice: who must give one, who has, and of which files nobody knows whose they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.errors import UserError
from models.notice import Notice
from models.office import Office
from models.replies.chasing.chase import Chase
from models.replies.deadline import deadline_of
from models.replies.matching.decide import matcher_for
from models.replies.reminder import Reminders
from models.replies.reply import Batch, Reply
from models.replies.roll import Roll, expected_of
from models.replies.standing import beyond, standings, unclaimed
from models.unit import Roster
from models.workdays import workdays_with

if TYPE_CHECKING:
    from models.replies.deadline import Deadline
    from models.replies.matching.decide import Match, Matcher
    from models.replies.roll import Expected
    from models.replies.standing import Standing
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.listing import Listing

KINDS = (Notice, Reply, Batch, Roll, Reminders, Roster, Office)


@dataclass(frozen=True)
class Answers:
    """What is known of the replies to a notice; all of it is worked out at most once.

    Attributes:
        notice: Its row.
        roll: What differs from the distribution.
        expected: Who must answer, or is exempt.
        replies: All that came, in their order.
        due: The last day.
        reminders: Whom the office reminded.
    """

    notice: int
    roll: Roll
    expected: tuple[Expected, ...]
    replies: tuple[Reply, ...]
    due: date | None
    reminders: Reminders

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each unit stands."""
        return standings(self.expected, self.replies, self.due)

    @cached_property
    def unclaimed(self) -> tuple[Reply, ...]:
        """待认领."""
        return unclaimed(self.replies)

    @property
    def waiting(self) -> tuple[Reply, ...]:
        """What the clerk must look at: those without a unit, and those whose unit is not on the roll."""
        return (*self.unclaimed, *self.beyond)

    @cached_property
    def beyond(self) -> tuple[Reply, ...]:
        """Those of units that were not asked."""
        return beyond(self.expected, self.replies)


class Answering(QObject):
    """Works the answers out when they are asked for.

    Signals:
        changed: They may be others.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, draft: Draft, listing: Listing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._draft, self._listing = desk, draft, listing
        self._answers: Answers | None = None
        self._is_known = False
        self._matcher: tuple[tuple[Roster, tuple[int, ...], Office], Matcher] | None = None
        listing.changed.connect(self._forget)
        desk.changed.connect(self._on_changed)

    @property
    def answers(self) -> Answers | None:
        """Those to the open notice; None where none is open, or nobody gets it."""
        if not self._is_known:
            self._is_known, self._answers = True, self._worked_out()
        return self._answers

    @property
    def deadline(self) -> Deadline | None:
        """The last day as it looks from today."""
        answers = self.answers
        if answers is None or answers.due is None:
            return None
        workdays = workdays_with(self._desk.office.special_days)
        return deadline_of(answers.due, date.today(), workdays)

    @property
    def required(self) -> Answers:
        """The answers, for a deed that needs them.

        Raises:
            UserError: there are none.
        """
        if self.answers is None:
            raise UserError("还没有打开要求报送的公文。请先在“文件”页打开一份。")
        return self.answers

    def chase(self, again: date) -> Chase:
        """How the replies stand today, for a document; `again` is the last day that is given now.

        Raises:
            UserError: nobody is asked.
        """
        answers, notice = self.required, self._draft.notice or Notice()
        office, today = self._desk.office, date.today()
        return Chase(notice, answers.standings, office, today, answers.due, again)

    def matcher_of(self, roster: Roster) -> Matcher:
        """What tells the units of a roster that must answer."""
        answers, office, notice = self.answers, self._desk.office, self._draft.notice
        organs = notice.organs if notice is not None else ()
        own = replace(office, organ=office.organ or next(iter(organs), ""))
        expected = () if answers is None else answers.expected
        told = roster, tuple(one.unit for one in expected if one.unit), own
        if self._matcher is None or self._matcher[0] != told:
            self._matcher = told, matcher_for(*told)
        return self._matcher[1]

    def match(self, reply: Reply) -> Match:
        """Whose a reply may be, and why."""
        return self.matcher_of(self._desk.roster).match(reply.name, reply.text, reply.folder)

    def _worked_out(self) -> Answers | None:
        notice, distribution = self._draft.notice, self._listing.distribution
        if notice is None or notice.id is None or distribution is None:
            return None
        roll = self._desk.replies.roll(notice.id)
        return Answers(
            notice.id,
            roll,
            expected_of(distribution, roll, self._desk.roster),
            self._desk.replies.of_notice(notice.id),
            roll.due or notice.reply_due,
            self._desk.replies.reminders(notice.id),
        )

    def _on_changed(self, kind: type) -> None:
        if kind in KINDS:
            self._forget()

    def _forget(self) -> None:
        self._is_known, self._answers = False, None
        self.changed.emit()
