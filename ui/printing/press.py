"""The run: all copies of all papers go to their printers, a copy at a time, so that it can be paused and taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from exports.page import Page
from models.errors import UserError
from models.files import safe_name
from ui.parts.paper import Paper
from ui.printing.printer import begun, new_printer, paint_pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPainter

    from exports.print_set import Sheaf
    from exports.set_papers import Output
    from exports.typeset.fonts import FontBook


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
        reached: The most copies that went, by paper: who goes back does not make them unprinted.

    Signals:
        progressed: Another copy went, or another job begins.
        failed: A printer takes no more; the press is paused.
        ended: All jobs are done.
    """

    progressed = Signal()
    failed = Signal(Exception)
    ended = Signal()

    def __init__(self, jobs: Sequence[Job], fonts: FontBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting, self._paper = list(jobs[1:]), Paper(fonts)
        self.job, self.done, self._legs = jobs[0], 0, 0
        self.reached: dict[Output, int] = {}
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def is_paused(self) -> bool:
        """Whether it waits for the clerk."""
        return not self._next.isActive()

    def start(self) -> None:
        """Begin, or go on where it paused."""
        self._next.start()

    def pause(self) -> None:
        """Send no more copies; what the printer has it prints."""
        self._next.stop()

    def go_back_to(self, copy: int) -> None:
        """Print from this copy on again, as a new job of the queue; copies count from 1."""
        self._lay_down(abort=True)
        self.done = copy - 1

    def stop(self) -> None:
        """Print no more."""
        self.pause()
        self._lay_down(abort=False)
        self._waiting.clear()

    def _step(self) -> None:
        try:
            self._print_copy()
        except UserError as error:
            self.pause()
            self._lay_down(abort=True)
            self.failed.emit(error)
            return
        if self.done == self.job.copies:
            self._lay_down(abort=False)
            self._take_next()
        self.progressed.emit()
        if self.is_paused:
            self.ended.emit()

    def _take_next(self) -> None:
        if self._waiting:
            self.job, self.done, self._legs = self._waiting.pop(0), 0, 0
        else:
            self.pause()

    def _print_copy(self) -> None:
        is_first = self._painter is None
        if self._printer is None or self._painter is None:
            self._printer = self._new_printer()
            self._painter = begun(self._printer)
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
        title = f"{job.title}（从第 {self.done + 1} 份）" if self._legs else job.title
        self._legs += 1
        file = None if job.folder is None else job.folder / safe_name(title, ".pdf")
        printer = new_printer(title, job.sheaf.pages[0], name=job.printer, file=file)
        sides = (
            QPrinter.DuplexMode.DuplexLongSide if job.is_duplex else QPrinter.DuplexMode.DuplexNone
        )
        printer.setDuplex(sides)
        return printer

    def _lay_down(self, *, abort: bool) -> None:
        """End the job in the queue; `abort`: what it still holds is not wanted."""
        if self._painter is not None:
            if abort and self._printer is not None:
                self._printer.abort()
            self._painter.end()
        self._painter = self._printer = None


def _white(page: Page) -> Page:
    """The empty back of a last page."""
    return Page(page.number + 1, (), page.width, page.height, page.left)
