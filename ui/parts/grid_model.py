"""The lines of a grid for Qt: what is seen, and what was typed but not taken, which stays until it is set right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from models.cells import Edit, Refused
from ui import theme
from ui.parts.grid_values import GridLine
from ui.parts.grid_view import Viewing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.parts.grid_values import GridColumn

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NOBODY = QModelIndex()


class GridModel(QAbstractTableModel):
    """Lines in an order, and blank ones below where new ones may be typed.

    Attributes:
        columns: The columns.
        viewing: How the lines are looked at.
        takes_new: Whether blank lines stand below.
        is_read_only: Whether nothing may be typed.
        unlocked: A field that may be typed into just now, though it is worked out.

    Signals:
        edited: The label of the step, the edits.
        noted: A sentence for the clerk.
    """

    edited = Signal(str, tuple)
    noted = Signal(str)

    def __init__(self, columns: Sequence[GridColumn], *, takes_new: bool = False) -> None:
        super().__init__()
        self.columns, self.takes_new = tuple(columns), takes_new
        self.viewing, self.is_read_only, self.unlocked = Viewing(), False, ""
        self._lines: tuple[GridLine, ...] = ()
        self._seen: list[GridLine] = []
        self._wrong: dict[tuple[int, str], Refused] = {}

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What was typed and not taken."""
        return tuple(self._wrong.values())

    def show_lines(self, lines: Sequence[GridLine]) -> None:
        """Show other lines; those that stay keep their place, whatever they are sorted by."""
        keys = [line.key for line in self._lines]
        self._lines = tuple(lines)
        by_key = {line.key: line for line in lines}
        mine = [line.key for line in self._seen if line.key >= 0]
        if [line.key for line in lines] == keys and all(key in by_key for key in mine):
            self._show([by_key[key] for key in mine])
        else:
            self._show(self._sorted())

    def view(self, viewing: Viewing) -> None:
        """Look at the lines in another way."""
        self.viewing = viewing
        self._show(self._sorted())

    def show_refused(self, edits: Iterable[Edit], refused: Iterable[Refused]) -> None:
        """Mark what was not taken of some edits; what was taken is no longer marked."""
        for edit in edits:
            self._wrong.pop((edit.row, edit.field), None)
        self._wrong |= {(one.edit.row, one.edit.field): one for one in refused}
        self._show([line for line in self._seen if line.key >= 0])

    def forget_refused(self) -> None:
        """Drop what was typed and not taken, as when other things are shown."""
        self._wrong.clear()

    def line(self, row: int) -> GridLine:
        """The line in a row."""
        return self._seen[row]

    def row_of(self, key: int) -> int:
        """Where the line of a key is seen; -1 where it is not."""
        return next((row for row, line in enumerate(self._seen) if line.key == key), -1)

    def wrong(self, index: Index) -> Refused | None:
        """What was typed into a cell and not taken."""
        return self._wrong.get(self._place(index)) if index.isValid() else None

    def text(self, index: Index) -> str:
        """What a cell says, or what was typed last."""
        wrong = self.wrong(index)
        return wrong.edit.text if wrong else self._seen[index.row()].texts[index.column()]

    def edit(self, index: Index, text: str) -> Edit:
        """The edit that puts a text into a cell."""
        key, field = self._place(index)
        return Edit(key, field, text)

    def is_editable(self, index: Index) -> bool:
        """Whether it may be typed into."""
        column = self.columns[index.column()]
        may = column.is_editable or column.field == self.unlocked
        return may and not self.is_read_only

    def take(self, label: str, edits: Sequence[Edit]) -> None:
        """Tell of edits as one step; what waits in a new line for its name goes with that name."""
        if self.is_read_only or not edits:
            return
        named = {edit.row for edit in edits if edit.row < 0}
        told = {(edit.row, edit.field) for edit in edits}
        waiting = (one.edit for at, one in self._wrong.items() if at[0] in named and at not in told)
        self.edited.emit(label, (*edits, *waiting))

    def rowCount(self, parent: Index = NOBODY) -> int:
        """The lines that are seen."""
        return 0 if parent.isValid() else len(self._seen)

    def columnCount(self, parent: Index = NOBODY) -> int:
        """The columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What may be done with a cell."""
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if self.is_editable(index) else usual

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a cell shows."""
        line, column = self._seen[index.row()], index.column()
        match role:
            case Role.EditRole:
                return self.text(index)
            case Role.DisplayRole:
                return self.text(index) if self.wrong(index) else line.shown(column)
            case Role.TextAlignmentRole if self.columns[column].is_number:
                return RIGHT
            case Role.ToolTipRole:
                wrong = self.wrong(index)
                return wrong.why if wrong else line.tip or line.shown(column)
            case Role.AccessibleDescriptionRole:
                wrong = self.wrong(index)
                return wrong.why if wrong else ""
            case Role.ForegroundRole | Role.BackgroundRole:
                return self._colour(index, line, role)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - as Qt has it
        """What was typed; what says the same as before is no edit."""
        if role != Role.EditRole or not self.is_editable(index):
            return False
        text = str(value)
        if text == self.text(index):
            return False
        self.take(f"修改{self.columns[index.column()].title}", [self.edit(index, text)])
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """The titles."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Role.DisplayRole else None
        if role == Role.DisplayRole:
            mark = "＊" if section in self.viewing.only else ""
            return self.columns[section].title + mark
        return None

    def _place(self, index: Index) -> tuple[int, str]:
        return self._seen[index.row()].key, self.columns[index.column()].field

    def _sorted(self) -> list[GridLine]:
        return [self._lines[at] for at in self.viewing.places(self._lines, self.columns)]

    def _show(self, lines: list[GridLine]) -> None:
        """Tell Qt no more than what is new, so that the keyboard stays where it is."""
        before = [line.key for line in self._seen]
        after = [*lines, *self._blank()]
        kept = [line.key for line in after[: len(before)]]
        is_same = all(old == new or old < 0 <= new for old, new in zip(before, kept, strict=False))
        if is_same and before and len(after) >= len(before):
            self._grow(after)
        else:
            self.beginResetModel()
            self._seen = after
            self.endResetModel()

    def _grow(self, after: list[GridLine]) -> None:
        first = len(self._seen)
        if len(after) > first:
            self.beginInsertRows(NOBODY, first, len(after) - 1)
        grown, self._seen = len(after) > first, after
        if grown:
            self.endInsertRows()
        self.dataChanged.emit(self.index(0, 0), self.index(first - 1, len(self.columns) - 1))

    def _blank(self) -> list[GridLine]:
        """A line for each new one that was not taken, and one to type into."""
        if not self.takes_new or self.is_read_only:
            return []
        waiting = sorted({row for row, _ in self._wrong if row < 0}, reverse=True)
        nothing = ("",) * len(self.columns)
        return [GridLine(key, nothing) for key in (*waiting, min((0, *waiting)) - 1)]

    def _colour(self, index: Index, line: GridLine, role: int) -> Any:  # noqa: ANN401 - as Qt has it
        look = theme.look_of(QGuiApplication.palette())
        if self.wrong(index):
            return theme.colour(
                look.warning if role == Role.ForegroundRole else look.warning_ground
            )
        if role == Role.BackgroundRole:
            return None
        is_usual = not line.texts[index.column()]
        return theme.colour(look.quiet) if line.is_quiet or is_usual else None
