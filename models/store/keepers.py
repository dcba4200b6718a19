"""All kinds of value that a data file keeps: what is kept here is checked, salvaged and taken back like all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.distribution import Distribution
from models.history.plain import Plain, from_plain, to_plain
from models.notice import Notice
from models.number_book import NumberBook
from models.office import Office
from models.proceeding import Proceeding
from models.replies.reply import Reply
from models.replies.roll import Roll
from models.store import gate
from models.store.distributions import DISTRIBUTIONS
from models.store.notices import NOTICES
from models.store.number_books import NUMBER_BOOKS
from models.store.offices import OFFICES
from models.store.proceedings import PROCEEDINGS
from models.store.refusals import FAULTS, Damaged
from models.store.replies import REPLIES, ROLLS
from models.store.rosters import ROSTERS
from models.unit import Roster

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database
    from models.store.gate import Access, Keeper

Kept = Notice | Office | Roster | Distribution | Roll | Reply | Proceeding | NumberBook

KEEPERS: Mapping[str, tuple[type[Kept], Keeper[Any]]] = {
    NOTICES.kind: (Notice, NOTICES),
    OFFICES.kind: (Office, OFFICES),
    ROSTERS.kind: (Roster, ROSTERS),
    DISTRIBUTIONS.kind: (Distribution, DISTRIBUTIONS),
    ROLLS.kind: (Roll, ROLLS),
    REPLIES.kind: (Reply, REPLIES),
    PROCEEDINGS.kind: (Proceeding, PROCEEDINGS),
    NUMBER_BOOKS.kind: (NumberBook, NUMBER_BOOKS),
}
"""By their names in the history: the type of the values, and how they are kept."""

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
    match kind:
        case OFFICES.kind:
            return "机关资料"
        case ROSTERS.kind:
            return "单位名册"
        case DISTRIBUTIONS.kind:
            return f"编号{key}的公文的分发"
        case PROCEEDINGS.kind:
            return f"编号{key}的公文的办理"
        case NUMBER_BOOKS.kind:
            return "作废的字号"
        case ROLLS.kind:
            return f"编号{key}的公文的应报名单"
        case REPLIES.kind:
            named = value.name if isinstance(value, Reply) else ""
            return f"报送件「{named}」" if named else f"报送件（编号{key}）"
        case _:
            title = value.title if isinstance(value, Notice) else ""
            return f"公文「{title}」" if title else f"公文（编号{key}）"
