"""The run: all copies of all papers go to their printers, a copy at a time, so that it can be paused and taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from exports.page import Page
from models.errors import UserError
from models.files import free_path
from ui.printing.printer import begun, check_pdf, new_printer, paint_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter

    from exports.print_set import Sheaf
    from exports.set_papers import Output
    from ui.parts.paper import Paper


@dataclass(frozen=True, slots=True)
class Job:
    """A paper of the set on its way to one printer.

    Attributes:
        title: What the queue of the printer shows.
        numbers: The 份号 of its copies, in their order; of a paper without them, as many empty ones.
        printer: Its name; empty: the usual one.
        folder: Where a PDF is written instead.
        is_duplex: Both sides are printed, so that each copy begins on a new sheet.
    """

    title: str
    sheaf: Sheaf
    numbers: tuple[str, ...]
    printer: str = ""
    folder: Path | None = None
    is_duplex: bool = True

    @property
    def copies(self) -> int:
        """How many."""
        return len(self.numbers)


class Press(QObject):
    """Prints jobs one after the other. What waits for a printer waits in the queue of Windows, not here.

    Attributes:
        job: The job that is being printed.
        done: How many of its copies went to the printer.
        is_paused: Whether it waits for the clerk.
        is_over: Whether all is printed, or it was stopped.
        reached: The most copies that went, by paper: who goes back does not make them unprinted.

    Signals:
        progressed: Another copy went, or another job begins.
        failed: A printer takes no more; the press is paused.
        ended: All jobs are done.
    """

    progressed = Signal()
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, jobs: Sequence[Job], paper: Paper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting, self._paper = list(jobs[1:]), paper
        self.job, self.done, self._legs = jobs[0], 0, 0
        self.reached: dict[Output, int] = {}
        self.is_paused, self.is_over = True, False
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._file: Path | None = None
        # once a step, never while one runs: the window of a printer's driver lets timers fire
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._step)

    def start(self) -> None:
        """Begin, or go on where it paused; a press that ended or was stopped stays as it is."""
        if not self.is_over:
            self.is_paused = False
            self._next.start()

    def pause(self) -> None:
        """Send no more copies; what the printer has it prints."""
        self.is_paused = True
        self._next.stop()

    def go_back_to(self, copy: int) -> None:
        """Print from this copy on again, as a new job of the queue, which forgets what it holds; copies count from 1."""
        self._lay_down(abort=True)
        self.done = copy - 1

    def stop(self) -> None:
        """Print no more."""
        self.pause()
        self.is_over = True
        self._lay_down()

    def _step(self) -> None:
        try:
            self._print_copy()
            if self.done == self.job.copies:
                self._lay_down()
                self._take_next()
        except UserError as error:
            self.pause()
            self._forget()
            self.failed.emit(error)
            return
        self.progressed.emit()
        if self.is_over:
            self.ended.emit()
        elif not self.is_paused:
            self._next.start()

    def _take_next(self) -> None:
        if self._waiting:
            self.job, self.done, self._legs = self._waiting.pop(0), 0, 0
        else:
            self.pause()
            self.is_over = True

    def _print_copy(self) -> None:
        is_first = self._painter is None
        if self._printer is None or self._painter is None:
            self._printer = self._new_printer()
            self._painter = begun(self._printer)
            self._legs += 1
        pages = self.job.sheaf.copy(self.job.numbers[self.done])
        if self.job.is_duplex and len(pages) % 2 and self.done + 1 < self.job.copies:
            pages = (*pages, _white(pages[-1]))
        paint_pages(self._painter, self._printer, self._paper, pages, is_first=is_first)
        self.done += 1
        output = self.job.sheaf.output
        self.reached[output] = max(self.done, self.reached.get(output, 0))

    def _new_printer(self) -> QPrinter:
        """For the job, or for the rest of it."""
        job = self.job
        if job.folder is not None and not job.folder.is_dir():
            raise UserError(f"文件夹“{job.folder}”不在，没有写。请接好U盘，或停止后换一个文件夹。")
        title = f"{job.title}（从第 {self.done + 1} 份）" if self._legs else job.title
        self._file = None if job.folder is None else free_path(job.folder, title, ".pdf")
        first = job.sheaf.pages[0]
        printer = new_printer(title, first, name=job.printer, file=self._file)
        duplex = QPrinter.DuplexMode
        printer.setDuplex(duplex.DuplexLongSide if job.is_duplex else duplex.DuplexNone)
        return printer

    def _lay_down(self, *, abort: bool = False) -> None:
        """End the job in the queue; `abort`: what it still holds is not wanted.

        Raises:
            UserError: it was a file, and that is not whole.
        """
        if self._painter is None:
            return
        if abort and self._printer is not None and self._file is None:
            self._printer.abort()
        file = self._file
        self._forget()
        if file is not None:
            check_pdf(file)

    def _forget(self) -> None:
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = self._printer = self._file = None


def _white(page: Page) -> Page:
    """The empty back of a last page."""
    return Page(page.number + 1, (), page.width, page.height, page.left)
