"""What the clerk does to a distribution: numbers, printing, sending, signing, spoiled and returned copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from exports.workbooks import LIST_ENDING, distribution_xlsx
from models.errors import UserError
from models.files import safe_name
from models.numerals import arabic_date
from models.rules.dealing import DIGITS, give_held, print_run, run_name, unprinted, void
from models.rules.handing import recall, send, sign, take_back
from models.rules.quantities import (
    checked_total,
    copies_for,
    fill_category,
    quantity_from,
    with_spare_filled,
)
from models.rules.span_texts import spans_from
from models.spans import count_of, union, without, written
from ui.parts.days import day_from
from ui.parts.fill_dialog import ask_fill
from ui.parts.texts_dialog import Ask, ask_texts
from ui.saving import ask_and_write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.distribution import Distribution
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.listing import Listing


class HandingOut(QObject):
    """Each deed is one step that can be undone. Rows are told by their places in the list.

    Signals:
        written: The file that the list was written to.
    """

    written = Signal(object)

    def __init__(self, desk: Desk, draft: Draft, listing: Listing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._draft, self._listing, self._window = desk, draft, listing, parent

    @property
    def _list(self) -> Distribution:
        distribution = self._listing.distribution
        if distribution is None:
            raise UserError("这份公文还没有分发表。请先在“单位”页读入单位名册，再填主送机关。")
        return distribution

    def export(self) -> None:
        """Ask where to, and write the list as a spreadsheet."""
        notice, distribution = self._draft.notice, self._list
        if notice is not None:
            start = self._desk.file.path.parent / safe_name(notice.title, LIST_ENDING)
            make = partial(distribution_xlsx, notice, distribution)
            if (path := ask_and_write(self._window, "导出分发表", start, make)) is not None:
                self.written.emit(path)

    def adopt(self) -> None:
        """Keep the list that the addressees and units of now ask for."""
        if (wanted := self._listing.wanted) is not None:
            label = "重新编制分发表" if self._listing.is_kept else "编制分发表"
            self._listing.keep(label, wanted)

    def fill(self, category: str) -> None:
        """按类别填."""
        asked = ask_fill(self._window, self._list, category)
        if asked is not None:
            filled = fill_category(
                self._list, asked.category, asked.quantity, also_own=asked.also_own
            )
            self._listing.keep(f"{asked.category}每单位 {asked.quantity} 份", filled)

    def count_copies(self) -> None:
        """Take 共印份数 from the list, rounded up to ten; 备用 takes what is over. One step for both."""
        notice, distribution = self._draft.notice, self._list
        if notice is None:
            return
        copies = checked_total(copies_for(distribution))
        filled = with_spare_filled(distribution, copies)
        self._draft.flush()
        with self._desk.together("按分发表定共印份数"):
            self._draft.edit("修改共印份数", replace(notice, copies=copies))
            self._listing.keep("差额放入备用", filled)

    def fill_spare(self) -> None:
        """Let 备用 take the difference.

        Raises:
            UserError: 共印份数 is not known, or the others need more.
        """
        notice = self._draft.notice
        if notice is None or notice.copies is None:
            raise UserError("还没有填共印份数。请在“文件”页填写，或按“共印按表定”。")
        self._listing.keep("差额放入备用", with_spare_filled(self._list, notice.copies))

    def note_print(self) -> None:
        """登记付印, then 补印: what was printed is never dealt anew."""
        distribution = self._list
        needed = count_of(unprinted(distribution))
        word = run_name(distribution)
        words = (
            f"份号 {written(unprinted(distribution), DIGITS) or '没有要印的'}，{word}以后不再重编。"
        )
        asks = (Ask("份数", str(needed)), Ask("日期", arabic_date(date.today())))
        if (told := ask_texts(self._window, f"登记{word}", words, asks)) is not None:
            count, on = checked_total(quantity_from(told[0])), day_from(told[1])
            self._listing.keep(f"登记{word}", print_run(distribution, on, count))

    def send(self, places: Sequence[int]) -> None:
        """登记送发: all that is left, or so many copies of each row."""
        _require(places)
        rows = [self._list.allotments[at] for at in places]
        words = f"选中 {len(rows)} 行，还有 {sum(count_of(one.unsent) for one in rows)} 份没有送。份数空着就全部送出。"
        asks = (Ask("日期", arabic_date(date.today())), Ask("每行份数", hint="分批送时填写"))
        if (told := ask_texts(self._window, "登记送发", words, asks)) is not None:
            quantity = quantity_from(told[1]) if told[1] else None
            self._listing.keep("登记送发", send(self._list, places, day_from(told[0]), quantity))

    def sign(self, places: Sequence[int]) -> None:
        """登记签收."""
        _require(places)
        names = self._list.allotments[places[0]].name
        words = f"{names}等 {len(places)} 行" if len(places) > 1 else names
        asks = (Ask("签收人"), Ask("日期", arabic_date(date.today())))
        if (told := ask_texts(self._window, "登记签收", words, asks)) is not None:
            by, on = told[0], day_from(told[1])
            distribution = self._list
            for at in places:
                distribution = sign(distribution, at, by, on)
            self._listing.keep("登记签收", distribution)

    def void(self) -> None:
        """登记作废."""
        distribution = self._list
        words = "作废的份号不再使用，用到它的单位换一个新的份号。"
        asks = (Ask("份号", hint="如 000012、000015—000016"), Ask("原因", hint="如 卡纸、套印不准"))
        if (told := ask_texts(self._window, "登记作废", words, asks)) is not None:
            voided = void(distribution, spans_from(told[0]), date.today(), told[1])
            self._listing.keep("登记作废", voided)

    def take_back(self, places: Sequence[int]) -> None:
        """登记清退."""
        standing = recall(self._list)
        names = {self._list.allotments[at].name for at in places}
        out = union(s for one in standing.outstanding if one.allotment.name in names for s in one.spans)  # fmt: skip
        asks = (Ask("份号", written(out, DIGITS)), Ask("交回人"), Ask("日期", arabic_date(date.today())))  # fmt: skip
        if (told := ask_texts(self._window, "登记清退", f"{standing}。", asks)) is not None:
            spans, on = spans_from(told[0]), day_from(told[2])
            self._listing.keep("登记清退", take_back(self._list, spans, on, told[1]))

    def give_held(self, places: Sequence[int]) -> None:
        """Give printed copies that nobody has to the chosen row, in the place of a reprint."""
        _require(places)
        row = self._list.allotments[places[0]]
        waiting = count_of(without(row.spans, self._list.printed))
        count = min(waiting, count_of(self._list.held))
        self._listing.keep("用余份补", give_held(self._list, places[0], max(count, 1)))


def _require(places: Sequence[int]) -> None:
    if not places:
        raise UserError("还没有选中单位。请先在分发表里选中一行或几行。")
