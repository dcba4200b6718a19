"""The last steps (最近做的), each with a button that takes it back alone."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from models.history.told import tell
from ui import theme
from ui.parts.elided import Elided

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from models.history.line import HistoryLine

MOST = 8
ROW_HEIGHT = 26
OF_A_NOTICE = frozenset(("notice", "proceeding", "distribution", "roll"))
"""Kinds of values whose key is that of a notice."""


class RecentSteps(QWidget):
    """A row for each step, as many as there is room for.

    Attributes:
        rows: Time, words and button of each, from above to below.

    Signals:
        undo_asked: The number of a step, and what it was.
    """

    undo_asked = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[HistoryLine] = ()
        self._may_undo = False
        self.rows = [_row() for _ in range(MOST)]
        self._lay_out()
        for at, (_, _, button) in enumerate(self.rows):
            button.clicked.connect(partial(self._on_clicked, at))

    def show_lines(
        self, lines: Sequence[HistoryLine], titles: Mapping[int, str], *, may_undo: bool
    ) -> None:
        """Show these, the newest first, each with the title of the notice it belongs to."""
        self._lines, today, self._may_undo = lines[:MOST], date.today(), may_undo
        for line, (time, words, button) in zip(self._lines, self.rows, strict=False):
            title = titles.get(line.deed.key, "") if line.deed.kind in OF_A_NOTICE else ""
            time.setText(_told_time(line.deed.at, today))
            words.setText(line.deed.what + (f"　{title}" if title else ""))
            words.setToolTip(_told_whole(line))
            button.setAccessibleName(f"撤销：{line.deed.what}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.height() // ROW_HEIGHT, 1)
        for at, (time, words, button) in enumerate(self.rows):
            is_there = at < min(len(self._lines), room)
            for part in (time, words):
                part.setVisible(is_there)
            may = is_there and self._may_undo and self._lines[at].deed.delta is not None
            button.setVisible(may)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.GAP, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GROUP_GAP)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for at, row in enumerate(self.rows):
            for column, part in enumerate(row):
                grid.addWidget(part, at, column)
        grid.setRowStretch(MOST, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        deed = self._lines[at].deed
        self.undo_asked.emit(self._lines[at].seq, deed.what)


def _row() -> tuple[QLabel, QLabel, QPushButton]:
    time, words = QLabel(textFormat=Qt.TextFormat.PlainText), Elided()
    time.setProperty("role", "quiet")
    time.setMinimumHeight(ROW_HEIGHT)
    button = QPushButton("撤销")
    button.setProperty("role", "tight")
    return time, words, button


def _told_time(at: datetime, today: date) -> str:
    if at.date() == today:
        return f"{at:%H:%M}"
    day = f"{at.month}月{at.day}日"
    return f"{day} {at:%H:%M}" if at.year == today.year else f"{at.year}年{day}"


def _told_whole(line: HistoryLine) -> str:
    """Who did it, and from what to what."""
    changes = tell(line.deed.delta) if line.deed.delta is not None else ()
    told = (f"{one.where}「{one.before}」→「{one.after}」"[:100] for one in changes[:6])
    return "\n".join((f"{line.deed.who}：{line.deed.what}", *told))
