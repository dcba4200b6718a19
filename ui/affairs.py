"""What is known of the notices on their way, gathered from all that is kept when it is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from models.affair import Affair
from models.replies.deadline import deadline_of
from models.replies.roll import expected_of
from models.replies.standing import standings, unclaimed
from models.rules.errands import Errand, backup_errand
from models.store.backups import backups_in, folder_of
from models.workdays import workdays_with

if TYPE_CHECKING:
    from models.distribution import Distribution
    from models.notice import Notice
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.listing import Listing

LOOKED_BACK, LOOKED_AHEAD = timedelta(days=60), timedelta(days=30)
"""Of other notices than the open one only those with a deadline in this time are looked at."""
MOST_OTHERS = 8


class Affairs:
    """Gathers; it keeps nothing."""

    def __init__(self, desk: Desk, draft: Draft, listing: Listing) -> None:
        self._desk, self._draft, self._listing = desk, draft, listing

    def open(self, today: date) -> Affair | None:
        """The affair of the open notice."""
        notice, listing = self._draft.notice, self._listing
        if notice is None or notice.id is None:
            return None
        phrases = tuple(one.phrase for one in listing.addressees if not one.units)
        unknown = phrases if self._desk.roster.units else ()
        return self._gathered(notice, listing.distribution, unknown, today)

    def others(self, today: date) -> tuple[Affair, ...]:
        """Those of other notices whose replies are due around these days."""
        notice = self._draft.notice
        near: list[tuple[date, int]] = []
        for line in self._desk.notices.lines():
            is_other = notice is None or line.id != notice.id
            due = line.reply_due
            if is_other and due and today - LOOKED_BACK <= due <= today + LOOKED_AHEAD:
                near.append((due, line.id))
        keys = [key for _, key in sorted(near)[:MOST_OTHERS]]
        notices = (self._desk.notices.load(key) for key in keys)
        lists = self._desk.distributions
        return tuple(self._gathered(one, lists.load(one.id or 0), (), today) for one in notices)

    def backup(self, today: date) -> Errand | None:
        """What is to be done about the backups of the data file; nothing where it holds nothing new."""
        path, head = self._desk.file.path, self._desk.history.head()
        newest = next(iter(backups_in(folder_of(path), path.stem)), None)
        if self._desk.file.read_only or not head.seq or (newest and newest.head.seq >= head.seq):
            return None
        return backup_errand(newest.made.date() if newest else None, today)

    def _gathered(
        self,
        notice: Notice,
        distribution: Distribution | None,
        unknown: tuple[str, ...],
        today: date,
    ) -> Affair:
        desk, key = self._desk, notice.id or 0
        roll, replies = desk.replies.roll(key), desk.replies.of_notice(key)
        due = roll.due or notice.reply_due
        return Affair(
            notice,
            desk.proceedings.load(key),
            distribution,
            unknown,
            standings(expected_of(distribution, roll, desk.roster), replies, due),
            len(unclaimed(replies)),
            None
            if due is None
            else deadline_of(due, today, workdays_with(desk.office.special_days)),
        )
