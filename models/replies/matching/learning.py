"""What a confirmation teaches: the names by which a reply did not prove its unit become aliases of that unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.replies.matching.inside import voices_in
from models.replies.naming import name_parts
from models.rules.rosters import WrongUnit, learned
from models.rules.unit_names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.replies.matching.decide import Matcher
    from models.replies.reply import Reply
    from models.unit import Roster


def taught(roster: Roster, matcher: Matcher, reply: Reply, unit: int) -> Roster:
    """The roster after the clerk said whose a reply is: a name out of its file name, and one out of its text."""
    at = next((place for place, one in enumerate(roster.units) if one.id == unit), None)
    if at is None:
        return roster
    for alias in _aliases(matcher, reply, unit):
        try:
            roster = learned(roster, at, alias)
        except WrongUnit:
            continue
    return roster


def _aliases(matcher: Matcher, reply: Reply, unit: int) -> Iterator[str]:
    """One from each place that does not prove the unit; the folder counts where the file name says nothing."""
    named = name_parts(reply.name) or [
        part for one in reply.folder.split("/") for part in name_parts(one)
    ]
    for names in (named, [voice.name for voice in voices_in(reply.text)]):
        if not any(matcher.known.find(name) == unit for name in names):
            yield from list(_likely(matcher, names, unit))[:1]


def _likely(matcher: Matcher, names: Iterable[str], unit: int) -> Iterator[str]:
    """New names that are like those of the unit: what is not may be the name of a person, who moves."""
    known = matcher.known
    for name in names:
        if known.is_own(name) or known.is_another(name) or known.find(name) is not None:
            continue
        if any(one == unit for one, _ in matcher.likeness.nearest(name)):
            yield folded(name)
