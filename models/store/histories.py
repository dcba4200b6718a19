"""The history of one data file: its lines, one step taken back, a document as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from models.errors import UserError
from models.history.delta import DoesNotApply, apply, reverse
from models.history.plain import Plain, from_plain, to_plain
from models.notice import Notice
from models.office import Office
from models.store.chain import faults_of_chain, head_of, lines_of
from models.store.notices import NOTICES
from models.store.offices import OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.history.line import Head, HistoryLine
    from models.store.database import Database
    from models.store.gate import Access

Kept = Notice | Office
Value = TypeVar("Value")
_KINDS = {NOTICES.kind: Notice, OFFICES.kind: Office}


class Exchange(NamedTuple):
    """A value as it is and as it shall be; None where it is not there."""

    before: Kept | None
    after: Kept | None


@dataclass(frozen=True, slots=True)
class Version:
    """A document as it was after a line of the history."""

    line: HistoryLine
    notice: Notice | None


class CannotUndo(UserError):
    """The step changed something that was changed again since."""


class HistoryRepository:
    """The history of one data file. It only reads: what it proposes goes through the gate like any change."""

    def __init__(self, file: Access) -> None:
        """Of an open file."""
        self._file = file

    def lines(self, last: int | None = None) -> tuple[HistoryLine, ...]:
        """All lines in their order, or so many of the last ones."""
        with self._file.reading() as database:
            start = 0 if last is None else head_of(database).seq - last
            return tuple(lines_of(database, "seq > ?", start))

    def head(self) -> Head:
        """The last line, to be kept outside."""
        with self._file.reading() as database:
            return head_of(database)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the chain."""
        with self._file.reading() as database:
            return tuple(faults_of_chain(database))

    def undone(self, seq: int) -> Exchange:
        """The value of one past step as it is, and as it would be without that step.

        Raises:
            CannotUndo: what the step changed was changed again since.
        """
        with self._file.reading() as database:
            (line,) = lines_of(database, "seq = ?", seq)
            if line.deed.delta is None:
                raise CannotUndo("这一条没有改动内容，不用撤销。")
            plain = _plain_of(database, line.deed.kind, line.deed.key)
            try:
                before = apply(reverse(line.deed.delta), plain)
            except DoesNotApply as error:
                raise CannotUndo(
                    "这一步改过的地方后来又改过，不能单独撤销。请先撤销后来的修改，或用这份公文以前的版本恢复。"
                ) from error
            return Exchange(_value(line.deed.kind, plain), _value(line.deed.kind, before))

    def since(self, seq: int) -> tuple[Exchange, ...]:
        """Every value that changed behind the line `seq`: as it is, and as it was then."""
        with self._file.reading() as database:
            lines = [li for li in lines_of(database, "seq > ?", seq) if li.deed.delta]
            values = dict.fromkeys((line.deed.kind, line.deed.key) for line in lines)
            return tuple(_exchange(database, lines, value) for value in values)

    def versions(self, notice_id: int) -> tuple[Version, ...]:
        """A document after each of its steps, the newest first."""
        with self._file.reading() as database:
            where = "kind = ? AND key = ?"
            lines = list(lines_of(database, where, NOTICES.kind, notice_id))
            return tuple(_versions(_plain_of(database, NOTICES.kind, notice_id), lines))


def _versions(plain: Plain, lines: list[HistoryLine]) -> Iterator[Version]:
    for line in reversed(lines):
        yield Version(line, cast("Notice | None", _value(NOTICES.kind, plain)))
        if line.deed.delta is not None:
            plain = apply(reverse(line.deed.delta), plain)


def _exchange(database: Database, lines: list[HistoryLine], value: tuple[str, int]) -> Exchange:
    now = then = _plain_of(database, *value)
    for line in reversed(lines):
        if (line.deed.kind, line.deed.key) == value and line.deed.delta is not None:
            then = apply(reverse(line.deed.delta), then)
    return Exchange(_value(value[0], now), _value(value[0], then))


def _plain_of(database: Database, kind: str, key: int) -> Plain:
    found = NOTICES.find(database, key) if kind == NOTICES.kind else OFFICES.find(database, key)
    return None if found is None else to_plain(found)


def _value(kind: str, plain: Plain) -> Kept | None:
    return None if plain is None else from_plain(_KINDS[kind], plain)
