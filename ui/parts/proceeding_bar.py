"""How far the open notice is, as one line, with its next step as the one button that stands out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from models.numerals import arabic_date
from models.proceeding import Step
from models.rules.proceeding import next_step
from ui import theme

if TYPE_CHECKING:
    from models.edition import Edition
    from models.notice import Notice
    from models.proceeding import Proceeding

ALL_DONE = "已办结"


class ProceedingBar(QWidget):
    """The steps of a notice.

    Attributes:
        words: What was done and what comes.
        next: The next step.
        more: Any other step, and what is taken back.

    Signals:
        step_asked: A step is to be noted.
        withdrawal_asked: The last step is to be taken back.
        void_asked: The number of the notice is to be void.
    """

    step_asked = Signal(Step)
    withdrawal_asked = Signal()
    void_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.next, self.more = QPushButton(), QToolButton()
        self._menu, self._step = QMenu(self), Step.DRAFT
        self._shown: tuple[Proceeding, Edition] | None = None
        self._menu.aboutToShow.connect(self._fill_menu)
        self._lay_out()
        self.next.clicked.connect(lambda: self.step_asked.emit(self._step))

    def show_proceeding(self, proceeding: Proceeding, notice: Notice) -> None:
        """Show how far it is."""
        edition, due = notice.edition_in_use, next_step(proceeding, notice)
        self.words.setText("　".join(_told(proceeding, due, edition)))
        self.words.setToolTip(_told_whole(proceeding, edition))
        self.next.setVisible(due is not None)
        if due is not None:
            self._step = due
            self.next.setText(f"登记{due.name_in(edition)}…")
        self._shown = (proceeding, edition)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether it only shows."""
        self.next.setEnabled(not read_only)
        self.more.setEnabled(not read_only)

    def _lay_out(self) -> None:
        self.words.setAccessibleName("办理进度")
        self.next.setAccessibleName("下一步")
        self.more.setText("其他")
        self.more.setAccessibleName("其他办理步骤")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.STEP, theme.GAP, theme.STEP)
        row.addWidget(self.words, 1)
        row.addWidget(self.next)
        row.addWidget(self.more)

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._shown is None:
            return
        proceeding, edition = self._shown
        for step in Step:
            word = "改" if proceeding.of(step) is not None else "登记"
            action = self._menu.addAction(f"{word}{step.name_in(edition)}…")
            action.triggered.connect(partial(self._ask, step))
        self._menu.addSeparator()
        back = self._menu.addAction("撤回最后一步", self.withdrawal_asked.emit)
        back.setEnabled(bool(proceeding.done))
        self._menu.addAction("作废发文字号…", self.void_asked.emit)

    def _ask(self, step: Step) -> None:
        self.step_asked.emit(step)


def _told(proceeding: Proceeding, due: Step | None, edition: Edition) -> tuple[str, ...]:
    """`办理：✓拟稿 ✓签发　› 复核`, short enough for a small screen."""
    done = " ".join(f"✓{one.step.name_in(edition)}" for one in proceeding.done)
    changed = len(proceeding.amendments)
    told = (
        f"办理：{done or '还没有登记'}",
        f"签发后修改 {changed} 次" if changed else "",
        f"› {due.name_in(edition)}" if due is not None else ALL_DONE,
    )
    return tuple(filter(None, told))


def _told_whole(proceeding: Proceeding, edition: Edition) -> str:
    """Every step with who and when, a line each."""
    steps = (
        f"{one.step.name_in(edition)}：{arabic_date(one.on)} {one.who}".rstrip()
        for one in proceeding.done
    )
    changes = (
        f"签发后修改：{arabic_date(one.on)} {one.who} {one.reason}" for one in proceeding.amendments
    )
    return "\n".join((*steps, *changes))
