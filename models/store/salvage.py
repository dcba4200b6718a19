"""Out of a damaged data file into a new one: what can be read, what the history still tells, and a list of the rest."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peewee import PeeweeException

from models.disk_faults import why
from models.files import PART_PREFIX, PART_SUFFIX, CannotWrite, make_folder
from models.history.line import Deed
from models.history.plain import digest, to_plain
from models.progress import no_tick
from models.store import chain, gate, rows, words
from models.store.datafile import DataFile
from models.store.keepers import KEEPERS, name_of, read_or_none, value_of
from models.store.opening import check_not_ours_already, read_head, resolved
from models.store.refusals import Damaged
from models.store.remains import remains_of
from models.store.replay import Story, stories_of
from models.store.replies import REPLIES
from models.store.reply_files import keys_without_file, put_file, sha256_of

if TYPE_CHECKING:
    from models.progress import Tick
    from models.store.columns import Columns
    from models.store.database import Database
    from models.store.keepers import Kept
    from models.store.remains import Remains, Row
    from models.store.tables import Table

NUMBERED = (
    *("notice", "notice_entry", "piece", "paragraph", "history"),
    *("unit", "distribution", "allotment", "roll", "reply"),
    *("proceeding", "void_number", "reminders", "summary"),
)
SMALL = ("office_fact", "category", "addressee_rule")
FLAT = tuple(pair for _, keeper in KEEPERS.values() for pair in keeper.flat)
_FILE = ["id", "sha256", "content"]
LOST_TITLE = "（标题未能读出）"

_STAND_INS = (
    f"""INSERT INTO notice (id, kind, title, doc_number, copy_number, secrecy, urgency, addressees, notes, cc,
        issuing_office)
    SELECT DISTINCT notice_id, '', '{LOST_TITLE}', '', '', '', '', '', '', '', '' FROM
        (SELECT notice_id FROM paragraph UNION SELECT notice_id FROM piece UNION SELECT notice_id FROM notice_entry)
    WHERE notice_id NOT IN (SELECT id FROM notice)""",
    f"""INSERT INTO piece (id, notice_id, ordinal, kind, label, title)
    SELECT piece_id, min(notice_id), 1000, 'attachment', '', '{LOST_TITLE}' FROM paragraph
    WHERE piece_id IS NOT NULL AND piece_id NOT IN (SELECT id FROM piece) GROUP BY piece_id""",
    """INSERT INTO distribution (notice, first_number, runs, voids, held)
    SELECT DISTINCT distribution_id, 1, '[]', '[]', '[]' FROM allotment
    WHERE distribution_id NOT IN (SELECT notice FROM distribution)""",
    """UPDATE paragraph SET section_id = NULL
    WHERE section_id IS NOT NULL AND section_id NOT IN (SELECT id FROM paragraph)""",
)


@dataclass(slots=True)
class Salvaged:
    """How a salvage went.

    Attributes:
        rows: How many rows were read, by table.
        lost: In words, what could not be saved.
        rebuilt: The titles of the documents that the history gave back.
    """

    rows: dict[str, int] = field(default_factory=dict[str, int])
    lost: list[str] = field(default_factory=list[str])
    rebuilt: list[str] = field(default_factory=list[str])


def salvage(path: Path, target: Path, tick: Tick = no_tick) -> Salvaged:
    """Copy what can be read of the damaged file at `path`, which is not touched, into a new one at `target`.

    Raises:
        UserError: the damaged file cannot be read at all, the new one cannot be written; then there is none.
    """
    path, target, result = resolved(path), resolved(target), Salvaged()
    check_not_ours_already(path)
    read_head(path)
    make_folder(target.parent)
    try:
        _salvage(path, target, result, tick)
    except OSError as error:
        raise CannotWrite(why(error, target)) from error
    return result


def _salvage(path: Path, target: Path, result: Salvaged, tick: Tick) -> None:
    with tempfile.TemporaryDirectory(PART_SUFFIX, PART_PREFIX, target.parent) as folder:
        empty = Path(folder) / "empty.yinfa"
        DataFile.create(empty).close()
        with remains_of(path, empty) as remains:
            DataFile.create(target, fill=lambda new: _fill(new, remains, result, tick)).close()


def _fill(new: Database, remains: Remains, result: Salvaged, tick: Tick) -> None:
    with new.whole():
        new.run("PRAGMA defer_foreign_keys = ON")
        for done, table in enumerate(NUMBERED):
            tick(done, len(NUMBERED) + 1, "正在抢救")
            columns = _shared(new, remains, table)
            read = remains.rows(table, columns) if columns else []
            result.rows[table] = copy_rows(new, table, columns, read)
        for table in SMALL:
            columns = _shared(new, remains, table)
            facts = remains.all_rows(table, columns) if columns else []
            result.rows[table] = copy_rows(new, table, columns, facts)
        if not any(result.rows.values()):
            raise Damaged("没有读出任何内容，没有建立新文件。请用最近的备份恢复。")
        tick(len(NUMBERED), len(NUMBERED) + 1, "正在与历史对照")
        for statement in _STAND_INS:
            new.run(statement)
        for table, columns in FLAT:
            _drop_unreadable(new, table, columns)
        _copy_files(new, remains)
        for story in stories_of(new):
            _compare(new, story, result)
        _tell_gaps(new, result)
        _tell_lost_files(new, result)
        _settle(new)


def _shared(new: Database, remains: Remains, table: str) -> list[str]:
    there = set(remains.columns(table))
    return [row[1] for row in new.ask(f"PRAGMA table_info({table})") if row[1] in there]


def copy_rows(new: Database, table: str, columns: list[str], found: list[Row]) -> int:
    """Rows whose values were damaged into something no column takes are left out."""
    marks = ", ".join("?" * len(columns))
    count = 0
    for row in found:
        try:
            new.run(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", *row)
            count += 1
        except PeeweeException:
            continue
    return count


def _copy_files(new: Database, remains: Remains) -> None:
    """The files of replies one by one, for they may be large; only those whose bytes are the ones that came."""
    for (number,) in remains.rows("reply_file", ["id"]):
        for _, sha256, content in remains.rows("reply_file", _FILE, only=number):
            if isinstance(content, bytes) and sha256_of(content) == sha256:
                put_file(new, sha256, content)


def _drop_unreadable(new: Database, table: type[Table], columns: Columns[Any]) -> None:
    """Rows that hold no value would keep all others of theirs from being read."""
    for number, *row in new.ask(
        f"SELECT rowid, {', '.join(columns.names)} FROM {rows.name_of(table)}"
    ):
        try:
            columns.value(tuple(row))
        except ValueError:
            new.run(f"DELETE FROM {rows.name_of(table)} WHERE rowid = ?", number)


def _compare(new: Database, story: Story, result: Salvaged) -> None:
    """A value that is not as the history says is written as it says, or told of."""
    _, keeper = KEEPERS[story.kind]
    found = _read(new, story.kind, story.key)
    if story.state == digest(None if found is None else to_plain(found)):
        return
    if not story.state:
        keeper.remove(new, story.key)
        return
    if story.plain is not None and story.state == digest(story.plain):
        rebuilt = keeper.put(new, value_of(story.kind, story.plain))
        result.rebuilt.append(name_of(story.kind, story.key, rebuilt))
        return
    name = name_of(story.kind, story.key, found)
    result.lost.append(f"{name}{'没有读出来。' if found is None else '可能不完整，请逐项核对。'}")


def _read(new: Database, kind: str, key: int) -> Kept | None:
    found = read_or_none(new, kind, key)
    if found is None:
        KEEPERS[kind][1].remove(new, key)
    return found


def _tell_gaps(new: Database, result: Salvaged) -> None:
    result.lost += list(chain.faults_of_chain(new))
    for (key,) in new.ask("SELECT id FROM notice WHERE title = ?", LOST_TITLE):
        result.lost.append(f"公文（编号{key}）的标题等要素没有读出来，只救回了部分段落。")


def _tell_lost_files(new: Database, result: Salvaged) -> None:
    """A reply without its file keeps its text, and says so."""
    for key in keys_without_file(new):
        reply = REPLIES.find(new, key)
        if reply is not None:
            remark = f"{reply.remark}（抢救时原件没有读出来）"
            changed = replace(reply, sha256="", size=0, remark=remark)
            gate.keep_within(new, REPLIES, changed, "抢救时原件没有读出来")
            result.lost.append(f"报送件“{reply.name}”的原件没有读出来，只救回了文字。")


def _settle(new: Database) -> None:
    """The index of the search is made anew, the history goes on."""
    for kind, (_, keeper) in KEEPERS.items():
        for key in keeper.keys(new):
            found = _read(new, kind, key)
            words.change(new, {}, {} if found is None else keeper.texts(found))
    chain.append(new, Deed(gate.now(), str(gate.myself()), "从损坏的数据文件中抢救"))
