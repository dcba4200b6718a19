"""Putting the open notice on a printer: the very pages of the preview."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintPreviewDialog

from ui.printing.printer import begun, new_printer, paint_pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from exports.page import Page
    from ui.parts.paper import Paper


class NoticePrinting:
    """Prints the pages of one notice, as the clerk chooses them in Qt's preview."""

    def __init__(self, pages: Sequence[Page], title: str, paper: Paper) -> None:
        self._pages, self._title, self._paper = pages, title, paper

    def preview(self, parent: QWidget) -> None:
        """Show Qt's preview, from which it can be printed."""
        printer = self.printer()
        dialog = QPrintPreviewDialog(printer, parent)
        # Qt's dialog uses the printer as long as it lives and does not keep it alive
        dialog.destroyed.connect(partial(_let_go, printer))
        dialog.setWindowTitle(f"打印预览 - {self._title}")
        dialog.resize(parent.size() * 0.9)
        dialog.paintRequested.connect(self.paint)
        dialog.exec()
        dialog.deleteLater()

    def printer(self) -> QPrinter:
        """The usual one."""
        return new_printer(self._title, self._pages[0])

    def paint(self, printer: QPrinter) -> None:
        """Draw the pages that are wanted."""
        painter = begun(printer)
        try:
            paint_pages(painter, printer, self._paper, self._wanted(printer), is_first=True)
        finally:
            painter.end()

    def _wanted(self, printer: QPrinter) -> Sequence[Page]:
        """Qt leaves the choice of the pages to who paints."""
        first, last = printer.fromPage(), printer.toPage()
        return self._pages[first - 1 : last] if first else self._pages


def _let_go(_printer: QPrinter) -> None:
    """Hold it until this is called."""
