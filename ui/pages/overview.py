"""The page to begin the day with: how far the open notice is, what is to be done today, and what was done last."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.affair import Goal
from models.rules.errands import Errand, errands
from models.rules.stages import stages
from models.workdays import weekday
from ui import theme
from ui.affairs import Affairs
from ui.parts.blank import Blank
from ui.parts.line_list import LineList
from ui.parts.notice_box import NoticeBox
from ui.parts.recent_steps import MOST, RecentSteps
from ui.parts.stage_row import StageRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from ui.desk import Desk
    from ui.draft import Draft
    from ui.habits import Habits
    from ui.listing import Listing

FIRST = {
    "sample": "打开示例（2007）",
    "paste": "粘贴通知原文（Ctrl+Shift+V）",
    "new": "新建公文（Ctrl+N）",
}
WORDS = "从一份通知开始：看看示例，粘贴通知原文，或者新建一份公文。\n起草、签发、编号、印制、分发到收意见，办到哪一步，这里都看得见。"
NOTHING = "今天没有要办的事。"
FILES_SHOWN = 3
LINE_HEIGHT = 29


class OverviewPage(QWidget):
    """It is worked out when it is shown or when something was stored while it is; typing elsewhere does not touch it.

    Attributes:
        later: Runs out when it is to be worked out anew.

    Signals:
        goal_asked: Where the clerk wants to go, and for which notice; None for the one that is open.
        step_asked: The command of a first step.
        undo_asked: The number of a step that is to be taken back, and what it was.
        file_asked: The data file that is to be opened.
    """

    goal_asked = Signal(Goal, object)
    step_asked = Signal(str)
    undo_asked = Signal(int, str)
    file_asked = Signal(object)

    def __init__(self, desk: Desk, draft: Draft, listing: Listing, habits: Habits) -> None:
        super().__init__()
        self._desk, self._draft, self._habits = desk, draft, habits
        self._affairs = Affairs(desk, draft, listing)
        self._errands: tuple[Errand, ...] = ()
        self._paths: tuple[Path, ...] = ()
        self.notices, self.stages = NoticeBox(), StageRow()
        self.errands, self.files = LineList("今天要办"), LineList("最近的数据文件")
        self.steps = RecentSteps()
        self.nothing = _label(NOTHING, "quiet")
        self.blank = Blank("开始办一份公文", WORDS, FIRST)
        self._today, self._files_title = _label("", "group"), _label("最近的数据文件", "group")
        self._board, self._stack = QWidget(), QStackedWidget()
        self.later = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    def panes(self) -> Sequence[QWidget]:
        """The stages, the errands, the last steps, the data files; where there is no notice, the first steps."""
        return (self.blank, self.stages, self.errands, self.steps, self.files, self.notices)

    def count(self) -> int:
        """Nothing to tell."""
        return 0

    def summary(self) -> str:
        """It has no table."""
        return ""

    def reload(self) -> None:
        """Work out and show how things stand now."""
        notice, today = self._draft.notice, date.today()
        self._stack.setCurrentWidget(self.blank if notice is None else self._board)
        affair = self._affairs.open(today)
        if affair is None:
            return
        lines = self._desk.notices.lines()
        self.notices.show_lines(lines, affair.notice.id)
        self.stages.show_stages(stages(affair))
        self._show_errands(
            errands(affair, self._affairs.others(today), self._affairs.backup(today), today)
        )
        self._today.setText(
            f"今天要办　{today.year}年{today.month}月{today.day}日（{weekday(today)}）"
        )
        last = tuple(reversed(self._desk.history.lines(MOST)))
        titles = {line.id: line.title for line in lines}
        self.steps.show_lines(last, titles, may_undo=not self._desk.file.read_only)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown, the day among it, is shown now."""
        super().showEvent(event)
        self._show_files()
        self.reload()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._board)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * theme.GROUP_GAP)
        grid.setVerticalSpacing(theme.GAP)
        grid.addLayout(self._head(), 0, 0, 1, 2)
        grid.addWidget(self.stages, 1, 0, 1, 2)
        grid.setRowMinimumHeight(2, theme.GAP)
        grid.addWidget(self._today, 3, 0)
        grid.addWidget(self.errands, 4, 0)
        grid.addWidget(self.nothing, 5, 0)
        grid.addWidget(_label("最近做的", "group"), 3, 1)
        grid.addWidget(self.steps, 4, 1, 2, 1)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._stack.addWidget(self._board)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GROUP_GAP] * 4)
        column.setSpacing(theme.GAP)
        for part, stretch in ((self._stack, 1), (self._files_title, 0), (self.files, 0)):
            column.addWidget(part, stretch)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        row.addWidget(_label("总览", "title"))
        row.addWidget(self.notices, 1)
        return row

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.opened.connect(self._on_opened)
        self._draft.shown.connect(self._on_changed)
        self.later.timeout.connect(self.reload)
        self.notices.chosen.connect(self._draft.open)
        self.stages.asked.connect(self._on_stage)
        self.errands.asked.connect(self._on_errand)
        self.files.asked.connect(self._on_file)
        self.steps.undo_asked.connect(self.undo_asked)
        self.blank.asked.connect(self.step_asked)

    def _on_changed(self) -> None:
        """Several changes in one breath are worked out once, and none while nobody sees it."""
        if self.isVisible():
            self.later.start()

    def _on_opened(self) -> None:
        if self.isVisible():
            self._show_files()
        self._on_changed()

    def _show_errands(self, found: tuple[Errand, ...]) -> None:
        self._errands = found
        self.errands.show_lines(
            (f"急　{one.words}" if one.is_urgent else one.words, one.is_urgent) for one in found
        )
        self.errands.setVisible(bool(found))
        self.nothing.setVisible(not found)

    def _show_files(self) -> None:
        self._paths = tuple(p for p in self._habits.data_files if p != self._desk.file.path)
        self.files.show_lines((f"{path.stem}　{path.parent}", False) for path in self._paths)
        self.files.setFixedHeight(min(len(self._paths), FILES_SHOWN) * LINE_HEIGHT + 2)
        for part in (self._files_title, self.files):
            part.setVisible(bool(self._paths))

    def _on_stage(self, goal: Goal) -> None:
        self.goal_asked.emit(goal, None)

    def _on_errand(self, at: int) -> None:
        self.goal_asked.emit(self._errands[at].goal, self._errands[at].notice)

    def _on_file(self, at: int) -> None:
        self.file_asked.emit(self._paths[at])


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
