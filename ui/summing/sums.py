"""The replies beside the plan: worked out when they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.plan import plan_of
from models.replies.assigning import assigned, items_from, items_of, labels_of
from models.replies.summary import Summary
from models.replies.summing.suggesting import Suggester, paragraphs_of
from models.store.keepers import put_kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from models.notice import Notice
    from models.plan import Plan
    from models.replies.reply import Reply
    from models.replies.standing import Standing
    from models.replies.summing.suggesting import Suggestion
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.replying.answering import Answering

Place = tuple[int, int]
"""A reply by its row, and the place of a paragraph in it."""


@dataclass(frozen=True)
class Sums:
    """What can be put together of the replies to a notice.

    Attributes:
        standings: The units that sent a text of their own, in standing order.
    """

    plan: Plan
    standings: tuple[Standing, ...]
    summary: Summary

    @cached_property
    def labels(self) -> dict[int, str]:
        """What each item is called, by its row."""
        return labels_of(self.plan)

    @cached_property
    def suggester(self) -> Suggester:
        """What finds items for paragraphs."""
        return Suggester(self.plan)

    def title(self, item: int) -> str:
        """`5 深入开展继续教育`."""
        found = next((one for one in self.plan.items if one.paragraph.id == item), None)
        if found is None:
            return ""
        words = found.paragraph.heading or found.paragraph.text[:20]
        return f"{self.labels[item]} {words.rstrip('。')}"

    def items(self, place: Place) -> tuple[int, ...]:
        """What the clerk said a paragraph is about; items that are no longer in the plan are left out."""
        return tuple(one for one in items_of(self.summary, *place) if one in self.labels)

    def text_of(self, place: Place) -> str:
        """What the cell of a paragraph says: `5、7`."""
        return "、".join(self.labels[one] for one in self.items(place))

    def count_of(self, standing: Standing) -> int:
        """How many paragraphs of a unit are assigned."""
        ids = {one.id for one in standing.replies}
        return len(
            {(one.reply, one.paragraph) for one in self.summary.assignments if one.reply in ids}
        )


class Summing(QObject):
    """The sums of the open notice, and the clerk's word about paragraphs.

    Signals:
        changed: They may be others.
    """

    changed = Signal()

    def __init__(self, desk: Desk, draft: Draft, answering: Answering, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._draft, self._answering = desk, draft, answering
        self._sums: Sums | None = None
        self._is_known = False
        self._suggested: dict[int, tuple[tuple[Suggestion, ...], ...]] = {}
        self._plan: Plan | None = None
        answering.changed.connect(self._forget)
        desk.changed.connect(self._on_changed)

    @property
    def sums(self) -> Sums | None:
        """Those of the open notice; None where it has no plan, or nobody is asked."""
        if not self._is_known:
            self._is_known, self._sums = True, self._worked_out()
        return self._sums

    def suggestions(self, reply: Reply) -> tuple[tuple[Suggestion, ...], ...]:
        """For each paragraph of a reply the items it may be about."""
        sums, key = self.sums, reply.id or 0
        if sums is None:
            return ()
        if key not in self._suggested:
            self._suggested[key] = sums.suggester.suggest(paragraphs_of(reply.text))
        return self._suggested[key]

    def assign(self, label: str, told: Iterable[tuple[Place, tuple[int, ...]]]) -> None:
        """Keep what paragraphs are about, as one step."""
        sums = self.sums
        if sums is None:
            return
        after = sums.summary
        for place, items in told:
            after = assigned(after, *place, items)
        if after != sums.summary:
            put = partial(put_kept, self._desk.file)
            self._desk.change(label, sums.summary, after, put)

    def typed(self, text: str) -> tuple[int, ...]:
        """The items that were typed.

        Raises:
            UserError: there is no such item.
        """
        sums = self.sums
        return () if sums is None else items_from(text, sums.labels)

    def _worked_out(self) -> Sums | None:
        notice, answers = self._draft.notice, self._answering.answers
        plan = None if notice is None else plan_in(notice)
        if answers is None or plan is None:
            return None
        if plan != self._plan:
            self._plan = plan
            self._suggested.clear()
        standings = tuple(one for one in answers.standings if not one.by and _texts(one))
        return Sums(plan, standings, self._desk.replies.summary(answers.notice))

    def _on_changed(self, kind: type) -> None:
        if kind is Summary:
            self._forget()

    def _forget(self) -> None:
        self._is_known, self._sums = False, None
        self.changed.emit()


def plan_in(notice: Notice) -> Plan | None:
    """The plan that a notice issues; None where no piece has items that are kept."""
    plans = (plan_of(piece) for piece in notice.pieces)
    return next((plan for plan in plans if any(one.paragraph.id for one in plan.items)), None)


def _texts(standing: Standing) -> list[str]:
    return [one.text for one in standing.replies if one.text.strip()]
