"""Copy numbers (份号) as spans: `1–5, 9` is two of them. All answers are in order, without overlaps, as few as can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Spans = tuple["Span", ...]


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers from `first` to `last`, both among them."""

    first: int
    last: int

    @property
    def count(self) -> int:
        """How many there are."""
        return self.last - self.first + 1


def count_of(spans: Iterable[Span]) -> int:
    """How many numbers there are in spans that do not overlap."""
    return sum(span.count for span in spans)


def union(spans: Iterable[Span]) -> Spans:
    """All numbers that stand in any of them."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.first):
        if joined and span.first <= joined[-1].last + 1:
            joined[-1] = Span(joined[-1].first, max(joined[-1].last, span.last))
        else:
            joined.append(span)
    return tuple(joined)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    """The numbers of `spans` that do not stand in `taken`."""
    left = list(union(spans))
    for gone in union(taken):
        left = [part for span in left for part in _parted(span, gone)]
    return tuple(left)


def first_of(spans: Iterable[Span], count: int) -> Spans:
    """The `count` lowest numbers, or all where there are fewer."""
    chosen: list[Span] = []
    for span in union(spans):
        if count <= 0:
            break
        chosen.append(Span(span.first, min(span.last, span.first + count - 1)))
        count -= chosen[-1].count
    return tuple(chosen)


def written(spans: Iterable[Span], digits: int = 0) -> str:
    """`000001—000005、000009`, as a list or a sheet shows them."""
    return "、".join(
        f"{span.first:0{digits}}" + (f"—{span.last:0{digits}}" if span.count > 1 else "")
        for span in spans
    )


def _parted(span: Span, gone: Span) -> Spans:
    before = Span(span.first, min(span.last, gone.first - 1))
    behind = Span(max(span.first, gone.last + 1), span.last)
    return tuple(part for part in (before, behind) if part.count > 0)
