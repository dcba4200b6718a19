"""汇总: each paragraph of the replies is put under items of the plan; from that come the table, the outline, the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.cells import Edit, Refused
from models.errors import UserError
from ui import theme
from ui.parts.blank import Blank
from ui.parts.button_row import ButtonRow, Step
from ui.parts.grid import Grid
from ui.parts.notice_box import NoticeBox
from ui.parts.tiles import Tiles
from ui.summing.lines import (
    ITEMS,
    PARAGRAPHS,
    UNITS,
    matrix_columns,
    matrix_lines,
    paragraph_lines,
    places_of,
    unit_lines,
)
from ui.summing.outputs import SumOutputs
from ui.summing.sums import Summing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from exports.typeset.fonts import FontBook
    from models.replies.summing.suggesting import Suggestion
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.replying.answering import Answering
    from ui.summing.sums import Place

STEPS = (
    Step("take", "采用建议", "把选中各段的建议填进“归入要点”（空格）"),
    Step("take_all", "采用全部建议", "这个单位还没有归类的段落都按建议归入；看过再按"),
    Step("table", "汇总表…", "汇总表、单位与要点对照表、报送情况分析，写成 PDF、Word、Excel"),
    Step("outline", "起草综述", "按要点的部分起草综述报告，留出要写的地方"),
    Step("alike", "查雷同…", "找出内容大部分相同的报送件；引用本公文的文字不算"),
    Step("book", "汇编成册…", "全部报送件按单位排序编成一册，带目录（F9）", is_primary=True),
)
WRITING = ("take", "take_all", "outline")
FIRST = {"page_replies": "去“收意见”页收取报送件", "page_notices": "去“文件”页打开公文"}
KEYS = {QKeyCombination(Qt.Key.Key_F9): "book"}
SORTING, MATRIX = "sorting", "matrix"
LEFT, RIGHT, TEXT_HEIGHT = 290, 940, 110


class SummaryPage(QWidget):
    """What the replies to the open notice say.

    Signals:
        page_asked: The command that shows the page with what is missing.
    """

    page_asked = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, answering: Answering, fonts: FontBook) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.summing = Summing(desk, draft, answering, self)
        self.outputs = SumOutputs(desk, draft, answering, fonts, self)
        self._places: list[tuple[Place, str]] = []
        self._suggested: list[tuple[Suggestion, ...]] = []
        self.bar, self.notices = ButtonRow("", STEPS), NoticeBox()
        self.tiles = Tiles("看什么", {SORTING: "逐段归类", MATRIX: "单位与要点对照"}, SORTING)
        self.units = Grid("报送单位", UNITS)
        self.grid, self.matrix = Grid("段落", PARAGRAPHS), Grid("单位与要点对照", ())
        self.whole = QPlainTextEdit(readOnly=True)
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.blank = Blank(
            "还没有可汇总的报送件", "收到报送件以后，在这里逐段归入要点各项。", FIRST
        )
        self.splitter, self._stack = QSplitter(), QStackedWidget()
        self._lay_out()
        self._connect()

    def panes(self) -> Sequence[QWidget]:
        """Units, paragraphs, what one says, the matrix; where there is nothing, the first steps."""
        return (self.blank, self.units, self.grid, self.whole, self.matrix, self.tiles, self.bar)

    def count(self) -> int:
        """Nothing to tell."""
        return 0

    def summary(self) -> str:
        """How far the sorting is."""
        sums = self.summing.sums if self.isVisible() else None
        if sums is None:
            return ""
        told = len({(one.reply, one.paragraph) for one in sums.summary.assignments})
        return f"{len(sums.standings)} 个单位，已归类 {told} 段"

    def seek(self) -> None:
        """Ctrl+F."""
        self.units.setFocus()

    def do(self, step: str) -> None:
        """Take a step by its name."""
        self._answers()[step]()

    def reload(self) -> None:
        """Show what is known."""
        sums, may = self.summing.sums, not self._desk.file.read_only
        notice = self._draft.notice
        self.notices.show_lines(self._desk.notices.lines(), notice.id if notice else None)
        is_there = sums is not None and bool(sums.standings)
        for name, button in self.bar.buttons.items():
            button.setEnabled(is_there and (may or name not in WRITING))
        self.tiles.setVisible(is_there)
        self.grid.grid.is_read_only = not may
        if sums is None or not is_there:
            self._stack.setCurrentWidget(self.blank)
            self.units.show_lines(())
        elif self.tiles.key == MATRIX:
            self._stack.setCurrentWidget(self.matrix)
            self._show_matrix()
        else:
            self._stack.setCurrentWidget(self.splitter)
            self.units.show_lines(unit_lines(sums))
            if not self.units.currentIndex().isValid():
                self.units.go_to(0, 1)
            self._show_unit()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is shown now."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page."""
        if (step := KEYS.get(event.keyCombination())) is not None:
            self.do(step)
        else:
            super().keyPressEvent(event)

    def _answers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "take": self._take_chosen,
            "take_all": self._take_all,
            "table": self.outputs.ask_table,
            "outline": self.outputs.draft_outline,
            "alike": self.outputs.find_alike,
            "book": self.outputs.ask_book,
            "export": self.outputs.export,
        }

    def _lay_out(self) -> None:
        self.bar.put_first(self.notices)
        self.whole.setAccessibleName("这一段的全文")
        self.note.setProperty("role", "quiet")
        self.whole.setMaximumHeight(TEXT_HEIGHT)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for part in (self.grid, self.note, self.whole):
            column.addWidget(part)
        self.splitter.addWidget(self.units)
        self.splitter.addWidget(right)
        self.splitter.setSizes([LEFT, RIGHT])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.splitter, self.matrix, self.blank):
            self._stack.addWidget(part)
        head = QHBoxLayout()
        head.addWidget(self.tiles)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[theme.GAP] * 4)
        outer.setSpacing(theme.GAP)
        outer.addWidget(self.bar)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.summing.changed.connect(self._on_changed)
        self.bar.asked.connect(self.do)
        self.blank.asked.connect(self.page_asked)
        self.notices.chosen.connect(self._draft.open)
        self.tiles.picked.connect(self.reload)
        self.units.selectionModel().currentRowChanged.connect(self._show_unit)
        self.grid.selectionModel().currentRowChanged.connect(self._show_paragraph)
        self.grid.noted.connect(self._on_noted)
        self.grid.edited.connect(self._on_edited)
        self.grid.spaced.connect(self._take_and_go_on)

    def _on_changed(self) -> None:
        if self.isVisible():
            self.reload()

    def _show_matrix(self) -> None:
        if (sums := self.summing.sums) is not None:
            columns = matrix_columns(sums)
            if columns != self.matrix.grid.columns:
                self.matrix.grid.beginResetModel()
                self.matrix.grid.columns = columns
                self.matrix.grid.endResetModel()
                self.matrix.header.start()
                self.matrix.header.fit(self.matrix.viewport().width())
            self.matrix.show_lines(matrix_lines(sums))

    def _show_unit(self) -> None:
        sums, at = self.summing.sums, self.units.currentIndex()
        if sums is None or not at.isValid():
            return
        standing = sums.standings[self.units.grid.line(at.row()).key]
        if (places := places_of(standing)) != self._places:
            self._places = places
            self.grid.grid.forget_refused()
        self._suggested = [
            one for reply in standing.replies for one in self.summing.suggestions(reply)
        ]
        self.grid.show_lines(paragraph_lines(sums, self._places, self._suggested))
        if not self.grid.currentIndex().isValid():
            self.grid.go_to(0, 1)
        self._show_paragraph()

    def _show_paragraph(self) -> None:
        at = self.grid.currentIndex()
        key = self.grid.grid.line(at.row()).key if at.isValid() else -1
        is_there = 0 <= key < len(self._places)
        self.whole.setPlainText(self._places[key][1] if is_there else "")
        sums = self.summing.sums
        if is_there and sums is not None and self.grid.grid.wrong(at) is None:
            told = (f"{sums.title(one.item)}（{one}）" for one in self._suggested[key])
            self.note.setText("建议：" + ("；".join(told) or "没有把握，请自己填"))

    def _on_noted(self, words: str) -> None:
        """Why a cell was not taken goes before the suggestions."""
        if words:
            self.note.setText(words)

    def _on_edited(self, label: str, edits: tuple[Edit, ...]) -> None:
        told: list[tuple[Place, tuple[int, ...]]] = []
        refused: list[Refused] = []
        for edit in edits:
            if edit.field == ITEMS:
                try:
                    told.append((self._places[edit.row][0], self.summing.typed(edit.text)))
                except UserError as error:
                    refused.append(Refused(edit, str(error)))
        self.summing.assign(label, told)
        self.grid.show_refused(edits, refused)

    def _take_and_go_on(self) -> None:
        if not self._desk.file.read_only:
            self._take_chosen()
            self.grid.step(1)

    def _take_chosen(self) -> None:
        self._take("采用建议", self.grid.chosen_keys())

    def _take_all(self) -> None:
        sums = self.summing.sums
        if sums is not None:
            open_ = [at for at, (place, _) in enumerate(self._places) if not sums.items(place)]
            self._take("采用全部建议", open_)

    def _take(self, label: str, keys: Sequence[int]) -> None:
        told = [
            (self._places[at][0], (self._suggested[at][0].item,))
            for at in keys
            if self._suggested[at]
        ]
        self.summing.assign(label, told)
