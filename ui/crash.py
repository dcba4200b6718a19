"""The one place where errors come out: a user's error as a sentence, a fault of ours once as a report to be kept."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.errors import Cancelled, UserError
from models.files import write_atomically
from ui import messages

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

WORDS = "程序出了错，这是程序的问题，不是您操作的问题。已经保存的内容完好。\n请把错误报告保存下来交给维护人员，然后关闭程序再打开。"


class CrashHandler(QObject):
    """The excepthook of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._is_told = False

    def install(self) -> None:
        """Answer every error from now on."""
        sys.excepthook = self.handle

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell the clerk; a fault of ours once only, so that a repeated one does not bury the window."""
        if isinstance(error, UserError):
            messages.tell(self._window, str(error))
        elif isinstance(error, Cancelled):
            pass  # the clerk stopped it and knows
        elif not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
        elif not self._is_told:
            self._is_told = True
            self._report(report(error))

    def _report(self, text: str) -> None:
        box = messages.box(self._window, WORDS, QMessageBox.Icon.Critical)
        box.setDetailedText(text)
        keep = box.addButton("保存错误报告…", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("不保存", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is keep:
            name, _ = QFileDialog.getSaveFileName(
                self._window, "保存错误报告", "印发错误报告.txt", "文本文件 (*.txt)"
            )
            if name:
                write_atomically(Path(name), text.encode())


def report(error: BaseException) -> str:
    """What a maintainer wants to know; nothing of the documents."""
    lines = "".join(traceback.format_exception(error))
    return f"Python {sys.version}\nQt {qVersion()}\n{sys.platform}\n\n{lines}"
