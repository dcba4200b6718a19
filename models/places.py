"""The texts of a notice by place, and the notice with another text there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.notice import Notice, Paragraph, Piece

BODY = -1


class Place(NamedTuple):
    """A paragraph of the body (piece -1) or of a piece; paragraph -1 is the text as a whole."""

    piece: int
    paragraph: int


def text_of(notice: Notice, piece: int) -> tuple[Paragraph, ...]:
    """The paragraphs of the body or of a piece."""
    return notice.body if piece == BODY else notice.pieces[piece].paragraphs


def with_text_of(notice: Notice, piece: int, text: tuple[Paragraph, ...]) -> Notice:
    """The notice with another text of its body or of a piece."""
    if piece == BODY:
        return replace(notice, body=text)
    return with_piece(notice, piece, replace(notice.pieces[piece], paragraphs=text))


def with_piece(notice: Notice, at: int, piece: Piece) -> Notice:
    """The notice with another piece in the place of the one there."""
    return replace(notice, pieces=(*notice.pieces[:at], piece, *notice.pieces[at + 1 :]))


def paragraph_at(notice: Notice, place: Place) -> Paragraph | None:
    """The paragraph at a place; None where there is none."""
    if place.piece >= len(notice.pieces):
        return None
    text = text_of(notice, place.piece)
    return text[place.paragraph] if 0 <= place.paragraph < len(text) else None


def replaced(notice: Notice, place: Place, paragraph: Paragraph) -> Notice:
    """Put another paragraph at the place."""
    text = text_of(notice, place.piece)
    at = place.paragraph
    return with_text_of(notice, place.piece, (*text[:at], paragraph, *text[at + 1 :]))
