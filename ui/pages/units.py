"""The page of the units: categories at the left, their units as a grid that is typed into."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.cells import Edit
from models.rules.unit_cells import with_unit_cells
from models.rules.unit_order import with_places
from models.unit import Roster
from ui import theme
from ui.parts.blank import Blank
from ui.parts.button_row import ButtonRow, Step
from ui.parts.count_tree import CountTree
from ui.parts.grid import Grid
from ui.parts.grid_order import GridOrder
from ui.parts.search_field import SearchField
from ui.parts.searched_grid import SearchedGrid
from ui.parts.unit_lines import ALL, COLUMNS, ORDER, Pick, Shelf, groups_of, lines_of
from ui.unit_deeds import UnitDeeds
from ui.unit_files import UnitFiles, looks_like_units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QMenu

    from ui.desk import Desk

STEPS = (
    Step("add", "添加", "在表格末尾添加单位（也可以直接在空行里输入）"),
    Step("stop", "停用", "停用选中的单位，以后不再分发；历史不丢，可以恢复"),
    Step("merge", "并入…", "选中的单位并入另一个单位，原来的名称仍能认出"),
    Step("order", "调整排序", "打开后可以拖动行首、按 Alt+↑↓ 或改序号来调整顺序", is_switch=True),
    Step("categories", "类别…", "对应说法、用途、默认份数和送达方式"),
    Step("import", "导入…", "从 Excel（.xlsx）或 .csv 文件读入单位"),
    Step("export", "导出…", "把全部单位和类别写成 Excel 文件"),
    Step("paste", "粘贴 Excel", "把在 Excel 里复制的单位表读进来，先看后用", is_primary=True),
)
FIRST = {
    "paste": "粘贴 Excel",
    "import": "导入文件…",
    "sample": "读入示例名册（2007）",
    "add": "逐个输入",
}
NEED_WRITING = ("add", "stop", "merge", "order", "categories", "import", "paste")
NAME = 1  # the column of the full name


class UnitsPage(QWidget):
    """All units of the office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._is_begun = False
        self.bar = ButtonRow("单位", STEPS)
        self.words = SearchField("查找单位", "名称、简称、电话…")
        self.tree = CountTree("类别", ("类别", "单位数"), ALL)
        self.grid = Grid("单位", COLUMNS, takes_new=True)
        self.order = GridOrder(self.grid, ORDER)
        self.blank = Blank(
            "还没有单位", "单位名册用来把“各区县、各委办局”展开成一个个单位，并算出份数。", FIRST
        )
        self._searched = SearchedGrid(self.words, self.grid)
        self.note = self._searched.note
        self.splitter, self._stack = QSplitter(), QStackedWidget()
        self.files, self._deeds = UnitFiles(desk, self), UnitDeeds(desk, self)
        self._lay_out()
        self._connect()
        self.reload()

    def panes(self) -> Sequence[QWidget]:
        """Categories and units; where there are none, the first steps."""
        return (self.blank, self.tree, self.grid, self.words, self.bar)

    def count(self) -> int:
        """How many units are in use."""
        return sum(1 for unit in self._desk.roster.units if not unit.is_stopped)

    def summary(self) -> str:
        """The lines that are seen, of all."""
        seen = sum(
            1 for row in range(self.grid.grid.rowCount()) if self.grid.grid.line(row).key >= 0
        )
        return f"{seen} 行，在用单位共 {self.count()} 个"

    def reload(self) -> None:
        """Show the roster that is on the desk."""
        roster = self._desk.roster
        self.grid.grid.is_read_only = self._desk.file.read_only
        for name in NEED_WRITING:
            self.bar.buttons[name].setEnabled(not self._desk.file.read_only)
        is_there = bool(roster.units) or self._is_begun
        self._stack.setCurrentWidget(self.splitter if is_there else self.blank)
        self.tree.show_groups(groups_of(roster))
        self._show_lines()

    def seek(self) -> None:
        """Ctrl+F."""
        self.words.seek()

    def show_unit(self, unit: int) -> None:
        """Put the keyboard on a unit, among all or among those that are stopped."""
        found = next((one for one in self._desk.roster.units if one.id == unit), None)
        if found is not None:
            self.words.clear()
            self.tree.choose(Pick(Shelf.STOPPED) if found.is_stopped else ALL)
            self.grid.go_to(self.grid.grid.row_of(unit), NAME)
            self.grid.setFocus()

    def do(self, step: str) -> None:
        """Take a step by its name."""
        self._answers()[step]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A whole table with a header is looked at before it is kept; other cells are pasted where the keyboard is."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""  # fmt: skip
            if text and looks_like_units(text):
                self.files.paste()
                return True
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
        return super().eventFilter(watched, event)

    def _answers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "add": self._add,
            "stop": partial(self._with_chosen, self._deeds.stop),
            "merge": partial(self._with_chosen, self._deeds.merge),
            "order": self._set_order,
            "categories": self._deeds.edit_categories,
            "import": self.files.ask_file,
            "export": self.files.ask_export,
            "paste": self.files.paste,
            "sample": self.files.take_sample,
        }

    def _lay_out(self) -> None:
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self._searched)
        self.splitter.setSizes([190, 1040])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GAP] * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.opened.connect(self._on_opened)
        self.bar.asked.connect(self.do)
        self.blank.asked.connect(self.do)
        self.grid.installEventFilter(self)
        self.tree.picked.connect(self._show_lines)
        self.tree.itemDoubleClicked.connect(self._on_double_clicked)
        self.grid.edited.connect(self._on_edited)
        self.grid.looked_at.connect(self._on_looked_at)
        self.grid.menu_asked.connect(self._add_to_menu)
        self.order.moved.connect(self._on_moved)

    def _on_changed(self, kind: type) -> None:
        if kind is Roster:
            self.reload()

    def _on_opened(self) -> None:
        self._is_begun = False
        self.grid.grid.forget_refused()
        self.reload()

    def _show_lines(self) -> None:
        roster = self._desk.roster
        names = tuple(one.name for one in roster.categories)
        columns = (replace(c, choices=names) if c.field == "category" else c for c in COLUMNS)
        self.grid.grid.columns = tuple(columns)
        self.grid.show_lines(lines_of(roster, self.tree.key))
        self._on_looked_at()

    def _on_edited(self, label: str, edits: tuple[Edit, ...]) -> None:
        """Cells of a unit and places of the order are taken by different rules, as one step."""
        told = (*edits, *self._categories_of_new(edits))
        cells = [edit for edit in told if edit.field != ORDER]
        roster, refused = with_unit_cells(self._desk.roster, cells, date.today())
        orders = [edit for edit in told if edit.field == ORDER]
        roster, misplaced = with_places(roster, orders)
        self._deeds.keep(label, roster)
        self.grid.show_refused(edits, (*refused, *misplaced))

    def _categories_of_new(self, edits: tuple[Edit, ...]) -> list[Edit]:
        """A new unit stands under the category that is looked at, where nothing else is said."""
        pick = self.tree.key
        if pick.shelf is not Shelf.CATEGORY:
            return []
        said = {edit.row for edit in edits if edit.field == "category"}
        named = {edit.row for edit in edits if edit.field == "name" and edit.row < 0} - said
        return [Edit(row, "category", pick.category) for row in sorted(named)]

    def _on_moved(self, key: int, other: int) -> None:
        places = {unit.id: place for place, unit in enumerate(self._desk.roster.units, 1)}
        roster, _ = with_places(self._desk.roster, [Edit(key, ORDER, str(places[other]))])
        self._deeds.keep("调整排序", roster)

    def _on_double_clicked(self) -> None:
        self._deeds.edit_categories()

    def _on_looked_at(self) -> None:
        """What is chosen can be stopped, or used again."""
        may = not self._desk.file.read_only and bool(self._chosen())
        stop, merge = self.bar.buttons["stop"], self.bar.buttons["merge"]
        stop.setEnabled(may)
        merge.setEnabled(may)
        units = self._desk.roster.units
        are_stopped = may and all(units[at].is_stopped for at in self._chosen())
        stop.setText("恢复使用" if are_stopped else "停用")

    def _add_to_menu(self, menu: QMenu) -> None:
        if self._chosen() and not self._desk.file.read_only:
            menu.addSeparator()
            answers = self._answers()
            menu.addAction(self.bar.buttons["stop"].text(), answers["stop"])
            menu.addAction("并入…", answers["merge"])

    def _chosen(self) -> list[int]:
        """The places of the chosen units."""
        keys = set(self.grid.chosen_keys())
        return [at for at, unit in enumerate(self._desk.roster.units) if unit.id in keys]

    def _with_chosen(self, deed: Callable[[list[int]], object]) -> None:
        deed(self._chosen())

    def _add(self) -> None:
        self._is_begun = True
        self.words.clear()
        self.reload()
        self.grid.setFocus()
        self.grid.go_to(self.grid.grid.rowCount() - 1, NAME)

    def _set_order(self) -> None:
        is_on = self.bar.buttons["order"].isChecked()
        if is_on:
            self.words.clear()
        self.order.set_on(is_on=is_on)
        self.note.setText("拖动行首、按 Alt+↑↓ 或在“序”里填新的序号，来调整顺序。" if is_on else "")
