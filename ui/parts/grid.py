"""A table with the habits of Excel: typing, Enter down, Tab right, copying, pasting, filling, clearing.

What is typed, pasted or cleared at once is told as one step. F6 leaves; Tab leaves behind the last cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTableView,
)

from ui.parts.grid_deeds import Chosen, deed_of
from ui.parts.grid_delegate import GridDelegate
from ui.parts.grid_header import GridHeader
from ui.parts.grid_menu import menu_of
from ui.parts.grid_model import GridModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QItemSelectionRange
    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu, QWidget

    from models.cells import Edit, Refused
    from ui.parts.grid_values import GridColumn, GridLine

ROW_HEIGHT = 26
HINT = QAbstractItemDelegate.EndEditHint


class Grid(QTableView):
    """Lines of cells.

    Attributes:
        grid: What is shown.
        header: Sorting, filtering, widths.

    Signals:
        edited: The label of the step, the edits.
        noted: A sentence about the cell with the keyboard, or what was typed and not taken; else empty.
        menu_asked: A menu to which the page may add its own.
        spaced: Space was pressed where nothing can be typed.
        looked_at: Another line has the keyboard, or others are chosen.
    """

    edited = Signal(str, tuple)
    noted = Signal(str)
    menu_asked = Signal(object)
    spaced = Signal()
    looked_at = Signal()

    def __init__(
        self, name: str, columns: Sequence[GridColumn], *, takes_new: bool = False
    ) -> None:
        super().__init__()
        self.grid = GridModel(columns, takes_new=takes_new)
        self.header = GridHeader(self.grid, self)
        self.setAccessibleName(name)
        self._lay_out()
        self._connect()

    def show_lines(self, lines: Sequence[GridLine]) -> None:
        """Show other lines; the keyboard stays where it is."""
        at, top = self.currentIndex(), self.verticalScrollBar().value()
        place = (at.row(), at.column())
        self.grid.show_lines(lines)
        if place[0] >= 0 and not self.currentIndex().isValid():
            self.go_to(min(place[0], self.grid.rowCount() - 1), place[1])
            self.verticalScrollBar().setValue(top)
        self._note()

    def show_refused(self, edits: Sequence[Edit], refused: Sequence[Refused]) -> None:
        """Mark what was not taken, and say why."""
        self.grid.show_refused(edits, refused)
        self._note()

    def go_to(self, row: int, column: int) -> None:
        """Put the keyboard into a cell."""
        index = self.grid.index(row, column)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever key is held
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    def chosen_keys(self) -> tuple[int, ...]:
        """The lines that are chosen, as they are seen; new ones are left out."""
        blocks = cast("Iterable[QItemSelectionRange]", self.selectionModel().selection())
        rows = {row for block in blocks for row in range(block.top(), block.bottom() + 1)}
        keys = (self.grid.line(row).key for row in sorted(rows))
        return tuple(key for key in keys if key >= 0)

    def chosen(self) -> Chosen:
        """What keys and menus work on."""
        at = self.currentIndex()
        cells = [i for i in self.selectedIndexes() if not self.isColumnHidden(i.column())]
        return Chosen(self.grid, cells or [i for i in (at,) if i.isValid()], self.header.seen(), at)

    def step(self, rows: int, columns: int = 0) -> bool:
        """Go some cells further; False behind the edge."""
        at = self.currentIndex()
        visual = self.header.seen()
        place = visual.index(at.column()) + columns if at.column() in visual else 0
        row = at.row() + rows + (place // len(visual) if visual else 0)
        if not visual or not 0 <= row < self.grid.rowCount():
            return False
        self.go_to(row, visual[place % len(visual)])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of Excel; all others are Qt's."""
        deed = deed_of(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._is_typing:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif deed is not None and not self._is_typing:
            deed(self.chosen())
        elif event.key() == Qt.Key.Key_Space and not self._may_type:
            self.spaced.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A character that an input method gives at once replaces the text of the cell; Qt would lose it."""
        text, was_typing = event.commitString(), self._is_typing
        super().inputMethodEvent(event)
        editor = self.findChild(QLineEdit)
        if text and not was_typing and isinstance(editor, QLineEdit) and not self._is_composing:
            editor.selectAll()
            QApplication.sendEvent(editor, event)
        self._is_composing = bool(event.preeditString())

    def closeEditor(self, editor: QWidget, hint: HINT) -> None:
        """Enter goes down, Tab to the right, neither types on."""
        super().closeEditor(editor, HINT.NoHint if hint != HINT.RevertModelCache else hint)
        match hint:
            case HINT.SubmitModelCache:
                self.step(1)
            case HINT.EditNextItem:
                self.step(0, 1)
            case HINT.EditPreviousItem:
                self.step(0, -1)
            case _:
                pass

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes to the next cell; behind the last one it leaves."""
        return self.step(0, 1 if is_next else -1) or super().focusNextPrevChild(is_next)

    def menu(self) -> QMenu:
        """What can be done with the chosen cells, by this and by the page."""
        menu = menu_of(self, self.chosen())
        self.menu_asked.emit(menu)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu."""
        self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fill the room until the clerk has set one."""
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())

    @property
    def _is_typing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def _may_type(self) -> bool:
        at = self.currentIndex()
        return at.isValid() and self.grid.is_editable(at)

    def _lay_out(self) -> None:
        self._is_composing = False
        self.setModel(self.grid)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(GridDelegate(self))
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().hide()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.header.start()

    def _connect(self) -> None:
        self.grid.edited.connect(self.edited)
        self.grid.noted.connect(self.noted)
        self.grid.modelReset.connect(self.looked_at)
        self.selectionModel().currentChanged.connect(self._note)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        delegate = self.itemDelegate()
        if isinstance(delegate, GridDelegate):
            delegate.left.connect(self.step)

    def _on_selected(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        self.looked_at.emit()

    def _note(self) -> None:
        """What is wrong with this cell; else with how many, and the first of them."""
        here, all_wrong = self.grid.wrong(self.currentIndex()), self.grid.refused
        if here is not None:
            self.noted.emit(here.why)
        elif all_wrong:
            self.noted.emit(f"有 {len(all_wrong)} 格没有采用（标黄）：{all_wrong[0].why}")
        else:
            self.noted.emit("")

    def choose(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Choose a block of cells."""
        block = QItemSelection(self.grid.index(*first), self.grid.index(*last))
        self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
