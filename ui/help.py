"""Help: the manual, opened at the chapter of the page that is shown, and what the program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import resources
from ui import messages
from ui.parts.manual import Manual

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.frame import Frame

FIRST_STEPS = "01-first-steps.md"
CHAPTERS = {
    "overview": "02-overview.md",
    "notices": "03-notices.md",
    "units": "05-units.md",
    "distribution": "06-distribution.md",
    "replies": "08-replies.md",
    "summary": "09-summary.md",
}
"""The chapter of each page."""
ABOUT = """印发：把公文原文排成红头文件，写成 Word 和 PDF。

版式依据 GB/T 9704—1999 和 GB/T 9704—2012。
本程序不连接网络，公文只存在您选定的数据文件里。"""


class Help(QObject):
    """Opens the one window of the manual.

    Attributes:
        manual: The window; None before it was asked for.
    """

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(window)
        self._frame, self._window = frame, window
        self.manual: Manual | None = None

    def open(self) -> None:
        """F1: the chapter of the page."""
        self._open(CHAPTERS[self._frame.name])

    def open_first_steps(self) -> None:
        """快速上手."""
        self._open(FIRST_STEPS)

    def tell_about(self) -> None:
        """What the program is, and that it has no network."""
        messages.tell(self._window, ABOUT)

    def _open(self, file: str) -> None:
        if self.manual is None:
            self.manual = Manual(resources.HELP, self._window)
        self.manual.show_chapter(file)
        self.manual.show()
        self.manual.activateWindow()
