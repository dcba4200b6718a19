"""Pasting into the body: cleaned, said, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from exports.page import Source
from models.notice import Level, Notice, Paragraph

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.drafting.body_text import BodyText

BODY_TEXT = (Paragraph("甲乙丙。"), Paragraph("", Level.FIRST, "一、", "丁"))


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    window.draft.create("新建公文", Notice("通知", "标题", body=BODY_TEXT))
    window.page.focus_source(Source("body", paragraph=0))
    return window


def field_of(window: MainWindow) -> BodyText:
    return window.page.paragraph.text_field


def read(window: MainWindow) -> list[str]:
    assert window.draft.notice is not None
    return [paragraph.whole for paragraph in window.draft.notice.body]


def paste(window: MainWindow, text: str, place: int = 0) -> None:
    QGuiApplication.clipboard().setText(text)
    window.page.paragraph.begin(place)
    QTest.keyClick(field_of(window), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_clean_phrase_goes_in_and_nothing_is_said(drafted: MainWindow) -> None:
    paste(drafted, "新", 1)
    assert read(drafted)[0] == "甲新乙丙。"
    assert field_of(drafted).textCursor().position() == 2
    assert not drafted.page.paragraph.paste_note.isVisible()


def test_marks_are_cleaned_and_the_way_back_is_one_button(drafted: MainWindow) -> None:
    paste(drafted, "新,旧的\u00a0事", 1)
    note = drafted.page.paragraph.paste_note
    assert read(drafted)[0] == "甲新，旧的 事乙丙。"
    assert note.words.text() == "粘贴时已清理：空格 1 处、半角标点 1 处。"
    assert note.isVisible()
    note.back.setFocus()
    QTest.keyClick(note.back, Qt.Key.Key_Space)
    assert read(drafted)[0] == "甲新,旧的\u00a0事乙丙。"
    assert not note.isVisible()
    drafted.actions_by_name["undo"].trigger()
    assert read(drafted)[0] == "甲新，旧的 事乙丙。"
    drafted.actions_by_name["undo"].trigger()
    assert read(drafted)[0] == "甲乙丙。"


def test_lines_become_paragraphs_and_numbers_follow(drafted: MainWindow) -> None:
    paste(drafted, "新。\n\n二、旧\n（一）事。内容。\n— 1 —", 3)
    assert read(drafted) == ["甲乙丙新。", "一、旧", "（一）事。内容。。", "二、丁"]
    assert drafted.page.outline.place == (-1, 2)
    assert field_of(drafted).textCursor().position() == len("内容。")
    assert "编号改了 2 处" in drafted.page.outline.note.text()
    assert "页码 1 处" in drafted.page.paragraph.paste_note.words.text()


def test_a_selection_is_replaced(drafted: MainWindow) -> None:
    QGuiApplication.clipboard().setText("新")
    field_of(drafted).setFocus()
    field_of(drafted).selectAll()
    field_of(drafted).paste()
    assert read(drafted)[0] == "新"


def test_an_empty_paragraph_takes_the_number_that_is_pasted(drafted: MainWindow) -> None:
    drafted.page.outline.add_asked.emit()
    paste(drafted, "（一）事。内容。")
    assert read(drafted) == ["甲乙丙。", "（一）事。内容。", "一、丁"]


def test_cells_become_a_table_behind(drafted: MainWindow) -> None:
    paste(drafted, "姓名\t单位\n李明\t人事局\n", 1)
    assert read(drafted)[:2] == ["甲乙丙。", "姓名\t单位\n李明\t人事局"]
    drafted.page.outline.choose(drafted.page.outline.places[1])
    drafted.page.outline.add_asked.emit()
    paste(drafted, "甲\t乙")
    assert read(drafted)[1] == "甲\t乙"
    assert drafted.draft.notice is not None
    assert drafted.draft.notice.body[1].level is Level.TABLE


def test_nothing_but_blanks_is_nothing(drafted: MainWindow) -> None:
    paste(drafted, " \n\u3000\n")
    assert read(drafted) == ["甲乙丙。", "一、丁"]


def test_typing_on_takes_the_note_away(drafted: MainWindow) -> None:
    paste(drafted, "新,旧", 1)
    QTest.keyClicks(field_of(drafted), "x")
    assert not drafted.page.paragraph.paste_note.isVisible()
    drafted.draft.flush()
    assert read(drafted)[0] == "甲新，旧x乙丙。"
