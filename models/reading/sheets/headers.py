"""Which column of a table says what: by the names that offices give to columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.rules.unit_names import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.reading.sheets.sheet import Row, Sheet

UNIT_HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": ("单位名称", "单位全称", "单位", "全称", "名称", "机构名称", "收文单位", "主送单位", "部门名称", "部门"),
    "category": ("类别", "单位类别", "分类", "单位分类", "类型", "组别", "系统"),
    "short_names": ("简称", "单位简称", "通用简称", "规范简称"),
    "aliases": ("别名", "又名", "其他名称"),
    "former_names": ("曾用名", "原名称", "原名", "旧名"),
    "quantity": ("份数", "分发份数", "发文份数", "默认份数", "数量"),
    "delivery": ("送达", "送达方式", "发送方式", "投递方式", "领取方式", "方式"),
    "box": ("交换箱号", "箱号", "交换箱", "信箱号", "交换号", "信箱"),
    "address": ("地址", "通讯地址", "通信地址", "单位地址", "邮寄地址"),
    "postcode": ("邮编", "邮政编码"),
    "contact": ("联系人", "收件人", "经办人", "联络员"),
    "phone": ("电话", "联系电话", "办公电话", "电话号码", "联系方式", "手机"),
    "note": ("备注", "说明"),
    "is_stopped": ("停用", "是否停用"),
    "merged_into": ("并入", "并入单位"),
    "ordinal": ("序号", "序", "排序", "编号", "顺序号"),
}  # fmt: skip
CATEGORY_HEADERS: Mapping[str, tuple[str, ...]] = {
    "name": ("类别", "类别名称", "单位类别", "名称"),
    "purpose": ("用途",),
    "terms": ("对应说法", "主送说法", "说法"),
    "quantity": ("份数", "默认份数", "每单位份数"),
    "delivery": ("送达方式", "送达", "发送方式"),
}
LOOKED_AT = 15  # rows above the header: a title, a date, a blank
_BRACKETED = re.compile(r"\([^()]*\)|[*:]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header as it stands, and the field that it says; empty: it is not used."""

    at: int
    header: str
    field: str


def find_header(sheet: Sheet, names: Mapping[str, tuple[str, ...]]) -> Row | None:
    """The row that names the columns: the first in which two are known, the name among them, or nothing but the name."""
    for row in sheet.rows[:LOOKED_AT]:
        known = {column.field for column in columns_of(row, names)} - {""}
        filled = sum(1 for cell in row.cells if cell)
        if "name" in known and (len(known) > 1 or filled == 1):
            return row
    return None


def columns_of(header: Row, names: Mapping[str, tuple[str, ...]]) -> tuple[Column, ...]:
    """The columns under a header; of two that say the same, the one with the better name."""
    best: dict[str, tuple[int, int]] = {}
    for at, cell in enumerate(header.cells):
        for field, synonyms in names.items():
            if (word := _bare(cell)) in synonyms:
                best[field] = min(best.get(field, (99, 0)), (synonyms.index(word), at))
    fields = {at: field for field, (_, at) in best.items()}
    return tuple(
        Column(at, cell, fields.get(at, "")) for at, cell in enumerate(header.cells) if cell
    )


def _bare(header: str) -> str:
    return _BRACKETED.sub("", folded(header))
