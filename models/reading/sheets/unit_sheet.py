"""A table of units, understood and looked at before anything of it is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.reading.sheets.headers import (
    CATEGORY_HEADERS,
    UNIT_HEADERS,
    Column,
    columns_of,
    find_header,
)
from models.reading.sheets.sheet import Row, Sheet, WrongSheet
from models.rules.purposes import purpose_of
from models.rules.quantities import WrongQuantity, quantity_from
from models.rules.rosters import WrongUnit, checked_name
from models.rules.unit_names import folded
from models.unit import Category, Delivery, FormerName, Purpose, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BETWEEN = re.compile(r"[、，,；;/]")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_NUMBER = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.]+")
_BEHIND = re.compile(r"[（(].*$")
_YES = frozenset(("是", "停用", "已停用", "y", "1", "√"))
_TOTALS = frozenset(("合计", "总计", "小计", "共计"))
_ERRORS = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row, in a sentence for the clerk; the row is the one on the sheet, from 1."""

    row: int
    text: str

    def __str__(self) -> str:
        """With its place."""
        return f"第{self.row}行：{self.text}"


@dataclass(frozen=True, slots=True)
class UnitSheet:
    """What a table says of units: the columns that were recognized, the units, what is wrong. Nothing is kept yet.

    Attributes:
        units: Rows that are sound; what a row does not say has its default.
        categories: The categories that the units or a sheet of their own name, in their order.
        left_out: Rows that are not among the units, each with a problem.
        are_categories_told: A sheet of its own tells of the categories.
    """

    columns: tuple[Column, ...]
    units: tuple[Unit, ...]
    categories: tuple[Category, ...]
    problems: tuple[Problem, ...]
    left_out: tuple[Row, ...]
    are_categories_told: bool = False

    @property
    def fields(self) -> frozenset[str]:
        """The fields of a unit that the table says something of."""
        told = {column.field for column in self.columns} - {"", "ordinal"}
        return frozenset((*told, "category") if self.categories else told)

    def __str__(self) -> str:
        """For the clerk."""
        unused = [column.header for column in self.columns if not column.field]
        told = f"读出 {len(self.units)} 个单位，{len(self.categories)} 个类别"
        told += f"；没有用到的列：{'、'.join(unused)}" if unused else ""
        return told + (f"；有 {len(self.problems)} 处要核对" if self.problems else "")


def units_from(sheets: Iterable[Sheet], fields: Mapping[int, str] | None = None) -> UnitSheet:
    """The units on the first sheet that names them, and the categories where a further sheet tells of them.

    Args:
        sheets: The tables of a file, or what was pasted.
        fields: What the clerk says of columns by their place, where the names of the columns do not tell it.

    Raises:
        WrongSheet: no sheet has a header that names units, or there is none below it.
    """
    tables = tuple(sheets)
    found = ((sheet, find_header(sheet, UNIT_HEADERS)) for sheet in tables)
    sheet, header = next(((s, h) for s, h in found if h and not _is_of_categories(h)), (None, None))
    if sheet is None or header is None:
        raise WrongSheet(
            "没有找到表头，不知道哪一列是单位名称。请在第一行写上各列的名称（如 单位名称、类别、份数），再读一次。原有的单位没有改动。"
        )
    told = fields or {}
    columns = columns_of(header, UNIT_HEADERS)
    reader = _UnitReader(sheet, tuple(replace(c, field=told.get(c.at, c.field)) for c in columns))
    read = reader.read(row for row in sheet.rows if row.number > header.number)
    if not read.units and not read.left_out:
        raise WrongSheet("表头下面没有单位。请填上单位后再读一次。原有的单位没有改动。")
    return _with_categories(read, tables)


class _UnitReader:
    """Reads the rows of a table one after the other."""

    def __init__(self, sheet: Sheet, columns: tuple[Column, ...]) -> None:
        self._columns = columns
        self._at = {column.field: column.at for column in columns if column.field}
        self._unsolved = {int(re.sub(r"\D", "", cell)) for cell in sheet.unsolved}
        self._category = ""
        self._seen: dict[str, int] = {}
        self._problems: list[Problem] = []

    def read(self, rows: Iterable[Row]) -> UnitSheet:
        """All of them."""
        units: list[Unit] = []
        left_out: list[Row] = []
        for row in rows:
            if self._is_total(row):
                continue
            if heading := self._heading(row):
                self._category = heading
                continue
            try:
                units.append(self._unit(row))
            except (WrongUnit, WrongSheet) as error:
                self._problems.append(Problem(row.number, str(error)))
                left_out.append(row)
        names = dict.fromkeys(unit.category for unit in units if unit.category)
        categories = tuple(Category(name, purpose_of(name)) for name in names)
        return UnitSheet(
            self._columns, tuple(units), categories, tuple(self._problems), tuple(left_out)
        )

    def _unit(self, row: Row) -> Unit:
        name = checked_name(self._text(row, "name"))
        if name.startswith(_ERRORS):
            raise WrongSheet(f"单位名称是出错的公式（{name[:10]}）。请在表中改正。")
        first = self._seen.setdefault(folded(name), row.number)
        if first != row.number:
            raise WrongUnit(f"“{name}”和第{first}行重复。请只留一行。")
        if row.number in self._unsolved:
            self._tell(
                row, f"“{name}”有公式没有算出值，按空白处理。请在 Excel 中打开、保存后再读。"
            )
        self._category = self._text(row, "category") or self._category
        return Unit(
            name=name,
            category=self._category,
            short_names=_parted(self._text(row, "short_names")),
            aliases=_parted(self._text(row, "aliases")),
            former_names=tuple(FormerName(n) for n in _parted(self._text(row, "former_names"))),
            quantity=self._quantity(row, name),
            delivery=self._delivery(row, name),
            box=self._text(row, "box"),
            address=self._text(row, "address"),
            postcode=self._text(row, "postcode"),
            contact=self._text(row, "contact"),
            phone=self._text(row, "phone"),
            note=self._text(row, "note"),
            is_stopped=self._text(row, "is_stopped").lower() in _YES,
            merged_into=self._text(row, "merged_into"),
        )

    def _text(self, row: Row, field: str) -> str:
        return row.cell(self._at[field]) if field in self._at else ""

    def _quantity(self, row: Row, name: str) -> int | None:
        text = self._text(row, "quantity")
        try:
            return quantity_from(text) if text else None
        except WrongQuantity as error:
            self._tell(row, f"“{name}”的{error}")
            return None

    def _delivery(self, row: Row, name: str) -> Delivery | None:
        text = self._text(row, "delivery")
        found = next((one for one in Delivery if text and one.value in text), None)
        if text and found is None:
            ways = "、".join(one.value for one in Delivery)
            self._tell(row, f"“{name}”的送达方式“{text[:10]}”不认识。请填{ways}中的一种。")
        return found

    def _tell(self, row: Row, text: str) -> None:
        self._problems.append(Problem(row.number, text))

    def _heading(self, row: Row) -> str:
        """The category that a row names over the units that follow, where no column names categories; else nothing."""
        filled = [cell for cell in row.cells if cell]
        if "category" in self._at or len(self._at) < 2 or len(filled) != 1:
            return ""
        numbered = _NUMBER.match(filled[0])
        if not _CHINESE.search(filled[0]) or (row.cell(self._at["name"]) and not numbered):
            return ""
        return _BEHIND.sub("", filled[0][numbered.end() if numbered else 0 :]) or filled[0]

    def _is_total(self, row: Row) -> bool:
        return any(re.sub(r"\W", "", cell) in _TOTALS for cell in row.cells[:3])


def _with_categories(read: UnitSheet, tables: tuple[Sheet, ...]) -> UnitSheet:
    """Take in the sheet that tells of the categories."""
    for sheet in tables:
        header = find_header(sheet, CATEGORY_HEADERS)
        if header and _is_of_categories(header):
            problems: list[Problem] = []
            at = {c.field: c.at for c in columns_of(header, CATEGORY_HEADERS) if c.field}
            rows = (row for row in sheet.rows if row.number > header.number)
            told = {one.name: one for one in _categories(rows, at, problems)}
            told |= {one.name: one for one in read.categories if one.name not in told}
            return replace(
                read,
                categories=tuple(told.values()),
                problems=(*read.problems, *problems),
                are_categories_told=True,
            )
    return read


def _categories(
    rows: Iterable[Row], at: dict[str, int], problems: list[Problem]
) -> Iterator[Category]:
    for row in rows:
        told = {field: row.cell(column) for field, column in at.items()}
        if not (name := told.get("name", "")):
            continue
        purposes = {one.value: one for one in Purpose}
        deliveries = {one.value: one for one in Delivery}
        quantity = 1
        try:
            quantity = quantity_from(told.get("quantity") or "1")
        except WrongQuantity as error:
            problems.append(Problem(row.number, f"类别“{name}”的{error}"))
        yield Category(
            name,
            purposes.get(told.get("purpose", ""), purpose_of(name)),
            _parted(told.get("terms", "")),
            quantity,
            deliveries.get(told.get("delivery", ""), Delivery.EXCHANGE),
        )


def _is_of_categories(header: Row) -> bool:
    """Whether a header is that of the categories: only there each has its purpose or its terms."""
    fields = {column.field for column in columns_of(header, CATEGORY_HEADERS)}
    return bool(fields & {"purpose", "terms"})


def _parted(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for one in _BETWEEN.split(text) if (part := one.strip())))
