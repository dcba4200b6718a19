"""逐段归类: which items of the plan a paragraph is about, as the clerk types them by their numbers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.replies.summary import Assignment
from models.replies.summing.suggesting import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.plan import Plan
    from models.replies.reply import Reply
    from models.replies.summary import Summary

_BETWEEN = re.compile(r"[、,，;；\s和及]+")


class UnknownItem(UserError):
    """The plan has no such item."""


def labels_of(plan: Plan) -> dict[int, str]:
    """What the clerk calls each item, by its row: its number, or 附1 where the plan gives it none."""
    found: dict[int, str] = {}
    without = 0
    for item in plan.items:
        without += not item.number
        if item.paragraph.id is not None:
            found[item.paragraph.id] = item.number or f"附{without}"
    return found


def items_from(text: str, labels: Mapping[int, str]) -> tuple[int, ...]:
    """The rows of the items that were typed, such as `5、7`.

    Raises:
        UnknownItem: which of them there is not.
    """
    rows = {label: row for row, label in labels.items()}
    plain = unicodedata.normalize("NFKC", text).rstrip("。.")
    typed = [part.removeprefix("第").removesuffix("项") for part in _BETWEEN.split(plain) if part]
    for one in typed:
        if one not in rows:
            last = next(reversed(rows), "")
            raise UnknownItem(
                f"要点里没有第“{one[:10]}”项。请填 1 到 {last} 中的数，几项用顿号隔开。"
            )
    return tuple(dict.fromkeys(rows[one] for one in typed))


def items_of(summary: Summary, reply: int, paragraph: int) -> tuple[int, ...]:
    """The rows of the items that a paragraph is about."""
    mine = (one for one in summary.assignments if (one.reply, one.paragraph) == (reply, paragraph))
    return tuple(one.item for one in mine)


def carried(summary: Summary, before: Reply, after: Reply) -> Summary:
    """The summary with the items of a reply for the later version of it, where paragraphs say the same."""
    places = {words: at for at, words in enumerate(paragraphs_of(after.text))}
    for at, words in enumerate(paragraphs_of(before.text)):
        items = items_of(summary, before.id or 0, at)
        if items and words in places:
            summary = assigned(summary, after.id or 0, places[words], items)
    return summary


def assigned(summary: Summary, reply: int, paragraph: int, items: Iterable[int]) -> Summary:
    """The summary with these items, and no others, for a paragraph."""
    others = [
        one for one in summary.assignments if (one.reply, one.paragraph) != (reply, paragraph)
    ]
    mine = [Assignment(reply, paragraph, item) for item in items]
    ordered = sorted((*others, *mine), key=lambda one: (one.reply, one.paragraph))
    return replace(summary, assignments=tuple(ordered))
