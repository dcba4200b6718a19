"""Units from files and to files, off the thread of the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

import resources
from exports.workbooks import roster_xlsx
from models.errors import UserError
from models.reading.sheets.files import read_sheets, sheet_from_text
from models.reading.sheets.headers import UNIT_HEADERS, find_header
from models.reading.sheets.taking_in import taken_in
from ui.parts.unit_sheet_dialog import ask_units
from ui.saving import ask_and_write
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.progress import Tick
    from models.reading.sheets.sheet import Sheet
    from ui.desk import Desk

KINDS = "表格 (*.xlsx *.csv *.txt);;所有文件 (*)"


class UnitFiles(QObject):
    """Reads tables of units, shows them, and keeps what the clerk agrees to as one step.

    Signals:
        written: The file that the units were written to.
    """

    written = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def ask_file(self) -> None:
        """Ask for a file of units."""
        name, _ = QFileDialog.getOpenFileName(self._window, "导入单位", "", KINDS)
        if name:
            self.take_path(Path(name))

    def take_path(self, path: Path) -> None:
        """The units of a file.

        Raises:
            UserError: it cannot be read, or names no units.
        """
        self.take(wait_for(self._window, _read, path), "导入单位")

    def take_text(self, text: str) -> None:
        """The units of what was pasted.

        Raises:
            UserError: it names no units.
        """
        self.take((sheet_from_text(text),), "粘贴单位")

    def paste(self) -> None:
        """The units that were copied in Excel.

        Raises:
            UserError: nothing was copied, or it names no units.
        """
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            raise UserError(
                "剪贴板里没有表格。请先在 Excel 里选中单位表（连同列名），按 Ctrl+C 复制。"
            )
        self.take_text(text)

    def take_sample(self) -> None:
        """The units of 2007 that come with the program."""
        self.take_path(resources.UNITS)

    def take(self, sheets: Sequence[Sheet], label: str) -> None:
        """Show them, and keep them where the clerk agrees."""
        before = self._desk.roster
        sheet = ask_units(self._window, sheets, before)
        if sheet is not None and (after := taken_in(before, sheet)) != before:
            self._desk.change(label, before, after, self._desk.put_roster)

    def ask_export(self) -> None:
        """Ask where to, and write all units and categories."""
        start = self._desk.file.path.parent / "单位名册.xlsx"
        make = partial(roster_xlsx, self._desk.roster)
        if (path := ask_and_write(self._window, "导出单位", start, make)) is not None:
            self.written.emit(path)


def looks_like_units(text: str) -> bool:
    """Whether a text is a table whose header names units, and not just cells of one."""
    if "\t" not in text:
        return False
    header = find_header(sheet_from_text(text), UNIT_HEADERS)
    return header is not None and sum(1 for cell in header.cells if cell) > 1


def _read(path: Path, tick: Tick) -> tuple[Sheet, ...]:
    tick(0, 1, path.name)
    return read_sheets(path)
