"""Is all of it as it was written? More than SQLite's own check, which does not see a changed character."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from models.history.plain import digest, to_plain
from models.progress import no_tick
from models.store.chain import faults_of_chain
from models.store.database import Database
from models.store.keepers import KEEPERS
from models.store.migrations import STEPS
from models.store.notices import NOTICES
from models.store.offices import OFFICES
from models.store.opening import checked, let_go, resolved
from models.store.refusals import FAULTS, Damaged, damaged
from models.store.rosters import ROSTERS
from models.store.searching import texts_of, texts_of_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from models.history.line import Head
    from models.notice import Notice
    from models.progress import Tick
    from models.store.gate import Keeper

Value = TypeVar("Value")

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


def _changed_values(database: Database, tick: Tick) -> Iterator[str]:
    """Each value must be what the history says it became, and the search must know all of its texts."""
    told = {(kind, key): state for kind, key, state in database.ask(_LAST_LINES)}
    there = [key for (key,) in database.ask("SELECT id FROM notice")]
    roster = _read(ROSTERS, database, 0)
    searched = set(texts_of_units(roster)) if roster else set[int]()
    for done, key in enumerate(there):
        tick(done, len(there), "正在核对内容")
        notice = _read(NOTICES, database, key)
        searched |= set(texts_of(notice)) if notice else set()
        if not notice or told.pop((NOTICES.kind, key), "") != digest(to_plain(notice)):
            yield f"公文{_name(notice, key)}与历史不符，内容可能已损坏。"
    yield from _lost(database, told)
    if {number for (number,) in database.ask("SELECT rowid FROM words")} != searched:
        yield "查找用的索引与内容不符。"


def _lost(database: Database, told: dict[tuple[str, int], str]) -> Iterator[str]:
    for (kind, key), state in told.items():
        if kind == NOTICES.kind:
            if state:
                yield f"编号{key}的公文丢失。"
        elif kind in KEEPERS:
            found = _read(KEEPERS[kind][1], database, key)
            if state != digest(None if found is None else to_plain(found)):
                yield f"{name_of(kind, key)}与历史不符，可能已损坏。"


def name_of(kind: str, key: int) -> str:
    """What a value of the office is called, where it has no title."""
    names = {OFFICES.kind: "机关资料", ROSTERS.kind: "单位名册"}
    return names.get(kind, f"编号{key}的公文的分发")


def _read(keeper: Keeper[Value], database: Database, key: int) -> Value | None:
    """None where the rows hold what no value does."""
    try:
        with database.guarded():
            return keeper.find(database, key)
    except (Damaged, *FAULTS, ValueError, TypeError):
        return None


def _name(notice: Notice | None, key: int) -> str:
    return f"「{notice.title}」" if notice and notice.title else f"（编号{key}）"
