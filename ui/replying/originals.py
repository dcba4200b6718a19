"""The files of replies as they came: opened as copies in their programs, or saved out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from models.errors import UserError
from models.files import free_path, safe_name, write_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.replies.reply import Reply
    from ui.desk import Desk

DOCUMENTS = (
    ".doc",
    ".docx",
    ".wps",
    ".pdf",
    ".ofd",
    ".txt",
    ".rtf",
    ".xls",
    ".xlsx",
    ".et",
    ".csv",
)
PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff")
SHOWN = frozenset((*DOCUMENTS, *PICTURES))
"""What is opened from here. A program, a script or a web page that somebody sent is only saved."""


class Originals(QObject):
    """Gives files back.

    Signals:
        written: A file that was saved.
    """

    written = Signal(object)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._shown: tempfile.TemporaryDirectory[str] | None = None

    def open(self, reply: Reply) -> None:
        """Show a copy in the program of its kind; what is changed there changes nothing here.

        Raises:
            UserError: its kind is not opened from here, it is damaged, no program shows it.
        """
        suffix = Path(reply.name).suffix
        if suffix.lower() not in SHOWN:
            raise UserError(
                f"“{reply.name}”不是常见的文档，为安全起见不直接打开。请用“另存原件”存下来，查过病毒再打开。"
            )
        if self._shown is None:
            self._shown = tempfile.TemporaryDirectory(prefix="yinfa-", ignore_cleanup_errors=True)
        path = free_path(Path(self._shown.name), Path(reply.name).stem, suffix)
        write_atomically(path, self._desk.replies.file_of(reply))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise UserError(f"这台电脑上没有能打开“{reply.name}”的程序。请用“另存原件”存下来。")

    def ask_save(self, replies: Sequence[Reply]) -> None:
        """Save files into a folder; none takes the place of another."""
        name = QFileDialog.getExistingDirectory(self._window, "选一个文件夹存放原件")
        if name:
            for one in replies:
                kept = Path(safe_name(one.name))
                target = free_path(Path(name), kept.stem, kept.suffix)
                write_atomically(target, self._desk.replies.file_of(one))
                self.written.emit(target)

    def clear(self) -> None:
        """Delete the copies that were shown."""
        if self._shown is not None:
            self._shown.cleanup()
            self._shown = None
