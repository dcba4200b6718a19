"""The distribution list (分发表) to be signed (签收表): rows under their categories, sums of each category and each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.distribution_sheet import COLUMNS, cells_of, title_of
from exports.papers.forms.printed_form import (
    PORTRAIT,
    UNDER,
    Column,
    NothingToPrint,
    PrintedForm,
    form_title,
    line,
    list_table,
    to_sign,
    told,
)
from exports.typeset.listing import Entry, Listing
from models.numerals import arabic_date
from models.rules.quantities import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Text
    from models.distribution import Distribution
    from models.notice import Notice

WIDTHS = (13.0, 48.0, 11.0, 30.0, 12.0, 12.0, 20.0, 22.0, 12.0)  # mm
NAME, QUANTITY, NUMBERS = 1, 2, 3  # places of columns


def distribution_list(notice: Notice, distribution: Distribution) -> PrintedForm:
    """The list of a notice.

    Raises:
        NothingToPrint: nobody gets a copy.
    """
    if not distribution.allotments:
        raise NothingToPrint("分发表里还没有单位。请先选定分发单位，再打印签收表。")
    tally = Tally(distribution.total, notice.copies)
    content = Listing(
        list_table(COLUMNS_ON_PAPER),
        tuple(_entries(distribution)),
        (form_title("文件分发签收表"), line(f"文件标题：{notice.title}"), _head(notice)),
        (line(f"{tally}。", UNDER), to_sign(PORTRAIT, "发件人", "清点人", "日期")),
        _sums("本页小计", "{page}", "累计 {so_far}"),
        _sums("总计", str(distribution.total)),
    )
    return PrintedForm("分发表", content)


COLUMNS_ON_PAPER = tuple(
    Column(
        column.heading, width, Align.LEFT if column.heading in ("单位", "备注") else Align.CENTER
    )
    for column, width in zip(COLUMNS, WIDTHS, strict=True)
)


def _head(notice: Notice) -> Text:
    issued = arabic_date(notice.issued_on) if notice.issued_on else ""
    copies = f"{notice.copies}份" if notice.copies is not None else ""
    return told(
        ("发文字号", notice.doc_number),
        ("密级", notice.secrecy or "无"),
        ("印发日期", issued),
        ("共印", copies),
    )


def _entries(distribution: Distribution) -> Iterator[Entry]:
    number = 0
    for subtotal in distribution.subtotals:
        for one in subtotal.allotments:
            number += 1
            yield Entry(tuple(map(str, cells_of(number, one))), one.quantity)
        name, _, units = title_of(subtotal).partition("，")
        yield Entry(_sums(name, str(subtotal.quantity), units), is_sum=True)


def _sums(name: str, quantity: str, behind: str = "") -> tuple[str, ...]:
    cells = [""] * len(COLUMNS)
    cells[NAME], cells[QUANTITY], cells[NUMBERS] = name, quantity, behind
    return tuple(cells)
