"""成套打印 from the key to the last sheet: asked, laid out off the window's thread, recorded, printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from exports.print_set import Sheaf, print_set
from exports.set_papers import Case, Output, usual_outputs
from exports.typeset.fonts import FontBook
from models.errors import Cancelled, UserError
from models.rules.dealing import (
    DIGITS,
    cut_short,
    next_number,
    note_printed,
    run_name,
    unprinted,
    void,
)
from models.rules.quantities import Tally
from models.rules.span_texts import spans_from
from models.spans import count_of
from ui import messages
from ui.printing.press import Job, Press
from ui.printing.printer import printer_names
from ui.printing.run_dialog import RunDialog
from ui.printing.set_dialog import TO_FILE, SetDialog
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from exports.page import Face
    from exports.set_papers import Wish
    from exports.typeset.fonts import FontFile
    from models.distribution import Distribution
    from models.notice import Notice
    from models.progress import Tick
    from ui.desk import Desk
    from ui.habits import Habits
    from ui.listing import Listing
    from ui.parts.paper import Paper
    from ui.printing.order import PrintOrder


class SetPrinting(QObject):
    """Prints the set of the open notice.

    A run that counts is recorded before its first sheet: whatever happens to this PC, no number is dealt twice.

    Signals:
        printed: A run that counts is over; the day.
    """

    printed = Signal(object)

    def __init__(
        self, desk: Desk, listing: Listing, habits: Habits, paper: Paper, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._listing, self._habits = desk, listing, habits
        self._paper, self._window = paper, window

    def ask(self, notice: Notice) -> None:
        """Show the sheet, and do what it asks."""
        distribution = self._listing.distribution
        dialog = self.dialog(notice, distribution)
        dialog.finished.connect(dialog.deleteLater)
        if not dialog.exec():
            return
        order, is_to_file = dialog.order(), dialog.is_to_file
        self._habits.keep_order(order)
        folder = self._folder() if is_to_file else None  # the dialog is gone after this one
        if folder is None and is_to_file:
            return
        try:
            sheaves = self._placed(notice, distribution, order.wish)
        except Cancelled:
            return
        jobs = [_job(notice, distribution, order, sheaf, folder) for sheaf in sheaves]
        if order.is_recorded:
            self._record(order.copies[Output.NOTICE], sheaves)
        printed = self._run(jobs, is_recorded=order.is_recorded)
        if order.is_recorded and printed:
            self._note(printed, sheaves)
            # what lies on paper is not taken back by a key; the history still can, step by step
            self._desk.undo.clear()
            self.printed.emit(date.today())

    def dialog(self, notice: Notice, distribution: Distribution | None) -> SetDialog:
        """The sheet as it opens: what was ticked last, as many copies as wait to be printed."""
        waiting = 0 if distribution is None else count_of(unprinted(distribution))
        is_issued = bool(notice.doc_number)
        wanted = waiting if distribution is not None else notice.copies or 0
        dialog = SetDialog(
            usual_outputs(distribution),
            self._habits.outputs,
            wanted if is_issued and wanted else 1,
            printer_names(),
            self._window,
        )
        if distribution is not None:
            tally = Tally(distribution.total, notice.copies)
            dialog.show_tally(str(tally), is_right=tally.is_right)
        word = run_name(distribution)
        numbers = (
            "" if distribution is None else f"，份号从 {next_number(distribution):0{DIGITS}} 起"
        )
        dialog.show_record(
            f"登记{word}{numbers}，印后不再重编（打清样请去掉勾选）",
            is_on=is_issued and wanted > 0,
            may=not self._desk.file.read_only,
        )
        dialog.choose_printers(self._habits.printers)
        return dialog

    def _folder(self) -> Path | None:
        start = self._habits.output or self._desk.file.path.parent
        title = "选一个文件夹存放 PDF"
        name = QFileDialog.getExistingDirectory(self._window, title, str(start))
        return Path(name) if name else None

    def _placed(
        self, notice: Notice, distribution: Distribution | None, wish: Wish
    ) -> tuple[Sheaf, ...]:
        case = Case(
            notice,
            distribution,
            self._desk.roster,
            self._desk.proceedings.load(notice.id or 0),
            self._desk.office.practice,
        )
        return wait_for(self._window, _place, case, dict(self._paper.fonts.files), wish)

    def _record(self, copies: int, sheaves: tuple[Sheaf, ...]) -> None:
        """Use the numbers up, with the digest of what is printed."""
        if (distribution := self._listing.distribution) is not None:
            word = run_name(distribution)
            printed = note_printed(distribution, date.today(), copies, _digest_of(sheaves))
            self._listing.keep(f"登记{word} {copies} 份", printed)

    def _note(self, printed: int, sheaves: tuple[Sheaf, ...]) -> None:
        """Without units there are no numbers to use up, and the run is a line of the history."""
        if self._listing.distribution is None:
            words = f"付印 {printed} 份，PDF 校验码 {_digest_of(sheaves)}"
            self._desk.history.note(words)

    def _run(self, jobs: list[Job], *, is_recorded: bool) -> int:
        """Print; how many copies of the document went to the printer."""
        asks = is_recorded and self._listing.distribution is not None
        press = Press(jobs, self._paper, self._window)
        dialog = RunDialog(press, asks_spoiled=asks, parent=self._window)
        press.start()
        dialog.exec()
        printed = press.reached.get(Output.NOTICE, 0)
        if asks:
            self._settle(jobs, printed)
            while not self._void(dialog):
                dialog.exec()
        press.deleteLater()
        dialog.deleteLater()
        return printed

    def _settle(self, jobs: list[Job], printed: int) -> None:
        """Of a run that was stopped, only what went to the printer counts."""
        distribution = self._listing.distribution
        (job,) = (one for one in jobs if one.sheaf.output is Output.NOTICE)
        if distribution is not None and printed < job.copies:
            cut = cut_short(distribution, printed)
            self._listing.keep(f"中途停印，印了 {printed} 份", cut)

    def _void(self, dialog: RunDialog) -> bool:
        """Note the spoiled copies; False where what was typed is not understood."""
        text, distribution = dialog.spoiled.text().strip(), self._listing.distribution
        if not text or distribution is None:
            return True
        try:
            spans = spans_from(text)
            reason = dialog.reason.text().strip()
            voided = void(distribution, spans, date.today(), reason)
        except UserError as error:
            messages.tell(self._window, str(error))
            return False
        self._listing.keep("登记作废", voided)
        return True


def _digest_of(sheaves: tuple[Sheaf, ...]) -> str:
    return next(one.sha256 for one in sheaves if one.output is Output.NOTICE)


def _job(
    notice: Notice,
    distribution: Distribution | None,
    order: PrintOrder,
    sheaf: Sheaf,
    folder: Path | None,
) -> Job:
    output = sheaf.output
    name = order.printers.get(output.stock, "")
    is_file = name == TO_FILE
    is_notice = output is Output.NOTICE
    numbers = ("",) * order.copies[output]
    if is_notice:
        numbers = _numbers(notice, distribution, order)
    return Job(
        notice.title if is_notice else f"{notice.title}（{output.value}）",
        sheaf,
        numbers,
        "" if is_file else name,
        folder if is_file else None,
        order.is_duplex and is_notice,
    )


def _numbers(
    notice: Notice, distribution: Distribution | None, order: PrintOrder
) -> tuple[str, ...]:
    """What stands on the copies; proofs bear the number of the draft."""
    copies = order.copies[Output.NOTICE]
    if not order.is_recorded or distribution is None:
        return (notice.copy_number,) * copies
    digits = len(notice.copy_number) if notice.copy_number.isdecimal() else DIGITS
    first = next_number(distribution)
    return tuple(f"{number:0{digits}}" for number in range(first, first + copies))


def _place(case: Case, files: Mapping[Face, FontFile], wish: Wish, tick: Tick) -> tuple[Sheaf, ...]:
    """With fonts opened anew: the caches of a font book belong to one thread."""
    return print_set(case, FontBook(files), wish, tick)
