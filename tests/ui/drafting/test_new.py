"""新建公文, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.edition import Edition
from models.notice import Notice, Paragraph
from ui.parts.drafting.new_dialog import NewDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[NewDialog], object]], None]:
    """Shows the dialog, does something to it, and answers what became of it."""

    def set_answer(does: Callable[[NewDialog], object]) -> None:
        def shown(dialog: NewDialog) -> int:
            dialog.show()
            QApplication.processEvents()
            does(dialog)
            return dialog.result()

        monkeypatch.setattr(NewDialog, "exec", shown)

    return set_answer


def press(key: Qt.Key, *keys: Qt.Key) -> Callable[[NewDialog], None]:
    def do(dialog: NewDialog) -> None:
        for one in (key, *keys):
            QTest.keyClick(dialog.focusWidget() or dialog, one)

    return do


def open_notice(window: MainWindow) -> Notice:
    assert window.draft.notice is not None
    return window.draft.notice


def test_enter_makes_a_notice_of_the_usual_kind(
    window: MainWindow, answer: Callable[[Callable[[NewDialog], object]], None]
) -> None:
    answer(press(Qt.Key.Key_Return))
    window.actions_by_name["new"].trigger()
    notice = open_notice(window)
    assert notice.kind == "通知"
    assert notice.body[-1].whole == "特此通知。"
    assert window.focusWidget() is window.page.form.rows["title"][1]
    assert window.page.form.rows["addressees"][2].text() == "未找到主送机关，请填写。"


def test_another_kind_is_chosen_by_the_arrows_without_words(
    window: MainWindow, answer: Callable[[Callable[[NewDialog], object]], None]
) -> None:
    def choose(dialog: NewDialog) -> None:
        QTest.keyClick(dialog.kinds, Qt.Key.Key_End)
        dialog.with_words.setFocus()
        QTest.keyClick(dialog.with_words, Qt.Key.Key_Space)
        assert dialog.preview.toPlainText() == "空白的纪要"
        QTest.keyClick(dialog.kinds, Qt.Key.Key_Return)

    answer(choose)
    window.actions_by_name["new"].trigger()
    assert (open_notice(window).kind, open_notice(window).body) == ("纪要", ())


def test_the_old_rules_have_thirteen_kinds_in_the_old_edition(
    window: MainWindow, answer: Callable[[Callable[[NewDialog], object]], None]
) -> None:
    def choose(dialog: NewDialog) -> None:
        dialog.rules.setFocus()
        QTest.keyClick(dialog.rules, Qt.Key.Key_Down)
        assert dialog.kinds.count() == 13
        QTest.keyClick(dialog.kinds, Qt.Key.Key_Return)

    answer(choose)
    window.actions_by_name["new"].trigger()
    assert open_notice(window).edition is Edition.GB1999


def test_last_years_notice_is_where_to_start(
    window: MainWindow, answer: Callable[[Callable[[NewDialog], object]], None]
) -> None:
    body = (Paragraph("请遵照执行。"),)
    earlier = Notice("通知", "关于青川市2007年考试的通知", doc_number="青人〔2007〕2号", body=body)
    window.draft.create("读入公文", earlier)

    def choose(dialog: NewDialog) -> None:
        dialog.tabs.tabBar().setFocus()
        QTest.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Right)
        assert "2008年考试" in dialog.preview.toPlainText()
        QTest.keyClick(dialog.earlier, Qt.Key.Key_Return)

    answer(choose)
    window.actions_by_name["new"].trigger()
    notice = open_notice(window)
    assert (notice.title, notice.doc_number) == ("关于青川市2008年考试的通知", "")
    assert notice.body == body
    assert len(window.desk.notices.lines()) == 2
    window.actions_by_name["undo"].trigger()
    assert [line.date for line in window.desk.notices.lines()] == [None]


def test_escape_makes_nothing(
    window: MainWindow, answer: Callable[[Callable[[NewDialog], object]], None]
) -> None:
    answer(press(Qt.Key.Key_Escape))
    window.actions_by_name["new"].trigger()
    assert window.draft.notice is None
