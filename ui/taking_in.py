"""What comes into the window goes to its page: a text to the notices, a folder or a zip to the replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from models.rules.office_facts import with_office
from ui.intake import local_paths
from ui.replying.intake import holds_replies

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from ui.desk import Desk
    from ui.draft import Draft
    from ui.frame import Frame
    from ui.intake import Intake, Taken
    from ui.pages.notices import NoticesPage
    from ui.pages.replies import RepliesPage
    from ui.proceedings import Proceedings


class TakingIn(QObject):
    """Shows the page, and gives it what came."""

    def __init__(
        self,
        desk: Desk,
        draft: Draft,
        frame: Frame,
        *,
        intake: Intake,
        notices: NoticesPage,
        replies: RepliesPage,
        proceedings: Proceedings,
    ) -> None:
        super().__init__(frame)
        self._desk, self._draft, self._frame, self._intake = desk, draft, frame, intake
        self._notices, self._replies, self._proceedings = notices, replies, proceedings

    def paste(self) -> None:
        """Understand what lies in the clipboard."""
        self._intake.take_mime(QGuiApplication.clipboard().mimeData())

    def drop(self, data: QMimeData) -> None:
        """Take what was dropped: on the page of the replies, and wherever it is a folder or a zip, it is replies."""
        paths = local_paths(data)
        if paths and (self._frame.name == "replies" or any(map(holds_replies, paths))):
            self._frame.show_page("replies")
            self._replies.take(paths)
        else:
            self._intake.take_mime(data)

    def ask_replies(self) -> None:
        """Ask for a folder of replies."""
        self._frame.show_page("replies")
        self._replies.do("folder")

    def take(self, taken: Taken) -> None:
        """Keep a notice that was understood and show what is to be looked at."""
        self._frame.show_page("notices")
        self._draft.create("读入公文", with_office(taken.notice, self._desk.office))
        self._notices.begin()
        fault = self._proceedings.number_fault(self._draft.notice or taken.notice)
        self._notices.say_doubts("\n".join(filter(None, (fault, taken.doubts))))
