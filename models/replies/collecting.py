"""Replies out of the files that were handed in: read, matched, and kept in batches, so that who stops keeps what is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.errors import Cancelled
from models.progress import no_tick
from models.reading.received.receive import receive
from models.replies.exchange import is_blank
from models.replies.matching.decide import NOBODY
from models.replies.reply import Fate, Reply

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from models.progress import Tick
    from models.reading.received.receive import Received
    from models.replies.matching.decide import Match, Matcher

BATCH_FILES, BATCH_BYTES = 20, 16_000_000


@dataclass(frozen=True, slots=True)
class Collected:
    """A file that was handed in, and what became of it.

    Attributes:
        reply: None where it is not kept; `passed` says why.
    """

    name: str
    reply: Reply | None = None
    content: bytes = b""
    match: Match = NOBODY
    passed: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """Which notice is answered, how its units are told, when the files came, and the replies that are here already."""

    notice: int
    matcher: Matcher
    received: datetime
    there: tuple[Reply, ...] = ()


Keep = Callable[[Sequence[Collected]], None]
"""Keeps a batch; called on the thread that collects."""


def collect(places: Iterable[Path], call: Call, keep: Keep, tick: Tick = no_tick) -> None:
    """Collect all files in some folders, files and zips.

    Raises:
        UserError: there are far too many files, or `keep` could not.
        Cancelled: by `tick`; what was done before is kept.
    """
    batch: list[Collected] = []
    there: dict[str, list[Reply]] = {}
    for reply in call.there:
        there.setdefault(reply.sha256, []).append(reply)
    try:
        for one in receive(places, tuple(there), tick):
            batch.append(_collected(one, call, there.setdefault(one.sha256, [])))
            if len(batch) >= BATCH_FILES or sum(len(c.content) for c in batch) >= BATCH_BYTES:
                keep(batch)
                batch = []
    except Cancelled:
        keep(batch)
        raise
    keep(batch)


def _collected(one: Received, call: Call, same: list[Reply]) -> Collected:
    """What becomes of a file; `same` are the replies with the same bytes, to which it is added."""
    if one.passed:
        return Collected(one.name, passed=one.passed)
    if same:
        one = replace(one, text=same[0].text, unread=same[0].unread)
    if is_blank(one.text):
        return Collected(one.name, passed=f"“{one.name}”是还没有填写的填报表，没有收。")
    match = call.matcher.match(one.name, one.text, one.folder)
    live = [reply for reply in same if reply.fate is not Fate.WITHDRAWN]
    if live and not _speaks_for_another(one, match, live):
        return Collected(one.name, passed=f"与“{live[0].name}”完全相同，没有重复收。")
    reply = _reply(one, call, match)
    same.append(reply)
    return Collected(one.name, reply, one.content, match)


def _speaks_for_another(one: Received, match: Match, same: list[Reply]) -> bool:
    """Whether a file that is here came again under the name of another unit: it is a reply of both."""
    is_here = any((reply.name, reply.folder) == (one.name, one.folder) for reply in same)
    return not is_here and match.unit is not None and match.unit not in {r.unit for r in same}


def _reply(one: Received, call: Call, match: Match) -> Reply:
    return Reply(
        call.notice,
        call.received,
        match.unit,
        one.name,
        one.folder,
        one.sha256,
        len(one.content),
        one.text,
        one.unread,
        is_electronic=True,
        claim=match.claim,
    )
