"""Is all of it as it was written? More than SQLite's own check, which does not see a changed character."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.history.plain import digest, to_plain
from models.progress import no_tick
from models.store.chain import faults_of_chain
from models.store.database import Database
from models.store.keepers import ALWAYS_THERE, KEEPERS, name_of, read_or_none
from models.store.migrations import STEPS
from models.store.opening import checked, let_go, resolved
from models.store.refusals import FAULTS, Damaged, damaged
from models.store.reply_files import faults_of_reply_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.history.line import Head
    from models.progress import Tick

_EMPTY = digest({})
"""What is always there and was never told of holds nothing."""

_LAST_LINES = """SELECT kind, key, state FROM history
    WHERE seq IN (SELECT max(seq) FROM history GROUP BY kind, key)"""


def faults_of_file(path: Path, heads: Iterable[Head] = ()) -> tuple[str, ...]:
    """What is wrong with the data file at `path`, which is not changed; nothing where all is well."""
    opened = checked(resolved(path), STEPS)
    try:
        return _told(opened.database, heads)
    finally:
        let_go(opened)


def faults_of_copy(path: Path, tick: Tick = no_tick) -> tuple[str, ...]:
    """The same for a backup, which nobody holds."""
    database = Database(resolved(path), read_only=True)
    try:
        return _told(database, tick=tick)
    finally:
        database.close()


def _told(database: Database, heads: Iterable[Head] = (), tick: Tick = no_tick) -> tuple[str, ...]:
    try:
        with database.guarded():
            database.connect(reuse_if_open=True)
            return tuple(faults_of(database, heads, tick))
    except (Damaged, *FAULTS):  # a driver that reads damage may stumble in ways without a code
        return (str(damaged(database.path)),)


def faults_of(
    database: Database, heads: Iterable[Head] = (), tick: Tick = no_tick
) -> Iterator[str]:
    """What is wrong, in words; where the structure is damaged, nothing further can be trusted to be read."""
    structure = [fault for (fault,) in database.ask("PRAGMA integrity_check(5)") if fault != "ok"]
    if structure:
        yield from (f"文件结构有损坏：{fault}" for fault in structure)
        return
    if database.ask("PRAGMA foreign_key_check"):
        yield "有些段落不属于任何公文，或有些分发不属于任何分发表。"
    if database.value("PRAGMA user_version") == len(STEPS):
        yield from faults_of_chain(database, heads)
        yield from _changed_values(database, tick)
        yield from faults_of_reply_files(database, tick)


def _changed_values(database: Database, tick: Tick) -> Iterator[str]:
    """Each value must be what the history says it became, and the search must know all of its texts."""
    told = {(kind, key): state for kind, key, state in database.ask(_LAST_LINES)}
    searched = set[int]()
    for kind, (_, keeper) in KEEPERS.items():
        keys = keeper.keys(database)
        for done, key in enumerate(keys):
            tick(done, len(keys), "正在核对内容")
            value = read_or_none(database, kind, key)
            searched.update(() if value is None else keeper.texts(value))
            state = told.pop((kind, key), _EMPTY if kind in ALWAYS_THERE else "")
            if value is None or digest(to_plain(value)) != state:
                yield f"{name_of(kind, key, value)}与历史不符，内容可能已损坏。"
    lost = [key for key, state in told.items() if state and key[0] in KEEPERS]
    yield from (f"{name_of(*key)}丢失。" for key in lost)
    if {number for (number,) in database.ask("SELECT rowid FROM words")} != searched:
        yield "查找用的索引与内容不符。"
