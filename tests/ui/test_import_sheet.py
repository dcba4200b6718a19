"""The sheet of a text that came in: doubts first, every element movable, Enter takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit

from models.reading.reading import Role
from models.reading.understand import read_text
from models.rules.secrecy import StateSecret
from tests.support.doubles import answering, begin_notice, keeping, take_sheets
from ui import messages
from ui.parts.import_sheet import ImportSheet
from ui.parts.marked_text import ROLE_MIME
from ui.parts.reading_names import NAMES
from ui.paste_offer import PASTE

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.intake import Taken
    from ui.main_window import MainWindow

TEXT = """丹枫市人事局文件
丹人〔2009〕3号
关于做好年度考核工作
各区人事局：
现将有关事项通知如下，𠮷字也要读。
于3月底前报送方案，4月10日前报送总结。
丹枫市人事局
二○○九年三月五日
打印本页
"""


NOTICE = TEXT.replace("考核工作", "考核工作的通知")


@pytest.fixture
def sheet(qtbot: QtBot) -> ImportSheet:
    made = ImportSheet(read_text(TEXT))
    qtbot.addWidget(made)
    made.show()
    return made


def select(sheet: ImportSheet, words: str) -> None:
    start = TEXT.index(words)
    sheet.text.select(start, start + len(words))


def place_of(sheet: ImportSheet, role: Role) -> QPoint:
    row = sheet.tree.topLevelItem(list(Role).index(role))
    assert row is not None
    return sheet.tree.visualItemRect(row).center()


def drop(target: QWidget, place: QPoint, data: QMimeData) -> None:
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    for enter in (
        QDragEnterEvent(place, action, data, buttons, keys),
        QDragMoveEvent(place, action, data, buttons, keys),
    ):
        getattr(
            target, "dragEnterEvent" if enter.type() == enter.Type.DragEnter else "dragMoveEvent"
        )(enter)
        assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(place), action, data, buttons, keys))  # pyright: ignore[reportAttributeAccessIssue]


def test_every_role_has_a_name_and_a_row(sheet: ImportSheet) -> None:
    assert set(NAMES) == set(Role)
    assert sheet.tree.topLevelItemCount() == len(Role)


def test_doubts_come_first_and_are_answered_by_keys(sheet: ImportSheet) -> None:
    assert sheet.doubts.choices[0].hasFocus()
    QTest.keyClick(sheet.doubts.choices[0], Qt.Key.Key_Space)
    assert sheet.notice.kind == "通知"
    assert [button.text() for button in sheet.doubts.choices] == ["2009年3月31日", "2009年4月10日"]
    QTest.keyClick(sheet.doubts.choices[1], Qt.Key.Key_Space)
    assert sheet.notice.reply_due == date(2009, 4, 10)
    assert not sheet.open_doubts
    assert sheet.take.hasFocus()


def answer(sheet: ImportSheet, words: str) -> None:
    (button,) = (one for one in sheet.doubts.choices if one.text() == words)
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_answer_ends_with_its_doubt(sheet: ImportSheet) -> None:
    kinds = [one.text() for one in sheet.doubts.choices]
    assert "函" in kinds
    answer(sheet, "函")
    assert sheet.notice.kind == "函"
    start = TEXT.index("现将有关事项通知")
    sheet.tree.choose(Role.TITLE)
    sheet.text.select(start, start + len("现将有关事项通知"))
    QTest.keyClick(sheet.give, Qt.Key.Key_Space)
    assert sheet.notice.title == "现将有关事项通知"
    assert sheet.notice.kind == "通知"


def test_a_chosen_day_ends_with_the_days_it_was_chosen_from(sheet: ImportSheet) -> None:
    answer(sheet, "2009年4月10日")
    assert sheet.notice.reply_due == date(2009, 4, 10)
    select(sheet, "4月10日前报送总结。")
    sheet.tree.choose(Role.NOTES)
    select(sheet, "4月10日前报送总结。")
    QTest.keyClick(sheet.give, Qt.Key.Key_Space)
    assert sheet.notice.reply_due != date(2009, 4, 10)


def test_what_could_not_be_read_stays_in_sight_and_is_told_at_the_end(window: MainWindow) -> None:
    told = "第 3 页没有文字，可能是图片，其中的内容没有读出，请核对。"
    sheet = ImportSheet(replace(read_text(TEXT), unread=(told,)))
    window.intake.sheet = sheet
    sheet.tree.choose(Role.DATE)
    sheet.drop.click()
    assert told in [label.text() for label in sheet.doubts.findChildren(QLabel)]
    taken: list[Taken] = []
    window.intake.taken.connect(taken.append)
    window.intake.take_sheet()
    assert told in taken[0].doubts
    sheet.deleteLater()


def test_selected_text_is_dropped_on_a_row(sheet: ImportSheet) -> None:
    select(sheet, "丹枫市人事局\n")
    data = sheet.text.createMimeDataFromSelection()
    assert data.text() == "丹枫市人事局\n"
    drop(sheet.tree, place_of(sheet, Role.ISSUING_OFFICE), data)
    assert sheet.notice.issuing_office == "丹枫市人事局"
    assert sheet.notice.signatures == ()
    assert sheet.tree.role() is Role.ISSUING_OFFICE


def test_text_of_another_program_is_no_stretch_of_this_one(sheet: ImportSheet) -> None:
    select(sheet, "丹枫市人事局\n")
    before, data = sheet.reading, QMimeData()
    data.setText("丹枫市人事局")
    with pytest.raises(AssertionError):
        drop(sheet.tree, place_of(sheet, Role.ISSUING_OFFICE), data)
    place, buttons = QPointF(place_of(sheet, Role.CC)), Qt.MouseButton.LeftButton
    sheet.tree.dropEvent(
        QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, Qt.KeyboardModifier.NoModifier)
    )
    assert sheet.reading == before


def test_the_place_in_a_text_with_unbreakable_blanks_stays_when_it_is_set_right(
    qtbot: QtBot,
) -> None:
    sheet = ImportSheet(read_text(TEXT.replace("丹枫市人事局文件", "丹枫市\u00a0人事局文件")))
    qtbot.addWidget(sheet)
    sheet.text.select(20, 25)
    sheet.tree.choose(Role.NOTES)
    sheet.text.select(20, 25)
    sheet.give.click()
    assert sheet.text.selected() == (20, 25)


def test_a_row_is_dropped_on_a_line_or_on_the_selection(sheet: ImportSheet) -> None:
    sheet.tree.choose(Role.TITLE)
    data = sheet.tree.mimeData(sheet.tree.selectedItems())
    assert data.hasFormat(ROLE_MIME)
    select(sheet, "现将有关事项")
    cursor = sheet.text.textCursor()
    cursor.setPosition(cursor.selectionStart())
    drop(sheet.text, sheet.text.cursorRect(cursor).center(), data)
    assert sheet.notice.title == "现将有关事项"
    select(sheet, "丹人〔2009〕3号")
    line = sheet.text.cursorRect().center()
    sheet.text.select(0, 0)
    drop(sheet.text, line, data)
    assert sheet.notice.title == "丹人〔2009〕3号"


def test_by_keys_alone_an_element_is_moved_and_left_out(sheet: ImportSheet) -> None:
    select(sheet, "4月10日前报送总结。")
    sheet.tree.choose(Role.NOTES)
    select(sheet, "4月10日前报送总结。")
    QTest.keyClick(sheet.give, Qt.Key.Key_Space)
    assert sheet.notice.notes == "4月10日前报送总结。"
    sheet.tree.setFocus()
    QTest.keyClick(sheet.tree, Qt.Key.Key_Delete)
    assert sheet.notice.notes == ""
    assert any("4月10日" in sheet.reading.text[s.start : s.end] for s in sheet.reading.left_out)
    sheet.tree.choose(Role.BODY)
    QTest.keyClick(sheet.tree, Qt.Key.Key_Delete)
    assert len(sheet.notice.body) == 2


def test_the_row_shows_where_its_text_stands_also_behind_rare_characters(
    sheet: ImportSheet,
) -> None:
    sheet.tree.choose(Role.DATE)
    assert sheet.text.textCursor().selectedText() == "二○○九年三月五日"
    start, end = sheet.text.selected()
    assert TEXT[start:end] == "二○○九年三月五日"


def test_a_doubt_without_candidates_leads_to_its_row(qtbot: QtBot) -> None:
    sheet = ImportSheet(read_text("关于开会的通知\n各区人事局：\n请按时参加。\x07\n"))
    qtbot.addWidget(sheet)
    for doubt in sheet.open_doubts:
        sheet.doubts.pointed.emit(doubt)
        assert sheet.tree.role() is doubt.role
    assert sheet.text.selected() == (21, 22)


def test_nothing_is_kept_before_enter_and_nothing_after_escape(
    window: MainWindow,
) -> None:
    window.intake.take_text(TEXT)
    sheet = window.intake.sheet
    assert sheet is not None
    assert window.desk.notices.lines() == ()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert window.intake.sheet is None
    assert window.desk.notices.lines() == ()
    window.intake.take_text(TEXT)
    take_sheets(window)
    assert [line.title for line in window.desk.notices.lines()] == ["关于做好年度考核工作"]
    assert "没有写明文种" in window.page.banner.text()


def test_a_grade_that_the_clerk_points_at_is_refused(window: MainWindow) -> None:
    window.intake.take_text(TEXT.replace("打印本页", "这里写着机密两字"))
    sheet = window.intake.sheet
    assert sheet is not None
    sheet.tree.given.emit(Role.NOTES)
    start = sheet.reading.text.index("机密")
    sheet.text.select(start, start + 2)
    sheet.tree.given.emit(Role.SECRECY)
    assert sheet.notice.secrecy == "机密"
    with pytest.raises(StateSecret):
        window.intake.take_sheet()
    assert window.desk.notices.lines() == ()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_document_pasted_into_a_field_is_offered_to_be_understood(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, agrees: bool
) -> None:
    monkeypatch.setattr(messages, "ask", answering(agrees))
    begin_notice(window)
    field = window.page.form.rows["notes"][1]
    field.setFocus()
    QGuiApplication.clipboard().setText(NOTICE)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert (window.intake.sheet is not None) is agrees
    assert ("丹人〔2009〕3号" in field.text()) is not agrees


def test_a_document_pasted_where_no_field_is_is_offered_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def decline(*words: str) -> bool:
        asked.append(words[1])
        return False

    monkeypatch.setattr(messages, "ask", decline)
    window.intake.take_text(NOTICE)
    take_sheets(window)
    window.page.list.setFocus()
    QGuiApplication.clipboard().setText(NOTICE)
    QTest.keyClick(window.page.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1


@pytest.mark.parametrize("agrees", [True, False])
def test_a_document_pasted_by_the_menu_of_a_field_is_offered_too(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, agrees: bool
) -> None:
    monkeypatch.setattr(messages, "ask", answering(agrees))
    shown: list[QMenu] = []

    def keep(menu: QMenu, _: QPoint) -> None:
        shown.append(menu)

    monkeypatch.setattr(QMenu, "popup", keep)
    begin_notice(window)
    field = window.page.form.rows["notes"][1]
    QGuiApplication.clipboard().setText(NOTICE)
    heard = field.viewport() if isinstance(field, QPlainTextEdit) else field
    place = heard.rect().center()
    for widget in (heard, window.page.list):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place)
        QApplication.sendEvent(widget, event)
    (menu,) = shown
    paste = menu.findChild(QAction, PASTE)
    assert isinstance(paste, QAction)
    paste.trigger()
    assert (window.intake.sheet is not None) is agrees
    assert ("丹人〔2009〕3号" in field.text()) is not agrees
    menu.deleteLater()


def test_the_menu_of_a_field_that_cannot_be_changed_pastes_nothing(window: MainWindow) -> None:
    menu = window.paste_offer.menu_of(QLineEdit(window, readOnly=True))
    assert menu.findChild(QAction, PASTE) is None
    menu.deleteLater()


def test_a_phrase_is_pasted_without_a_question(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(messages, "ask", keeping(asked))
    begin_notice(window)
    field = window.page.form.rows["title"][1]
    field.setFocus()
    for text in ("关于开会的通知", "现将有关事项通知如下。" * 9):
        QGuiApplication.clipboard().setText(text)
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert not asked
    assert "关于开会的通知" in field.text()
