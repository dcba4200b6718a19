"""What is to be done today (今天要办): deadlines, copies that wait, doubts, a backup that is old."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.affair import Goal
from models.proceeding import Step
from models.replies.standing import State
from models.rules.quantities import Tally
from models.rules.stages import lacking, left_to_send, rows_going_out, units_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from models.affair import Affair
    from models.distribution import Allotment

URGENT_WORKDAYS = 3
SOON_WORKDAYS = 10
LONG_PAST_WORKDAYS = -250
"""A year. Whoever opens an old notice is not reminded of its deadline."""
SIGNED_WITHIN_DAYS = 3
BACKUP_DAYS = 7


@dataclass(frozen=True, slots=True)
class Errand:
    """One thing to do.

    Attributes:
        goal: Where it is done.
        notice: The row of the notice that it is about; None for the whole data file.
    """

    words: str
    goal: Goal
    notice: int | None = None
    is_urgent: bool = False


def errands(
    affair: Affair | None, others: Iterable[Affair], backup: Errand | None, today: date
) -> tuple[Errand, ...]:
    """All there is to do, what is urgent first: of the open notice everything, of the others near deadlines."""
    found = list(_of_open(affair, today)) if affair is not None else []
    found += [errand for one in others for errand in _deadline(one, f"《{one.notice.title}》")]
    found += [backup] if backup is not None else []
    return tuple(sorted(found, key=lambda one: not one.is_urgent))


def backup_errand(made: date | None, today: date) -> Errand | None:
    """What changed since the last backup, made on a day or never, waits no longer than a week."""
    if made is None:
        return Errand("这个数据文件还没有备份过", Goal.BACKUP)
    days = (today - made).days
    if days < BACKUP_DAYS:
        return None
    return Errand(f"上次备份是{days}天前，以后的修改还没有备份", Goal.BACKUP, is_urgent=True)


def _of_open(affair: Affair, today: date) -> Iterator[Errand]:
    if affair.proceeding.of(Step.FILE) is not None:
        return
    yield from _deadline(affair)
    yield from _proceeding(affair)
    yield from _copies(affair)
    yield from _unsigned(affair, today)
    yield from _replies(affair)


def _deadline(affair: Affair, title: str = "") -> Iterator[Errand]:
    """Of another notice, known by its title, only a deadline that is near."""
    due = affair.deadline
    waiting = units_in(affair, State.MISSING, State.SENT_BACK)
    if due is None or due.left < LONG_PAST_WORKDAYS or (affair.standings and not waiting):
        return
    if title and due.left > SOON_WORKDAYS:
        return
    missing = units_in(affair, State.MISSING)
    words = f"{title}报送期限{due}" + (f"，还有{missing}个单位未报" if missing else "")
    yield Errand(words, Goal.REPLIES, affair.notice.id, is_urgent=due.left <= URGENT_WORKDAYS)


def _proceeding(affair: Affair) -> Iterator[Errand]:
    key, proceeding = affair.notice.id, affair.proceeding
    if not proceeding.is_signed:
        return
    if names := lacking(affair):
        yield Errand(f"已签发，还缺{'、'.join(names)}", Goal.DRAFT, key, is_urgent=True)
    if not affair.notice.doc_number:
        yield Errand("已签发，还没有编号", Goal.PROCEED, key, is_urgent=True)
    elif proceeding.of(Step.REGISTER) is None:
        yield Errand(f"{affair.notice.doc_number} 已签发，还没有登记", Goal.PROCEED, key)


def _copies(affair: Affair) -> Iterator[Errand]:
    distribution, key = affair.distribution, affair.notice.id
    if affair.unknown:
        names = "、".join(f"“{one}”" for one in affair.unknown)
        yield Errand(f"主送、抄送机关里{names}没有对应的单位", Goal.DISTRIBUTION, key)
    if distribution is None:
        return
    tally = Tally(distribution.total, affair.notice.copies)
    if not tally.is_right:
        yield Errand(f"分发份数不符：{tally}", Goal.SPARE, key, is_urgent=bool(distribution.runs))
    units, left = left_to_send(rows_going_out(distribution))
    if distribution.runs and left:
        yield Errand(f"已印好，还有{units}个单位的{left}份没有送发", Goal.DISTRIBUTION, key)


def _unsigned(affair: Affair, today: date) -> Iterator[Errand]:
    rows = affair.distribution.allotments if affair.distribution is not None else ()
    if count := sum(1 for one in rows if _waits_for_signature(one, today)):
        words = f"送发已满{SIGNED_WITHIN_DAYS}天，还有{count}个单位没有登记签收"
        yield Errand(words, Goal.DISTRIBUTION, affair.notice.id)


def _waits_for_signature(one: Allotment, today: date) -> bool:
    return any(
        sending.signed_on is None and (today - sending.on).days >= SIGNED_WITHIN_DAYS
        for sending in one.sendings
    )


def _replies(affair: Affair) -> Iterator[Errand]:
    key = affair.notice.id
    if affair.unclaimed:
        yield Errand(f"有{affair.unclaimed}份报送件待认领", Goal.REPLIES, key)
    if back := units_in(affair, State.SENT_BACK):
        yield Errand(f"有{back}个单位退回修改后还没有再报", Goal.REPLIES, key)
