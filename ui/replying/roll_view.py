"""The roll under its tiles, or the replies that wait for their units: one grid of the two, and the line with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from ui.parts.grid import Grid
from ui.parts.search_field import SearchField
from ui.parts.searched_grid import SearchedGrid
from ui.parts.tiles import Tiles
from ui.replying.lines import ROLL, WAITING, Tile, counts_of, roll_lines, waiting_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from models.replies.matching.decide import Match
    from models.replies.reply import Reply
    from models.replies.standing import Standing
    from ui.replying.answering import Answers

KEYS = Qt.Key
CANDIDATES = (KEYS.Key_1, KEYS.Key_2, KEYS.Key_3)
DEEDS = {KEYS.Key_0: "claim", KEYS.Key_Delete: "withdraw"}


class RollView(QStackedWidget):
    """What the chosen tile stands for.

    Attributes:
        tiles: Which lines are looked at; the page lays them out.
        words: Narrow the roll.
        grid: The roll.
        waiting: 待认领.

    Signals:
        looked_at: Another line has the keyboard, or other lines are shown.
        claimed: A key said which candidate has the waiting reply.
        asked: A key asked for another step with it.
    """

    looked_at = Signal()
    claimed = Signal(int)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._answers: Answers | None = None
        self._match: Callable[[Reply], Match] | None = None
        self._names: Mapping[int, str] = {}
        self.tiles = Tiles("报送情况", {tile: tile.value for tile in Tile}, Tile.ASKED)
        self.words = SearchField("查找单位", "名称、状态、报送件…")
        self.grid, self.waiting = Grid("应报单位", ROLL), Grid("待认领的报送件", WAITING)
        self._searched = SearchedGrid(self.words, self.grid)
        self.addWidget(self._searched)
        self.addWidget(self.waiting)
        self.tiles.picked.connect(self._show_lines)
        self.waiting.installEventFilter(self)
        for grid in (self.grid, self.waiting):
            grid.looked_at.connect(self.looked_at)
            grid.selectionModel().currentChanged.connect(self.looked_at)

    @property
    def seen(self) -> Grid:
        """The grid that is shown."""
        return self.waiting if self.tiles.key is Tile.WAITING else self.grid

    @property
    def waiting_reply(self) -> Reply | None:
        """The one with the keyboard, where those that wait are looked at."""
        if self.tiles.key is not Tile.WAITING or self._answers is None:
            return None
        key = _key(self.waiting)
        return next((one for one in self._answers.waiting if one.id == key), None)

    @property
    def standing(self) -> Standing | None:
        """The unit with the keyboard, where the roll is looked at."""
        if self.tiles.key is Tile.WAITING or self._answers is None:
            return None
        key = _key(self.grid)
        return self._answers.standings[key] if 0 <= key < len(self._answers.standings) else None

    def show_answers(
        self,
        answers: Answers | None,
        match: Callable[[Reply], Match],
        names: Mapping[int, str],
    ) -> None:
        """Show other answers; `match` tells whose a reply may be, `names` those of all units."""
        self._answers, self._match, self._names = answers, match, names
        if answers is None:
            self.grid.show_lines(())
            self.waiting.show_lines(())
        else:
            self.tiles.show_counts(counts_of(answers))
            self._show_lines()

    def seek(self) -> None:
        """Ctrl+F."""
        if self.tiles.key is Tile.WAITING:
            self.tiles.choose(Tile.ASKED)
        self.words.seek()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """1, 2, 3 and 0 say whose a waiting reply is, Delete that it is none."""
        is_pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_pressed and self.waiting_reply is not None:
            key = KEYS(event.key())
            if key in CANDIDATES:
                self.claimed.emit(CANDIDATES.index(key))
                return True
            if key in DEEDS:
                self.asked.emit(DEEDS[key])
                return True
        return super().eventFilter(watched, event)

    def _show_lines(self) -> None:
        if self._answers is None or self._match is None:
            return
        is_waiting = self.tiles.key is Tile.WAITING
        self.setCurrentWidget(self.waiting if is_waiting else self._searched)
        if is_waiting:
            lines = waiting_lines(self._answers.waiting, self._match, self._names)
            self.waiting.show_lines(lines)
        else:
            self.grid.show_lines(roll_lines(self._answers, self.tiles.key))
        if not self.seen.currentIndex().isValid():
            self.seen.go_to(0, 0 if is_waiting else 1)
        self.looked_at.emit()


def _key(grid: Grid) -> int:
    at = grid.currentIndex()
    return grid.grid.line(at.row()).key if at.isValid() else -1
