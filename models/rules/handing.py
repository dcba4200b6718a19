"""What became of the copies: sent in one or several parts, signed for, given back (清退), missing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.distribution import Return, Sending
from models.errors import UserError
from models.rules.dealing import DIGITS
from models.spans import count_of, first_of, union, without, written

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from models.distribution import Allotment, Distribution
    from models.spans import Spans


class CannotHand(UserError):
    """Copies that are not there cannot be sent, signed for or given back."""


@dataclass(frozen=True, slots=True)
class Outstanding:
    """The copies of a row that were sent and did not come back."""

    allotment: Allotment
    spans: Spans


@dataclass(frozen=True, slots=True)
class Recall:
    """How a recall (清退) stands."""

    issued: int
    returned: int
    outstanding: tuple[Outstanding, ...]

    def __str__(self) -> str:
        """For the clerk."""
        if not self.issued:
            return "还没有送出，不用清退"
        missing = self.issued - self.returned
        told = f"已发 {self.issued} 份，已清退 {self.returned} 份"
        return f"{told}，还差 {missing} 份" if missing else f"{told}，全部收回"


def send(
    distribution: Distribution, places: Collection[int], on: date, quantity: int | None = None
) -> Distribution:
    """Note that the rows at these places were sent: all that is left of each, or `quantity` copies of each.

    Raises:
        CannotHand: a row has nothing left to send, or not so many, or was not printed yet.
    """
    rows = tuple(
        _sent(one, on, quantity, distribution.printed) if at in places else one
        for at, one in enumerate(distribution.allotments)
    )
    return replace(distribution, allotments=rows)


def sign(distribution: Distribution, at: int, signed_by: str, on: date) -> Distribution:
    """Note who signed for all that was sent to a row and nobody signed for yet.

    Raises:
        CannotHand: nothing waits for a signature.
    """
    one = distribution.allotments[at]
    if all(sending.signed_on for sending in one.sendings):
        raise CannotHand(f"“{one.name}”没有等待签收的文件。请先登记送发。")
    sendings = tuple(
        sending if sending.signed_on else replace(sending, signed_by=signed_by, signed_on=on)
        for sending in one.sendings
    )
    rows = distribution.allotments
    row = replace(one, sendings=sendings)
    return replace(distribution, allotments=(*rows[:at], row, *rows[at + 1 :]))


def take_back(distribution: Distribution, spans: Spans, on: date, by: str = "") -> Distribution:
    """Note that these numbers came back, each to the row that had it.

    Raises:
        CannotHand: one of them is not out.
    """
    out = union(span for one in recall(distribution).outstanding for span in one.spans)
    if strange := without(spans, out):
        raise CannotHand(f"份号 {written(strange, DIGITS)} 没有送出，或已经清退。请核对份号。")
    rows = tuple(_returned(one, spans, on, by) for one in distribution.allotments)
    return replace(distribution, allotments=rows)


def recall(distribution: Distribution) -> Recall:
    """Issued and returned numbers held against each other."""
    outstanding = tuple(
        Outstanding(one, left)
        for one in distribution.allotments
        if one.sendings and (left := without(one.sent, one.returned))
    )
    issued = sum(count_of(one.sent) for one in distribution.allotments)
    missing = sum(count_of(one.spans) for one in outstanding)
    return Recall(issued, issued - missing, outstanding)


def _sent(one: Allotment, on: date, quantity: int | None, printed: Spans) -> Allotment:
    left = one.unsent
    count = count_of(left) if quantity is None else quantity
    if not 0 < count <= count_of(left):
        raise CannotHand(f"“{one.name}”还有 {count_of(left)} 份没有送，不能送 {count} 份。请核对。")
    spans = first_of(left, count)
    if without(spans, printed):
        raise CannotHand(f"“{one.name}”的文件还没有印，不能登记送发。请先登记付印。")
    return replace(one, sendings=(*one.sendings, Sending(on, spans)))


def _returned(one: Allotment, spans: Spans, on: date, by: str) -> Allotment:
    mine = without(one.sent, without(one.sent, spans)) if one.sendings else ()
    return replace(one, returns=(*one.returns, Return(on, mine, by))) if mine else one
