"""The end of the work: the last word is stored and backed up, or the clerk says that it may be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.errors import UserError
from ui import messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.backing_up import BackingUp
    from ui.draft import Draft
    from ui.output import Output


class Closing(QObject):
    """Asks only about what cannot be stored or backed up."""

    def __init__(
        self, draft: Draft, output: Output, backing_up: BackingUp, window: QWidget
    ) -> None:
        super().__init__(window)
        self._draft, self._output, self._backing_up = draft, output, backing_up
        self._window = window

    def is_agreed(self) -> bool:
        """Whether the window may close now."""
        return (
            self._output.goes_on("关闭")
            and self._managed(self._draft.flush, "关闭后，刚才的修改会丢失。", "不保存，关闭")
            and self._managed(self._backing_up.finish, "要不备份就关闭吗？", "不备份，关闭")
        )

    def _managed(self, last: Callable[[], object], but: str, anyway: str) -> bool:
        """Whether it was done, or the clerk goes without."""
        try:
            last()
        except UserError as error:
            return messages.ask(self._window, f"{error}\n{but}", anyway)
        return True
