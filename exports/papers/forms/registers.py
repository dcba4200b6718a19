"""The books of a year: 发文登记簿, one row a document, and 送文登记簿, one row a parcel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.page import Align
from exports.papers.forms.printed_form import (
    LANDSCAPE,
    UNDER,
    Column,
    NothingToPrint,
    PrintedForm,
    form_title,
    line,
    list_table,
    told,
)
from exports.typeset.listing import Entry, Listing
from models.notice import PieceKind
from models.number_book import VoidNumber
from models.rules.doc_numbers import NumberGap
from models.rules.parcels import parcels_of
from models.rules.registers import Registered, day_of
from models.spans import count_of
from models.unit import Roster

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.notice import Notice
    from models.rules.parcels import Parcel
    from models.rules.registers import Registration

ISSUED_COLUMNS = (
    Column("顺序号", 15.0),
    Column("发文日期", 22.0),
    Column("发文字号", 34.0),
    Column("文件标题", 60.0, Align.LEFT),
    Column("附件", 11.0),
    Column("密级", 13.0),
    Column("份数", 13.0),
    Column("发往机关", 44.0, Align.LEFT),
    Column("签收人", 19.0),
    Column("归卷日期", 18.0),
    Column("归入卷号", 18.0),
)
SENT_COLUMNS = (
    Column("日期", 24.0),
    Column("封号", 14.0),
    Column("发往机关", 64.0, Align.LEFT),
    Column("发文字号", 40.0),
    Column("份数", 13.0),
    Column("发送方式", 30.0),
    Column("签收时间", 28.0),
    Column("签收人", 28.0),
    Column("备注", 26.0, Align.LEFT),
)
ISSUED_COPIES, SENT_COPIES = 6, 4  # places of columns


def issue_register(entries: Sequence[Registration], year: int) -> PrintedForm:
    """The 发文登记簿 of a year, with its void numbers and its gaps.

    Raises:
        NothingToPrint: there is no document.
    """
    if not entries:
        raise NothingToPrint(f"{year}年还没有发文，登记簿是空的。")
    documents = sum(isinstance(one, Registered) for one in entries)
    content = Listing(
        list_table(ISSUED_COLUMNS),
        tuple(_registered(at, one) for at, one in enumerate(entries, 1)),
        (form_title("发文登记簿"), told(("年度", str(year)))),
        (line(f"本年发文共{documents}件{_told_of(entries)}。", UNDER),),
        summed=ISSUED_COPIES,
    )
    return PrintedForm("发文登记簿", content, LANDSCAPE)


def sending_register(
    documents: Sequence[Registered], year: int, roster: Roster | None = None
) -> PrintedForm:
    """The 送文登记簿 of a year: what was sent with its day and who signed, what waits with room to write it.

    Raises:
        NothingToPrint: no document has parcels.
    """
    entries = tuple(
        entry
        for one in documents
        if one.distribution is not None
        for parcel in parcels_of(one.distribution, roster or Roster())
        for entry in _sent(one.notice, parcel)
    )
    if not entries:
        raise NothingToPrint(f"{year}年还没有要送的文件，送文登记簿是空的。")
    content = Listing(
        list_table(SENT_COLUMNS),
        entries,
        (form_title("送文登记簿"), told(("年度", str(year)))),
        page_sum=_sums("本页小计", "{page}", "累计 {so_far}"),
        total=_sums("总计", str(sum(entry.quantity for entry in entries)), f"{len(entries)}封"),
        summed=SENT_COPIES,
    )
    return PrintedForm("送文登记簿", content, LANDSCAPE)


def _told_of(entries: Sequence[Registration]) -> str:
    voids = sum(isinstance(one, VoidNumber) for one in entries)
    gaps = sum(
        one.last.number - one.first.number + 1 for one in entries if isinstance(one, NumberGap)
    )
    return (f"，作废{voids}个号" if voids else "") + (f"，空号{gaps}个" if gaps else "")


def _registered(at: int, one: Registration) -> Entry:
    match one:
        case VoidNumber():
            words = "；".join(part for part in (f"作废：{one.reason}", one.title) if part)
            return _without_paper(at, one.voided_on.isoformat(), one.doc_number, words)
        case NumberGap():
            return _without_paper(at, "", str(one), "空号")
        case _:
            return _issued(at, one)


def _without_paper(at: int, day: str, number: str, words: str) -> Entry:
    """A number that no document bears."""
    return Entry((str(at), day, number, words, *[""] * (len(ISSUED_COLUMNS) - 4)), 0)


def _issued(at: int, one: Registered) -> Entry:
    notice, day = one.notice, day_of(one.notice)
    copies = notice.copies
    if copies is None and one.distribution is not None:
        copies = one.distribution.total
    attachments = sum(piece.kind is PieceKind.ATTACHMENT for piece in notice.pieces)
    receivers = "；抄送：".join(part for part in (notice.addressees, notice.cc) if part)
    cells = (
        str(at),
        day.isoformat() if day else "",
        notice.doc_number,
        notice.title,
        str(attachments or ""),
        notice.secrecy,
        "" if copies is None else str(copies),
        receivers,
        "",
        "",
        "",
    )
    return Entry(cells, copies or 0)


def _sent(notice: Notice, parcel: Parcel) -> Iterator[Entry]:
    """A row for each sending, and one for what waits to be sent."""
    one = parcel.allotment
    way = " ".join(part for part in (notice.secrecy, notice.urgency, one.delivery.value) if part)
    left = one.quantity
    for sending in one.sendings:
        quantity = count_of(sending.spans)
        left -= quantity
        signed = sending.signed_on.isoformat() if sending.signed_on else ""
        behind = (way, signed, sending.signed_by, one.note)
        yield _row(parcel, notice, sending.on.isoformat(), quantity, behind)
    if left > 0:
        yield _row(parcel, notice, "", left, (way, "", "", one.note))


def _row(parcel: Parcel, notice: Notice, day: str, quantity: int, behind: tuple[str, ...]) -> Entry:
    name = parcel.allotment.name
    before = (day, parcel.seal_number, name, notice.doc_number, str(quantity))
    return Entry((*before, *behind), quantity)


def _sums(name: str, quantity: str, behind: str) -> tuple[str, ...]:
    return ("", "", name, "", quantity, behind, "", "", "")
