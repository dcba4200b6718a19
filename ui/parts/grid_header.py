"""The header of a grid: a click sorts, a right click filters and hides; widths fill the room until one is set."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QTableView

    from ui.parts.grid_model import GridModel

NARROWEST = 32
NARROW = 56  # a column of so few characters keeps its width
MOST_OFFERED = 20


class GridHeader(QHeaderView):
    """The titles of a grid."""

    def __init__(self, grid: GridModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = grid
        self._is_fitting = self._is_set = False

    def start(self) -> None:
        """Once it belongs to its table."""
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(NARROWEST)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStretchLastSection(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)

    def seen(self) -> list[int]:
        """The columns that are seen, from left to right."""
        order = (self.logicalIndex(at) for at in range(self.count()))
        return [at for at in order if not self.isSectionHidden(at)]

    def fit(self, room: int) -> None:
        """Give each wide column its share of the room."""
        if self._is_set or room <= 0:
            return
        self._is_fitting = True
        wanted = {at: self._grid.columns[at].width for at in self.seen()}
        fixed = sum(width for width in wanted.values() if width <= NARROW)
        share = (room - fixed) / max(sum(wanted.values()) - fixed, 1)
        for at, width in wanted.items():
            self.resizeSection(at, width if width <= NARROW else max(NARROW, int(width * share)))
        self._is_fitting = False

    def restore(self, state: QByteArray) -> None:
        """As the clerk left it."""
        if not state.isEmpty():
            self._is_fitting = True
            self._is_set = self.restoreState(state)
            self._is_fitting = False

    def kept(self) -> QByteArray:
        """What to remember; nothing while the clerk has set nothing."""
        return self.saveState() if self._is_set else QByteArray()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a column."""
        self.menu_of(self.logicalIndexAt(event.pos())).popup(event.globalPos())

    def menu_of(self, column: int) -> QMenu:
        """Sorting, filtering, hiding."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewing = self._grid.viewing
        if column >= 0:
            for words, down in (("升序", False), ("降序", True)):
                menu.addAction(words, partial(self._sort, column, is_descending=down))
        menu.addAction("恢复规定顺序", partial(self._sort, -1))
        if column >= 0:
            self._add_filter(menu, column)
        if viewing.only:
            menu.addAction("全部显示", self._show_all)
        menu.addSeparator()
        self._add_columns(menu)
        return menu

    def _add_filter(self, menu: QMenu, column: int) -> None:
        only = menu.addMenu(f"只看{self._grid.columns[column].title}")
        rows = range(self._grid.rowCount())
        texts = Counter(self._grid.line(row).shown(column) for row in rows)
        for text, count in texts.most_common(MOST_OFFERED):
            words = text.replace("&", "&&") or "（空白）"
            only.addAction(f"{words}　{count}", partial(self._show_only, column, text))

    def _add_columns(self, menu: QMenu) -> None:
        columns = menu.addMenu("显示的列")
        for at, column in enumerate(self._grid.columns):
            action = columns.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.setEnabled(self.isSectionHidden(at) or len(self.seen()) > 1)
            action.toggled.connect(partial(self._show_column, at))

    def _on_clicked(self, column: int) -> None:
        viewing = self._grid.viewing.sorted_next(column)
        self._sort(viewing.sorted_by, is_descending=viewing.is_descending)

    def _sort(self, column: int, *, is_descending: bool = False) -> None:
        self._grid.view(replace(self._grid.viewing, sorted_by=column, is_descending=is_descending))
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicatorShown(column >= 0)
        self.setSortIndicator(column, order)

    def _show_only(self, column: int, text: str) -> None:
        self._grid.view(self._grid.viewing.with_only(column, text))

    def _show_all(self) -> None:
        self._grid.view(replace(self._grid.viewing, only={}))

    def _show_column(self, column: int, is_seen: bool) -> None:
        self.setSectionHidden(column, not is_seen)
        self._is_set = True

    def _on_resized(self, column: int, _old: int, _new: int) -> None:
        """The last column stretches by itself."""
        if not self._is_fitting and column != self.seen()[-1]:
            self._is_set = True

    def _on_moved(self, _column: int, _old: int, _new: int) -> None:
        self._is_set = True
