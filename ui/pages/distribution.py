"""The page of the distribution: whom the addressees mean, who gets how many copies, and what became of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.rules.allotment_cells import with_allotment_cells
from models.rules.dealing import run_name
from models.rules.quantities import Tally
from models.rules.rosters import with_rule
from models.unit import Purpose
from ui import theme
from ui.handing_out import HandingOut
from ui.listing import Listing
from ui.parts.addressee_tree import AddresseeTree
from ui.parts.allotment_lines import COLUMNS, QUANTITY, Shelf, groups_of, lines_of
from ui.parts.blank import Blank
from ui.parts.button_row import ButtonRow, Step
from ui.parts.count_tree import CountTree
from ui.parts.grid import Grid
from ui.parts.notice_box import NoticeBox
from ui.parts.rule_dialog import ask_rule
from ui.parts.search_field import SearchField
from ui.parts.searched_grid import SearchedGrid
from ui.parts.total_bar import TotalBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QMenu

    from models.cells import Edit
    from models.distribution import Distribution
    from ui.desk import Desk
    from ui.draft import Draft

STEPS = (
    Step("fill", "按类别填…", "给一个类别的每个单位填同样的份数"),
    Step("spare", "差额放入备用", "让备用一行补足，合计与共印份数相等"),
    Step("copies", "共印按表定", "按分发表的合计进到整十，写入共印份数"),
    Step("print", "付印…", "登记印好的份号，以后不再重编；多出来的要补印"),
    Step("send", "送发…", "登记选中单位的送发日期，可以分批"),
    Step("sign", "签收…", "登记选中单位的签收人（空格键）"),
    Step("void", "作废…", "登记印坏的份号，不再使用"),
    Step("back", "清退…", "登记收回的份号，看还差哪些"),
    Step("export", "导出 Excel", "把分发表写成 Excel 文件（Ctrl+E）", is_primary=True),
)
FIRST = {"page_units": "去“单位”页读入名册", "page_notices": "去“文件”页打开公文"}
COUNT_AFTER_MS = 600
LEFT, RIGHT = 264, 960


class DistributionPage(QWidget):
    """The list of the open notice.

    Signals:
        page_asked: The command that shows the page with what is missing.
        counted: The copies were counted anew.
    """

    page_asked = Signal(str)
    counted = Signal()

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.listing = Listing(desk, draft, self)
        self.deeds = HandingOut(desk, draft, self.listing, self)
        self._notice: int | None = None
        self._total = 0
        self._later = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self.bar = ButtonRow("", STEPS)
        self.notices = NoticeBox()
        self.banner, self.adopt = QLabel(textFormat=Qt.TextFormat.PlainText), QPushButton("采用")
        self.addressees = AddresseeTree()
        self.shelves: CountTree[Shelf] = CountTree("类别小计", ("类别", "单位数", "份数"), None)
        self.words = SearchField("查找单位", "名称、箱号、份号…")
        self.grid = Grid("分发表", COLUMNS)
        self._searched = SearchedGrid(self.words, self.grid)
        self.note = self._searched.note
        self.total = TotalBar()
        self.blank = Blank(
            "还没有分发表", "打开一份公文、有了单位名册，主送机关就会展开成一个个单位。", FIRST
        )
        self.splitter, self._stack = QSplitter(), QStackedWidget()
        self._lay_out()
        self._connect()

    def panes(self) -> Sequence[QWidget]:
        """Addressees, subtotals, rows, sum; where there are none, the first steps."""
        return (self.blank, self.grid, self.total, self.bar, self.shelves, self.addressees)

    def count(self) -> int:
        """How many copies are handed out, as far as it is worked out."""
        return self._total

    def summary(self) -> str:
        """Rows and copies that are seen."""
        distribution, grid = self.listing.distribution, self.grid.grid
        if distribution is None:
            return "没有分发表"
        keys = [grid.line(row).key for row in range(grid.rowCount())]
        rows = distribution.allotments
        copies = sum(rows[key].quantity for key in keys if key < len(rows))
        return f"{len(keys)} 行，{copies} 份"

    def seek(self) -> None:
        """Ctrl+F."""
        self.words.seek()

    def do(self, step: str) -> None:
        """Take a step by its name."""
        self._answers()[step]()

    def go_to_spare(self) -> None:
        """Put the keyboard into the copies of 备用."""
        distribution = self.listing.distribution
        rows = () if distribution is None else distribution.allotments
        spare = next((at for at, one in enumerate(rows) if one.purpose is Purpose.SPARE), None)
        if spare is None:
            self.note.setText("分发表里没有“备用”一行。")
            return
        self.words.clear()
        self.shelves.key = None
        self.reload()
        self.grid.setFocus()
        self.grid.go_to(self.grid.grid.row_of(spare), QUANTITY)

    def reload(self) -> None:
        """Show the distribution of the open notice."""
        distribution, notice = self.listing.distribution, self._draft.notice
        self._count()
        self._show_notices()
        self.grid.grid.is_read_only = self._desk.file.read_only
        self._show_buttons(distribution)
        self._stack.setCurrentWidget(self.blank if distribution is None else self.splitter)
        if distribution is None or notice is None:
            self.grid.show_lines(())
            return
        if notice.id != self._notice:
            self._notice = notice.id
            self.grid.grid.forget_refused()
        self.addressees.show_addressees(self.listing.addressees, self.listing.uncovered)
        self.shelves.show_groups(groups_of(distribution))
        self.total.show_tally(Tally(distribution.total, notice.copies), distribution)
        self._show_banner()
        self._show_lines()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is shown now."""
        super().showEvent(event)
        self.reload()

    def _answers(self) -> Mapping[str, Callable[[], object]]:
        deeds = self.deeds
        return {
            "fill": self._fill,
            "spare": deeds.fill_spare,
            "copies": deeds.count_copies,
            "print": deeds.note_print,
            "send": partial(self._with_chosen, deeds.send),
            "sign": partial(self._with_chosen, deeds.sign),
            "void": deeds.void,
            "back": partial(self._with_chosen, deeds.take_back),
            "held": partial(self._with_chosen, deeds.give_held),
            "export": deeds.export,
        }

    def _lay_out(self) -> None:
        self.banner.setProperty("role", "warning")
        self.bar.put_first(self.notices)
        left = QSplitter(Qt.Orientation.Vertical)
        for part in (self.shelves, self.addressees):
            left.addWidget(part)
        left.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._searched)
        self.splitter.setSizes([LEFT, RIGHT])
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.blank)
        hint = QHBoxLayout()
        hint.addWidget(self.banner)
        hint.addWidget(self.adopt)
        hint.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GAP] * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.bar)
        column.addLayout(hint)
        column.addWidget(self._stack, 1)
        column.addWidget(self.total)

    def _connect(self) -> None:
        self.listing.changed.connect(self._on_changed)
        self._later.timeout.connect(self._count)
        self.bar.asked.connect(self.do)
        self.blank.asked.connect(self.page_asked)
        self.adopt.clicked.connect(self.deeds.adopt)
        self.notices.chosen.connect(self._draft.open)
        self.shelves.picked.connect(self._show_lines)
        self.addressees.rule_asked.connect(self._ask_rule)
        self.total.spare_asked.connect(self.go_to_spare)
        self.grid.edited.connect(self._on_edited)
        self.grid.spaced.connect(partial(self.do, "sign"))
        self.grid.menu_asked.connect(self._add_to_menu)

    def _on_changed(self) -> None:
        """Typing on another page does not wait for the list."""
        if self.isVisible():
            self.reload()
        else:
            self._later.start()

    def _count(self) -> None:
        distribution = self.listing.distribution
        self._total = 0 if distribution is None else distribution.total
        self.counted.emit()

    def _show_notices(self) -> None:
        notice = self._draft.notice
        self.notices.show_lines(self._desk.notices.lines(), notice.id if notice else None)

    def _show_buttons(self, distribution: Distribution | None) -> None:
        is_there, may = distribution is not None, not self._desk.file.read_only
        for name, button in self.bar.buttons.items():
            button.setEnabled(is_there and (may or name == "export"))
        self.bar.buttons["print"].setText(f"{run_name(distribution)}…")
        self.total.setVisible(is_there)

    def _show_banner(self) -> None:
        wanted, may = self.listing.wanted, not self._desk.file.read_only
        words = ""
        if wanted is not None:
            words = "主送机关、抄送机关或单位名册有变动，与这份分发表不一致。"
            if not self.listing.is_kept:
                words = "这是按主送机关展开的分发表，改动或采用后保存。"
        self.banner.setText(words)
        self.adopt.setText("重新编制" if self.listing.is_kept else "采用")
        for part in (self.banner, self.adopt):
            part.setVisible(bool(words) and may)

    def _show_lines(self) -> None:
        if (distribution := self.listing.distribution) is not None:
            self.grid.show_lines(lines_of(distribution, self.shelves.key))

    def _on_edited(self, label: str, edits: tuple[Edit, ...]) -> None:
        if (distribution := self.listing.distribution) is not None:
            changed, refused = with_allotment_cells(distribution, edits)
            if changed != distribution:
                self.listing.keep(label, changed)
            self.grid.show_refused(edits, refused)

    def _ask_rule(self, phrase: str) -> None:
        """What a phrase means from now on; a list that follows it is made anew where none is kept yet."""
        one = next((one for one in self.listing.addressees if one.phrase == phrase), None)
        if one is None or self._desk.file.read_only:
            return
        roster = self._desk.roster
        rule = ask_rule(self, one.rule, roster)
        if rule is not None and rule != one.rule:
            self._desk.change(
                f"改“{phrase}”的对应", roster, with_rule(roster, rule), self._desk.put_roster
            )

    def _fill(self) -> None:
        distribution, at = self.listing.distribution, self.grid.currentIndex()
        if distribution is not None:
            key = self.grid.grid.line(at.row()).key if at.isValid() else 0
            shelf = self.shelves.key
            self.deeds.fill(shelf[1] if shelf else distribution.allotments[key].category)

    def _with_chosen(self, deed: Callable[[Sequence[int]], object]) -> None:
        deed(self.grid.chosen_keys())

    def _add_to_menu(self, menu: QMenu) -> None:
        if not self._desk.file.read_only:
            menu.addSeparator()
            answers = self._answers()
            for name in ("fill", "send", "sign", "back"):
                menu.addAction(self.bar.buttons[name].text(), answers[name])
            menu.addAction("用余份补", answers["held"])
