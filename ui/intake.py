"""What comes into the window, by opening, pasting or dropping: a text becomes a notice with its doubts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

import resources
from models.errors import UserError
from models.reading.files import read_file
from models.reading.understand import read_text
from models.rules.secrecy import refuse_secret, refuse_secret_text
from models.store.datafile import SUFFIX
from ui.parts.fields import PASTE_LIMIT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from models.notice import Notice
    from models.reading.reading import Reading


class Taken(NamedTuple):
    """A notice that came in, and in words what to look at."""

    notice: Notice
    doubts: str


class Intake(QObject):
    """The door of the window.

    Signals:
        taken: A `Taken`.
        data_file_asked: The path of a data file to open.
    """

    taken = Signal(object)
    data_file_asked = Signal(object)

    def take_path(self, path: Path) -> None:
        """A text becomes a notice, a data file is opened."""
        if path.suffix.lower() == SUFFIX:
            self.data_file_asked.emit(path)
        else:
            self.taken.emit(_taken(read_file(path)))

    def take_text(self, text: str) -> None:
        """A text that was pasted or dropped."""
        if not text.strip():
            raise UserError("剪贴板里没有文字。请先在原文件里选中公文全文，按 Ctrl+C 复制。")
        if len(text) > PASTE_LIMIT:
            raise UserError(
                f"这段文字有 {len(text)} 个字，超过 {PASTE_LIMIT} 字，不像一份公文。请只复制需要的部分。"
            )
        self.taken.emit(_taken(read_text(text)))

    def take_sample(self) -> None:
        """The notice of 2007 that comes with the program."""
        self.taken.emit(_taken(read_file(resources.SAMPLE)))

    def take_mime(self, data: QMimeData) -> None:
        """What was dropped or lies in the clipboard: files first."""
        paths = local_paths(data)
        if data.hasUrls() and not paths:
            raise UserError("只能打开本机上的文件。请先把它保存到本机，再拖进来。")
        for path in paths:
            self.take_path(path)
        if not paths:
            self.take_text(data.text())

    def ask(self, parent: QWidget) -> None:
        """Ask for a file."""
        name, _ = QFileDialog.getOpenFileName(
            parent, "打开", "", f"公文原文和数据文件 (*.txt *{SUFFIX});;所有文件 (*)"
        )
        if name:
            self.take_path(Path(name))


def can_take(data: QMimeData) -> bool:
    """Whether this may be dropped."""
    return data.hasUrls() or data.hasText()


def local_paths(data: QMimeData) -> list[Path]:
    """The files of this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _taken(reading: Reading) -> Taken:
    refuse_secret_text(reading.text)
    refuse_secret(reading.notice)
    questions = [doubt.question + _candidates(doubt.candidates) for doubt in reading.doubts]
    if reading.left_out:
        left = "；".join(reading.text[s.start : s.end][:20] for s in reading.left_out[:3])
        questions.append(f"有 {len(reading.left_out)} 处文字没有认出，没有放进公文：{left}。")
    return Taken(reading.notice, "请核对：" + "".join(questions) if questions else "")


def _candidates(candidates: tuple[str, ...]) -> str:
    return f"（{'、'.join(candidates)}）" if candidates else ""
