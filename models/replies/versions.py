"""A second file of a unit: a later version of what it sent before, or one more file."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from models.replies.naming import subject_of
from models.replies.standing import counting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.reply import Reply

SHARED = 0.6  # of the pairs of characters of the shorter text

Pairs = frozenset[str]


def with_version(reply: Reply, there: Sequence[Reply]) -> Reply:
    """The reply in the place of the earlier version that its unit sent, where one of `there` is that."""
    if reply.unit is None or reply.replaces is not None or not reply.sha256:
        return reply
    mine = [one for one in counting(there) if one.unit == reply.unit and one.sha256]
    earlier = next((one for one in reversed(mine) if _is_version(reply, one)), None)
    return reply if earlier is None else replace(reply, replaces=earlier.id)


def _is_version(one: Reply, other: Reply) -> bool:
    """Whether two files of a unit are the same text: by what they say, or without text by what they are called."""
    if one.sha256 == other.sha256:
        return False
    if other.text and not one.text:
        return False  # what cannot be read stands beside what can
    if one.text and other.text:
        return share(pairs_of(one.text), pairs_of(other.text)) >= SHARED
    return subject_of(one.name) == subject_of(other.name)


def share(pairs: Pairs, others: Pairs) -> float:
    """How much of the shorter text stands in the other, by pairs of neighbouring characters."""
    return len(pairs & others) / max(1, min(len(pairs), len(others)))


def pairs_of(text: str) -> Pairs:
    """All pairs of neighbouring characters of a text, white space left out."""
    return frozenset(map("".join, itertools.pairwise("".join(text.split()))))
