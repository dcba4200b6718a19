"""Units, their paragraphs, and units against items, as the lines of grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.replies.summing.suggesting import paragraphs_of
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.standing import Standing
    from models.replies.summing.suggesting import Suggestion
    from ui.summing.sums import Place, Sums

ITEMS, MARK = "items", "●"
UNITS = (
    GridColumn("order", "序", 36, is_editable=False, is_number=True),
    GridColumn("name", "单位", 170, is_editable=False),
    GridColumn("paragraphs", "段", 36, is_editable=False, is_number=True),
    GridColumn("assigned", "已归", 40, is_editable=False, is_number=True),
)
PARAGRAPHS = (
    GridColumn("order", "序", 36, is_editable=False, is_number=True),
    GridColumn("text", "段落", 360, is_editable=False),
    GridColumn(ITEMS, "归入要点", 76),
    GridColumn("suggested", "建议（空格采用）", 190, is_editable=False),
)


def places_of(standing: Standing) -> list[tuple[Place, str]]:
    """All paragraphs of the texts of a unit, with where they stand."""
    return [
        ((reply.id or 0, at), paragraph)
        for reply in standing.replies
        for at, paragraph in enumerate(paragraphs_of(reply.text))
    ]


def unit_lines(sums: Sums) -> list[GridLine]:
    """The units that sent a text, known by their places."""
    return [
        GridLine(
            at,
            (
                str(at + 1),
                one.expected.name,
                str(len(places_of(one))),
                str(sums.count_of(one) or ""),
            ),
        )
        for at, one in enumerate(sums.standings)
    ]


def paragraph_lines(
    sums: Sums, places: Sequence[tuple[Place, str]], suggested: Sequence[Sequence[Suggestion]]
) -> list[GridLine]:
    """The paragraphs of a unit, known by their places in the list."""
    return [
        GridLine(
            at,
            (
                str(at + 1),
                text.replace("\t", " "),
                sums.text_of(place),
                sums.title(first.item) if (first := next(iter(found), None)) else "",
            ),
            tip="\n".join((text, *map(str, found))),
        )
        for at, ((place, text), found) in enumerate(zip(places, suggested, strict=True))
    ]


def matrix_columns(sums: Sums) -> tuple[GridColumn, ...]:
    """Units, then a narrow column for each item."""
    items = (
        GridColumn(f"item{row}", label, 32, is_editable=False) for row, label in sums.labels.items()
    )
    return (
        GridColumn("name", "单位", 160, is_editable=False),
        GridColumn("count", "项", 32, is_editable=False, is_number=True),
        *items,
    )


def matrix_lines(sums: Sums) -> list[GridLine]:
    """A mark where a unit has something on an item; the last line says how many units have."""
    by_reply: dict[int, set[int]] = {}
    for one in sums.summary.assignments:
        by_reply.setdefault(one.reply, set()).add(one.item)
    lines: list[GridLine] = []
    counts = dict.fromkeys(sums.labels, 0)
    for at, one in enumerate(sums.standings):
        has = {item for reply in one.replies for item in by_reply.get(reply.id or 0, ())}
        for item in has & counts.keys():
            counts[item] += 1
        marks = (MARK if item in has else "" for item in sums.labels)
        lines.append(GridLine(at, (one.expected.name, str(len(has & counts.keys()) or ""), *marks)))
    total = ("合计单位数", "", *(str(count or "") for count in counts.values()))
    return [*lines, GridLine(len(lines), total, is_quiet=True)]
