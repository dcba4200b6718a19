"""Units as the lines of a grid."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from models.rules.unit_cells import unit_text
from models.unit import Delivery
from ui.parts.count_tree import Group
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from models.unit import Roster, Unit

ORDER = "order"
COLUMNS = (
    GridColumn(ORDER, "序", 40, is_editable=False, is_number=True),
    GridColumn("name", "全称", 210),
    GridColumn("short_names", "简称", 92),
    GridColumn("category", "类别", 100),
    GridColumn("quantity", "份数", 48, is_number=True),
    GridColumn("delivery", "送达", 52, choices=tuple(one.value for one in Delivery)),
    GridColumn("box", "箱号", 56),
    GridColumn("contact", "联系人", 68),
    GridColumn("phone", "电话", 112),
    GridColumn("address", "地址", 120),
    GridColumn("postcode", "邮编", 60),
)


class Shelf(Enum):
    """Which units are looked at."""

    ALL = "全部单位"
    CATEGORY = "类别"
    NONE = "未分类"
    STOPPED = "已停用"


@dataclass(frozen=True, slots=True)
class Pick:
    """What is chosen among the categories."""

    shelf: Shelf = Shelf.ALL
    category: str = ""

    def holds(self, unit: Unit) -> bool:
        """Whether a unit is among them."""
        match self.shelf:
            case Shelf.STOPPED:
                return unit.is_stopped
            case Shelf.ALL:
                return not unit.is_stopped
            case _:
                return not unit.is_stopped and unit.category == self.category


ALL = Pick()


def groups_of(roster: Roster) -> list[Group[Pick]]:
    """All units, those of each category, those of none, those that are stopped."""
    in_use = Counter(unit.category for unit in roster.units if not unit.is_stopped)
    names = dict.fromkeys((*(one.name for one in roster.categories), *sorted(in_use)))
    stopped = sum(1 for unit in roster.units if unit.is_stopped)
    groups = [Group(ALL, Shelf.ALL.value, (in_use.total(),))]
    groups += [Group(Pick(Shelf.CATEGORY, name), name, (in_use[name],)) for name in names if name]
    if in_use[""]:
        groups.append(Group(Pick(Shelf.NONE), Shelf.NONE.value, (in_use[""],)))
    if stopped:
        groups.append(Group(Pick(Shelf.STOPPED), Shelf.STOPPED.value, (stopped,)))
    return groups


def lines_of(roster: Roster, pick: Pick) -> list[GridLine]:
    """The units that are picked, each with its place in the standing order."""
    usual = {one.name: (str(one.quantity), one.delivery.value) for one in roster.categories}
    return [
        _line(at, unit, usual.get(unit.category, ("1", Delivery.EXCHANGE.value)))
        for at, unit in enumerate(roster.units, 1)
        if pick.holds(unit)
    ]


def _line(number: int, unit: Unit, usual: tuple[str, str]) -> GridLine:
    texts = tuple(
        str(number) if column.field == ORDER else unit_text(unit, column.field)
        for column in COLUMNS
    )
    quantity, delivery = usual
    held = ("", "", "", "", quantity, delivery, "", "", "", "", "")
    return GridLine(unit.id or 0, texts, held, _tip(unit), unit.is_stopped)


def _tip(unit: Unit) -> str:
    former = "、".join(
        one.name + (f"（用到 {one.until}）" if one.until else "") for one in unit.former_names
    )
    parts = (
        unit.name if unit.is_stopped or former or unit.aliases else "",
        f"曾用名：{former}" if former else "",
        f"别名：{'、'.join(unit.aliases)}" if unit.aliases else "",
        f"已并入“{unit.merged_into}”" if unit.merged_into else "",
        "已停用" if unit.is_stopped else "",
        unit.note,
    )
    return "\n".join(part for part in parts if part)
