"""The page of the units: typed, pasted from Excel, imported, stopped, merged, sorted, put under categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QLineEdit, QMenu

import resources
from models.errors import UserError
from models.reading.sheets.files import read_sheets
from models.reading.sheets.unit_sheet import units_from
from models.rules.unit_cells import unit_text
from models.store.rosters import RosterRepository
from models.unit import Category, Purpose, Roster
from tests.models.unit_values import ROSTER
from tests.support.doubles import answering
from ui.parts.categories_dialog import CategoriesDialog
from ui.parts.unit_lines import COLUMNS, Pick, Shelf
from ui.parts.unit_sheet_dialog import UnitSheetDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.pages.units import UnitsPage

FIELDS = [column.field for column in COLUMNS]
CTRL = Qt.KeyboardModifier.ControlModifier
PASTED = "单位名称\t类别\t份数\t交换箱号\n甲局\t部委办局\t3\tB-1\n乙局\t部委办局\t-2\tB-2\n甲局\t部委办局\t1\t\n"


def kept(window: MainWindow) -> Roster:
    return RosterRepository(window.desk.file).load()


def type_in(page: UnitsPage, row: int, field: str, text: str) -> None:
    page.grid.setFocus()
    page.grid.go_to(row, FIELDS.index(field))
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    editor = page.grid.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def shown(page: UnitsPage, field: str) -> list[str]:
    rows = range(page.grid.grid.rowCount())
    return [page.grid.grid.index(row, FIELDS.index(field)).data() for row in rows]


def choose(page: UnitsPage, *names: str) -> None:
    rows = [shown(page, "name").index(name) for name in names]
    page.grid.choose((rows[0], 0), (rows[-1], len(FIELDS) - 1))


@pytest.fixture
def page(window: MainWindow) -> UnitsPage:
    """With a few units."""
    window.desk.change("读入", Roster(), ROSTER, window.desk.put_roster)
    window.desk.undo.clear()
    window.actions_by_name["page_units"].trigger()
    return window.units


@pytest.fixture
def agree(monkeypatch: pytest.MonkeyPatch) -> list[UnitSheetDialog]:
    """Agrees to each table that is shown."""
    seen: list[UnitSheetDialog] = []

    def accept(dialog: UnitSheetDialog) -> int:
        seen.append(dialog)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(UnitSheetDialog, "exec", accept)
    return seen


def test_an_empty_roster_offers_first_steps(window: MainWindow) -> None:
    window.actions_by_name["page_units"].trigger()
    assert window.units.blank.isVisible()
    window.units.blank.buttons["add"].click()
    assert window.units.grid.isVisible()
    type_in(window.units, 0, "name", "新单位")
    assert [unit.name for unit in kept(window).units] == ["新单位"]
    assert window.frame.names.item(2).text() == "单位　1"


def test_the_sample_list_is_read_in(window: MainWindow, agree: list[UnitSheetDialog]) -> None:
    window.actions_by_name["page_units"].trigger()
    window.units.blank.buttons["sample"].click()
    assert kept(window).units == units_from(read_sheets(resources.UNITS)).units
    assert len(agree) == 1
    window.actions_by_name["undo"].trigger()
    assert kept(window) == Roster()


def test_categories_count_their_units_and_choose_them(page: UnitsPage) -> None:
    tree = page.tree
    rows = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    told = {row.text(0): row.text(1) for row in rows if row}
    assert told["全部单位"] == "8"
    assert (told["区县人事局"], told["大专院校"], told["已停用"]) == ("2", "1", "1")
    tree.setCurrentItem(next(row for row in rows if row and row.text(0) == "部委办局"))
    assert shown(page, "name") == ["市建设委员会", "市财政局", ""]
    assert shown(page, "order") == ["3", "4", ""]
    assert shown(page, "quantity") == ["4", "2", ""]


def test_what_is_typed_is_kept_and_undone_as_one_step(page: UnitsPage, window: MainWindow) -> None:
    type_in(page, 3, "name", "市财政和税务局")
    unit = kept(window).units[3]
    assert unit.name == "市财政和税务局"
    assert [one.name for one in unit.former_names] == ["市财政局"]
    assert "曾用名：市财政局" in page.grid.grid.index(3, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert window.actions_by_name["undo"].text() == "撤销修改全称"
    window.actions_by_name["undo"].trigger()
    assert kept(window).units[3] == ROSTER.units[3]
    assert shown(page, "name")[3] == "市财政局"


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        ("name", "市建设委员会", "已经有单位"),
        ("name", "局" * 500, "500 个字"),
        ("quantity", "-1", "负数"),
        ("quantity", "1.5", "不是整数"),
        ("quantity", "1000000000", "太多"),
        ("order", "3", ""),
    ],
)
def test_what_cannot_be_is_told_at_the_cell(
    page: UnitsPage, window: MainWindow, field: str, text: str, word: str
) -> None:
    if field == "order":
        page.bar.buttons["order"].click()
        text, word = "99", "请填 1 到 9"
    type_in(page, 3, field, text)
    page.grid.go_to(3, FIELDS.index(field))
    assert word in page.note.text()
    assert shown(page, field)[3] == text
    assert kept(window) == ROSTER


def test_a_new_unit_stands_under_the_category_that_is_looked_at(
    page: UnitsPage, window: MainWindow
) -> None:
    page.tree.setCurrentItem(page.tree.findItems("大专院校", Qt.MatchFlag.MatchExactly)[0])
    page.bar.buttons["add"].click()
    type_in(page, 1, "name", "师范学院")
    unit = kept(window).units[-1]
    assert (unit.name, unit.category) == ("师范学院", "大专院校")


def test_a_table_with_a_header_is_shown_before_it_is_kept(
    page: UnitsPage, window: MainWindow, agree: list[UnitSheetDialog]
) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    (dialog,) = agree
    problems = [dialog.problems.item(at).text() for at in range(dialog.problems.count())]
    assert "负数" in problems[0]
    assert "重复" in problems[1]
    assert dialog.take.text() == "采用 2 个单位"
    names = [unit.name for unit in kept(window).units]
    assert names == [*(unit.name for unit in ROSTER.units), "甲局", "乙局"]
    assert window.desk.undo.count() == 1


def test_cells_without_a_header_are_pasted_where_the_keyboard_is(
    page: UnitsPage, window: MainWindow
) -> None:
    QGuiApplication.clipboard().setText("C-1\t张三\nC-2\t李四")
    page.grid.setFocus()
    page.grid.go_to(0, FIELDS.index("box"))
    QTest.keyClick(page.grid, Qt.Key.Key_V, CTRL)
    assert [(unit.box, unit.contact) for unit in kept(window).units[:2]] == [
        ("C-1", "张三"),
        ("C-2", "李四"),
    ]


def test_the_clerk_says_what_a_column_means(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text("名称,简称,人\n甲局,委办,张三\n市财政局,委办,李四\n", encoding="utf-8-sig")
    dialog = UnitSheetDialog(read_sheets(path), ROSTER)
    qtbot.addWidget(dialog)
    names = [dialog.boxes[1].itemText(at) for at in range(dialog.boxes[1].count())]
    for at, name in ((1, "类别"), (2, "类别"), (2, "联系人"), (1, "类别")):
        dialog.boxes[at].activated.emit(names.index(name))
    first = dialog.sheet.units[0]
    assert (first.category, first.contact) == ("委办", "张三")
    assert [dialog.units.grid.index(row, 0).data() for row in range(2)] == ["新增", "更新"]
    dialog.boxes[0].activated.emit(0)
    assert not dialog.take.isEnabled()


def test_a_table_that_names_no_units_is_refused(page: UnitsPage, window: MainWindow) -> None:
    with pytest.raises(UserError, match="没有找到表头"):
        page.files.take_text("一\t二\n三\t四")
    QGuiApplication.clipboard().setText(" ")
    with pytest.raises(UserError, match="剪贴板里没有表格"):
        page.do("paste")
    assert kept(window) == ROSTER


def test_stopped_units_stay_and_come_back(page: UnitsPage, window: MainWindow) -> None:
    choose(page, "市财政局")
    page.bar.buttons["stop"].click()
    assert kept(window).units[3].is_stopped
    assert "市财政局" not in shown(page, "name")
    page.tree.setCurrentItem(page.tree.findItems("已停用", Qt.MatchFlag.MatchExactly)[0])
    choose(page, "市财政局")
    assert page.bar.buttons["stop"].text() == "恢复使用"
    page.bar.buttons["stop"].click()
    assert kept(window) == ROSTER


def test_a_unit_is_merged_into_another(
    page: UnitsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, "市财政局")
    menu = page.grid.menu()
    merge = next(one for one in menu.actions() if one.text() == "并入…")
    monkeypatch.setattr(QInputDialog, "getItem", answering(("", False)))
    merge.trigger()
    monkeypatch.setattr(QInputDialog, "getItem", answering(("没有的局", True)))
    with pytest.raises(UserError, match="没有找到"):
        page.do("merge")
    monkeypatch.setattr(QInputDialog, "getItem", answering(("市建设委员会", True)))
    page.do("merge")
    gone = kept(window).units[3]
    assert (gone.is_stopped, gone.merged_into) == (True, "市建设委员会")


def test_the_standing_order_is_changed_by_keys_by_numbers_and_by_dragging(
    page: UnitsPage, window: MainWindow
) -> None:
    def names() -> list[str]:
        return [unit.name for unit in kept(window).units][:4]

    page.bar.buttons["order"].click()
    page.grid.setFocus()
    page.grid.go_to(0, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names() == ["西城区人事局", "东城区人事局", "市建设委员会", "市财政局"]
    assert page.grid.currentIndex().row() == 1
    type_in(page, 3, "order", "1")
    assert names() == ["市财政局", "西城区人事局", "东城区人事局", "市建设委员会"]
    page.grid.verticalHeader().moveSection(0, 2)
    assert names() == ["西城区人事局", "东城区人事局", "市财政局", "市建设委员会"]
    assert shown(page, "name")[:4] == names()
    QTest.keyClick(page.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    page.bar.buttons["order"].click()
    QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [unit.name for unit in window.desk.roster.units][:4] == names()


def test_words_find_units_and_escape_shows_all(page: UnitsPage, window: MainWindow) -> None:
    window.actions_by_name["seek"].trigger()
    assert page.words.hasFocus()
    QTest.keyClicks(page.words, "02287654321")
    assert shown(page, "name")[:-1] == ["市财政局"]
    QTest.keyClick(page.words, Qt.Key.Key_Return)
    assert page.grid.hasFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Escape)
    assert len(shown(page, "name")) == 9


@pytest.mark.usefixtures("page")
def test_units_are_written_and_read_again_to_the_letter(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "名册"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering((str(path), "")))
    window.actions_by_name["export"].trigger()
    again = units_from(read_sheets(path.with_suffix(".xlsx")))
    assert [unit.name for unit in again.units] == [unit.name for unit in ROSTER.units]
    assert again.categories == ROSTER.categories
    assert "已写好" in window.statusBar().currentMessage()


def test_a_file_is_imported(
    page: UnitsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path, agree: list[UnitSheetDialog],
) -> None:  # fmt: skip
    path = tmp_path / "名册.csv"
    path.write_text("单位名称,类别\n丙局,部委办局\n", encoding="gb18030")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering((str(path), "")))
    page.do("import")
    assert kept(window).units[-1].name == "丙局"
    assert len(agree) == 1


def edit_categories(
    monkeypatch: pytest.MonkeyPatch, does: Callable[[CategoriesDialog], None]
) -> None:
    def act(dialog: CategoriesDialog) -> int:
        does(dialog)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(CategoriesDialog, "exec", act)


def test_categories_are_edited_as_one_step(
    page: UnitsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def act(dialog: CategoriesDialog) -> None:
        grid = dialog.grid.grid
        grid.setData(grid.index(0, 0), "区县局")
        grid.setData(grid.index(0, 3), "7")
        grid.setData(grid.index(1, 3), "七")
        assert "不是数字" in dialog.note.text()
        grid.setData(grid.index(6, 0), "驻津单位")
        dialog.grid.go_to(6, 0)
        dialog.up.click()
        dialog.down.click()
        dialog.up.click()
        dialog.grid.go_to(0, 0)
        dialog.remove.click()
        assert "还有 2 个单位" in dialog.note.text()
        dialog.grid.go_to(6, 0)
        dialog.remove.click()

    edit_categories(monkeypatch, act)
    page.bar.buttons["categories"].click()
    roster = kept(window)
    assert roster.categories[0] == Category("区县局", terms=("各区县",), quantity=7)
    assert [one.name for one in roster.categories[4:]] == ["存档", "驻津单位", "备用"]
    assert roster.categories[4].purpose is Purpose.ARCHIVE
    assert unit_text(roster.units[0], "category") == "区县局"
    assert window.desk.undo.count() == 1


def test_a_read_only_file_shows_units_and_keeps_them(
    page: UnitsPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk.file, "read_only", True)
    window.desk.opened.emit()
    choose(page, "市财政局")
    assert not page.bar.buttons["paste"].isEnabled()
    assert not page.bar.buttons["stop"].isEnabled()
    menu: QMenu = page.grid.menu()
    assert [one.text() for one in menu.actions() if "停用" in one.text()] == []
    page.tree.itemDoubleClicked.emit(page.tree.topLevelItem(0), 0)
    assert page.tree.key == Pick(Shelf.ALL)


def test_columns_stay_as_they_were_left(
    page: UnitsPage, window: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    page.grid.header.resizeSection(1, 333)
    page.grid.header.setSectionHidden(9, True)
    window.close()
    again = make_window()
    assert again.units.grid.columnWidth(1) == 333
    assert again.units.grid.isColumnHidden(9)


def test_a_step_taken_back_from_the_history_is_shown(page: UnitsPage, window: MainWindow) -> None:
    type_in(page, 0, "box", "77")
    window.history.undo(window.desk.history.head().seq, "修改箱号")
    assert window.desk.roster == ROSTER
    assert shown(page, "box")[0] == "01"
