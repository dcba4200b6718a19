"""What a confirmation teaches: the names by which a reply did not prove its unit become aliases of that unit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from models.replies.matching.decide import SURE_OF_ANOTHER
from models.rules.rosters import WrongUnit, learned
from models.rules.unit_names import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.replies.matching.decide import Matcher
    from models.replies.reply import Reply
    from models.unit import Roster


def taught(roster: Roster, matcher: Matcher, reply: Reply, unit: int) -> Roster:
    """The roster after the clerk said whose a reply is: the unit is known by the names that were doubted."""
    at = next((place for place, one in enumerate(roster.units) if one.id == unit), None)
    if at is None:
        return roster
    for alias in _aliases(matcher, reply, unit):
        with suppress(WrongUnit):  # a name that another unit has is nobody's alias
            roster = learned(roster, at, alias)
    return roster


def _aliases(matcher: Matcher, reply: Reply, unit: int) -> Iterator[str]:
    """One new name out of the file name and folder, one out of the text."""
    for voices in matcher.voices(reply.name, reply.text, reply.folder):
        new = [one.name for one in voices if _is_new(matcher, one.name, unit)]
        yield from map(folded, new[:1])


def _is_new(matcher: Matcher, name: str, unit: int) -> bool:
    """Whether a name may mean the unit and is known to mean nobody.

    What is not like its names may be that of a person, who moves; what is much like another unit's is a slip.
    """
    known = matcher.known
    if known.is_another(name) or known.find(name) is not None:
        return False
    bare = known.bare(name)
    if len({unit for one, unit in known.units.items() if bare in one}) > 1:
        return False  # 区人事局 stands in the names of many
    nearest = matcher.likeness.nearest(name)
    is_like = any(one == unit for one, _ in nearest)
    return is_like and not any(
        likeness >= SURE_OF_ANOTHER for one, likeness in nearest[:1] if one != unit
    )
