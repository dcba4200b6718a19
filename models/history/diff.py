"""Two versions of a document side by side: which parts are the same, gone, new, or written otherwise."""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from models.history.plain import to_plain
from models.history.told import NAMES, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice

TEXTS = ("id", "body", "pieces")


class Run(NamedTuple):
    """A stretch of characters: kept, gone, or new."""

    sign: str  # "=", "-" or "+"
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One part that differs; an empty text was or is not there."""

    where: str
    before: str
    after: str

    @property
    def runs(self) -> tuple[Run, ...]:
        """What was kept, gone and new within it."""
        return tuple(_runs(self.before, self.after))


def differences(before: Notice, after: Notice) -> tuple[Difference, ...]:
    """What differs between two versions, in the order of the paper."""
    return tuple(_differences(before, after))


def _differences(before: Notice, after: Notice) -> Iterator[Difference]:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if field.name not in TEXTS and old != new:
            where = NAMES.get(field.name, field.name)
            yield Difference(where, said(to_plain(old)), said(to_plain(new)))
    yield from _texts("正文", [p.whole for p in before.body], [p.whole for p in after.body])
    pairs = zip_longest(before.pieces, after.pieces)
    for number, (one, other) in enumerate(pairs, 1):
        old = [one.title, *(p.whole for p in one.paragraphs)] if one else []
        new = [other.title, *(p.whole for p in other.paragraphs)] if other else []
        yield from _texts(f"第{number}件", old, new)


def _texts(where: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[a:b], after[c:d], fillvalue="")
            yield from (Difference(where, old, new) for old, new in pairs)


def _runs(before: str, after: str) -> Iterator[Run]:
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run("=", before[a:b])
            continue
        if a < b:
            yield Run("-", before[a:b])
        if c < d:
            yield Run("+", after[c:d])
