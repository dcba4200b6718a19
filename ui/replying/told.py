"""What became of the files that were taken in, in a few words, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.collecting import Collected


class Told(NamedTuple):
    """One line, and why files were not kept or not read, a line each."""

    line: str
    whole: str


def told_of(files: Sequence[Collected]) -> Told:
    """How many were matched, wait, could not be read, were not kept and why."""
    passed = [one for one in files if one.passed]
    kept = [one.reply for one in files if one.reply is not None]
    unread = [one for one in kept if one.unread and not one.text]
    matched = sum(1 for one in kept if one.unit is not None)
    counts = (
        (f"认出 {matched}", True),
        (f"待认领 {len(kept) - matched}", True),
        (f"读不出文字 {len(unread)}", bool(unread)),
        (f"没有收 {len(passed)}", bool(passed)),
    )
    line = f"收了 {len(files)} 个文件：{'，'.join(words for words, is_told in counts if is_told)}。"
    whys = [one.passed for one in passed] + [one.unread for one in unread]
    return Told(line, "\n".join(whys))
