"""The grid as hands trained in Excel use it: keys, input methods, clipboard."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMenu, QVBoxLayout, QWidget

from models.cells import Edit, Refused
from models.errors import UserError
from models.numerals import arabic_date
from tests.support.doubles import answering
from ui.parts.grid import Grid
from ui.parts.grid_clipboard import MOST_CHARACTERS, cells_from, cells_of, mime_of
from ui.parts.grid_values import GridColumn, GridLine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COLUMNS = (
    GridColumn("no", "序", 40, is_editable=False, is_number=True),
    GridColumn("name", "单位", 160),
    GridColumn("group", "类别", 100, choices=("区县", "部委", "高校")),
    GridColumn("copies", "份数", 50, is_number=True),
    GridColumn("box", "箱号", 60),
)
FIELDS = [column.field for column in COLUMNS]


class Table(QWidget):
    """A grid over plain rows between two fields; copies must be numbers."""

    def __init__(self, rows: list[list[str]], *, takes_new: bool = False) -> None:
        super().__init__()
        self.rows, self.steps = rows, list[tuple[str, int]]()
        self.before, self.behind = QLineEdit(), QLineEdit()
        self.grid = Grid("表", COLUMNS, takes_new=takes_new)
        column = QVBoxLayout(self)
        for part in (self.before, self.grid, self.behind):
            column.addWidget(part)
        self.notes: list[str] = []
        self.grid.noted.connect(self.notes.append)
        self.grid.edited.connect(self.take)
        self.resize(700, 400)
        self.show_rows()

    def show_rows(self) -> None:
        self.grid.show_lines(
            [GridLine(key, (str(key + 1), *row), usual=("", "", "", "3", "")) for key, row in enumerate(self.rows)]
        )  # fmt: skip

    def take(self, label: str, edits: tuple[Edit, ...]) -> None:
        self.steps.append((label, len(edits)))
        refused: list[Refused] = []
        added: dict[int, int] = {}
        for edit in edits:
            at = added.get(edit.row, edit.row)
            if edit.field == "copies" and not (edit.text.isdecimal() or not edit.text):
                refused.append(Refused(edit, "不是数字"))
            elif at < 0 and edit.text:
                added[edit.row] = len(self.rows)
                self.rows.append(["", "", "", ""])
                self.rows[-1][FIELDS.index(edit.field) - 1] = edit.text
            elif at >= 0:
                self.rows[at][FIELDS.index(edit.field) - 1] = edit.text
        self.show_rows()
        self.grid.show_refused(edits, refused)

    def column(self, field: str) -> list[str]:
        return [row[FIELDS.index(field) - 1] for row in self.rows]


def rows() -> list[list[str]]:
    return [
        ["和平区", "区县", "5", "A1"],
        ["财政局", "部委", "", "B2"],
        ["滨海大学", "高校", "12", ""],
        ["河东区", "区县", "2", "A2"],
    ]


def shown(table: Table, qtbot: QtBot, at: tuple[int, int] = (0, 1)) -> Table:
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    table.activateWindow()
    table.grid.setFocus()
    qtbot.waitUntil(table.grid.hasFocus)
    table.grid.go_to(*at)
    return table


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return shown(Table(rows()), qtbot)


@pytest.fixture
def growing(qtbot: QtBot) -> Table:
    """With a blank line below."""
    return shown(Table(rows(), takes_new=True), qtbot)


def at(table: Table) -> tuple[int, int]:
    index = table.grid.currentIndex()
    return index.row(), index.column()


def press(table: Table, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:  # fmt: skip
    target = QApplication.focusWidget() or table.grid
    QTest.keyClick(target, key, modifiers)
    QApplication.processEvents()


def type_in(table: Table, text: str) -> None:
    for character in text:
        QTest.keyClicks(QApplication.focusWidget() or table.grid, character)


def put_in_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def commit(grid: Grid, text: str, preedit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget() or grid, event)


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_typing_replaces_and_enter_goes_down(table: Table) -> None:
    type_in(table, "xyz")
    press(table, Qt.Key.Key_Return)
    assert table.rows[0][0] == "xyz"
    assert at(table) == (1, 1)
    press(table, Qt.Key.Key_Return)
    assert at(table) == (2, 1)
    press(table, Qt.Key.Key_Return, SHIFT)
    assert at(table) == (1, 1)
    assert len(table.grid.selectedIndexes()) == 1
    assert table.steps == [("修改单位", 1)]


def test_tab_goes_right_over_the_end_of_a_row_and_leaves_behind_the_last_cell(table: Table) -> None:
    type_in(table, "x")
    press(table, Qt.Key.Key_Tab)
    assert (table.rows[0][0], at(table)) == ("x", (0, 2))
    table.grid.go_to(0, 4)
    press(table, Qt.Key.Key_Tab)
    assert at(table) == (1, 0)
    press(table, Qt.Key.Key_Backtab)
    assert at(table) == (0, 4)
    table.grid.go_to(3, 4)
    press(table, Qt.Key.Key_Tab)
    assert table.behind.hasFocus()
    table.grid.setFocus()
    table.grid.go_to(0, 0)
    press(table, Qt.Key.Key_Backtab)
    assert table.before.hasFocus()


def test_f2_keeps_the_text_and_escape_leaves_it(table: Table) -> None:
    press(table, Qt.Key.Key_F2)
    editor = table.grid.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "和平区"
    editor.setText("别的")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert table.steps == []
    assert table.rows[0][0] == "和平区"


def test_arrows_end_the_typing(table: Table) -> None:
    type_in(table, "x")
    press(table, Qt.Key.Key_Down)
    assert (table.rows[0][0], at(table)) == ("x", (1, 1))
    type_in(table, "y")
    press(table, Qt.Key.Key_Up)
    assert (table.rows[1][0], at(table)) == ("y", (0, 1))


def test_pinyin_is_composed_into_a_cell(table: Table) -> None:
    commit(table.grid, "", preedit="nan")
    commit(table.grid, "南开区")
    press(table, Qt.Key.Key_Return)
    assert table.rows[0][0] == "南开区"
    assert at(table) == (1, 1)


@pytest.mark.parametrize("text", ["，", "南", "（一）", "语音说的一句话"])
def test_what_comes_without_composing_keeps_its_first_character(table: Table, text: str) -> None:
    commit(table.grid, text)
    commit(table.grid, "后")
    press(table, Qt.Key.Key_Return)
    assert table.rows[0][0] == f"{text}后"


def test_nothing_can_be_typed_into_a_column_that_is_worked_out(table: Table) -> None:
    table.grid.go_to(0, 0)
    commit(table.grid, "九")
    type_in(table, "9")
    press(table, Qt.Key.Key_Delete)
    assert table.steps == []


def test_a_beginning_is_completed(table: Table) -> None:
    table.grid.go_to(0, 2)
    commit(table.grid, "高")
    press(table, Qt.Key.Key_Return)
    assert table.rows[0][1] == "高校"


def test_delete_clears_a_block_as_one_step(table: Table) -> None:
    table.grid.choose((0, 0), (1, 3))
    press(table, Qt.Key.Key_Delete)
    assert table.rows[:2] == [["", "", "", "A1"], ["", "", "", "B2"]]
    assert table.steps == [("清除内容", 5)]


def test_a_block_goes_to_excel_and_back(table: Table) -> None:
    table.rows[0][0] = '和"平"\n区'
    table.show_rows()
    table.grid.choose((0, 1), (1, 2))
    press(table, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == '"和""平""\n区"\t区县\r\n财政局\t部委'
    assert "<td>财政局</td><td>部委</td></tr></table>" in data.html()
    table.grid.choose((2, 1), (2, 1))
    table.grid.go_to(2, 1)
    press(table, Qt.Key.Key_V, CTRL)
    assert table.rows[2][:2] == ['和"平"\n区', "区县"]
    assert table.rows[3][:2] == ["财政局", "部委"]
    assert table.steps == [("粘贴 4 格", 4)]


def test_titles_go_along_where_asked(table: Table) -> None:
    table.grid.choose((0, 1), (0, 2))
    press(table, Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "单位\t类别\r\n和平区\t区县"


def test_one_value_fills_what_is_chosen(table: Table) -> None:
    put_in_clipboard("7")
    table.grid.choose((0, 3), (2, 3))
    press(table, Qt.Key.Key_V, CTRL)
    assert table.column("copies") == ["7", "7", "7", "2"]
    assert len(table.steps) == 1


def test_what_finds_no_place_is_told(table: Table) -> None:
    put_in_clipboard("1\t甲\t乙\t3\t4\t5\n\n\n\n\nx")
    table.grid.go_to(0, 0)
    press(table, Qt.Key.Key_V, CTRL)
    assert table.rows[0] == ["甲", "乙", "3", "4"]
    assert "有 3 格超出表格" in table.notes[-1]


def test_a_block_pasted_below_becomes_new_lines(growing: Table) -> None:
    put_in_clipboard("甲局\t部委\n乙局\t部委\n")
    growing.grid.go_to(4, 1)
    press(growing, Qt.Key.Key_V, CTRL)
    assert growing.column("name")[4:] == ["甲局", "乙局"]
    assert growing.grid.grid.rowCount() == 7


def test_the_blank_line_takes_a_new_name_and_stays_for_the_next(growing: Table) -> None:
    growing.grid.go_to(4, 1)
    type_in(growing, "x")
    press(growing, Qt.Key.Key_Tab)
    assert (growing.column("name")[4], at(growing)) == ("x", (4, 2))
    growing.grid.go_to(5, 1)
    type_in(growing, "y")
    press(growing, Qt.Key.Key_Return)
    assert (growing.column("name")[5], at(growing)) == ("y", (6, 1))


def test_fill_down_repeats_the_first_row(table: Table) -> None:
    table.grid.choose((0, 2), (2, 3))
    press(table, Qt.Key.Key_D, CTRL)
    assert table.column("group") == ["区县", "区县", "区县", "区县"]
    assert table.column("copies") == ["5", "5", "5", "2"]
    table.grid.go_to(3, 4)
    table.grid.choose((3, 4), (3, 4))
    press(table, Qt.Key.Key_D, CTRL)
    assert table.column("box")[3] == ""
    assert [label for label, _ in table.steps] == ["向下填充", "向下填充"]


def test_today_is_one_key(table: Table) -> None:
    press(table, Qt.Key.Key_Semicolon, CTRL)
    assert table.rows[0][0] == arabic_date(date.today())


def test_what_was_not_taken_stays_and_is_told_until_it_is_right(table: Table) -> None:
    table.grid.go_to(0, 3)
    type_in(table, "-1")
    press(table, Qt.Key.Key_Return)
    index = table.grid.grid.index(0, 3)
    assert (index.data(), table.rows[0][2]) == ("-1", "5")
    assert "有 1 格没有采用" in table.notes[-1]
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "不是数字"
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None
    table.grid.go_to(0, 3)
    assert table.notes[-1] == "不是数字"
    type_in(table, "6")
    press(table, Qt.Key.Key_Return)
    assert (index.data(), table.rows[0][2], table.notes[-1]) == ("6", "6", "")


def test_an_empty_cell_shows_what_usually_holds(table: Table) -> None:
    index = table.grid.grid.index(1, 3)
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("3", "")
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None


def test_a_header_sorts_both_ways_and_comes_back_to_the_standing_order(table: Table) -> None:
    def names() -> list[str]:
        return [table.grid.grid.index(row, 1).data() for row in range(4)]

    standing = names()
    table.grid.header.sectionClicked.emit(3)
    assert names() == ["河东区", "财政局", "和平区", "滨海大学"]
    table.grid.header.sectionClicked.emit(3)
    assert names() == ["滨海大学", "和平区", "财政局", "河东区"]
    table.grid.header.sectionClicked.emit(3)
    assert names() == standing
    table.grid.header.sectionClicked.emit(1)
    assert names() == ["滨海大学", "财政局", "和平区", "河东区"]


def test_a_changed_line_stays_where_it_is_while_it_is_sorted(table: Table) -> None:
    table.grid.header.sectionClicked.emit(3)
    table.grid.go_to(0, 3)
    type_in(table, "99")
    press(table, Qt.Key.Key_Return)
    assert table.grid.grid.index(0, 3).data() == "99"
    assert at(table) == (1, 3)


def action(menu: QMenu, words: str) -> None:
    """Choose an entry, also below another."""
    for one in menu.actions():
        if one.text().startswith(words):
            one.trigger()
            return
        below = one.menu()
        if isinstance(below, QMenu):
            for entry in below.actions():
                if entry.text().startswith(words):
                    entry.trigger()
                    return
    raise AssertionError(words)


def test_a_header_filters_and_hides(table: Table) -> None:
    header, grid = table.grid.header, table.grid.grid
    action(header.menu_of(2), "区县　2")
    assert [grid.index(row, 1).data() for row in range(grid.rowCount())] == ["和平区", "河东区"]
    assert grid.headerData(2, Qt.Orientation.Horizontal) == "类别＊"
    action(header.menu_of(2), "全部显示")
    assert grid.rowCount() == 4
    action(header.menu_of(-1), "箱号")
    assert table.grid.isColumnHidden(4)
    action(header.menu_of(1), "降序")
    assert grid.index(0, 1).data() == "河东区"
    action(header.menu_of(1), "恢复规定顺序")
    assert grid.index(0, 1).data() == "和平区"


def test_hidden_columns_are_neither_copied_nor_pasted_into(table: Table) -> None:
    table.grid.header.setSectionHidden(2, True)
    table.grid.selectRow(0)
    press(table, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "1\t和平区\t5\tA1"
    table.grid.choose((1, 1), (1, 1))
    put_in_clipboard("甲\t9")
    press(table, Qt.Key.Key_V, CTRL)
    assert table.rows[1] == ["甲", "部委", "9", "B2"]


def test_words_narrow_the_lines(table: Table) -> None:
    grid = table.grid.grid
    grid.view(replace(grid.viewing, words="区县 a2"))
    assert [grid.index(row, 1).data() for row in range(grid.rowCount())] == ["河东区"]


def test_columns_fill_the_room_until_one_is_set_and_are_remembered(
    table: Table, qtbot: QtBot
) -> None:
    assert table.grid.header.kept().isEmpty()
    assert not table.grid.horizontalScrollBar().isVisible()
    table.grid.header.resizeSection(1, 222)
    kept = table.grid.header.kept()
    table.resize(900, 400)
    other = shown(Table(rows()), qtbot)
    other.grid.header.restore(kept)
    other.resize(600, 300)
    assert (other.grid.columnWidth(1), table.grid.columnWidth(1)) == (222, 222)


@pytest.mark.parametrize(("column", "told", "want"), [(2, "部委", "group"), (4, "C9", "box")])
def test_many_lines_get_one_value(
    table: Table, monkeypatch: pytest.MonkeyPatch, column: int, told: str, want: str
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", answering((told, True)))
    monkeypatch.setattr(QInputDialog, "getText", answering((told, True)))
    menus: list[QMenu] = []
    table.grid.menu_asked.connect(menus.append)
    table.grid.go_to(0, column)
    table.grid.choose((0, column), (2, column))
    menu = table.grid.menu()
    assert menus == [menu]
    action(menu, "批量改")
    assert table.column(want)[:3] == [told] * 3
    assert len(table.steps) == 1


def test_space_is_told_where_nothing_can_be_typed(table: Table, qtbot: QtBot) -> None:
    table.grid.go_to(0, 0)
    with qtbot.waitSignal(table.grid.spaced):
        press(table, Qt.Key.Key_Space)


def test_a_read_only_grid_only_copies(table: Table) -> None:
    table.grid.grid.is_read_only = True
    put_in_clipboard("7")
    for key, modifiers in ((Qt.Key.Key_V, CTRL), (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_D, CTRL)):  # fmt: skip
        press(table, key, modifiers)
    type_in(table, "x")
    assert table.steps == []


def test_ten_thousand_lines_are_fluid(qtbot: QtBot) -> None:
    many = [[f"单位{n}", "区县", str(n % 9), ""] for n in range(10_000)]
    table = shown(Table(many), qtbot)
    started = time.perf_counter()
    table.show_rows()
    table.grid.header.sectionClicked.emit(1)
    table.grid.scrollToBottom()
    table.grid.repaint()
    assert time.perf_counter() - started < 1


@given(st.lists(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from('\n"\t'), max_size=6), min_size=2, max_size=3), min_size=1, max_size=4))  # fmt: skip
def test_what_is_copied_is_pasted_to_the_letter(cells: list[list[str]]) -> None:
    assert cells_from(mime_of(cells).text()) == tuple(map(tuple, cells))


def test_a_table_of_a_page_is_pasted() -> None:
    data = QMimeData()
    assert cells_of(data) == ()
    data.setHtml("<p>无</p><table><tr><td>甲<br>乙</td><th>&lt;1&gt;</th></tr><tr><td></td></tr></table>")  # fmt: skip
    assert cells_of(data) == (("甲\n乙", "<1>"), ("",))


def test_strange_texts_are_taken_as_they_stand_or_refused() -> None:
    assert cells_from('5" 管\t甲\n乙') == (('5" 管', "甲"), ("乙",))
    data = QMimeData()
    data.setText("字" * (MOST_CHARACTERS + 1))
    with pytest.raises(UserError, match="太多"):
        cells_of(data)
    with pytest.raises(UserError, match="太长"):
        cells_from("字" * 200_000 + "\t")
