"""Words found in a notice, wherever they stand, and replaced there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from models.notice import Level
from models.places import BODY, Place, paragraph_at, replaced, text_of, with_piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.notice import Notice, Paragraph

BEFORE = ("organs", "doc_number", "signers", "title", "addressees")
BEHIND = ("attachment_notes", "signatures", "notes")
IMPRINT = ("subject_words", "cc", "issuing_office")


class Slot(NamedTuple):
    """Where one text of a notice stands: a field, one of several texts of it, a paragraph, the title of a piece.

    `piece` and `paragraph` are as in `Place`; of a field of several texts `paragraph` counts them.
    """

    field: str
    piece: int = -1
    paragraph: int = -1


class Hit(NamedTuple):
    """A stretch of the text of a slot; of a paragraph its text is heading and words."""

    slot: Slot
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """A notice in which words were replaced, and how often."""

    notice: Notice
    count: int


def find_all(notice: Notice, words: str) -> tuple[Hit, ...]:
    """Every place where the words stand, in the order of the paper."""
    if not words:
        return ()
    return tuple(
        Hit(slot, start, start + len(words))
        for slot, text in _texts(notice)
        for start in _starts(text, words)
    )


def replace_hits(notice: Notice, hits: Iterable[Hit], new: str) -> Replaced:
    """The notice with `new` in the place of each hit."""
    count = 0
    for hit in sorted(
        hits, reverse=True
    ):  # from behind, so that what stands before keeps its place
        notice = _replaced_at(notice, hit, new)
        count += 1
    return Replaced(notice, count)


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _texts(notice: Notice) -> Iterator[tuple[Slot, str]]:
    for field in BEFORE:
        yield from _texts_of_field(notice, field)
    yield from _paragraphs(notice, BODY)
    for field in BEHIND:
        yield from _texts_of_field(notice, field)
    for at, piece in enumerate(notice.pieces):
        yield Slot("pieces", at), piece.title
        yield from _paragraphs(notice, at)
    for field in IMPRINT:
        yield from _texts_of_field(notice, field)


def _texts_of_field(notice: Notice, field: str) -> Iterator[tuple[Slot, str]]:
    value: str | tuple[str, ...] = getattr(notice, field)
    if isinstance(value, str):
        yield Slot(field), value
    else:
        yield from ((Slot(field, -1, at), text) for at, text in enumerate(value))


def _paragraphs(notice: Notice, piece: int) -> Iterator[tuple[Slot, str]]:
    field = "body" if piece == BODY else "pieces"
    for at, paragraph in enumerate(text_of(notice, piece)):
        yield Slot(field, piece, at), paragraph.heading + paragraph.text


def _replaced_at(notice: Notice, hit: Hit, new: str) -> Notice:
    slot = hit.slot
    if slot.field in ("body", "pieces"):
        place = Place(slot.piece, slot.paragraph)
        paragraph = paragraph_at(notice, place)
        if paragraph is not None:
            return replaced(notice, place, _with(paragraph, hit, new))
        piece = notice.pieces[slot.piece]
        title = _spliced(piece.title, hit.start, hit.end, new)
        return with_piece(notice, slot.piece, replace(piece, title=title))
    value: str | tuple[str, ...] = getattr(notice, slot.field)
    if isinstance(value, str):
        changes = {slot.field: _spliced(value, hit.start, hit.end, new)}
    else:
        text = _spliced(value[slot.paragraph], hit.start, hit.end, new)
        others = (*value[: slot.paragraph], text, *value[slot.paragraph + 1 :])
        changes = {slot.field: tuple(filter(None, others))}
    return replace(notice, **changes)  # pyright: ignore[reportArgumentType] - each field keeps its type


def _with(paragraph: Paragraph, hit: Hit, new: str) -> Paragraph:
    """What stands across the end of the heading goes to the heading."""
    border = len(paragraph.heading)
    new = new if paragraph.level is Level.TABLE else new.replace("\n", "")
    if hit.start < border:
        heading = _spliced(paragraph.heading, hit.start, min(hit.end, border), new)
        return replace(paragraph, heading=heading, text=paragraph.text[max(hit.end - border, 0) :])
    text = _spliced(paragraph.text, hit.start - border, hit.end - border, new)
    return replace(paragraph, text=text)


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]
