"""All kinds of value that a data file keeps: what is kept here is checked, salvaged and taken back like all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.distribution import Distribution
from models.history.plain import Plain, from_plain, to_plain
from models.notice import Notice
from models.number_book import NumberBook
from models.office import Office
from models.proceeding import Proceeding
from models.replies.reminder import Reminders
from models.replies.reply import Reply
from models.replies.roll import Roll
from models.replies.summary import Summary
from models.store import gate
from models.store.distributions import DISTRIBUTIONS
from models.store.notices import NOTICES
from models.store.number_books import NUMBER_BOOKS
from models.store.offices import OFFICES
from models.store.proceedings import PROCEEDINGS
from models.store.refusals import FAULTS, Damaged
from models.store.replies import REMINDERS, REPLIES, ROLLS, SUMMARIES
from models.store.rosters import ROSTERS
from models.unit import Roster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access, Keeper

Kept = (
    Notice
    | Office
    | Roster
    | Distribution
    | Roll
    | Reply
    | Proceeding
    | NumberBook
    | Reminders
    | Summary
)

KEEPERS: Mapping[str, tuple[type[Kept], Keeper[Any]]] = {
    NOTICES.kind: (Notice, NOTICES),
    OFFICES.kind: (Office, OFFICES),
    ROSTERS.kind: (Roster, ROSTERS),
    DISTRIBUTIONS.kind: (Distribution, DISTRIBUTIONS),
    ROLLS.kind: (Roll, ROLLS),
    REPLIES.kind: (Reply, REPLIES),
    PROCEEDINGS.kind: (Proceeding, PROCEEDINGS),
    NUMBER_BOOKS.kind: (NumberBook, NUMBER_BOOKS),
    REMINDERS.kind: (Reminders, REMINDERS),
    SUMMARIES.kind: (Summary, SUMMARIES),
}
"""By their names in the history: the type of the values, and how they are kept."""

_ONE = {OFFICES.kind: "机关资料", ROSTERS.kind: "单位名册", NUMBER_BOOKS.kind: "作废的字号"}
_OF_NOTICE = {
    DISTRIBUTIONS.kind: "分发",
    PROCEEDINGS.kind: "办理",
    ROLLS.kind: "应报名单",
    REMINDERS.kind: "催办",
    SUMMARIES.kind: "汇总",
}

ALWAYS_THERE = {OFFICES.kind, ROSTERS.kind, NUMBER_BOOKS.kind}
"""There is one of each, at first an empty one."""


def plain_of(database: Database, kind: str, key: int) -> Plain:
    """A value as it is now, as plain JSON; None where it is not there."""
    _, keeper = KEEPERS[kind]
    found = keeper.find(database, key)
    return None if found is None else to_plain(found)


def value_of(kind: str, plain: Plain) -> Kept | None:
    """The value that `plain` says."""
    return None if plain is None else from_plain(KEEPERS[kind][0], plain)


def put_kept(file: Access, before: Kept | None, after: Kept | None, what: str) -> Kept | None:
    """Store `after` in the place of `before`, whatever kind they are; None: it is not there."""
    one = after if after is not None else before
    if one is None:
        return None
    keeper = next(keeper for kind, keeper in KEEPERS.values() if kind is type(one))
    if after is not None:
        return gate.keep(file, keeper, after, what)
    gate.remove(file, keeper, keeper.key_of(one) or 0, what)
    return None


def read_or_none(database: Database, kind: str, key: int) -> Kept | None:
    """A value, where it is there and its rows hold one."""
    try:
        with database.guarded():
            return KEEPERS[kind][1].find(database, key)
    except (Damaged, *FAULTS, ValueError):
        return None


def name_of(kind: str, key: int, value: Kept | None = None) -> str:
    """What the clerk calls it; a document without a title goes by its number."""
    if kind in _ONE:
        return _ONE[kind]
    if kind in _OF_NOTICE:
        return f"编号{key}的公文的{_OF_NOTICE[kind]}"
    match value:
        case Reply(name=name) if name:
            return f"报送件「{name}」"
        case Notice(title=title) if title:
            return f"公文「{title}」"
        case _:
            return f"{'报送件' if kind == REPLIES.kind else '公文'}（编号{key}）"
