"""The distribution (分发) of a notice: who gets how many copies, with which numbers, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from models.spans import Span, Spans, count_of, union, without
from models.unit import Delivery, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Sending:
    """Copies that were sent on a day; a unit may get its copies in several sendings (分批送发).

    Attributes:
        signed_by: 签收人; empty while nobody signed.
    """

    on: date
    spans: tuple[Span, ...]
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """Copies that came back (清退) on a day, and who handed them over."""

    on: date
    spans: tuple[Span, ...]
    returned_by: str = ""


@dataclass(frozen=True, slots=True)
class VoidCopy:
    """A spoiled copy (作废): its number is never given again."""

    number: int
    on: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """Numbers that were printed on a day: the first printing, then each reprint (补印).

    Attributes:
        sha256: Of the PDF of what was printed; empty where it was printed elsewhere.
    """

    on: date
    span: Span
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Allotment:
    """A row of the list: the copies of one unit for one purpose. Names stand as they were printed.

    Attributes:
        unit: The row of the unit in the roster; None for what is no unit, such as 备用.
        quantity: How many copies (份数).
        is_own: The quantity was set by hand and stays when its category is filled.
        spans: The copy numbers (份号); as many as the quantity once they are dealt.
    """

    name: str
    purpose: Purpose = Purpose.MAIN
    category: str = ""
    unit: int | None = None
    quantity: int = 1
    is_own: bool = False
    delivery: Delivery = Delivery.EXCHANGE
    box: str = ""
    spans: tuple[Span, ...] = ()
    sendings: tuple[Sending, ...] = ()
    returns: tuple[Return, ...] = ()
    note: str = ""
    id: int | None = field(default=None, compare=False)

    @property
    def sent(self) -> Spans:
        """The numbers that were sent."""
        return union(span for sending in self.sendings for span in sending.spans)

    @property
    def unsent(self) -> Spans:
        """The numbers that wait to be sent."""
        return without(self.spans, self.sent)

    @property
    def returned(self) -> Spans:
        """The numbers that came back."""
        return union(span for one in self.returns for span in one.spans)

    @property
    def is_sent(self) -> bool:
        """Whether every copy went out."""
        return count_of(self.sent) >= self.quantity > 0


@dataclass(frozen=True, slots=True)
class Subtotal:
    """The rows of one purpose and category that stand together on the list (小计)."""

    purpose: Purpose
    category: str
    allotments: tuple[Allotment, ...]

    @property
    def units(self) -> int:
        """How many rows."""
        return len(self.allotments)

    @property
    def quantity(self) -> int:
        """How many copies."""
        return sum(one.quantity for one in self.allotments)


@dataclass(frozen=True, slots=True)
class Distribution:
    """Who gets a notice, in the order of the list.

    Attributes:
        notice: The row of the notice.
        first_number: Where the copy numbers begin.
        runs: What was printed; numbers in it are never dealt anew.
        voids: Printed copies that were spoiled.
        held: Printed copies that no row has any more (余份).
    """

    notice: int = 0
    allotments: tuple[Allotment, ...] = ()
    first_number: int = 1
    runs: tuple[PrintRun, ...] = ()
    voids: tuple[VoidCopy, ...] = ()
    held: tuple[Span, ...] = ()

    @property
    def total(self) -> int:
        """Σ: the copies of all rows (合计)."""
        return sum(one.quantity for one in self.allotments)

    @property
    def printed(self) -> Spans:
        """The numbers that were printed."""
        return union(run.span for run in self.runs)

    @property
    def subtotals(self) -> tuple[Subtotal, ...]:
        """The rows by purpose and category, each where it first stands on the list."""
        return tuple(self._subtotals())

    def _subtotals(self) -> Iterator[Subtotal]:
        groups: dict[tuple[Purpose, str], list[Allotment]] = {}
        for one in self.allotments:
            groups.setdefault((one.purpose, one.category), []).append(one)
        for (purpose, category), allotments in groups.items():
            yield Subtotal(purpose, category, tuple(allotments))
