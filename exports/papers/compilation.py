"""汇编: all replies in standing order behind a contents page, each on a new page under the name of its unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.page import Role, Source
from exports.papers import body
from exports.papers.latin import with_latin
from exports.papers.styles import Room, styles_of
from exports.papers.table import table
from models.notice import Notice, Piece
from models.practice import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.page import Element, Page
    from exports.papers.styles import Styles
    from models.edition import Edition
    from models.notice import Paragraph

HEADS = ("序号", "单位", "页码")
WIDEST = "000"  # stands for a page number until it is known


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit with its text."""

    unit: str
    paragraphs: tuple[Paragraph, ...]


def compilation(
    title: str, entries: Sequence[Entry], pages: Sequence[int | None], edition: Edition
) -> tuple[Element, ...]:
    """The book; `pages` says on which page each entry begins, None where that is not known yet."""
    styles = styles_of(edition, Practice(), Room.USUAL)
    elements = tuple(_elements(title, entries, pages, styles))
    return with_latin(elements) if styles.practice.latin_digits else elements


def _elements(
    title: str, entries: Sequence[Entry], pages: Sequence[int | None], styles: Styles
) -> Iterator[Element]:
    yield from body.title(title, Role.TITLE, Source("title"), styles)
    yield from styles.blank(1, keep=True)
    rows = [
        (str(at), one.unit, WIDEST if page is None else str(page))
        for at, (one, page) in enumerate(zip(entries, pages, strict=True), 1)
    ]
    yield table((HEADS, *rows), Source("body", paragraph=0), styles)
    pieces = tuple(Piece(one.unit, one.paragraphs) for one in entries)
    yield from body.pieces(Notice(pieces=pieces), styles)


def starts_of(pages: Sequence[Page], count: int) -> tuple[int, ...]:
    """On which page each of `count` entries begins."""
    found: dict[int, int] = {}
    for page in pages:
        for mark in page.texts:
            if mark.role is Role.PIECE_TITLE and mark.source is not None:
                found.setdefault(mark.source.piece, page.number)
    return tuple(found[at] for at in range(count))
