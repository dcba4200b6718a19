"""The roster as spreadsheets: what is written here is read again to the letter, units on one sheet, categories on another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet

if TYPE_CHECKING:
    from models.unit import Category, Roster, Unit

BETWEEN = "、"
UNIT_COLUMNS = (
    SheetColumn("序号", 6, CellKind.NUMBER),
    SheetColumn("单位名称", 34),
    SheetColumn("类别", 16),
    SheetColumn("简称", 16),
    SheetColumn("份数", 7, CellKind.NUMBER),
    SheetColumn("送达方式", 10, CellKind.CENTRED),
    SheetColumn("交换箱号", 10, CellKind.CENTRED),
    SheetColumn("地址", 28),
    SheetColumn("邮编", 9, CellKind.CENTRED),
    SheetColumn("联系人", 10, CellKind.CENTRED),
    SheetColumn("电话", 16, CellKind.CENTRED),
    SheetColumn("备注", 14),
    SheetColumn("别名", 16),
    SheetColumn("曾用名", 18),
    SheetColumn("停用", 6, CellKind.CENTRED),
    SheetColumn("并入", 18),
)
CATEGORY_COLUMNS = (
    SheetColumn("类别", 18),
    SheetColumn("用途", 8, CellKind.CENTRED),
    SheetColumn("对应说法", 50),
    SheetColumn("份数", 7, CellKind.NUMBER),
    SheetColumn("送达方式", 10, CellKind.CENTRED),
)


def roster_sheets(roster: Roster) -> tuple[Spreadsheet, Spreadsheet]:
    """All units in standing order, and the categories."""
    units = tuple(SheetRow(_unit(at, one)) for at, one in enumerate(roster.units, 1))
    categories = tuple(SheetRow(_category(one)) for one in roster.categories)
    return (
        Spreadsheet("单位", UNIT_COLUMNS, units, is_landscape=True),
        Spreadsheet("类别", CATEGORY_COLUMNS, categories),
    )


def _unit(number: int, one: Unit) -> tuple[str | int, ...]:
    return (
        number,
        one.name,
        one.category,
        BETWEEN.join(one.short_names),
        "" if one.quantity is None else one.quantity,
        one.delivery.value if one.delivery else "",
        one.box,
        one.address,
        one.postcode,
        one.contact,
        one.phone,
        one.note,
        BETWEEN.join(one.aliases),
        BETWEEN.join(former.name for former in one.former_names),
        "是" if one.is_stopped else "",
        one.merged_into,
    )


def _category(one: Category) -> tuple[str | int, ...]:
    return (
        one.name,
        one.purpose.value,
        BETWEEN.join(one.terms),
        one.quantity,
        one.delivery.value,
    )
