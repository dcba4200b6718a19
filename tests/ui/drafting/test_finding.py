"""查找和替换 in the open notice, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from models.notice import Level, Notice, Paragraph, Piece

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.parts.drafting.replace_bar import ReplaceBar

NOTICE = Notice(
    "通知",
    "关于考试的通知",
    organs=("甲局", "考试院"),
    body=(Paragraph("做好考试。"), Paragraph("考试后报。", Level.FIRST, "一、", "考试。")),
    pieces=(Piece("考试办法"),),
)
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def found(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """Looking for 考试."""
    window.draft.create("新建公文", NOTICE)
    window.page.form.focus("title")
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keySequence(window.page.form.rows["title"][1], QKeySequence("Ctrl+H"))
    bar_of(window).words.setText("考试")
    return window


def bar_of(window: MainWindow) -> ReplaceBar:
    return window.page.replace_bar


def all_texts(window: MainWindow) -> str:
    notice = window.draft.notice
    assert notice is not None
    words = [*notice.organs, notice.title, *(p.whole for p in notice.body), notice.pieces[0].title]
    return "|".join(words)


def test_the_bar_counts_and_shows_the_first(found: MainWindow) -> None:
    assert bar_of(found).isVisible()
    assert found.focusWidget() is bar_of(found).words
    assert bar_of(found).count.text() == "第 1 处，共 6 处"
    organs = found.page.form.rows["organs"][1]
    QTest.keyClick(bar_of(found).words, ENTER, SHIFT)
    QTest.keyClick(bar_of(found).words, ENTER)
    assert (organs.selected(), organs.text()) == ("考试", "甲局、考试院")


def test_enter_and_f3_go_round_through_fields_and_paragraphs(
    found: MainWindow, qtbot: QtBot
) -> None:
    words, paragraph = bar_of(found).words, found.page.paragraph
    QTest.keyClick(words, ENTER)
    assert found.page.form.rows["title"][1].selected() == "考试"
    QTest.keyClick(words, ENTER)
    assert found.page.outline.place == (-1, 0)
    assert paragraph.text_field.selected() == "考试"
    QTest.keyClick(words, ENTER)
    assert paragraph.heading_field.selected() == "考试"
    qtbot.keySequence(words, QKeySequence("F3"))
    assert paragraph.text_field.textCursor().selectionStart() == 0
    qtbot.keySequence(words, QKeySequence("F3"))
    assert paragraph.piece_title_field.selected() == "考试"
    QTest.keyClick(words, ENTER)
    assert bar_of(found).count.text() == "第 1 处，共 6 处"
    QTest.keyClick(words, ENTER, SHIFT)
    assert bar_of(found).count.text() == "第 6 处，共 6 处"
    qtbot.keySequence(words, QKeySequence("Shift+F3"))
    assert bar_of(found).count.text() == "第 5 处，共 6 处"
    assert found.focusWidget() is words


def test_one_is_replaced_and_the_next_is_shown(found: MainWindow) -> None:
    bar = bar_of(found)
    bar.new.setText("AB")
    QTest.keyClick(bar.words, ENTER)
    bar.new.setFocus()
    QTest.keyClick(bar.new, ENTER)
    assert all_texts(found).startswith("甲局|考试院|关于AB的通知|做好考试。")
    assert bar.count.text() == "已替换 1 处。第 2 处，共 5 处"
    found.actions_by_name["undo"].trigger()
    assert "AB" not in all_texts(found)
    assert bar.count.text().endswith("共 6 处")


def test_all_are_replaced_as_one_step(found: MainWindow) -> None:
    steps = found.desk.undo.count()
    bar_of(found).new.setText("考核")
    QTest.mouseClick(bar_of(found).buttons["全部替换"], Qt.MouseButton.LeftButton)
    assert all_texts(found) == "甲局|考核院|关于考核的通知|做好考核。|一、考核。考核后报。|考核办法"
    assert bar_of(found).count.text() == "已替换 6 处。"
    assert found.desk.undo.count() == steps + 1
    assert found.desk.undo.undoText() == "全部替换（6 处）"
    found.actions_by_name["undo"].trigger()
    assert found.draft.notice == NOTICE


def test_words_that_hold_the_old_ones_are_passed_over(found: MainWindow) -> None:
    bar = bar_of(found)
    bar.new.setText("考试考试")
    for _ in range(2):
        bar.buttons["替换"].click()
    assert all_texts(found).startswith("甲局|考试考试院|关于考试考试的通知|做好考试。")


def test_replacing_the_last_one_says_so(window: MainWindow) -> None:
    window.draft.create("新建公文", NOTICE)
    window.finding.ask()
    bar_of(window).words.setText("甲局")
    bar_of(window).new.setText("乙局")
    bar_of(window).buttons["替换"].click()
    assert bar_of(window).count.text() == "已替换 1 处。"
    bar_of(window).buttons["替换"].click()
    bar_of(window).words.setText("丙局")
    assert bar_of(window).count.text() == "没有找到"
    assert not bar_of(window).buttons["全部替换"].isEnabled()


def test_escape_leaves_the_keyboard_at_the_words(found: MainWindow) -> None:
    QTest.keyClick(bar_of(found).words, Qt.Key.Key_Escape)
    assert not bar_of(found).isVisible()
    assert found.focusWidget() is found.page.form.rows["organs"][1]
    found.finding.step(1)
    assert bar_of(found).words.text() == "考试"
    assert bar_of(found).isVisible()


def test_what_is_selected_is_looked_for(window: MainWindow) -> None:
    window.draft.create("新建公文", NOTICE)
    for name in ("title", "organs"):
        window.page.form.focus(name)
        window.page.form.rows[name][1].select(2, 4)
        window.actions_by_name["replace"].trigger()
        assert bar_of(window).words.text() == {"title": "考试", "organs": "、考"}[name]
        bar_of(window).close_bar()


def test_a_file_for_reading_only_is_looked_through_only(found: MainWindow) -> None:
    bar_of(found).set_read_only(read_only=True)
    found.finding.step(1)
    assert not bar_of(found).buttons["替换"].isEnabled()
    assert bar_of(found).buttons["下一处"].isEnabled()
