"""A new notice that starts from an earlier one: what belongs to that one alone goes, its years may move on."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from models.numerals import ZEROS, parse_number

if TYPE_CHECKING:
    from models.notice import Notice, Paragraph, Piece

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年|[—－–~至-](?:19|20)\d\d年)")
_HANZI_YEAR = re.compile(rf"(?:[一二][九{ZEROS}])[{ZEROS}一二三四五六七八九]{{2}}(?=年)")
_DIGITS = "〇一二三四五六七八九"


def started_from(earlier: Notice, *, next_year: bool) -> Notice:
    """A notice like `earlier` without its number, its dates and its 份号, and without its place in the data file.

    With `next_year` the years of its title and of the titles of its pieces are one more, also where the text names them.
    """
    new = replace(
        earlier,
        id=None,
        doc_number="",
        copy_number="",
        signers=(),
        date=None,
        issued_on=None,
        reply_due=None,
        edition=None,
        body=tuple(map(_fresh, earlier.body)),
        pieces=tuple(map(_fresh_piece, earlier.pieces)),
    )
    return _moved_on(new) if next_year else new


def with_next_year(title: str) -> str:
    """A title with each year one more, in the figures it is written in."""
    later = _YEAR.sub(lambda found: str(int(found.group()) + 1), title)
    return _HANZI_YEAR.sub(lambda found: _hanzi_after(found.group()), later)


def _moved_on(notice: Notice) -> Notice:
    named = [notice.title, *(piece.title for piece in notice.pieces), *notice.attachment_notes]
    changes = {
        title: later for title in named if title and (later := with_next_year(title)) != title
    }
    return replace(
        notice,
        title=with_next_year(notice.title),
        attachment_notes=tuple(map(with_next_year, notice.attachment_notes)),
        body=tuple(_renamed(paragraph, changes) for paragraph in notice.body),
        pieces=tuple(replace(piece, title=with_next_year(piece.title)) for piece in notice.pieces),
    )


def _renamed(paragraph: Paragraph, changes: dict[str, str]) -> Paragraph:
    """The paragraph that names texts by their new titles; of all else it goes on to say what it said."""
    if not changes:
        return paragraph
    # in one go, the longest first: no title moves on twice
    titles = re.compile("|".join(map(re.escape, sorted(changes, key=len, reverse=True))))
    heading, text = (
        titles.sub(lambda found: changes[found.group()], part)
        for part in (paragraph.heading, paragraph.text)
    )
    return replace(paragraph, heading=heading, text=text)


def _fresh(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, id=None)


def _fresh_piece(piece: Piece) -> Piece:
    return replace(piece, id=None, paragraphs=tuple(map(_fresh, piece.paragraphs)))


def _hanzi_after(year: str) -> str:
    """`二○○七` → `二○○八`, with the zero it is written with."""
    zero = next((digit for digit in year if digit in ZEROS), "〇")
    digits = str((parse_number(year) or 0) + 1)
    return "".join(_DIGITS[int(digit)] for digit in digits).replace("〇", zero)
