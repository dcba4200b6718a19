"""Paragraphs by key and by mouse, and the numbers that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from exports.page import Source
from models.notice import Level, Notice, Paragraph, Piece
from models.places import BODY, Place, text_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.drafting.paragraph_tree import ParagraphTree

ONE, TWO, THREE = Level.FIRST, Level.SECOND, Level.THIRD
BODY_TEXT = (
    Paragraph("", ONE, "一、", "甲"),
    Paragraph("丁。", THREE, "1.", "丙。"),
    Paragraph("己。", THREE, "2.", "戊。"),
    Paragraph("", ONE, "二、", "乙"),
    Paragraph("辛。", THREE, "1.", "庚。"),
    Paragraph("特此通知。"),
)
PIECE = Piece("办法", (Paragraph("文。", Level.ARTICLE, "第一条　"), Paragraph("尾。")))


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    """A notice of two sections, the first item chosen, the keyboard in the tree."""
    window.draft.create("新建公文", Notice("通知", "标题", body=BODY_TEXT, pieces=(PIECE,)))
    window.page.focus_source(Source("body", paragraph=1))
    tree_of(window).setFocus()
    return window


def tree_of(window: MainWindow) -> ParagraphTree:
    return window.page.outline.tree


def read(window: MainWindow, piece: int = BODY) -> list[str]:
    assert window.draft.notice is not None
    return [paragraph.whole for paragraph in text_of(window.draft.notice, piece)]


def press(window: MainWindow, key: Qt.Key, with_keys: Qt.KeyboardModifier | None = None) -> None:
    keys = Qt.KeyboardModifier.NoModifier if with_keys is None else with_keys
    QTest.keyClick(tree_of(window), key, keys)


def undo(window: MainWindow) -> None:
    window.actions_by_name["undo"].trigger()


def drop(window: MainWindow, from_places: list[Place], row: Place, *, is_below: bool) -> None:
    """Drag these rows onto the upper or lower half of a row."""
    outline, tree = window.page.outline, tree_of(window)
    outline.select(from_places[0].piece, [place.paragraph for place in from_places])
    rect = tree.visualItemRect(outline.items[row])
    spot = QPointF(rect.center().x(), rect.bottom() - 1 if is_below else rect.top() + 1)
    event = QDropEvent(
        spot,
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = lambda: tree  # what Qt knows of a drag that a hand began
    tree.dropEvent(event)


def test_tab_sets_the_level_and_all_numbers_follow(drafted: MainWindow) -> None:
    drafted.page.outline.choose(Place(BODY, 3))
    press(drafted, Qt.Key.Key_Tab)
    assert read(drafted)[2:5] == ["2.戊。己。", "（一）乙", "1.庚。辛。"]
    assert drafted.page.outline.place == Place(BODY, 3)
    assert tree_of(drafted).hasFocus()
    press(drafted, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_tab_sets_several_paragraphs_as_one_step(drafted: MainWindow) -> None:
    press(drafted, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert tree_of(drafted).chosen == (1, 2)
    press(drafted, Qt.Key.Key_Tab)
    assert read(drafted)[1:3] == ["（1）丙。丁。", "（2）戊。己。"]
    assert tree_of(drafted).chosen == (1, 2)
    undo(drafted)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_alt_and_arrows_move_a_section_with_its_items(drafted: MainWindow) -> None:
    drafted.page.outline.choose(Place(BODY, 0))
    press(drafted, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert read(drafted) == [
        *("一、乙", "1.庚。辛。", "二、甲", "1.丙。丁。", "2.戊。己。", "特此通知。"),
    ]
    assert drafted.page.outline.note.text() == "编号改了 2 处：二→一，一→二。"
    assert drafted.page.outline.place == Place(BODY, 2)
    press(drafted, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_an_item_that_changes_its_section_is_counted_there(drafted: MainWindow) -> None:
    drafted.page.outline.choose(Place(BODY, 2))
    press(drafted, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert read(drafted)[2:5] == ["二、乙", "1.戊。己。", "2.庚。辛。"]


def test_ins_and_del_let_numbers_follow_and_say_so(drafted: MainWindow) -> None:
    press(drafted, Qt.Key.Key_Insert)
    assert read(drafted)[1:4] == ["1.丙。丁。", "2.", "3.戊。己。"]
    note = drafted.page.outline.note
    assert (note.text(), note.isVisible()) == ("编号改了 1 处：2.→3.。", True)
    assert drafted.page.paragraph.text_field.hasFocus()
    press(drafted, Qt.Key.Key_Delete)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_typing_takes_the_word_on_numbers_away(drafted: MainWindow) -> None:
    press(drafted, Qt.Key.Key_Insert)
    QTest.keyClicks(drafted.page.paragraph.text_field, "x")
    assert not drafted.page.outline.note.isVisible()


def test_enter_in_the_words_begins_the_next_paragraph(drafted: MainWindow) -> None:
    drafted.page.outline.choose(Place(BODY, 5))
    press(drafted, Qt.Key.Key_Return)
    field = drafted.page.paragraph.text_field
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)
    QTest.keyClick(field, Qt.Key.Key_Right)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert read(drafted)[5:] == ["特此", "通知。"]
    assert (field.text(), field.textCursor().position()) == ("通知。", 0)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert read(drafted)[5:] == ["特此通知。"]
    assert field.textCursor().position() == 2


def test_enter_in_a_numbered_paragraph_counts_on(drafted: MainWindow) -> None:
    field = drafted.page.paragraph.text_field
    drafted.page.paragraph.begin(99)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "N")
    drafted.draft.flush()
    assert read(drafted)[1:4] == ["1.丙。丁。", "2.N", "3.戊。己。"]


def test_in_a_table_enter_begins_a_row(window: MainWindow) -> None:
    table = Paragraph("甲\t乙", Level.TABLE)
    window.draft.create("新建公文", Notice("通知", body=(table,)))
    window.page.focus_source(Source("body", paragraph=0))
    window.page.paragraph.begin(99)
    QTest.keyClick(window.page.paragraph.text_field, Qt.Key.Key_Return)
    QTest.keyClick(window.page.paragraph.text_field, Qt.Key.Key_Backspace)
    window.draft.flush()
    assert read(window) == ["甲\t乙"]


def test_a_section_is_dragged_with_its_items(drafted: MainWindow) -> None:
    drop(drafted, [Place(BODY, 3)], Place(BODY, 0), is_below=False)
    assert read(drafted)[:4] == ["一、乙", "1.庚。辛。", "二、甲", "1.丙。丁。"]
    drop(drafted, [Place(BODY, 5)], Place(BODY, 0), is_below=False)
    assert read(drafted)[0] == "特此通知。"


def test_items_are_dragged_into_another_text(drafted: MainWindow) -> None:
    drop(drafted, [Place(BODY, 1)], Place(0, 0), is_below=True)
    assert read(drafted)[:2] == ["一、甲", "1.戊。己。"]
    assert read(drafted, 0) == ["第一条　文。", "1.丙。丁。", "尾。"]
    assert drafted.page.outline.place == Place(0, 1)
    undo(drafted)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_a_drop_beside_the_rows_moves_nothing(drafted: MainWindow) -> None:
    tree, nowhere = tree_of(drafted), QPointF(5, tree_of(drafted).viewport().height() + 900)
    event = QDropEvent(
        nowhere,
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_the_menu_counts_on_over_headings_and_back(drafted: MainWindow) -> None:
    outline = drafted.page.outline
    outline.menu.aboutToShow.emit()
    assert outline.runs_on.text() == "“1.”一级全文连续编号"
    assert not outline.runs_on.isChecked()
    outline.runs_on.trigger()
    assert read(drafted)[4] == "3.庚。辛。"
    assert outline.note.text() == "编号改了 1 处：1.→3.。"
    assert outline.runs_on.isChecked()
    outline.choose(Place(BODY, 2))
    press(drafted, Qt.Key.Key_Delete)
    assert read(drafted)[3] == "2.庚。辛。"
    outline.choose(Place(BODY, 3))
    outline.runs_on.trigger()
    assert read(drafted)[3] == "1.庚。辛。"


def test_numbers_out_of_sequence_wait_to_be_asked_for(window: MainWindow) -> None:
    body = (
        Paragraph("甲", THREE, "1."),
        Paragraph("乙", THREE, "3."),
        Paragraph("丙", THREE, "4."),
    )
    window.draft.create("新建公文", Notice("通知", body=body))
    window.page.focus_source(Source("body", paragraph=0))
    tree_of(window).setFocus()
    press(window, Qt.Key.Key_Delete)
    assert read(window) == ["3.乙", "4.丙"]
    assert "“1.”一级原来的编号不连续，没有改动" in window.page.outline.note.text()
    renumber = window.page.outline.renumber
    renumber.trigger()
    assert read(window) == ["1.乙", "2.丙"]
    assert window.page.outline.note.text() == "编号改了 2 处：3.→1.，4.→2.。"
    assert window.page.outline.note.toolTip() == "3. → 1.\n4. → 2."
    renumber.trigger()
    assert window.page.outline.note.text() == "编号都连续，没有要改的。"
    undo(window)
    assert read(window) == ["3.乙", "4.丙"]


def test_tab_leaves_the_tree_from_a_text_as_a_whole(drafted: MainWindow) -> None:
    drafted.page.outline.choose(Place(BODY, -1))
    press(drafted, Qt.Key.Key_Tab)
    assert not tree_of(drafted).hasFocus()
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_a_file_for_reading_only_keeps_its_paragraphs(drafted: MainWindow) -> None:
    drafted.page.outline.set_read_only(read_only=True)
    drafted.page.paragraph.set_read_only(read_only=True)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_Tab):
        press(drafted, key)
    QTest.keyClick(drafted.page.paragraph.text_field, Qt.Key.Key_Return)
    assert read(drafted) == [p.whole for p in BODY_TEXT]


def test_every_button_has_its_deed(drafted: MainWindow) -> None:
    outline = drafted.page.outline
    for name, line in (
        ("降级", "（1）丙。丁。"),
        ("升级", "1.丙。丁。"),
        ("下移", "1.戊。己。"),
        ("上移", "1.丙。丁。"),
        ("添加", "1.丙。丁。"),
    ):
        QTest.mouseClick(outline.buttons[name], Qt.MouseButton.LeftButton)
        assert read(drafted)[1] == line
    QTest.mouseClick(outline.buttons["删除"], Qt.MouseButton.LeftButton)
    assert read(drafted) == [p.whole for p in BODY_TEXT]
