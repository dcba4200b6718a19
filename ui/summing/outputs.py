"""What is put together: the book of all replies, the table, the outline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from exports.compilation import Reported, write_compilation
from exports.summary_files import summary_xlsx, write_summary
from exports.typeset.fonts import FontBook
from models.errors import UserError
from models.replies.chasing.demand import demand_of
from models.replies.summing.alike import alike
from models.replies.summing.outline import outline
from models.replies.summing.table import summary_table
from ui import messages
from ui.saving import ask_and_write
from ui.summing.sums import plan_in
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from exports.page import Face
    from exports.typeset.fonts import FontFile
    from models.plan import Plan
    from models.progress import Tick
    from models.replies.chasing.chase import Chase
    from models.replies.standing import Standing
    from models.replies.summing.table import SummaryTable
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.replying.answering import Answering

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Sent:
    """What a unit sent, with the bytes of its files."""

    reported: Reported
    contents: tuple[bytes, ...]


class SumOutputs(QObject):
    """Writes files, and drafts documents.

    Signals:
        written: A file that was written.
        drafted: A document was made, and is open.
    """

    written = Signal(object)
    drafted = Signal()

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        answering: Answering,
        fonts: FontBook,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._draft, self._answering = desk, draft, answering
        self._fonts, self._window = fonts, window

    def ask_book(self) -> None:
        """汇编成册: ask for a folder, and write the book with the originals beside it.

        Raises:
            UserError: nobody sent anything, the folder cannot be written.
        """
        notice, sent = self._draft.notice, self._sent()
        if notice is None or not sent:
            raise UserError("还没有收到报送件，不能汇编。请先在“收意见”页收取。")
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹存放汇编")
        if name:
            title = f"{demand_of(notice).matter or '报送材料'}汇编"
            files = dict(self._fonts.files)
            written = wait_for(self._window, _write_book, title, sent, Path(name), files)
            self.written.emit(written[0])

    def export(self) -> None:
        """汇总表 and 对照表 as a workbook, where the clerk wants it.

        Raises:
            UserError: the notice has no plan, nobody said anything, it cannot be written there.
        """
        chase = self._answering.chase(date.today())
        table = self._table(chase)
        start = self._desk.file.path.with_name(f"{chase.demand.matter}汇总表.xlsx")
        make = partial(summary_xlsx, table, chase)
        path = ask_and_write(self._window, "导出汇总表", start, make)
        if path is not None:
            self.written.emit(path)

    def ask_table(self) -> None:
        """汇总表, 对照表, 报送情况分析: ask for a folder, and write them.

        Raises:
            UserError: the notice has no plan, nobody said anything, they cannot be written there.
        """
        chase = self._answering.chase(date.today())
        table = self._table(chase)
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹存放汇总表")
        if name:
            files = dict(self._fonts.files)
            written = wait_for(self._window, _write_summary, table, chase, Path(name), files)
            self.written.emit(written[0])

    def draft_outline(self) -> None:
        """起草综述: a report of its own, to be filled in.

        Raises:
            UserError: the notice has no plan, nothing is assigned.
        """
        self._draft.flush()
        chase = self._answering.chase(date.today())
        table, plan = self._table(chase), _plan_of(chase)
        self._draft.create("起草综述", outline(plan, table, chase))
        self.drafted.emit()

    def find_alike(self) -> None:
        """查雷同: tell which units sent nearly the same."""
        notice, standings = self._draft.notice, self._answering.required.standings
        if notice is None:
            return
        found = wait_for(self._window, alike, standings, notice)
        told = [f"{one.unit}与{one.other}：{one.share:.0%} 相同" for one in found[:SHOWN]]
        more = f"……共 {len(found)} 对" if len(found) > SHOWN else ""
        words = "\n".join(("内容大部分相同的报送件（引用本公文的文字不算）：", *told, more))
        messages.tell(self._window, words.rstrip() if found else "没有发现内容雷同的报送件。")

    def _table(self, chase: Chase) -> SummaryTable:
        summary = self._desk.replies.summary(chase.notice.id or 0)
        return summary_table(_plan_of(chase), chase.standings, summary)

    def _sent(self) -> list[Sent]:
        """What each unit sent, in standing order; who is answered for has nothing of its own."""
        answers = self._answering.answers
        standings = () if answers is None else answers.standings
        return [self._of(one) for one in standings if one.replies and not one.by]

    def _of(self, standing: Standing) -> Sent:
        files = [one for one in standing.replies if one.sha256]
        reported = Reported(
            standing.expected.name,
            tuple(one.text for one in standing.replies),
            tuple(one.name for one in files),
        )
        return Sent(reported, tuple(map(self._desk.replies.file_of, files)))


def _plan_of(chase: Chase) -> Plan:
    plan = plan_in(chase.notice)
    if plan is None:
        raise UserError("这份公文没有分条的要点，不能按要点汇总。")
    return plan


def _write_summary(
    table: SummaryTable, chase: Chase, folder: Path, files: Mapping[Face, FontFile], tick: Tick
) -> tuple[Path, ...]:
    return write_summary(table, chase, folder, FontBook(files), tick)


def _write_book(
    title: str, sent: Sequence[Sent], folder: Path, files: Mapping[Face, FontFile], tick: Tick
) -> tuple[Path, ...]:
    def original(at: int, count: int) -> bytes:
        return sent[at].contents[count]

    reported = [one.reported for one in sent]
    return write_compilation(title, reported, original, folder, FontBook(files), tick)
