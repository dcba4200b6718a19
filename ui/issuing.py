"""生成 Word/PDF: the job runs off the window's thread, with values only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from exports.jobs import issue, paths_of
from exports.typeset.fonts import FontBook
from models.files import CannotWrite
from models.rules.missing import missing
from ui import messages
from ui.tasks import Progress, Task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from exports.page import Face
    from exports.typeset.fonts import FontFile
    from models.notice import Notice
    from models.practice import Practice
    from models.progress import Tick


class Issuing(QObject):
    """Writes the files of a notice into a folder that the clerk chooses.

    Signals:
        done: The files that were written.
        ended: The work is over, in whatever way.
    """

    done = Signal(object)
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._last: tuple[Notice, FontBook, Practice] | None = None

    def ask(self, notice: Notice, folder: Path | None, fonts: FontBook, practice: Practice) -> None:
        """Ask where to, and begin."""
        title = "选一个文件夹存放 Word 和 PDF"
        name = QFileDialog.getExistingDirectory(self._window, title, str(folder or Path.home()))
        if name and self._is_agreed(notice, Path(name)):
            self.start(notice, Path(name), fonts, practice)

    def start(self, notice: Notice, folder: Path, fonts: FontBook, practice: Practice) -> None:
        """Begin to write; signals tell the rest."""
        self._last = (notice, fonts, practice)
        task = Task(_issue, notice, folder, dict(fonts.files), practice, parent=self)
        task.succeeded.connect(self.done)
        task.failed.connect(self._on_failed)
        task.ended.connect(self.ended)
        task.ended.connect(task.deleteLater)
        Progress(task, self._window)
        task.start()

    def _is_agreed(self, notice: Notice, folder: Path) -> bool:
        """Whether to go on where elements lack or files stand there already."""
        old = [path.name for path in paths_of(notice, folder) if path.exists()]
        lacking = missing(notice)
        parts = [
            f"这份公文还缺：{'、'.join(lacking)}。" if lacking else "",
            f"文件夹里已有：{'、'.join(old)}，会被新的换掉。" if old else "",
        ]
        words = "\n".join(part for part in parts if part)
        return not words or messages.ask(self._window, f"{words}\n仍要生成吗？", "生成")

    def _on_failed(self, error: Exception) -> None:
        """Where a file is held or its disk is full, another folder may do."""
        if not isinstance(error, CannotWrite) or self._last is None:
            raise error
        if messages.ask(self._window, f"{error}\n要另存到别的文件夹吗？", "另存为…"):
            notice, fonts, practice = self._last
            self.ask(notice, None, fonts, practice)


def offer_folder(parent: QWidget, files: tuple[Path, ...]) -> None:
    """Say what was written and offer to open its folder."""
    box = messages.box(
        parent, "已生成：\n" + "\n".join(f.name for f in files), QMessageBox.Icon.Information
    )
    show = box.addButton("打开文件夹", QMessageBox.ButtonRole.AcceptRole)
    box.addButton("关闭", QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is show:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(files[0].parent)))


def _issue(
    notice: Notice, folder: Path, files: Mapping[Face, FontFile], practice: Practice, tick: Tick
) -> tuple[Path, ...]:
    """With fonts opened anew: the caches of a font book belong to one thread."""
    return issue(notice, folder, FontBook(files), tick, practice=practice)
