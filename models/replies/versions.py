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

_SHARED = 0.6  # of the pairs of characters of the shorter text


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
    if one.text and other.text:
        return _share(one.text, other.text) >= _SHARED
    return subject_of(one.name) == subject_of(other.name)


def _share(text: str, other: str) -> float:
    """How much of the shorter text stands in the other, by pairs of neighbouring characters."""
    pairs, others = _pairs_of(text), _pairs_of(other)
    return len(pairs & others) / max(1, min(len(pairs), len(others)))


def _pairs_of(text: str) -> set[tuple[str, str]]:
    return set(itertools.pairwise("".join(text.split())))
