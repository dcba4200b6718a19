"""A reading set right by hand: the clerk says what a stretch of the text is, or that it is nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from models.reading.fold import Clean, bare, fold
from models.reading.reading import Found, Role
from models.reading.whole import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.reading.reading import Reading

ONCE = frozenset((  # roles of which a document has one
    Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.DOC_NUMBER, Role.TITLE, Role.ADDRESSEES,
    Role.DATE, Role.SUBJECT_WORDS, Role.ISSUING_OFFICE, Role.ISSUED_ON, Role.COPIES,
))  # fmt: skip
PARAGRAPHS = frozenset({Role.BODY, Role.PIECE_PARAGRAPH})
BY_HAND = "由您指定"


def given(reading: Reading, role: Role, start: int, end: int) -> Reading:
    """The stretch from `start` to `end` is `role`.

    What held it gives way, and so does the old one of a role that stands once. A stretch of several lines becomes as
    many paragraphs where the role is of paragraphs.
    """
    plain = fold(reading.text)
    new = [Found(role, *span, BY_HAND) for span in _stretches(plain, role, start, end)]
    if not new:
        return reading
    old = (f for f in reading.found if role not in ONCE or f.role is not role)
    kept = (part for f in old for part in _without(f, new, plain))
    return _again(reading, (*kept, *new))


def dropped(reading: Reading, found: Found) -> Reading:
    """An element is none: its text is left out."""
    return _again(reading, (f for f in reading.found if f != found))


def _again(reading: Reading, found: Iterable[Found]) -> Reading:
    again = reading_of(Clean(reading.text, reading.removed), found)
    return replace(again, unread=reading.unread)


def _stretches(plain: str, role: Role, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch without the blanks around them."""
    between = r"[^\n]+" if role in PARAGRAPHS else r"(?s).+"
    for line in re.compile(between).finditer(plain, start, end):
        if words := bare(plain, *line.span()):
            yield words


def _without(found: Found, taken: list[Found], plain: str) -> Iterator[Found]:
    """What is left of an element when stretches of it are something else; of one that stands once, the longest."""
    edges = [(found.start, found.start), *((t.start, t.end) for t in taken), (found.end, found.end)]
    parts = [
        replace(found, start=start, end=end)
        for (_, before), (after, _) in pairwise(edges)
        for start, end in _stretches(
            plain, Role.TITLE, max(before, found.start), min(after, found.end)
        )
    ]
    if found.role in ONCE:
        parts = sorted(parts, key=lambda part: part.start - part.end)[:1]
    yield from parts
