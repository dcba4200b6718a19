"""The distribution list (分发表) as a spreadsheet: rows under their categories, subtotals, the sum against 共印份数."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.spreadsheet import CellKind, SheetColumn, SheetRow, Spreadsheet, Sum
from models.numerals import arabic_date
from models.rules.dealing import DIGITS
from models.rules.quantities import Tally
from models.spans import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.spreadsheet import Cell
    from models.distribution import Allotment, Distribution, Subtotal
    from models.notice import Notice

ROW_MM = 9.0  # a hand must be able to sign
COLUMNS = (
    SheetColumn("序号", 6, CellKind.NUMBER),
    SheetColumn("单位", 34),
    SheetColumn("份数", 7, CellKind.NUMBER),
    SheetColumn("份号", 18, CellKind.CENTRED),
    SheetColumn("送达", 7, CellKind.CENTRED),
    SheetColumn("交换箱号", 10, CellKind.CENTRED),
    SheetColumn("签收人", 12, CellKind.CENTRED),
    SheetColumn("签收日期", 13, CellKind.CENTRED),
    SheetColumn("备注", 14),
)


def distribution_sheet(notice: Notice, distribution: Distribution) -> Spreadsheet:
    """The list of a notice, to be signed and to be counted."""
    head = "  ".join(part for part in (notice.doc_number, notice.secrecy) if part)
    issued = f"印发日期：{arabic_date(notice.issued_on)}" if notice.issued_on else ""
    above = (f"{notice.title}分发表", *(line for line in (head, issued) if line))
    tally = Tally(distribution.total, notice.copies)
    below = (str(tally), "发件人：                清点人：")
    return Spreadsheet("分发表", COLUMNS, tuple(_rows(distribution)), above, below, ROW_MM)


def _rows(distribution: Distribution) -> Iterator[SheetRow]:
    number = count = 0
    for subtotal in distribution.subtotals:
        for one in subtotal.allotments:
            number += 1
            yield SheetRow(cells_of(number, one))
        count += subtotal.units + 1
        yield _summed(title_of(subtotal), Sum(subtotal.units, subtotal.quantity))
    yield _summed("合计", Sum(count, distribution.total) if count else 0)


def title_of(subtotal: Subtotal) -> str:
    """`区县人事局（主送）小计，18个单位`; a category that says what it is for needs no more."""
    purpose, category = subtotal.purpose.value, subtotal.category
    if category == purpose:
        return f"{category}小计"
    return f"{category}（{purpose}）小计，{subtotal.units}个单位"


def _summed(title: str, total: Cell) -> SheetRow:
    return SheetRow(("", title, total, *[""] * (len(COLUMNS) - 3)), is_sum=True)


def cells_of(number: int, one: Allotment) -> tuple[str | int, ...]:
    """The row of an allotment under `COLUMNS`; `number` is its place on the list."""
    signed = one.sendings[-1] if one.sendings else None
    return (
        number,
        one.name,
        one.quantity,
        written(one.spans, DIGITS),
        one.delivery.value,
        one.box,
        signed.signed_by if signed else "",
        signed.signed_on.isoformat() if signed and signed.signed_on else "",
        one.note,
    )
