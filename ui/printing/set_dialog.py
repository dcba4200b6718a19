"""成套打印: one sheet with everything that can be printed of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from exports.forms_standard import LABEL_SHEETS, Envelope
from exports.set_papers import Output, Stock, Wish
from models.rules.quantities import MOST_IN_ALL
from ui import theme
from ui.printing.order import PrintOrder

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

TO_FILE = "存为 PDF 文件"


class SetDialog(QDialog):
    """Papers with their copies at the left, printers and stock at the right.

    Attributes:
        ticks: By paper.
        counts: Copies, by paper.
        printers: By kind of paper.
        record: Whether the copies of the document are recorded as printed.
    """

    def __init__(
        self,
        possible: Collection[Output],
        ticked: Collection[Output],
        copies: int,
        printers: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("成套打印")
        self.ticks = {one: QCheckBox(one.value) for one in Output}
        self.counts = {one: QSpinBox(minimum=1, maximum=MOST_IN_ALL) for one in Output}
        self.printers = {stock: _named_box(f"{stock.value}的打印机") for stock in Stock}
        self.sheets, self.skip = _named_box("标签纸规格"), QSpinBox()
        self.envelopes = _named_box("信封规格")
        self.duplex, self.record = QCheckBox("公文双面打印"), QCheckBox()
        self.tally = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.go = QPushButton("打印")
        self._fill(printers)
        self._choose(possible, ticked, copies)
        self._lay_out()

    def show_tally(self, words: str, *, is_right: bool) -> None:
        """Say whether the list and 共印份数 agree."""
        self.tally.setText(words)
        self.tally.setVisible(bool(words))
        self.tally.setProperty("sum", "right" if is_right else "wrong")

    def show_record(self, words: str, *, is_on: bool, may: bool) -> None:
        """Say which numbers a record would use up."""
        self.record.setText(words)
        self.record.setChecked(is_on and may)
        self.record.setEnabled(may)

    def choose_printers(self, kept: Mapping[Stock, str]) -> None:
        """Take those of last time, where they are still there."""
        for stock, name in kept.items():
            at = self.printers[stock].findText(name)
            if name and at >= 0:
                self.printers[stock].setCurrentIndex(at)

    @property
    def is_to_file(self) -> bool:
        """Whether a wanted paper is written as a file."""
        return any(self._printer_of(one.stock) == TO_FILE for one in self.wanted())

    def wanted(self) -> frozenset[Output]:
        """The ticked papers."""
        return frozenset(one for one, tick in self.ticks.items() if tick.isChecked())

    def order(self) -> PrintOrder:
        """What is asked for; the folder is asked elsewhere."""
        wanted = self.wanted()
        wish = Wish(
            wanted,
            sheet=LABEL_SHEETS[self.sheets.currentIndex()],
            skip=self.skip.value(),
            envelope=list(Envelope)[self.envelopes.currentIndex()],
        )
        return PrintOrder(
            wish,
            {one: self.counts[one].value() for one in Output if one in wanted},
            {stock: self._printer_of(stock) for stock in Stock},
            is_recorded=self.record.isChecked() and Output.NOTICE in wanted,
            is_duplex=self.duplex.isChecked(),
        )

    def _printer_of(self, stock: Stock) -> str:
        return self.printers[stock].currentText()

    def _fill(self, printers: Sequence[str]) -> None:
        for box in self.printers.values():
            box.addItems([*printers, TO_FILE])
        self.sheets.addItems([sheet.name for sheet in LABEL_SHEETS])
        self.envelopes.addItems(
            [f"{one.name}（{one.value[0]:g}×{one.value[1]:g}）" for one in Envelope]
        )
        self.envelopes.setCurrentIndex(list(Envelope).index(Envelope.ZL))
        self.skip.setAccessibleName("已用掉的标签")
        self.sheets.currentIndexChanged.connect(self._show_skip)
        self._show_skip()
        self.duplex.setChecked(True)

    def _choose(
        self, possible: Collection[Output], ticked: Collection[Output], copies: int
    ) -> None:
        for one, tick in self.ticks.items():
            tick.setEnabled(one in possible)
            tick.setChecked(one in possible and one in ticked)
            count = self.counts[one]
            count.setAccessibleName(f"{one.value}的份数")
            count.setEnabled(tick.isChecked())
            tick.toggled.connect(count.setEnabled)
            tick.toggled.connect(self._show_go)
        self.counts[Output.NOTICE].setValue(copies)
        self._show_go()

    def _show_skip(self) -> None:
        """A sheet without a label left is none."""
        self.skip.setMaximum(LABEL_SHEETS[self.sheets.currentIndex()].count - 1)

    def _show_go(self) -> None:
        self.go.setEnabled(bool(self.wanted()))

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.addWidget(self._papers())
        columns.addWidget(self._options(), 1)
        buttons = QDialogButtonBox()
        self.go.setProperty("primary", "true")
        self.go.setDefault(True)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(theme.GAP)
        column.addWidget(self.tally)
        column.addLayout(columns)
        column.addWidget(self.record)
        column.addWidget(buttons)
        self.go.setFocus()

    def _papers(self) -> QWidget:
        group = QGroupBox("打印哪些、各几份")
        grid = QGridLayout(group)
        for row, one in enumerate(Output):
            grid.addWidget(self.ticks[one], row, 0)
            grid.addWidget(self.counts[one], row, 1)
            grid.addWidget(QLabel("份", textFormat=Qt.TextFormat.PlainText), row, 2)
        return group

    def _options(self) -> QWidget:
        group = QGroupBox("纸张和打印机")
        form = QFormLayout(group)
        for stock, box in self.printers.items():
            form.addRow(f"{stock.value}：", box)
        form.addRow("标签规格：", self.sheets)
        form.addRow("已用掉的标签：", self.skip)
        form.addRow("信封规格：", self.envelopes)
        form.addRow("", self.duplex)
        return group


def _named_box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumContentsLength(16)
    return box
