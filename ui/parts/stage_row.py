"""The stages of an affair as a row of tiles: what each has come to, the one that is due standing out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.affair import Goal
from models.rules.stages import NAMES, Progress, Stage
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

FIRST_MARK = 0x2460  # ①
MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOOKS = {
    Progress.DONE: "done",
    Progress.DUE: "due",
    Progress.LATER: "later",
    Progress.NONE: "later",
}


class Tile(QPushButton):
    """One stage; a click or Enter goes where it is done.

    Signals:
        moved: The keyboard wants to the tile so many places further.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.name, self.state, self.words = (
            QLabel(textFormat=Qt.TextFormat.PlainText) for _ in range(3)
        )
        self.setAccessibleName("办理环节")
        self._lay_out()

    def show_stage(self, at: int, stage: Stage) -> None:
        """Tell one stage, the `at`-th."""
        name = f"{chr(FIRST_MARK + at)} {stage.name}"
        mark = "✓ " if stage.progress is Progress.DONE else ""
        told = (name, f"{mark}{stage.progress.value}", stage.words)
        for label, text in zip((self.name, self.state, self.words), told, strict=True):
            label.setText(text)
        self.setAccessibleName(f"{name}：{stage.progress.value}，{stage.words}")
        self.setToolTip(f"{stage.name}：{stage.words}")
        is_first_stop = stage.progress is Progress.DUE
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if is_first_stop else Qt.FocusPolicy.ClickFocus
        )
        self.setProperty("stage", LOOKS[stage.progress])
        for part in (self, self.name, self.state, self.words):
            part.style().unpolish(part)
            part.style().polish(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click; left and right go to the neighbours."""
        if event.key() in ENTER:
            self.click()
        elif event.key() in MOVES:
            self.moved.emit(MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.setProperty("role", "group")
        self.state.setProperty("role", "state")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GAP] * 4)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.state)
        column.addWidget(self.words, 1)
        for label in (self.name, self.state, self.words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class StageRow(QWidget):
    """A tile for each stage; Tab stops at the one that is due, the arrows walk through all.

    Attributes:
        tiles: In their order.

    Signals:
        asked: Where the clerk wants to go.
    """

    asked = Signal(Goal)

    def __init__(self) -> None:
        super().__init__()
        self.tiles = [Tile() for _ in NAMES]
        self._stages: Sequence[Stage] = ()
        self.setAccessibleName("办理环节")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        for at, tile in enumerate(self.tiles):
            row.addWidget(tile, 1)
            tile.clicked.connect(partial(self._on_clicked, at))
            tile.moved.connect(partial(self._on_moved, at))

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Tell how each stage is."""
        self._stages = stages
        for at, (tile, stage) in enumerate(zip(self.tiles, stages, strict=True)):
            tile.show_stage(at, stage)
        if all(one.progress is not Progress.DUE for one in stages):
            self.tiles[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_clicked(self, at: int, _checked: bool = False) -> None:
        self.asked.emit(self._stages[at].goal)

    def _on_moved(self, at: int, by: int) -> None:
        other = self.tiles[(at + by) % len(self.tiles)]
        other.setFocus(Qt.FocusReason.TabFocusReason)
