"""How far an affair is, as the stages (环节) of the office's year: what each has come to, and which one is due."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from models.affair import Goal
from models.numerals import arabic_date
from models.proceeding import Step
from models.replies.standing import State
from models.rules.missing import missing
from models.spans import count_of
from models.unit import Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.affair import Affair
    from models.distribution import Allotment, Distribution

NAMES = ("起草", "签发", "编号登记", "印制", "分发", "收意见", "归档")
GOING_OUT = (Purpose.MAIN, Purpose.COPY, Purpose.INTERNAL)
"""What copies leave the office for; those for 存档 and 备用 stay."""
SET_LATER = frozenset(("发文字号", "签发人", "成文日期", "印发日期"))
"""Elements that a draft may lack: they come with the signature, the registration and the printing."""
NAMED = 2


class Progress(Enum):
    """How a stage stands."""

    DONE = "已办"
    DUE = "现在办"
    LATER = "以后办"
    NONE = "不用办"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of an affair.

    Attributes:
        words: What it has come to.
        goal: Where it is done.
    """

    name: str
    progress: Progress
    words: str
    goal: Goal


@dataclass(frozen=True, slots=True)
class _Found:
    """What a stage has come to; None for one that is not wanted at all."""

    is_done: bool | None
    words: str
    goal: Goal


def stages(affair: Affair) -> tuple[Stage, ...]:
    """The stages in their order; the first that is not done is due."""
    found = tuple(_found(affair))
    due = next((one for one in found if one.is_done is False), None)
    return tuple(
        Stage(name, _progress(one, due), one.words, one.goal)
        for name, one in zip(NAMES, found, strict=True)
    )


def rows_going_out(distribution: Distribution) -> tuple[Allotment, ...]:
    """The rows whose copies leave the office."""
    return tuple(one for one in distribution.allotments if one.purpose in GOING_OUT)


def left_to_send(rows: Iterable[Allotment]) -> tuple[int, int]:
    """How many units wait for copies, and for how many."""
    left = [count for one in rows if (count := one.quantity - count_of(one.sent)) > 0]
    return len(left), sum(left)


def lacking(affair: Affair) -> tuple[str, ...]:
    """What even a draft should have, and has not."""
    return tuple(name for name in missing(affair.notice) if name not in SET_LATER)


def units_in(affair: Affair, *states: State) -> int:
    """How many units of the roll stand so."""
    return sum(1 for one in affair.standings if one.state in states)


def _progress(one: _Found, due: _Found | None) -> Progress:
    if one.is_done is None:
        return Progress.NONE
    if one.is_done:
        return Progress.DONE
    return Progress.DUE if one is due else Progress.LATER


def _found(affair: Affair) -> Iterator[_Found]:
    yield _draft(affair)
    yield _signing(affair)
    yield _number(affair)
    yield _printing(affair)
    yield _sending(affair)
    yield _replies(affair)
    yield _filing(affair)


def _draft(affair: Affair) -> _Found:
    names = lacking(affair)
    words = "要素齐全"
    if names:
        more = f"等{len(names)}项" if len(names) > NAMED else ""
        words = f"还缺{'、'.join(names[:NAMED])}{more}"
    return _Found(affair.proceeding.is_signed or not names, words, Goal.DRAFT)


def _signing(affair: Affair) -> _Found:
    signing = affair.proceeding.of(Step.SIGN)
    words = "待签发"
    if signing is not None:
        words = f"{signing.who} {arabic_date(signing.on)}".strip()
    elif affair.proceeding.of(Step.REVIEW) is not None:
        words = "已审核，待签发"
    return _Found(signing is not None, words, Goal.PROCEED)


def _number(affair: Affair) -> _Found:
    number, done = affair.notice.doc_number, affair.proceeding.of(Step.REGISTER)
    words = number or "签发后编号"
    if number and done is None:
        words = f"{number}，没有登记"
    elif not number and affair.proceeding.is_signed:
        words = "待编号"
    return _Found(done is not None and bool(number), words, Goal.PROCEED)


def _printing(affair: Affair) -> _Found:
    done, distribution = affair.proceeding.of(Step.PRINT), affair.distribution
    printed = count_of(distribution.printed) if distribution is not None else 0
    copies = affair.notice.copies
    if printed:
        words = f"已印{printed}份"
    elif done is not None:
        words = f"{done.who} {arabic_date(done.on)}".strip()
    else:
        words = f"待印{copies}份" if copies else "没有填共印份数"
    return _Found(bool(printed) or done is not None, words, Goal.PROCEED)


def _sending(affair: Affair) -> _Found:
    noted = affair.proceeding.of(Step.DISPATCH) is not None
    if affair.distribution is None:
        words = "已登记" if noted else "没有单位名册"
        return _Found(noted, words, Goal.DISTRIBUTION if noted else Goal.UNITS)
    rows = rows_going_out(affair.distribution)
    units, left = left_to_send(rows)
    sent = sum(count_of(one.sent) for one in rows)
    if not sent:
        words = f"{units}个单位，待发{left}份"
    else:
        words = f"已发{sent}份，还有{left}份" if left else f"已发{sent}份"
    return _Found(noted or (bool(rows) and not left), words, Goal.DISTRIBUTION)


def _replies(affair: Affair) -> _Found:
    if affair.deadline is None and not affair.unclaimed and not _answered(affair):
        return _Found(None, "不要求报送", Goal.REPLIES)
    waiting = units_in(affair, State.MISSING, State.SENT_BACK)
    asked = len(affair.standings) - units_in(affair, State.EXEMPT)
    words = f"已报{asked - waiting}，应报{asked}" if asked else "还没有应报单位"
    if affair.unclaimed:
        words += f"，待认领{affair.unclaimed}"
    return _Found(bool(asked) and not waiting and not affair.unclaimed, words, Goal.REPLIES)


def _answered(affair: Affair) -> int:
    return units_in(affair, State.IN_TIME, State.LATE, State.SENT_BACK)


def _filing(affair: Affair) -> _Found:
    done = affair.proceeding.of(Step.FILE)
    words = "办完后归档" if done is None else f"{done.who} {arabic_date(done.on)}".strip()
    return _Found(done is not None, words, Goal.PROCEED)
