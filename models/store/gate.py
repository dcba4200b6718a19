"""The one gate for every change: the value, its line in the history and its words for the search, all or nothing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from models.history.delta import between
from models.history.line import FILE, Deed
from models.history.plain import digest, to_plain
from models.store import chain, words
from models.store.holder import myself
from models.store.refusals import Gone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from models.store.columns import Columns
    from models.store.database import Database
    from models.store.tables import Table

Value = TypeVar("Value")


class Access(Protocol):
    """An open data file as its repositories see it."""

    def reading(self) -> AbstractContextManager[Database]:
        """Read in here."""
        ...

    def changing(self) -> AbstractContextManager[Database]:
        """Write in here. Only the gate does."""
        ...


class Keeper(Protocol[Value]):
    """How values of one kind lie in the data file."""

    @property
    def kind(self) -> str:
        """The name of the kind in the history."""
        ...

    @property
    def flat(self) -> tuple[tuple[type[Table], Columns[Any]], ...]:
        """The tables in which a row is a value, which may be damaged by itself."""
        ...

    def keys(self, database: Database) -> list[int]:
        """The keys of all that are there."""
        ...

    def key_of(self, value: Value) -> int | None:
        """Which one of its kind it is; None for one that was never kept."""
        ...

    def find(self, database: Database, key: int) -> Value | None:
        """Read it."""
        ...

    def put(self, database: Database, value: Value) -> Value:
        """Write it; the value with its ids."""
        ...

    def remove(self, database: Database, key: int) -> None:
        """Delete it."""
        ...

    def texts(self, value: Value) -> Mapping[int, str]:
        """What the search finds it by."""
        ...


def keep(file: Access, keeper: Keeper[Value], value: Value, what: str) -> Value:
    """Write `value` in the place of the one with its key; `what` is the deed in Chinese."""
    with file.changing() as database:
        return keep_within(database, keeper, value, what)


def keep_within(database: Database, keeper: Keeper[Value], value: Value, what: str) -> Value:
    """The same, within a change that goes on."""
    key = keeper.key_of(value)
    before = None if key is None else keeper.find(database, key)
    after = keeper.put(database, value)
    _tell(database, keeper, (before, after), what)
    return after


def keep_all(
    file: Access,
    keeper: Keeper[Value],
    values: Iterable[Value],
    what: str,
    *,
    before: Callable[[Database], None],
    kept: list[Value],
) -> None:
    """Write many values that were never kept, all or none; `before` writes what lies beside them.

    Each is asked for only after the one before it was put into `kept`, so that it can refer to that.
    """
    with file.changing() as database:
        before(database)
        for value in values:
            kept.append(keeper.put(database, value))
            _tell(database, keeper, (None, kept[-1]), what)


def exchange(
    file: Access, keeper: Keeper[Value], gone: Iterable[int], values: Iterable[Value], what: str
) -> tuple[Value, ...]:
    """Delete the values with some keys and write others, all or nothing."""
    with file.changing() as database:
        for key in gone:
            _remove_within(database, keeper, key, what)
        return tuple(keep_within(database, keeper, value, what) for value in values)


def remove(file: Access, keeper: Keeper[Value], key: int, what: str) -> None:
    """Delete the value with this key; `Gone` where it was deleted."""
    with file.changing() as database:
        _remove_within(database, keeper, key, what)


def _remove_within(database: Database, keeper: Keeper[Value], key: int, what: str) -> None:
    before = keeper.find(database, key)
    if before is None:
        raise Gone("这份内容已经不在数据文件中，可能已被删除。请刷新列表。")
    keeper.remove(database, key)
    _tell(database, keeper, (before, None), what)


def note(file: Access, what: str) -> None:
    """A line on something that changed no value, such as a restore."""
    with file.changing() as database:
        chain.append(database, Deed(now(), str(myself()), what, FILE))


def adopt(database: Database, keeper: Keeper[Value], keys: list[int]) -> None:
    """Give values that are older than the history their first line, and their words to the search."""
    for key in keys:
        value = keeper.find(database, key)
        _tell(database, keeper, (None, value), "沿用旧版数据文件的内容")


def now() -> datetime:
    """The clock of this PC. Nothing is ordered by it."""
    return datetime.now().replace(microsecond=0)


def _tell(
    database: Database,
    keeper: Keeper[Value],
    values: tuple[Value | None, Value | None],
    what: str,
) -> None:
    before, after = values
    plain = None if after is None else to_plain(after)
    delta = between(None if before is None else to_plain(before), plain)
    if delta is None:
        return
    one = after if after is not None else before
    key = 0 if one is None else keeper.key_of(one) or 0
    deed = Deed(now(), str(myself()), what, keeper.kind, key, delta, digest(plain))
    chain.append(database, deed)
    words.change(database, _texts(keeper, before), _texts(keeper, after))


def _texts(keeper: Keeper[Value], value: Value | None) -> Mapping[int, str]:
    return {} if value is None else keeper.texts(value)
