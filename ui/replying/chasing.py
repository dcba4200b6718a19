"""催报: the documents that follow from who has answered, and the note of each call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from exports.chase_files import statistics_xlsx, write_statistics
from exports.exchange_files import SHEET, WORD, write_exchange_forms
from exports.typeset.fonts import FontBook
from models.errors import UserError
from models.replies.chasing.bulletin import bulletin
from models.replies.chasing.reminder_notice import OPEN, reminder_notice, reminder_notices
from models.replies.reminder import Means, Reminder
from models.replies.standing import State
from models.store.keepers import put_kept
from models.workdays import workdays_with
from ui import messages
from ui.parts.texts_dialog import Ask, ask_texts
from ui.replying.chase_dialog import Paper, ask_chase
from ui.saving import ask_and_write
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from exports.page import Face
    from exports.typeset.fonts import FontFile
    from models.notice import Notice
    from models.progress import Tick
    from models.replies.chasing.chase import Chase
    from models.replies.reminder import Reminders
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.replying.answering import Answering

KINDS = {"Word 表": WORD, "Excel 表": SHEET}
DAYS = 5  # working days that are given again


class Chasing(QObject):
    """Makes documents of the notices that the clerk issues by the ordinary way.

    Signals:
        drafted: Documents were made; the first of them is open.
        written: Files were written.
    """

    drafted = Signal()
    written = Signal(object)

    def __init__(
        self, desk: Desk, draft: Draft, answering: Answering, fonts: FontBook, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._draft, self._answering = desk, draft, answering
        self._fonts, self._window = fonts, window

    def ask(self) -> None:
        """Ask what to make, and make it.

        Raises:
            UserError: nobody is asked, all have answered.
        """
        self._draft.flush()
        chase = self._answering.chase(self._usual_day())
        missing, back = len(chase.of(State.MISSING)), len(chase.of(State.SENT_BACK))
        stand = f"应报{len(chase.asked)}个单位，未报{missing}个，退回修改{back}个。"
        wish = ask_chase(self._window, stand, chase.again)
        if wish is None:
            return
        chase = replace(chase, again=wish.again)
        match wish.paper:
            case Paper.EACH:
                self._draft_all("起草催报通知", reminder_notices(chase), chase)
            case Paper.LIST:
                self._draft_all("起草催报通知", (reminder_notice(chase),), chase)
            case Paper.BULLETIN:
                self._draft_all("起草通报", (bulletin(chase),))
            case Paper.STATISTICS:
                self._write(chase)

    def ask_call(self, places: Sequence[int]) -> None:
        """电话记录: who took the call and what was answered, for units by their places on the roll.

        Raises:
            UserError: no unit is chosen.
        """
        answers = self._answering.required
        standings = [answers.standings[at] for at in places]
        units = [one.expected.unit for one in standings if one.expected.unit]
        if not units:
            raise UserError("还没有选中单位。请先在表里选中打过电话的单位。")
        named = "、".join(one.expected.name for one in standings[:3])
        more = f"等 {len(units)} 个单位" if len(units) > 3 else ""
        matter = f"催报{self._answering.chase(date.today()).demand.matter}"
        asks = (Ask("接话人"), Ask("催办事项", matter), Ask("答复情况", "", "如 明日报来"))
        told = ask_texts(self._window, "电话记录", f"{named}{more}", asks)
        if told is not None:
            now = datetime.now().replace(microsecond=0)
            self._remind(
                "登记电话催办", [Reminder(unit, now, Means.PHONE, *told) for unit in units]
            )

    def ask_forms(self) -> None:
        """填报表: a form for every unit, to be handed out on a stick and taken in again.

        Raises:
            UserError: nobody is asked, they cannot be written there.
        """
        words = "给每个应报单位生成一张填报表。单位填好交回后，像其他报送件一样收取，自动认出单位和各栏内容。"
        kind = messages.choose(self._window, words, *KINDS)
        if kind is None:
            return
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹或U盘存放填报表")
        if name:
            chase = self._answering.chase(date.today())
            written = wait_for(self._window, write_exchange_forms, chase, Path(name), KINDS[kind])
            self.written.emit(written[0])

    def export(self) -> None:
        """The 统计表 as a spreadsheet, where the clerk wants it."""
        chase, reminders = self._answering.chase(date.today()), self._answering.required.reminders
        start = self._desk.file.path.with_name(f"{chase.notice.title[:40]}（报送情况统计表）.xlsx")
        make = partial(statistics_xlsx, chase, reminders)
        path = ask_and_write(self._window, "导出报送情况统计表", start, make)
        if path is not None:
            self.written.emit(path)

    def _usual_day(self) -> date:
        """Some working days from now."""
        workdays, day, left = workdays_with(self._desk.office.special_days), date.today(), DAYS
        while left:
            day += timedelta(days=1)
            left -= workdays.is_workday(day)
        return day

    def _draft_all(
        self, label: str, notices: Sequence[Notice], reminds: Chase | None = None
    ) -> None:
        """Keep documents as one step; where they remind units, that is noted."""
        with self._desk.together(label):
            if reminds is not None:
                units = (one.expected.unit for one in reminds.of(*OPEN) if not one.by)
                now = datetime.now().replace(microsecond=0)
                self._remind(label, [Reminder(unit, now, Means.LETTER) for unit in units if unit])
            for notice in reversed(notices):
                self._desk.change(label, None, notice, self._draft.put)
        self.drafted.emit()

    def _remind(self, label: str, new: Sequence[Reminder]) -> None:
        before: Reminders = self._answering.required.reminders
        after = replace(before, reminders=(*before.reminders, *new))
        self._desk.change(label, before, after, partial(put_kept, self._desk.file))

    def _write(self, chase: Chase) -> None:
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹存放统计表")
        if name:
            names = self._desk.roster.names()
            reminders, files = self._answering.required.reminders, dict(self._fonts.files)
            written = wait_for(
                self._window, _statistics, chase, reminders, names, Path(name), files
            )
            self.written.emit(written[0])


def _statistics(
    chase: Chase,
    reminders: Reminders,
    names: Mapping[int, str],
    folder: Path,
    files: Mapping[Face, FontFile],
    tick: Tick,
) -> tuple[Path, ...]:
    return write_statistics(chase, reminders, names, folder, FontBook(files), tick)
