"""A printer, or a PDF file in its place, and placed pages painted on it from edge to edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from models.errors import UserError
from ui.parts.paper import Paper, prepared

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from exports.page import Page

NO_ANSWER = "打印机没有反应，没有打印。请检查打印机是否接通，或换一台打印机。"


def printer_names() -> tuple[str, ...]:
    """The printers of this PC, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: name != usual))


def new_printer(title: str, page: Page, *, name: str = "", file: Path | None = None) -> QPrinter:
    """A printer for sheets of the size of `page`, without margins: they stand on the page already.

    Args:
        title: The name of the job in the queue.
        page: One of the sheets.
        name: Which printer; empty: the usual one.
        file: A PDF that is written instead.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if name:
        printer.setPrinterName(name)
    if file is not None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
    printer.setDocName(title)
    printer.setPageLayout(QPageLayout(*_sheet_of(page), QMarginsF()))
    printer.setFullPage(True)
    return printer


def begun(printer: QPrinter) -> QPainter:
    """A painter on the first sheet of a job.

    Raises:
        UserError: the printer does not answer, the file cannot be written.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(NO_ANSWER)
    return prepared(painter)


def paint_pages(
    painter: QPainter, printer: QPrinter, paper: Paper, pages: Iterable[Page], *, is_first: bool
) -> None:
    """Draw pages, each on a sheet of its own; `is_first`: the sheet that lies there is still white.

    Raises:
        UserError: the printer takes no more.
    """
    for page in pages:
        if not is_first and not printer.newPage():
            raise UserError(NO_ANSWER)
        is_first = False
        painter.save()
        painter.scale(printer.resolution() / 72, printer.resolution() / 72)
        paper.paint(painter, page)
        painter.restore()


def check_pdf(file: Path) -> None:
    """See whether a PDF file is whole: Qt says nothing of a disk that was full.

    Raises:
        UserError: it is not.
    """
    with file.open("rb") as written:
        written.seek(max(file.stat().st_size - 1024, 0))
        if b"%%EOF" not in written.read():
            raise UserError(f"“{file.name}”没有写完，可能是磁盘已满。请清理磁盘，或换一个文件夹。")


def _sheet_of(page: Page) -> tuple[QPageSize, QPageLayout.Orientation]:
    """Printers know sheets upright, and whether print lies across them."""
    is_across = page.width > page.height
    short, long = sorted((page.width, page.height))
    # a match within 1 mm is the sheet that printers have a name for
    size = QPageSize(
        QSizeF(short, long), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    return size, across if is_across else upright
