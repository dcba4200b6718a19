"""What comes into the window, by opening, pasting or dropping: a text becomes a notice with its doubts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

import resources
from models.errors import UserError
from models.reading.chrome import says_only_pages
from models.reading.doors.door import SUFFIXES
from models.reading.files import read_file
from models.reading.understand import read_text
from models.rules.secrecy import refuse_secret, refuse_secret_text
from models.store.opening import SUFFIX
from ui.parts.fields import PASTE_LIMIT
from ui.parts.import_sheet import ImportSheet
from ui.tasks import Outcome, Progress, Task

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from models.notice import Notice
    from models.reading.reading import Doubt, Reading


EMPTY = "剪贴板里没有文字。请先在原文件里选中公文全文，按 Ctrl+C 复制。"
KINDS = " ".join(f"*{suffix}" for suffix in SUFFIXES)


class Taken(NamedTuple):
    """A notice that came in, and in words what to look at."""

    notice: Notice
    doubts: str


class Intake(QObject):
    """The door of the window. Files are read one after the other, off its thread; so are their sheets shown.

    Attributes:
        sheet: What is shown of the text that came in; None when there is none.

    Signals:
        taken: A `Taken`.
        data_file_asked: The path of a data file to open.
    """

    taken = Signal(object)
    data_file_asked = Signal(object)
    _read_ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._files: list[Path] = []
        self._outcome: Outcome | None = None
        self._waiting: list[Reading] = []
        self.sheet: ImportSheet | None = None
        self._read_ended.connect(self._take_outcome)
        self._read_ended.connect(self._forget_outcome)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read, or a sheet is shown."""
        return self._outcome is not None or self.sheet is not None

    def take_path(self, path: Path) -> None:
        """A text is shown as soon as it is read, a data file is opened; each in its turn."""
        self._files.append(path)
        self._go_on()

    def _go_on(self) -> None:
        """The next text or file, once nothing is being read or shown."""
        if self.is_busy:
            return
        if self._waiting:
            self._show(self._waiting.pop(0))
        elif self._files:
            self._read(self._files.pop(0))

    def _read(self, path: Path) -> None:
        if path.suffix.lower() == SUFFIX:
            try:
                self.data_file_asked.emit(path)
            finally:
                self._go_on()
            return
        task = Task(read_file, path, parent=self)
        self._outcome = Outcome(task)
        Progress(task, self._window)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_ended(self) -> None:
        """What went wrong is told first, and the next file waits until the clerk has read it."""
        self._read_ended.emit()

    def _take_outcome(self) -> None:
        if self._outcome is not None:
            self.offer(self._outcome.value())

    def _forget_outcome(self) -> None:
        if self._outcome is not None:
            self._outcome.task.deleteLater()
            self._outcome = None
        self._go_on()

    def take_text(self, text: str) -> None:
        """A text that was pasted or dropped."""
        if not text.strip():
            raise UserError(EMPTY)
        if len(text) > PASTE_LIMIT:
            raise UserError(
                f"这段文字有 {len(text)} 个字，超过 {PASTE_LIMIT} 字，不像一份公文。请只复制需要的部分。"
            )
        self.offer(read_text(text))

    def take_sample(self) -> None:
        """The notice of 2007 that comes with the program."""
        reading = read_file(resources.SAMPLE)
        self.taken.emit(_taken(reading, reading.notice, reading.doubts))

    def take_mime(self, data: QMimeData | None) -> None:
        """What was dropped or lies in the clipboard: files first. None: another program holds the clipboard."""
        if data is None:
            raise UserError(EMPTY)
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
            parent, "打开", "", f"公文原文和数据文件 ({KINDS} *{SUFFIX});;所有文件 (*)"
        )
        if name:
            self.take_path(Path(name))

    def offer(self, reading: Reading) -> None:
        """Show what was understood, in its turn."""
        refuse_secret_text(reading.text)
        refuse_secret(reading.notice)
        self._waiting.append(reading)
        self._go_on()

    def _show(self, reading: Reading) -> None:
        self.sheet = ImportSheet(reading, self._window)
        self.sheet.accepted.connect(self.take_sheet)
        self.sheet.finished.connect(self._on_finished)
        self.sheet.finished.connect(self.sheet.deleteLater)
        self.sheet.open()

    def _on_finished(self) -> None:
        self.sheet = None
        self._go_on()

    def take_sheet(self) -> None:
        """What the sheet says becomes a notice."""
        if self.sheet is not None:
            reading, notice = self.sheet.reading, self.sheet.notice
            refuse_secret(notice)
            self.taken.emit(_taken(reading, notice, self.sheet.open_doubts))


def can_take(data: QMimeData) -> bool:
    """Whether this may be dropped."""
    return data.hasUrls() or data.hasText()


def local_paths(data: QMimeData) -> list[Path]:
    """The files of this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _taken(reading: Reading, notice: Notice, doubts: Iterable[Doubt]) -> Taken:
    questions = [doubt.question + _candidates(doubt.candidates) for doubt in doubts]
    questions += reading.unread
    left = [reading.text[span.start : span.end] for span in reading.left_out]
    if left := [text for text in left if not says_only_pages(text)]:
        told = "；".join(" ".join(text.split())[:20] for text in left[:3])
        questions.append(f"有 {len(left)} 处文字没有认出，没有放进公文：{told}。")
    return Taken(notice, "请核对：" + "".join(questions) if questions else "")


def _candidates(candidates: tuple[str, ...]) -> str:
    return f"（{'、'.join(candidates)}）" if candidates else ""
