"""Notices in the data file: whole values in and out, one transaction a call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from models.edition import Edition
from models.form import Form, Sealing
from models.notice import Notice, Paragraph, Piece, PieceKind
from models.rules.secrecy import refuse_secret
from models.store import gate, rows
from models.store.paragraphs import (
    ParagraphWriter,
    Stock,
    load_paragraphs,
    remove_rows,
    stock_of,
)
from models.store.refusals import Gone
from models.store.searching import texts_of
from models.store.tables import EntryRow, NoticeRow, PieceRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access

Choice = TypeVar("Choice", bound=Enum)

ENTRY_ROLES = ("organs", "signers", "attachment_notes", "signatures", "subject_words")
"""The fields of a notice that are several texts each."""


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice as one line of a list."""

    id: int
    title: str
    doc_number: str
    date: date | None
    kind: str
    copies: int | None
    reply_due: date | None = None


class NoticeRepository:
    """The notices of one data file."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def lines(self) -> tuple[NoticeLine, ...]:
        """All notices, undated ones first, then the latest first."""
        with self._file.reading() as database:
            found = rows.find(database, NoticeRow)
        lines = map(_line, found)
        return tuple(sorted(lines, key=lambda line: (line.date or date.max, line.id), reverse=True))

    def load(self, notice_id: int) -> Notice:
        """The notice; `Gone` where it was deleted."""
        with self._file.reading() as database:
            return load_notice(database, notice_id)

    def save(self, notice: Notice, what: str = "保存公文") -> Notice:
        """Keep `notice` and answer it with all ids. One that was deleted returns under its id."""
        return gate.keep(self._file, NOTICES, notice, what)

    def delete(self, notice_id: int, what: str = "删除公文") -> None:
        """Remove the notice; `Gone` where it was deleted."""
        gate.remove(self._file, NOTICES, notice_id, what)


class NoticeKeeper:
    """How notices lie in the data file, for the gate."""

    kind = "notice"
    flat = ()

    def keys(self, database: Database) -> list[int]:
        """The ids of all."""
        return [key for (key,) in database.ask("SELECT id FROM notice ORDER BY id")]

    def key_of(self, value: Notice) -> int | None:
        """Its id."""
        return value.id

    def find(self, database: Database, key: int) -> Notice | None:
        """Read it, where it is there."""
        is_there = rows.find(database, NoticeRow, NoticeRow.id == key)
        return load_notice(database, key) if is_there else None

    def put(self, database: Database, value: Notice) -> Notice:
        """Write it; a state secret is refused."""
        refuse_secret(value)
        return put_notice(database, value)

    def remove(self, database: Database, key: int) -> None:
        """Delete it with all that belongs to it."""
        rows.delete(database, NoticeRow, NoticeRow.id == key)

    def texts(self, value: Notice) -> Mapping[int, str]:
        """Its elements, its paragraphs and the titles of its pieces."""
        return texts_of(value)


NOTICES = NoticeKeeper()


def load_notice(database: Database, notice_id: int) -> Notice:
    """Read one notice."""
    found = rows.find(database, NoticeRow, NoticeRow.id == notice_id)
    if not found:
        raise _gone()
    row = found[0]
    entries = _load_entries(database, notice_id)
    paragraphs = load_paragraphs(database, notice_id)
    return Notice(
        kind=row.kind,
        title=row.title,
        organs=entries["organs"],
        doc_number=row.doc_number,
        signers=entries["signers"],
        copy_number=row.copy_number,
        secrecy=row.secrecy,
        urgency=row.urgency,
        addressees=row.addressees,
        body=paragraphs.get(None, ()),
        attachment_notes=entries["attachment_notes"],
        signatures=entries["signatures"],
        date=_date(row.date),
        notes=row.notes,
        pieces=_load_pieces(database, notice_id, paragraphs),
        subject_words=entries["subject_words"],
        cc=row.cc,
        issuing_office=row.issuing_office,
        issued_on=_date(row.issued_on),
        copies=row.copies,
        reply_due=_date(row.reply_due),
        edition=_member(Edition, row.edition),
        form=_member(Form, row.form),
        sealing=_member(Sealing, row.sealing),
        id=row.id,
    )


def put_notice(database: Database, notice: Notice) -> Notice:
    """Write one notice, in its rows where it has them."""
    notice_id = _put_elements(database, notice)
    _put_entries(database, notice_id, notice)
    stock = stock_of(database, PieceRow, notice_id, _ids(notice.pieces))
    pieces = tuple(
        _put_piece(database, (notice_id, ordinal), piece, stock)
        for ordinal, piece in enumerate(notice.pieces)
    )
    texts = (notice.body, *(piece.paragraphs for piece in pieces))
    writer = ParagraphWriter(database, notice_id, [i for text in texts for i in _ids(text)])
    body = writer.put(None, notice.body)
    pieces = tuple(
        replace(piece, paragraphs=writer.put(piece.id, piece.paragraphs)) for piece in pieces
    )
    writer.finish()
    remove_rows(database, PieceRow, stock)
    return replace(notice, body=body, pieces=pieces, id=notice_id)


def _line(row: NoticeRow) -> NoticeLine:
    day, due = _date(row.date), _date(row.reply_due)
    return NoticeLine(row.id, row.title, row.doc_number, day, row.kind, row.copies, due)


def _load_entries(database: Database, notice_id: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {role: [] for role in ENTRY_ROLES}
    order = (EntryRow.ordinal,)
    for row in rows.find(database, EntryRow, EntryRow.notice == notice_id, order=order):
        if row.role not in found:
            raise ValueError(f"no role {row.role!r}")
        found[row.role].append(row.text)
    return {role: tuple(texts) for role, texts in found.items()}


def _load_pieces(
    database: Database, notice_id: int, paragraphs: dict[int | None, tuple[Paragraph, ...]]
) -> tuple[Piece, ...]:
    order = (PieceRow.ordinal,)
    return tuple(
        Piece(row.title, paragraphs.get(row.id, ()), PieceKind(row.kind), row.label, row.id)
        for row in rows.find(database, PieceRow, PieceRow.notice == notice_id, order=order)
    )


def _put_elements(database: Database, notice: Notice) -> int:
    values: rows.Values = {
        "kind": notice.kind,
        "title": notice.title,
        "doc_number": notice.doc_number,
        "copy_number": notice.copy_number,
        "secrecy": notice.secrecy,
        "urgency": notice.urgency,
        "addressees": notice.addressees,
        "date": _text(notice.date),
        "notes": notice.notes,
        "cc": notice.cc,
        "issuing_office": notice.issuing_office,
        "issued_on": _text(notice.issued_on),
        "copies": notice.copies,
        "reply_due": _text(notice.reply_due),
        "edition": _value(notice.edition),
        "form": _value(notice.form),
        "sealing": _value(notice.sealing),
    }
    if notice.id is None or not rows.find(database, NoticeRow, NoticeRow.id == notice.id):
        return rows.insert(database, NoticeRow, {"id": notice.id, **values})
    rows.update(database, NoticeRow, NoticeRow.id == notice.id, values)
    return notice.id


def _put_entries(database: Database, notice_id: int, notice: Notice) -> None:
    wanted: dict[str, tuple[str, ...]] = {role: getattr(notice, role) for role in ENTRY_ROLES}
    if _load_entries(database, notice_id) == wanted:
        return
    rows.delete(database, EntryRow, EntryRow.notice == notice_id)
    rows.insert_all(
        database,
        EntryRow,
        [
            {"notice": notice_id, "role": role, "ordinal": ordinal, "text": text}
            for role, texts in wanted.items()
            for ordinal, text in enumerate(texts)
        ],
    )


def _put_piece(database: Database, place: tuple[int, int], piece: Piece, stock: Stock) -> Piece:
    notice_id, ordinal = place
    row_id, there = stock.take(piece.id)
    values: rows.Values = {
        "notice": notice_id,
        "ordinal": ordinal,
        "kind": piece.kind.value,
        "label": piece.label,
        "title": piece.title,
    }
    if not there or row_id is None:
        row_id = rows.insert(database, PieceRow, {"id": row_id, **values})
        stock.others.add(row_id)
    else:
        rows.update(database, PieceRow, PieceRow.id == row_id, values)
    return replace(piece, id=row_id)


def _ids(values: tuple[Piece, ...] | tuple[Paragraph, ...]) -> list[int]:
    return [value.id for value in values if value.id is not None]


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _member(kind: type[Choice], value: str | None) -> Choice | None:
    return None if value is None else kind(value)


def _value(choice: Enum | None) -> str | None:
    return None if choice is None else str(choice.value)


def _gone() -> Gone:
    return Gone("这份公文已经不在数据文件中，可能已被删除。请刷新列表。")
