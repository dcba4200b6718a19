"""The history as a second store: what every value should be, as far as its lines still tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.history.delta import DoesNotApply, apply
from models.store.chain import readable_lines_of
from models.store.keepers import ALWAYS_THERE, KEEPERS

if TYPE_CHECKING:
    from models.history.line import HistoryLine
    from models.history.plain import Plain
    from models.store.database import Database


class Story(NamedTuple):
    """What the history tells of a value.

    Attributes:
        kind: Which kind of value it is.
        key: Which one of its kind.
        state: The digest it should have now; empty where it was deleted.
        plain: The value as the lines give it; None where they do not lead to the end.
    """

    kind: str
    key: int
    state: str
    plain: Plain


def stories_of(database: Database) -> list[Story]:
    """One for each value that the history knows."""
    return [story for kind in KEEPERS for story in _stories_of(database, kind)]


def _stories_of(database: Database, kind: str) -> list[Story]:
    lines: dict[int, list[HistoryLine]] = {}
    for line in readable_lines_of(database, kind):
        lines.setdefault(line.deed.key, []).append(line)
    start: Plain = {} if kind in ALWAYS_THERE else None
    return [
        Story(kind, key, told[-1].deed.state, _told(told, start)) for key, told in lines.items()
    ]


def _told(lines: list[HistoryLine], plain: Plain) -> Plain:
    for line in lines:
        try:
            plain = apply(line.deed.delta, plain) if line.deed.delta else plain
        except DoesNotApply:
            return None
    return plain
