"""类别: what addressees call each category, what its units get, and in which order lists are printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.rules.category_cells import (
    category_text,
    moved_category,
    with_category_cells,
    without_category,
)
from models.unit import Delivery, Purpose
from ui.parts.grid import Grid
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from models.cells import Edit
    from models.unit import Roster

SIZE = (820, 460)
WORDS = "“对应说法”是主送机关里对这一类单位的叫法，几种叫法用顿号隔开，如 各区县、区县人事局。类别的先后就是分发表印出来的先后。"
COLUMNS = (
    GridColumn("name", "类别", 150),
    GridColumn("purpose", "用途", 60, choices=tuple(one.value for one in Purpose)),
    GridColumn("terms", "对应说法", 300),
    GridColumn("quantity", "份数", 56, is_number=True),
    GridColumn("delivery", "送达", 60, choices=tuple(one.value for one in Delivery)),
    GridColumn("count", "单位数", 60, is_editable=False, is_number=True),
)


def ask_categories(parent: QWidget, roster: Roster) -> Roster | None:
    """Let the categories be edited; None where the clerk thought better of it."""
    dialog = CategoriesDialog(roster, parent)
    return dialog.roster if dialog.exec() else None


class CategoriesDialog(QDialog):
    """The categories as a grid.

    Attributes:
        roster: As it is edited.
    """

    def __init__(self, roster: Roster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roster = roster
        self.grid = Grid("类别", COLUMNS, takes_new=True)
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.up, self.down = QPushButton("上移(&U)"), QPushButton("下移(&D)")
        self.remove = QPushButton("删除空类别(&R)")
        self.buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._show()
        self.grid.go_to(0, 0)

    def _lay_out(self) -> None:
        self.setWindowTitle("类别")
        self.resize(*SIZE)
        words = QLabel(WORDS, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        words.setProperty("role", "quiet")
        self.note.setProperty("role", "warning")
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton("确定", role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        row = QHBoxLayout()
        for button in (self.up, self.down, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.buttons)
        column = QVBoxLayout(self)
        for part in (words, self.grid, self.note):
            column.addWidget(part)
        column.addLayout(row)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.grid.edited.connect(self._on_edited)
        self.grid.noted.connect(self.note.setText)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)

    def _show(self) -> None:
        counts = Counter(unit.category for unit in self.roster.units)
        self.grid.show_lines(
            [
                GridLine(at, (*(category_text(one, c.field) for c in COLUMNS[:-1]), str(counts[one.name])))
                for at, one in enumerate(self.roster.categories)
            ]
        )  # fmt: skip

    def _on_edited(self, _label: str, edits: tuple[Edit, ...]) -> None:
        self.roster, refused = with_category_cells(self.roster, edits)
        self._show()
        self.grid.show_refused(edits, refused)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        at, column = self.grid.currentIndex().row(), self.grid.currentIndex().column()
        if 0 <= at < (count := len(self.roster.categories)) and 0 <= at + step < count:
            self.roster = moved_category(self.roster, at, at + step)
            self._show()
            self.grid.go_to(at + step, column)

    def _on_remove(self) -> None:
        for key in self.grid.chosen_keys()[:1]:
            try:
                self.roster = without_category(self.roster, self.roster.categories[key].name)
            except UserError as error:
                self.note.setText(str(error))
                return
            self._show()
