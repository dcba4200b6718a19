"""Replies and rolls in the data file. The files of replies lie beside them, each once, under their sha256."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.replies.reminder import Reminders
from models.replies.reply import Batch, Reply
from models.replies.roll import Roll
from models.replies.summary import Summary
from models.replies.versions import with_version
from models.rules.secrecy import refuse_secret_text
from models.store import gate, rows
from models.store.columns import Columns
from models.store.per_notice import PerNotice
from models.store.refusals import Gone
from models.store.reply_files import put_file, read_file
from models.store.searching import texts_of_reminders, texts_of_reply
from models.store.tables import RemindersRow, ReplyRow, RollRow, SummaryRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.store.database import Database
    from models.store.gate import Access

_REPLIES = Columns(Reply)
_NAMES = ("id", *_REPLIES.names)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A reply that has just come, with the bytes of its file."""

    reply: Reply
    content: bytes = b""


class ReplyRepository:
    """The replies of one data file, and who had to answer."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def of_notice(self, notice: int) -> tuple[Reply, ...]:
        """All replies to a notice, in the order in which they were taken in."""
        with self._file.reading() as database:
            return _of_notice(database, notice)

    def take_in(self, arrivals: Sequence[Arrival], what: str = "收取报送件") -> tuple[Reply, ...]:
        """Keep what came with its files, all or nothing; each is a later version of what its unit sent before."""
        if not arrivals:
            return ()
        kept = list(self.of_notice(arrivals[0].reply.notice))
        there = len(kept)

        def in_turn() -> Iterator[Reply]:
            for one in arrivals:
                yield with_version(one.reply, kept)

        def put_files(database: Database) -> None:
            for one in arrivals:
                if one.reply.sha256:
                    put_file(database, one.reply.sha256, one.content)

        gate.keep_all(self._file, REPLIES, in_turn(), what, before=put_files, kept=kept)
        return tuple(kept[there:])

    def exchange(self, before: Batch, after: Batch, what: str) -> Batch:
        """Put some replies in the place of others, all or nothing; those that were deleted return under their ids."""
        stay = {one.id for one in after.replies}
        ids = (one.id for one in before.replies if one.id not in stay)
        gone = [one for one in ids if one is not None]
        return Batch(gate.exchange(self._file, REPLIES, gone, after.replies, what))

    def save(self, reply: Reply, what: str = "修改报送件") -> Reply:
        """Keep a reply; one that was deleted returns under its id."""
        return gate.keep(self._file, REPLIES, reply, what)

    def delete(self, reply: int, what: str = "删除报送件") -> None:
        """Remove a reply; `Gone` where it was deleted. Its file stays, for the history can bring it back."""
        gate.remove(self._file, REPLIES, reply, what)

    def file_of(self, reply: Reply) -> bytes:
        """The bytes of its file as it came.

        Raises:
            Gone: there is none, or what is there is damaged.
        """
        with self._file.reading() as database:
            content = read_file(database, reply.sha256)
        if content is None:
            raise Gone(
                f"“{reply.name}”的原件不在数据文件中，或已损坏。请请报送单位另发一份，或用备份恢复。"
            )
        return content

    def roll(self, notice: int) -> Roll:
        """What differs from the distribution of a notice; nothing where nobody said so."""
        with self._file.reading() as database:
            return ROLLS.find(database, notice) or Roll(notice)

    def reminders(self, notice: int) -> Reminders:
        """Whom the office reminded about a notice."""
        with self._file.reading() as database:
            return REMINDERS.find(database, notice) or Reminders(notice)

    def save_reminders(self, reminders: Reminders, what: str = "登记催办") -> Reminders:
        """Keep them in the place of those that its notice has."""
        return gate.keep(self._file, REMINDERS, reminders, what)

    def save_summary(self, summary: Summary, what: str = "汇总报送意见") -> Summary:
        """Keep it in the place of the one that its notice has."""
        return gate.keep(self._file, SUMMARIES, summary, what)

    def summary(self, notice: int) -> Summary:
        """What was assigned of the replies to a notice."""
        with self._file.reading() as database:
            return SUMMARIES.find(database, notice) or Summary(notice)

    def save_roll(self, roll: Roll, what: str = "修改应报名单") -> Roll:
        """Keep it in the place of the one that its notice has."""
        return gate.keep(self._file, ROLLS, roll, what)


class ReplyKeeper:
    """How replies lie in the data file, for the gate."""

    kind = "reply"
    flat = ((ReplyRow, _REPLIES),)

    def keys(self, database: Database) -> list[int]:
        """The ids of all."""
        return [key for (key,) in database.ask("SELECT id FROM reply ORDER BY id")]

    def key_of(self, value: Reply) -> int | None:
        """Its id."""
        return value.id

    def find(self, database: Database, key: int) -> Reply | None:
        """Read it, where it is there."""
        found = rows.tuples(database, ReplyRow, _NAMES, ReplyRow.id == key)
        return _reply(found[0]) if found else None

    def put(self, database: Database, value: Reply) -> Reply:
        """Write it; one that bears the grade of a state secret is refused."""
        refuse_secret_text(value.text)
        told: rows.Values = dict(zip(_REPLIES.names, _REPLIES.row(value), strict=True))
        if value.id is not None and rows.ids_there(database, ReplyRow, (value.id,)):
            rows.update(database, ReplyRow, ReplyRow.id == value.id, told)
            return value
        return replace(value, id=rows.insert(database, ReplyRow, {"id": value.id, **told}))

    def remove(self, database: Database, key: int) -> None:
        """Delete it."""
        rows.delete(database, ReplyRow, ReplyRow.id == key)

    def texts(self, value: Reply) -> Mapping[int, str]:
        """Its name and what stands in it."""
        return texts_of_reply(value)


class RemindersKeeper(PerNotice[Reminders]):
    """How reminders lie in the data file, for the gate."""

    def put(self, database: Database, value: Reminders) -> Reminders:
        """Write them; one that bears the grade of a state secret is refused."""
        for one in value.reminders:
            refuse_secret_text(f"{one.matter}\n{one.answer}")
        return super().put(database, value)

    def texts(self, value: Reminders) -> Mapping[int, str]:
        """Who took them, and what was said."""
        return texts_of_reminders(value)


REPLIES, ROLLS = ReplyKeeper(), PerNotice("roll", RollRow, Roll)
REMINDERS = RemindersKeeper("reminders", RemindersRow, Reminders)
SUMMARIES = PerNotice("summary", SummaryRow, Summary)


def _of_notice(database: Database, notice: int) -> tuple[Reply, ...]:
    found = rows.tuples(database, ReplyRow, _NAMES, ReplyRow.notice == notice, order="id")
    return tuple(map(_reply, found))


def _reply(row: tuple[object, ...]) -> Reply:
    number, *told = row
    return _REPLIES.value(tuple(told), id=number)  # pyright: ignore[reportArgumentType] - what SQLite holds
