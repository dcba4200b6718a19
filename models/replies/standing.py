"""Who has answered, who is late, who is missing: worked out from the roll and the replies, and never kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from models.replies.reply import Fate, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from models.replies.roll import Expected


class State(Enum):
    """How a unit stands (报送情况)."""

    MISSING = "未报"
    IN_TIME = "已报"
    LATE = "迟报"
    SENT_BACK = "退回修改"
    EXEMPT = "免报"


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of the roll.

    Attributes:
        replies: Those that count: neither withdrawn nor replaced by a later version.
        first: The day of the first one that came, by which it is late or not.
        by: The name of the superior that answered for it; empty where it answered itself.
    """

    expected: Expected
    state: State
    replies: tuple[Reply, ...] = ()
    first: date | None = None
    by: str = ""

    @property
    def on_paper(self) -> bool:
        """Whether 纸质 is there."""
        return any(one.on_paper for one in self.replies)

    @property
    def is_electronic(self) -> bool:
        """Whether 电子版 is there."""
        return any(one.is_electronic for one in self.replies)


def counting(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """The replies that count: a version counts again once all that stood in its place were withdrawn."""
    earlier = {one.id: one.replaces for one in replies}
    live = [one for one in replies if one.fate is not Fate.WITHDRAWN]
    replaced = set[int]()
    for one in live:
        before = one.replaces
        while before is not None and before not in replaced:
            replaced.add(before)
            before = earlier.get(before)
    return tuple(one for one in live if one.id not in replaced)


def standings(
    roll: Sequence[Expected], replies: Sequence[Reply], due: date | None
) -> tuple[Standing, ...]:
    """How each unit of the roll stands; without a last day nobody is late."""
    current, mine = counting(replies), _by_unit(replies)
    by_unit = _by_unit(current)
    own = [
        _own(one, by_unit.get(one.unit, []), mine.get(one.unit, []), due) if one.unit else _own(one)
        for one in roll
    ]
    answered = {one.expected.unit: one for one in own if one.replies and one.expected.unit}
    return tuple(_with_superior(one, answered.get(one.expected.superior or 0)) for one in own)


def unclaimed(replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Those of which nobody knows whose they are (待认领)."""
    return tuple(one for one in counting(replies) if one.unit is None)


def beyond(roll: Sequence[Expected], replies: Sequence[Reply]) -> tuple[Reply, ...]:
    """Replies of units that were not asked."""
    asked = {one.unit for one in roll}
    return tuple(one for one in counting(replies) if one.unit and one.unit not in asked)


def plain_list(standings: Iterable[Standing]) -> str:
    """Units for a chat or a phone: `和平区、河东区（共2个单位）`."""
    names = [one.expected.name for one in standings]
    return f"{'、'.join(names)}（共{len(names)}个单位）"


def _by_unit(replies: Iterable[Reply]) -> dict[int | None, list[Reply]]:
    found: dict[int | None, list[Reply]] = {}
    for one in replies:
        found.setdefault(one.unit, []).append(one)
    return found


def _own(
    expected: Expected,
    current: Sequence[Reply] = (),
    every: Sequence[Reply] = (),
    due: date | None = None,
) -> Standing:
    if not current:
        return Standing(expected, State.EXEMPT if expected.is_exempt else State.MISSING)
    if all(map(_is_empty, current)):
        return Standing(expected, State.MISSING, tuple(current))
    told = (one for one in every if one.fate is not Fate.WITHDRAWN and not _is_empty(one))
    first = min(one.received.date() for one in told)
    if all(one.fate is Fate.SENT_BACK for one in current):
        state = State.SENT_BACK
    else:
        state = State.LATE if due is not None and first > due else State.IN_TIME
    return Standing(expected, state, tuple(current), first)


def _is_empty(reply: Reply) -> bool:
    """Whether a file of no bytes is all that came: it is no answer, but it is seen."""
    return bool(reply.sha256) and not reply.size and not reply.on_paper


def _with_superior(one: Standing, superior: Standing | None) -> Standing:
    """A unit that has nothing of its own stands as the one that answers for it."""
    if one.state is not State.MISSING or superior is None:
        return one
    name = superior.expected.name
    return Standing(one.expected, superior.state, superior.replies, superior.first, name)
