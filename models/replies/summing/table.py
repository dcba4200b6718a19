"""汇总表 and 对照表 as a value: what each unit said about each item of the plan, and what it said besides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.replies.assigning import labels_of
from models.replies.exchange import TITLES, values_in
from models.replies.summing.suggesting import heading_of, paragraphs_of, without_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from models.plan import Plan, PlanItem
    from models.replies.reply import Reply
    from models.replies.standing import Standing
    from models.replies.summary import Summary

TITLE_CHARS = 20  # of an item that has no heading
_STARTS = tuple(f"{title}：" for title in TITLES.values())


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the plan.

    Attributes:
        row: The row of its paragraph.
        label: What the clerk calls it: its number, or 附1.
        title: What it is about, in short.
    """

    row: int
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit said about an item: the paragraphs that were assigned to it, in their order."""

    item: Item
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return "".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Line:
    """A unit.

    Attributes:
        came: The day of its first reply.
        said: Its assigned paragraphs, item by item in the order of the plan; items it said nothing about are left out.
        plans: 主要安排 of its form.
        features: 特色做法 of its form.
        advice: 意见建议 of its form.
        needs: 需协调事项 of its form.
    """

    unit: str
    came: date | None
    said: tuple[Said, ...] = ()
    plans: str = ""
    features: str = ""
    advice: str = ""
    needs: str = ""

    def has(self, item: Item) -> bool:
        """Whether it said anything about an item."""
        return any(one.item == item for one in self.said)


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """Units against items, both in their order."""

    items: tuple[Item, ...]
    lines: tuple[Line, ...]

    def units_on(self, item: Item) -> tuple[str, ...]:
        """The units that said something about an item, in standing order."""
        return tuple(line.unit for line in self.lines if line.has(item))

    @property
    def counts(self) -> tuple[int, ...]:
        """How many units said something about each item."""
        found = Counter(said.item for line in self.lines for said in line.said)
        return tuple(found[item] for item in self.items)


def summary_table(plan: Plan, standings: Sequence[Standing], summary: Summary) -> SummaryTable:
    """What the units sent; who sent nothing, or is answered for, is left out."""
    items = items_in(plan)
    by_reply: dict[int, dict[int, set[int]]] = {}
    for one in summary.assignments:
        by_reply.setdefault(one.reply, {}).setdefault(one.item, set()).add(one.paragraph)
    mine = (one for one in standings if one.replies and not one.by)
    return SummaryTable(items, tuple(_line(one, items, by_reply) for one in mine))


def items_in(plan: Plan) -> tuple[Item, ...]:
    """The items of a kept plan."""
    labels = labels_of(plan)
    kept = ((one, one.paragraph.id) for one in plan.items)
    return tuple(Item(row, labels[row], _title_of(one)) for one, row in kept if row is not None)


def _title_of(item: PlanItem) -> str:
    paragraph = item.paragraph
    first = paragraph.heading or heading_of(paragraph.text) or paragraph.text[:TITLE_CHARS]
    return first.strip().rstrip("。")


def _line(
    standing: Standing, items: Sequence[Item], by_reply: Mapping[int, Mapping[int, set[int]]]
) -> Line:
    texts = {one: paragraphs_of(one.text) for one in standing.replies}
    said = (
        Said(
            item,
            tuple(
                _bare(texts[reply][at])
                for reply in standing.replies
                for at in sorted(by_reply.get(reply.id or 0, {}).get(item.row, ()))
                if at < len(texts[reply])  # the text may have been read anew
            ),
        )
        for item in items
    )
    fields = _fields(standing.replies)
    return Line(
        standing.expected.name,
        standing.first,
        tuple(one for one in said if one.paragraphs),
        **{name: "\n".join(fields.get(name, ())) for name in _NAMES},
    )


_NAMES = ("plans", "features", "advice", "needs")


def _fields(replies: Sequence[Reply]) -> dict[str, list[str]]:
    """What stands in the fields of its forms, where it sent any."""
    found: dict[str, list[str]] = {}
    for name, value in (pair for one in replies for pair in _values(one)):
        found.setdefault(name, []).append(value)
    return found


def _values(reply: Reply) -> Iterator[tuple[str, str]]:
    for name, value in values_in(reply.text).items():
        if value.strip():
            yield name, "\n".join(paragraphs_of(value))


def _bare(paragraph: str) -> str:
    """A paragraph without the title of the field it stands in, and without its number: the item has its own."""
    start = next((one for one in _STARTS if paragraph.startswith(one)), "")
    return without_number(paragraph.removeprefix(start))
