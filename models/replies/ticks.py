"""纸质 and 电子: two ticks of a unit, set and taken away by the clerk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from models.errors import UserError
from models.replies.reply import Batch, Claim, Reply

if TYPE_CHECKING:
    from datetime import datetime

    from models.replies.standing import Standing


class Medium(Enum):
    """How a reply comes."""

    PAPER = "纸质"
    ELECTRONIC = "电子"


class CannotTick(UserError):
    """There is no unit, or a file says otherwise."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """What a tick changes."""

    before: Batch
    after: Batch


def ticked(standing: Standing, medium: Medium, notice: int, moment: datetime) -> Ticked:
    """Set the tick of a unit, or take it away where it is set.

    Raises:
        CannotTick: the row is no unit of the roster, another unit answers for it, a file came from it.
    """
    unit = standing.expected.unit
    if unit is None:
        raise CannotTick(
            f"“{standing.expected.name}”不在单位名册里，不能登记。请先在“单位”页添加。"
        )
    if standing.by:
        raise CannotTick(
            f"“{standing.expected.name}”由{standing.by}合并报送，请在{standing.by}一行登记。"
        )
    if any(_has(one, medium) for one in standing.replies):
        return _taken_away(standing.replies, medium)
    return _set(standing.replies, medium, Reply(notice, moment, unit, claim=Claim.CLERK))


def _set(replies: tuple[Reply, ...], medium: Medium, new: Reply) -> Ticked:
    """On what came last; without anything it is all that came."""
    before = replies[-1:]
    after = _with(before[0] if before else new, medium, is_set=True)
    return Ticked(Batch(before), Batch((after,)))


def _taken_away(replies: tuple[Reply, ...], medium: Medium) -> Ticked:
    before = tuple(one for one in replies if _has(one, medium))
    if medium is Medium.ELECTRONIC and any(one.sha256 for one in before):
        raise CannotTick("电子版的文件已经收下，不能去掉这个勾。文件收错了，请用“撤回”。")
    left = (_with(one, medium, is_set=False) for one in before)
    kept = tuple(one for one in left if one.on_paper or one.is_electronic)
    return Ticked(Batch(before), Batch(kept))


def _has(reply: Reply, medium: Medium) -> bool:
    return reply.on_paper if medium is Medium.PAPER else reply.is_electronic


def _with(reply: Reply, medium: Medium, *, is_set: bool) -> Reply:
    if medium is Medium.PAPER:
        return replace(reply, on_paper=is_set)
    return replace(reply, is_electronic=is_set)
