"""认领: the clerk says whose a reply is; what that teaches finds the units of others that wait."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.replies.handling import confirmed
from models.replies.matching.learning import taught
from models.replies.reply import Batch
from models.replies.standing import unclaimed
from models.replies.versions import with_version

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from models.replies.matching.decide import Matcher
    from models.replies.reply import Reply
    from models.unit import Roster


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a confirmation changes.

    Attributes:
        before: The replies that change, as they are.
        after: As they are from then on; the one that was confirmed comes first.
        roster: With the names that were learned.
    """

    before: Batch
    after: Batch
    roster: Roster


def claim(
    reply: Reply,
    unit: int,
    there: Sequence[Reply],
    roster: Roster,
    matcher_of: Callable[[Roster], Matcher],
) -> Claimed:
    """Give a reply to a unit, and those that wait to the units that are proved by what this taught."""
    changed = [_in_place(confirmed(replace(reply, replaces=None), unit), there)]
    learned = taught(roster, matcher_of(roster), reply, unit)
    if learned != roster:
        changed += _proved(matcher_of(learned), changed[0], there)
    ids = [one.id for one in changed]
    before = {one.id: one for one in there}
    return Claimed(Batch(tuple(before[one] for one in ids)), Batch(tuple(changed)), learned)


def _proved(matcher: Matcher, first: Reply, there: Sequence[Reply]) -> list[Reply]:
    """Those among the others that wait for their units and wait no longer."""
    now = [first if one.id == first.id else one for one in there]
    found: list[Reply] = []
    for one in unclaimed(now):
        match = matcher.match(one.name, one.text, one.folder)
        if match.unit is not None:
            known = _in_place(replace(one, unit=match.unit, claim=match.claim), now)
            now = [known if other.id == one.id else other for other in now]
            found.append(known)
    return found


def _in_place(reply: Reply, there: Sequence[Reply]) -> Reply:
    """As a later version of what its unit sent before it."""
    return with_version(reply, [one for one in there if (one.id or 0) < (reply.id or 0)])
