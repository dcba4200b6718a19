"""Putting the placed pages on a printer: the very pages of the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrintPreviewDialog

from models.errors import UserError
from ui.parts.paper import Paper, prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from exports.page import Page
    from exports.typeset.fonts import FontBook


class Printing:
    """Prints the pages of one notice."""

    def __init__(self, pages: Sequence[Page], title: str, fonts: FontBook) -> None:
        self._pages, self._title, self._paper = pages, title, Paper(fonts)

    def preview(self, parent: QWidget) -> None:
        """Show Qt's preview, from which it can be printed."""
        dialog = QPrintPreviewDialog(self.printer(), parent)
        dialog.setWindowTitle(f"打印预览 - {self._title}")
        dialog.resize(parent.size() * 0.9)
        dialog.paintRequested.connect(self.paint)
        dialog.exec()

    def ask(self, parent: QWidget) -> bool:
        """Ask for printer, copies and pages, and print; False where the clerk thought better of it."""
        printer = self.printer()
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._pages))
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return False
        self.paint(printer)
        return True

    def printer(self) -> QPrinter:
        """A4 from edge to edge: the margins stand on the page already."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        size = QPageSize(QPageSize.PageSizeId.A4)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        printer.setFullPage(True)
        return printer

    def paint(self, printer: QPrinter) -> None:
        """Draw the pages that are wanted."""
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("打印机没有反应，没有打印。请检查打印机是否接通，或换一台打印机。")
        prepared(painter)
        for at, page in enumerate(self._wanted(printer)):
            if at:
                printer.newPage()
            painter.save()
            painter.scale(printer.resolution() / 72, printer.resolution() / 72)
            self._paper.paint(painter, page)
            painter.restore()
        painter.end()

    def _wanted(self, printer: QPrinter) -> Sequence[Page]:
        """Qt leaves the choice of the pages to who paints."""
        first, last = printer.fromPage(), printer.toPage()
        return self._pages[first - 1 : last] if first else self._pages
