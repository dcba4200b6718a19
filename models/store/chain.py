"""The history in the data file: lines are added and never changed, and each carries the hash of all before it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from models.history.delta_json import delta_from_text
from models.history.line import Deed, Head, HistoryLine, hash_of_row
from models.store.refusals import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.store.database import Database

_COLUMNS = "seq, at, who, what, kind, key, delta, state, hash"


def append(database: Database, deed: Deed) -> HistoryLine:
    """Add a line, within the transaction of the change it tells of."""
    head = head_of(database)
    seq = head.seq + 1
    line = HistoryLine(seq, deed, deed.hash_behind(seq, head.hash))
    database.run(
        f"INSERT INTO history ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        seq,
        *deed.row,
        line.hash,
    )
    return line


def head_of(database: Database) -> Head:
    """The last line."""
    found = database.ask("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1")
    return Head(*found[0]) if found else Head()


def lines_of(database: Database, where: str = "1", *values: object) -> Iterator[HistoryLine]:
    """The lines in their order, which is that of their numbers and not of the clock."""
    before = datetime.min
    with database.guarded():
        rows = database.ask(f"SELECT {_COLUMNS} FROM history WHERE {where} ORDER BY seq", *values)
    for row in rows:
        line = _line(row, before)
        yield line
        before = line.deed.at


def readable_lines_of(database: Database, kind: str) -> Iterator[HistoryLine]:
    """The lines on one kind of value, without those that were damaged into something else."""
    for row in database.ask(f"SELECT {_COLUMNS} FROM history WHERE kind = ? ORDER BY seq", kind):
        try:
            yield _line(row, datetime.min)
        except (ValueError, TypeError):
            continue


def faults_of_chain(database: Database, heads: Iterable[Head] = ()) -> Iterator[str]:
    """What is wrong with the history, in words; `heads` were kept outside the file.

    A line is read only where its hash is wrong: the hash is of the row as it is kept.
    """
    wanted, head = {h.seq: h.hash for h in heads if h.seq}, Head()
    try:
        for batch in database.batches(f"SELECT {_COLUMNS} FROM history ORDER BY seq", size=1000):
            for *told, digest in batch:
                row = tuple(told)
                yield from _faults_of_row(row, digest, head, wanted.pop(row[0], digest))
                head = Head(row[0], digest)
    except (*FAULTS, ValueError, TypeError):
        yield f"历史第{head.seq + 1}条读不出来。"
        return
    for seq in sorted(wanted):
        yield f"备份中记下的历史第{seq}条已经不在，末尾的历史被删去。"


def _faults_of_row(row: tuple[Any, ...], digest: str, head: Head, wanted: str) -> Iterator[str]:
    seq = row[0]
    if seq != head.seq + 1:
        yield f"历史第{head.seq + 1}条到第{seq - 1}条缺失。"
    if digest != hash_of_row(row, head.hash):
        _line((*row, digest), datetime.min)
        yield f"历史第{seq}条被改动过。"
    if wanted != digest:
        yield f"历史第{seq}条与备份中记下的不同，此前的历史被改写过。"


def _line(row: tuple[Any, ...], before: datetime) -> HistoryLine:
    seq, at, who, what, kind, key, delta, state, digest = row
    moment = datetime.fromisoformat(at)
    deed = Deed(moment, who, what, kind, key, delta_from_text(delta) if delta else None, state)
    return HistoryLine(seq, deed, digest, is_clock_back=moment < before)
