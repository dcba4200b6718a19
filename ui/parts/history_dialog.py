"""The history as two lists: all steps of the data file, and the versions of the open document with what differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.history.diff import differences
from models.history.told import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.history.line import HistoryLine
    from models.notice import Notice
    from models.store.histories import Version

SIZE = (900, 560)
MARKS = {"=": "{}", "-": "【删：{}】", "+": "【增：{}】"}


@dataclass(frozen=True, slots=True)
class Undo:
    """Take this step back."""

    line: HistoryLine


@dataclass(frozen=True, slots=True)
class Back:
    """Put this version in the place of the present one."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class ToOpening:
    """Put everything back as it was when the file was opened."""


class HistoryDialog(QDialog):
    """Asks what to take back.

    Attributes:
        choice: What was chosen; None before that.
    """

    def __init__(
        self, lines: Sequence[HistoryLine], versions: Sequence[Version], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.choice: Undo | Back | ToOpening | None = None
        self._lines, self._versions = list(reversed(lines)), versions
        self.tabs, self.steps, self.older = QTabWidget(), QTreeWidget(), QTreeWidget()
        self.difference = QPlainTextEdit(readOnly=True)
        self.undo, self.back = QPushButton("撤销这一步"), QPushButton("恢复这个版本")
        self.to_opening = QPushButton("恢复到打开时…")
        self.buttons = QDialogButtonBox()
        self._lay_out()
        self._connect()
        self._show()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether nothing can be taken back."""
        for button in (self.undo, self.back, self.to_opening):
            button.setVisible(not read_only)

    def _lay_out(self) -> None:
        self.setWindowTitle("历史")
        self.resize(*SIZE)
        for grid, name in ((self.steps, "修改历史"), (self.older, "版本")):
            grid.setHeaderLabels(["时间", "操作人", "操作", "改动"])
            grid.setRootIsDecorated(False)
            grid.setAccessibleName(name)
        self.difference.setAccessibleName("与现在的不同")
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.older)
        split.addWidget(self.difference)
        self.tabs.addTab(self.steps, "全部修改")
        self.tabs.addTab(split, "这份公文的版本")
        role = QDialogButtonBox.ButtonRole
        for button in (self.to_opening, self.undo, self.back):
            self.buttons.addButton(button, role.ActionRole)
        self.buttons.addButton("关闭", role.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.steps.itemSelectionChanged.connect(self._on_selected)
        self.older.itemSelectionChanged.connect(self._on_selected)
        self.undo.clicked.connect(self._on_undo)
        self.back.clicked.connect(self._on_back)
        self.to_opening.clicked.connect(self._on_opening)
        self.buttons.rejected.connect(self.reject)

    def _show(self) -> None:
        for line in self._lines:
            self.steps.addTopLevelItem(_item(line))
        for version in self._versions:
            self.older.addTopLevelItem(_item(version.line))
        for grid in (self.steps, self.older):
            for column in range(3):
                grid.resizeColumnToContents(column)
        self._on_selected()

    def _on_selected(self) -> None:
        step, version = _chosen(self.steps), self._version
        self.undo.setEnabled(step >= 0 and self._lines[step].deed.delta is not None)
        self.back.setEnabled(_chosen(self.older) > 0 and version is not None)
        now = self._versions[0].notice if self._versions else None
        if version is not None and now is not None:
            self.difference.setPlainText(written(version, now))

    @property
    def _version(self) -> Notice | None:
        at = _chosen(self.older)
        return self._versions[at].notice if at >= 0 else None

    def _on_undo(self) -> None:
        self._choose(Undo(self._lines[_chosen(self.steps)]))

    def _on_back(self) -> None:
        if self._version is not None:
            self._choose(Back(self._version))

    def _on_opening(self) -> None:
        self._choose(ToOpening())

    def _choose(self, choice: Undo | Back | ToOpening) -> None:
        self.choice = choice
        self.accept()


def written(before: Notice, after: Notice) -> str:
    """What differs between two versions, for reading."""
    found = differences(before, after)
    lines = [
        f"{difference.where}："
        + "".join(MARKS[run.sign].format(run.text) for run in difference.runs)
        for difference in found
    ]
    return "\n".join(lines) or "与现在的版本相同。"


def _item(line: HistoryLine) -> QTreeWidgetItem:
    deed = line.deed
    parts = [
        f"{t.where}「{t.before}」→「{t.after}」" for t in (tell(deed.delta) if deed.delta else ())
    ]
    change = "；".join(parts)
    clock = "（时钟早于上一条）" if line.is_clock_back else ""
    item = QTreeWidgetItem(
        [f"{deed.at:%Y-%m-%d %H:%M:%S}{clock}", deed.who, deed.what, change[:200]]
    )
    item.setToolTip(3, change[:1000])
    return item


def _chosen(grid: QTreeWidget) -> int:
    """The row of the chosen line; -1 where none is."""
    items = grid.selectedItems()
    return grid.indexOfTopLevelItem(items[0]) if items else -1
