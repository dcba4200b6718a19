"""The history of one data file: its lines, one step taken back, a document as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from models.errors import UserError
from models.history.delta import DoesNotApply, apply, reverse
from models.store import gate
from models.store.chain import faults_of_chain, head_of, lines_of
from models.store.keepers import Kept, plain_of, value_of
from models.store.notices import NOTICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.history.line import Head, HistoryLine
    from models.history.plain import Plain
    from models.notice import Notice
    from models.store.database import Database
    from models.store.gate import Access


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

    def note(self, what: str) -> None:
        """A line on something that changed no value, such as copies that were printed."""
        gate.note(self._file, what)

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
            plain = plain_of(database, line.deed.kind, line.deed.key)
            try:
                before = apply(reverse(line.deed.delta), plain)
            except DoesNotApply as error:
                raise CannotUndo(
                    "这一步改过的地方后来又改过，不能单独撤销。请先撤销后来的修改，或用这份公文以前的版本恢复。"
                ) from error
            return Exchange(value_of(line.deed.kind, plain), value_of(line.deed.kind, before))

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
            return tuple(_versions(plain_of(database, NOTICES.kind, notice_id), lines))


def _versions(plain: Plain, lines: list[HistoryLine]) -> Iterator[Version]:
    for line in reversed(lines):
        yield Version(line, cast("Notice | None", value_of(NOTICES.kind, plain)))
        if line.deed.delta is not None:
            plain = apply(reverse(line.deed.delta), plain)


def _exchange(database: Database, lines: list[HistoryLine], value: tuple[str, int]) -> Exchange:
    now = then = plain_of(database, *value)
    for line in reversed(lines):
        if (line.deed.kind, line.deed.key) == value and line.deed.delta is not None:
            then = apply(reverse(line.deed.delta), then)
    return Exchange(value_of(value[0], now), value_of(value[0], then))
