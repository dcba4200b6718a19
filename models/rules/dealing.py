"""Copy numbers (份号) are dealt in the order of the list. A number that was printed is never dealt again to anybody.

Until they are printed, numbers are dealt anew with every change. Then a row keeps the printed ones it has: what it no
longer needs is held, what it needs more are new numbers behind the last printed, for a reprint (补印).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.distribution import PrintRun, VoidCopy
from models.errors import UserError
from models.spans import Span, count_of, first_of, union, without, written

if TYPE_CHECKING:
    from datetime import date

    from models.distribution import Allotment, Distribution
    from models.spans import Spans

DIGITS = 6


class CannotDeal(UserError):
    """The copies are not there, or not free."""


def deal(distribution: Distribution) -> Distribution:
    """Give every row as many numbers as it has copies."""
    printed, free = distribution.printed, next_number(distribution)
    rows: list[Allotment] = []
    held = list(distribution.held)
    for one in distribution.allotments:
        kept, over = _kept(one, printed)
        held += over
        more = one.quantity - count_of(kept)
        new = (Span(free, free + more - 1),) if more > 0 else ()
        free += max(more, 0)
        spans = union((*kept, *new)) if kept else new
        rows.append(one if spans == one.spans else replace(one, spans=spans))
    return replace(distribution, allotments=tuple(rows), held=union(held))


def undealt(distribution: Distribution) -> Distribution:
    """Without the numbers that were not printed: dealing gives the same ones again, so that they need not be kept."""
    printed = distribution.printed
    rows = tuple(
        one if one.spans == kept else replace(one, spans=kept)
        for one in distribution.allotments
        for kept in [_printed(one, printed) if printed and one.spans else ()]
    )
    return replace(distribution, allotments=rows)


def next_number(distribution: Distribution) -> int:
    """The first number that was never printed."""
    return max((distribution.first_number, *(run.span.last + 1 for run in distribution.runs)))


def unprinted(distribution: Distribution) -> Spans:
    """The numbers that were dealt and wait to be printed."""
    dealt = (span for one in distribution.allotments for span in one.spans)
    return without(dealt, distribution.printed)


def print_run(distribution: Distribution, on: date, copies: int | None = None) -> Distribution:
    """Note that what was dealt is printed now; `copies`: that so many are, of which those that no row needs are held.

    Raises:
        CannotDeal: there is nothing to print, or `copies` are fewer than the rows need.
    """
    needed = count_of(unprinted(distribution))
    count = needed if copies is None else copies
    if count < max(needed, 1):
        raise CannotDeal(
            f"要印 {needed} 份，不能只印 {count} 份。请核对份数。" if needed else "没有要印的份号。"
        )
    return note_printed(distribution, on, count)


def note_printed(
    distribution: Distribution, on: date, count: int, sha256: str = ""
) -> Distribution:
    """Note that the next `count` numbers are printed, be they fewer or more than the rows need."""
    first, needed = next_number(distribution), count_of(unprinted(distribution))
    run = PrintRun(on, Span(first, first + count - 1), sha256)
    extra = (Span(first + needed, run.span.last),) if count > needed else ()
    held = union((*distribution.held, *extra))
    return replace(distribution, runs=(*distribution.runs, run), held=held)


def cut_short(distribution: Distribution, count: int) -> Distribution:
    """Of the last run only the first `count` copies were printed; the other numbers are dealt again."""
    *runs, run = distribution.runs
    left = Span(run.span.first + count, run.span.last)
    if count:
        runs.append(replace(run, span=Span(run.span.first, left.first - 1)))
    held = without(distribution.held, (left,)) if left.first <= left.last else distribution.held
    return deal(replace(distribution, runs=tuple(runs), held=held))


def run_name(distribution: Distribution | None) -> str:
    """What the next run is called: the first 付印, every other 补印."""
    return "补印" if distribution is not None and distribution.runs else "付印"


def void(distribution: Distribution, spans: Spans, on: date, reason: str = "") -> Distribution:
    """Note spoiled copies (作废); the rows that had them get new numbers.

    Raises:
        CannotDeal: one of them was not printed, is void already, or was sent.
    """
    _check_voidable(distribution, spans)
    rows = tuple(
        replace(one, spans=without(one.spans, spans)) if count_of(one.spans) else one
        for one in distribution.allotments
    )
    numbers = (number for span in spans for number in range(span.first, span.last + 1))
    voids = (*distribution.voids, *(VoidCopy(number, on, reason) for number in numbers))
    held = without(distribution.held, spans)
    return deal(replace(distribution, allotments=rows, voids=voids, held=held))


def _check_voidable(distribution: Distribution, spans: Spans) -> None:
    if strange := without(spans, distribution.printed):
        raise CannotDeal(f"份号 {written(strange, DIGITS)} 还没有印，不能作废。请核对份号。")
    gone = tuple(Span(one.number, one.number) for one in distribution.voids)
    if again := _both(spans, gone):
        raise CannotDeal(f"份号 {written(again, DIGITS)} 已经作废，不用再登记。")
    for one in distribution.allotments:
        if sent := _both(spans, one.sent):
            raise CannotDeal(
                f"份号 {written(sent, DIGITS)} 已经送给“{one.name}”，不能作废；收回时请登记清退。"
            )


def _both(spans: Spans, others: Spans) -> Spans:
    """The numbers that stand in both."""
    return without(spans, without(spans, others))


def give_held(distribution: Distribution, at: int, count: int) -> Distribution:
    """Give a row so many printed copies that nobody has, in the place of a reprint.

    Raises:
        CannotDeal: there are not so many, or the row does not wait for so many.
    """
    one = distribution.allotments[at]
    given = first_of(distribution.held, count)
    waiting = count_of(without(one.spans, distribution.printed))
    if count_of(given) < count or waiting < count:
        raise CannotDeal(
            f"余份有 {count_of(distribution.held)} 份（{written(distribution.held, DIGITS) or '无'}），"
            f"“{one.name}”还差 {waiting} 份，不能给 {count} 份。请核对。"
        )
    row = replace(one, spans=union((*one.spans, *given)))
    rows = distribution.allotments
    held = without(distribution.held, given)
    return deal(replace(distribution, allotments=(*rows[:at], row, *rows[at + 1 :]), held=held))


def _kept(one: Allotment, printed: Spans) -> tuple[Spans, Spans]:
    """The printed numbers that a row keeps, those that were sent before all others; and those it has too many."""
    if not printed or not one.spans:
        return (), ()
    fixed = _printed(one, printed)
    if count_of(fixed) <= one.quantity:
        return fixed, ()
    sent = one.sent
    kept = union((*sent, *first_of(without(fixed, sent), one.quantity - count_of(sent))))
    return kept, without(fixed, kept)


def _printed(one: Allotment, printed: Spans) -> Spans:
    return without(one.spans, without(one.spans, printed))
