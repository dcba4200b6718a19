"""The history as a second store: what every document should be, as far as its lines still tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.history.delta import DoesNotApply, apply
from models.store.chain import readable_lines_of
from models.store.notices import NOTICES

if TYPE_CHECKING:
    from models.history.line import HistoryLine
    from models.history.plain import Plain
    from models.store.database import Database


class Story(NamedTuple):
    """What the history tells of a document.

    Attributes:
        state: The digest it should have now; empty where it was deleted.
        plain: The document as the lines give it; None where they do not lead to the end.
    """

    key: int
    state: str
    plain: Plain


def stories_of(database: Database) -> list[Story]:
    """One for each document that the history knows."""
    lines: dict[int, list[HistoryLine]] = {}
    for line in readable_lines_of(database, NOTICES.kind):
        lines.setdefault(line.deed.key, []).append(line)
    return [Story(key, told[-1].deed.state, _told(told)) for key, told in lines.items()]


def _told(lines: list[HistoryLine]) -> Plain:
    plain: Plain = None
    for line in lines:
        try:
            plain = apply(line.deed.delta, plain) if line.deed.delta else plain
        except DoesNotApply:
            return None
    return plain
