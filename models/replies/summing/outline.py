"""综述: the report on what all units plan, section by section; who plans it stands there, what they do is to be filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.notice import Level, Paragraph
from models.numerals import hanzi_number
from models.replies.chasing.bulletin import counts_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice
    from models.plan import Plan, PlanItem
    from models.replies.chasing.chase import Chase
    from models.replies.summing.table import Item, SummaryTable

KIND = "报告"
FILL_IN = "……"
MOST_NAMED = 6  # units in a sentence
NAMED_OF_MANY = 3


class NothingToReport(UserError):
    """There is nothing to put together."""


def outline(plan: Plan, table: SummaryTable, chase: Chase) -> Notice:
    """The document; `table` is that of the plan.

    Raises:
        NothingToReport: nobody sent anything, nothing is assigned.
    """
    if not table.lines:
        raise NothingToReport("还没有收到报送件，不能起草综述。请先在“收意见”页收取。")
    if not any(table.counts):
        raise NothingToReport(
            "报送件还没有归入要点，不能起草综述。请先在“汇总”页把段落归入要点各项。"
        )
    parts = (*_sections(plan, table), *_fields(table), ("下一步工作", (Paragraph(FILL_IN),)))
    body = (
        part
        for at, (heading, paragraphs) in enumerate(parts, 1)
        for part in (_heading(at, heading), *paragraphs)
    )
    return replace(
        chase.document(),
        kind=KIND,
        title=f"关于{chase.demand.matter}汇总情况的报告",
        body=(Paragraph(_opening(table, chase)), *body, Paragraph("特此报告。")),
    )


def named(units: Sequence[str]) -> str:
    """`甲局、乙局等2个单位`; of many only the first are named."""
    shown = units if len(units) <= MOST_NAMED else units[:NAMED_OF_MANY]
    return "、".join(shown) + (f"等{len(units)}个单位" if len(units) > 1 else "")


def _opening(table: SummaryTable, chase: Chase) -> str:
    items = sum(map(bool, table.counts))
    return (
        f"{chase.demanded}。{counts_told(chase)}。已汇总{len(table.lines)}个单位报送的材料，"
        f"涉及{len(table.items)}项工作中的{items}项。现将有关情况报告如下："
    )


def _sections(plan: Plan, table: SummaryTable) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """The sections of the plan that have items, with what was said about each."""
    by_row = {item.row: item for item in table.items}
    for section in plan.sections:
        kept = [(one, by_row.get(one.paragraph.id or 0)) for one in section.items]
        told = tuple(_about(one, item, table) for one, item in kept if item is not None)
        if section.heading is not None and told:
            heading = section.heading
            yield (heading.heading or heading.text).rstrip("。"), told


def _about(one: PlanItem, item: Item, table: SummaryTable) -> Paragraph:
    units = table.units_on(item)
    said = f"{named(units)}作了安排。主要做法：{FILL_IN}" if units else "暂无单位作出安排。"
    if not one.number:
        return Paragraph(f"{item.title}。{said}")
    return Paragraph(said, one.paragraph.level, one.paragraph.number, f"{item.title}。")


def _fields(table: SummaryTable) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """What units said besides the items, as their forms ask for it."""
    features = [one.unit for one in table.lines if one.features]
    advice = [one.unit for one in table.lines if one.advice]
    needs = [one.unit for one in table.lines if one.needs]
    yield "特色做法", (_told(features, "报送了特色做法，主要有："),)
    told = [_told(advice, "提出了意见建议，主要有：")]
    if needs:
        told.append(_told(needs, "提出了需协调的事项，主要有："))
    yield "意见建议", tuple(told)


def _told(units: Sequence[str], what: str) -> Paragraph:
    return Paragraph(f"{named(units)}{what}{FILL_IN}" if units else FILL_IN)


def _heading(at: int, text: str) -> Paragraph:
    return Paragraph("", Level.FIRST, f"{hanzi_number(at)}、", text)
