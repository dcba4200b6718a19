"""历史: every step with its own 撤销, the versions of the open document, and 恢复到打开时."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.notice import Notice
from models.store.gate import now
from models.store.keepers import put_kept
from ui import messages
from ui.parts.history_dialog import Back, HistoryDialog, ToOpening, Undo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from models.store.histories import Exchange
    from ui.desk import Desk
    from ui.draft import Draft

TO_OPENING = "恢复到打开时"
SHOWN = 2000
WRONG_CLOCK = timedelta(hours=1)


class History(QObject):
    """Takes back what the clerk chooses; each is a step that can be undone like any other."""

    def __init__(self, desk: Desk, draft: Draft, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._draft, self._window = desk, draft, window

    def ask(self) -> None:
        """Show the history and do what is chosen there."""
        self._draft.flush()
        notice, history = self._draft.notice, self._desk.history
        versions = history.versions(notice.id) if notice and notice.id else ()
        dialog = HistoryDialog(history.lines(SHOWN), versions, self._window)
        dialog.set_read_only(read_only=self._desk.file.read_only)
        match dialog.choice if dialog.exec() else None:
            case Undo(line):
                self.undo(line.seq, line.deed.what)
            case Back(version):
                self._put("恢复以前的版本", (notice, version))
            case ToOpening():
                self.ask_to_opening()
            case None:
                pass

    def clock_warning(self) -> str:
        """A word where the clock of the PC stands before the last step; nothing where it does not."""
        lines = self._desk.history.lines(last=1)
        if not lines or lines[-1].deed.at - now() < WRONG_CLOCK:
            return ""
        last = lines[-1].deed.at
        return f"电脑时钟可能不对：上一次修改记在 {last:%Y-%m-%d %H:%M}。修改的先后不受影响，请核对时间。"

    def undo(self, seq: int, what: str) -> None:
        """Take one past step back."""
        self._put(f"撤销{what}", self._desk.history.undone(seq))

    def ask_to_opening(self) -> None:
        """Ask, and put everything back as it was when the file was opened."""
        self._draft.flush()
        exchanges = self._desk.history.since(self._desk.opened_at)
        changed = [one for one in exchanges if one.before != one.after]
        if not changed:
            messages.tell(self._window, "打开以后还没有修改。")
            return
        question = (
            f"打开以后改动了{len(changed)}份内容，要全部恢复成打开时的样子吗？恢复后仍可以撤销。"
        )
        if messages.ask(self._window, question, TO_OPENING):
            self.to_opening(changed)

    def to_opening(self, exchanges: list[Exchange]) -> None:
        """Put these back, as one step."""
        with self._desk.together(TO_OPENING):
            for exchange in exchanges:
                self._put(TO_OPENING, exchange)

    def _put(self, label: str, values: Exchange | tuple[Notice | None, Notice | None]) -> None:
        match values:
            case (Notice() as before, Notice() as after) if not self._draft.may_change(
                before, after
            ):
                return
            case (Notice() | None as before, Notice() | None as after):
                self._desk.change(label, before, after, self._draft.put)
            case (before, after):
                put = partial(put_kept, self._desk.file)
                self._desk.change(label, before, after, put)
