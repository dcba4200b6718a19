"""读入单位: what a table says, column by column and row by row, before anything of it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.reading.sheets.unit_sheet import units_from
from models.rules.unit_cells import unit_text
from models.rules.unit_names import index_of
from ui.parts.grid import Grid
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.reading.sheets.sheet import Row, Sheet
    from models.reading.sheets.unit_sheet import UnitSheet
    from models.rules.unit_names import UnitIndex
    from models.unit import Roster, Unit

SIZE = (1080, 620)
UNUSED = "不采用"
FIELDS = {
    "name": "全称",
    "category": "类别",
    "short_names": "简称",
    "aliases": "别名",
    "former_names": "曾用名",
    "quantity": "份数",
    "delivery": "送达",
    "box": "箱号",
    "address": "地址",
    "postcode": "邮编",
    "contact": "联系人",
    "phone": "电话",
    "note": "备注",
    "is_stopped": "停用",
    "merged_into": "并入",
    "ordinal": "序号",
}
COLUMNS = (
    GridColumn("what", "处理", 110, is_editable=False),
    *(
        GridColumn(field, FIELDS[field], width, is_editable=False, is_number=field == "quantity")
        for field, width in (
            ("name", 190),
            ("category", 100),
            ("short_names", 80),
            ("quantity", 48),
            ("delivery", 52),
            ("box", 56),
            ("contact", 68),
            ("phone", 100),
        )
    ),
)


def ask_units(parent: QWidget, sheets: Sequence[Sheet], roster: Roster) -> UnitSheet | None:
    """Show what the tables say of units; None where the clerk thought better of it.

    Raises:
        UserError: they name no units.
    """
    dialog = UnitSheetDialog(sheets, roster, parent)
    return dialog.sheet if dialog.exec() else None


class UnitSheetDialog(QDialog):
    """Columns at the left, units at the right, what is wrong below.

    Attributes:
        sheet: What the tables say, with what the clerk says of their columns.
    """

    def __init__(
        self, sheets: Sequence[Sheet], roster: Roster, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheets, self._index = tuple(sheets), index_of(roster)
        self.sheet = units_from(self._sheets)
        self._fields = {column.at: column.field for column in self.sheet.columns}
        self.boxes = {column.at: _box(column.header) for column in self.sheet.columns}
        self.words = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.units = Grid("读出的单位", COLUMNS)
        self.problems = QListWidget()
        self.buttons = QDialogButtonBox()
        self.take = QPushButton()
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.setWindowTitle("读入单位")
        self.resize(*SIZE)
        self.units.grid.is_read_only = True
        self.problems.setAccessibleName("要核对的地方")
        self.problems.setMaximumHeight(120)
        self.take.setProperty("primary", "true")
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self.take, role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        splitter = QSplitter()
        splitter.addWidget(self._columns())
        splitter.addWidget(self.units)
        splitter.setSizes([260, SIZE[0] - 260])
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(splitter, 1)
        column.addWidget(self.problems)
        column.addWidget(self.buttons)
        self.take.setDefault(True)
        self.take.setFocus()

    def _columns(self) -> QScrollArea:
        inner = QWidget()
        form = QFormLayout(inner)
        title = QLabel("表中的列　→　名册中的栏", textFormat=Qt.TextFormat.PlainText)
        title.setProperty("role", "group")
        form.addRow(title)
        for column in self.sheet.columns:
            label = QLabel(column.header[:12], textFormat=Qt.TextFormat.PlainText)
            label.setToolTip(column.header)
            label.setBuddy(self.boxes[column.at])
            form.addRow(label, self.boxes[column.at])
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        return area

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for at, box in self.boxes.items():
            box.activated.connect(partial(self._on_chosen, at))

    def _on_chosen(self, at: int, choice: int) -> None:
        """A field that another column had is this one's now."""
        field = list(FIELDS)[choice - 1] if choice else ""
        for other, mine in self._fields.items():
            if mine == field:
                self._fields[other] = ""
        self._fields[at] = field
        self.sheet = units_from(self._sheets, self._fields)
        self._show()

    def _show(self) -> None:
        self.words.setText(f"{self.sheet}。采用以前什么都不会改动。")
        for at, box in self.boxes.items():
            field = self._fields[at]
            box.setCurrentIndex(list(FIELDS).index(field) + 1 if field else 0)
        lines = [_line(at, unit, self._index) for at, unit in enumerate(self.sheet.units)]
        start = len(lines)
        lines += [_left_out(at, row) for at, row in enumerate(self.sheet.left_out, start)]
        self.units.show_lines(lines)
        self.problems.clear()
        self.problems.addItems([str(problem) for problem in self.sheet.problems])
        self.problems.setVisible(bool(self.sheet.problems))
        self.take.setText(f"采用 {len(self.sheet.units)} 个单位")
        self.take.setEnabled(bool(self.sheet.units))


def _box(header: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(f"“{header}”这一列")
    box.addItems([UNUSED, *FIELDS.values()])
    return box


def _line(key: int, unit: Unit, index: UnitIndex) -> GridLine:
    place = index.place(unit.name)
    old = None if place is None else index.units[place].name
    what = "新增" if old is None else "更新" if old == unit.name else f"更新“{old}”"
    texts = tuple(unit_text(unit, column.field) for column in COLUMNS[1:])
    return GridLine(key, (what, *texts), is_quiet=old is not None)


def _left_out(key: int, row: Row) -> GridLine:
    """A row that is wrong, as it stands on the sheet."""
    told = "　".join(cell for cell in row.cells if cell)
    texts = (f"不采用，第{row.number}行", told[:200], *[""] * (len(COLUMNS) - 2))
    return GridLine(key, texts, tip=told[:1000])
