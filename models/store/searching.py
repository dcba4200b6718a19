"""Search over everything kept: titles, elements, paragraphs and pieces of notices, units, replies and reminders, in the order of their age."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.store.words import query_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.notice import Notice
    from models.replies.reminder import Reminders
    from models.replies.reply import Reply
    from models.store.database import Database
    from models.store.gate import Access
    from models.unit import Roster, Unit

PARAGRAPH, ELEMENTS, PIECE, UNIT = 0, 1, 2, 3
"""A text is numbered by its row and this: what kind of row it is."""
KINDS = 4
REPLY, REMINDERS = 4, 5
FIRST_REPLY, FIRST_REMINDERS = 1 << 60, 1 << 61
"""Replies and reminders came later than this numbering: their numbers begin where no other reaches."""
_FIRST = {REMINDERS: FIRST_REMINDERS, REPLY: FIRST_REPLY}  # the highest number first
MANY = 500

MATCHES = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid"
_ELEMENTS = """SELECT n.id, n.id, n.title || char(10) || n.doc_number || char(10) || n.addressees || char(10) ||
    n.cc || char(10) || n.notes || char(10) || n.issuing_office || char(10) ||
    coalesce((SELECT group_concat(text, char(10)) FROM
        (SELECT text FROM notice_entry WHERE notice_id = n.id ORDER BY role, ordinal)), '')
    FROM notice n WHERE n.id IN ({})"""
_UNITS = """SELECT u.id, NULL, name || char(10) || short || char(10) || alias || char(10) || former || char(10) ||
    u.box || char(10) || u.address || char(10) || u.postcode || char(10) || u.contact || char(10) ||
    u.phone || char(10) || u.note
    FROM (SELECT *,
        coalesce((SELECT group_concat(value, char(10)) FROM json_each(short_names)), '') AS short,
        coalesce((SELECT group_concat(value, char(10)) FROM json_each(aliases)), '') AS alias,
        coalesce((SELECT group_concat(value ->> 'name', char(10)) FROM json_each(former_names)), '') AS former
        FROM unit WHERE id IN ({})) u"""
_REMINDERS = """SELECT notice, notice, coalesce((SELECT group_concat(coalesce(value ->> 'told_to', '') || char(10) ||
    coalesce(value ->> 'matter', '') || char(10) || coalesce(value ->> 'answer', ''), char(10))
    FROM json_each(reminders)), '') FROM reminders WHERE notice IN ({})"""
_TEXTS = {
    PARAGRAPH: "SELECT id, notice_id, number || heading || text FROM paragraph WHERE id IN ({})",
    ELEMENTS: _ELEMENTS,
    PIECE: "SELECT id, notice_id, label || title FROM piece WHERE id IN ({})",
    UNIT: _UNITS,
    REPLY: "SELECT id, notice, name || char(10) || text || char(10) || remark FROM reply WHERE id IN ({})",
    REMINDERS: _REMINDERS,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which everything that was asked for stands: of a notice, of a unit, or of a reply to a notice or the reminders of it."""

    notice_id: int | None
    text: str
    paragraph_id: int | None = None
    piece_id: int | None = None
    unit_id: int | None = None
    reply_id: int | None = None
    is_of_reminders: bool = False


class Search:
    """Searches one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def search(self, query: str, limit: int | None = 50) -> tuple[Hit, ...]:
        """The first texts with all the words of `query`, which blanks part; capitals do not matter."""
        asked = query.lower().split()
        if not asked:
            return ()
        with self._file.reading() as database:
            found: list[Hit] = []
            for hit in _hits(database, asked, limit or MANY):
                found.append(hit)
                if len(found) == limit:
                    break
        return tuple(found)


def texts_of(notice: Notice) -> dict[int, str]:
    """The texts of a kept notice by their numbers."""
    texts = {_number(notice.id, ELEMENTS): "\n".join(_elements(notice))}
    for piece in notice.pieces:
        texts[_number(piece.id, PIECE)] = piece.label + piece.title
    for text in (notice.body, *(piece.paragraphs for piece in notice.pieces)):
        texts |= {_number(paragraph.id, PARAGRAPH): paragraph.whole for paragraph in text}
    return texts


def texts_of_units(roster: Roster) -> dict[int, str]:
    """The texts of the kept units by their numbers: all their names, and where and whom one finds there."""
    return {_number(unit.id, UNIT): "\n".join(_known_of(unit)) for unit in roster.units}


def texts_of_reply(reply: Reply) -> dict[int, str]:
    """The text of a kept reply by its number."""
    return {_number(reply.id, REPLY): f"{reply.name}\n{reply.text}\n{reply.remark}"}


def texts_of_reminders(reminders: Reminders) -> dict[int, str]:
    """The text of all reminders of a notice by its number: who took them, and what was said."""
    told = (f"{one.told_to}\n{one.matter}\n{one.answer}" for one in reminders.reminders)
    return {_number(reminders.notice, REMINDERS): "\n".join(told)}


def _known_of(unit: Unit) -> Iterator[str]:
    yield from unit.names
    yield from (unit.box, unit.address, unit.postcode, unit.contact, unit.phone, unit.note)


def is_without_units(database: Database) -> bool:
    """Whether the index knows no unit at all, as in files from before it took them in."""
    sql = f"SELECT 1 FROM words WHERE rowid < {FIRST_REPLY} AND rowid % {KINDS} = {UNIT} LIMIT 1"
    return not database.ask(sql)


def _elements(notice: Notice) -> Iterator[str]:
    yield from (notice.title, notice.doc_number, notice.addressees, notice.cc, notice.notes)
    yield notice.issuing_office
    for role in ("attachment_notes", "organs", "signatures", "signers", "subject_words"):
        yield from getattr(notice, role)


def _number(row: int | None, kind: int) -> int:
    first = _FIRST.get(kind)
    return (row or 0) * KINDS + kind if first is None else first + (row or 0)


def _place(number: int) -> tuple[int, int]:
    """The row and the kind that a number means."""
    later = ((number - first, kind) for kind, first in _FIRST.items() if number >= first)
    return next(later, divmod(number, KINDS))


def _hits(database: Database, asked: list[str], at_once: int) -> Iterator[Hit]:
    """The index may offer a text that has the pairs but not the words: each is read and looked at."""
    query = " AND ".join(query_for(word) for word in asked)
    for batch in database.batches(MATCHES, query, size=min(at_once, MANY)):
        numbers = [number for (number,) in batch]
        texts = _read(database, numbers)
        for number in numbers:
            notice, text = texts[number]
            if all(word in text.lower() for word in asked):
                yield _hit(notice, text, number)


def _read(database: Database, numbers: list[int]) -> dict[int, tuple[int | None, str]]:
    texts: dict[int, tuple[int | None, str]] = {}
    for kind, sql in _TEXTS.items():
        ids = [row for row, its_kind in map(_place, numbers) if its_kind == kind]
        marks = ",".join("?" * len(ids))
        for row, notice, text in database.ask(sql.format(marks), *ids) if ids else ():
            texts[_number(row, kind)] = (notice, text)
    return texts


def _hit(notice: int | None, text: str, number: int) -> Hit:
    row, kind = _place(number)
    return Hit(
        notice,
        text.strip(),
        paragraph_id=row if kind == PARAGRAPH else None,
        piece_id=row if kind == PIECE else None,
        unit_id=row if kind == UNIT else None,
        reply_id=row if kind == REPLY else None,
        is_of_reminders=kind == REMINDERS,
    )
