"""常用语, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from exports.page import Source
from models.notice import Notice, Paragraph
from models.office import USUAL_PHRASES
from models.store.offices import OfficeRepository
from ui.parts.drafting.phrases_dialog import PhrasesDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow

ENTER = Qt.Key.Key_Return


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[PhrasesDialog], object]], None]:
    """Shows the dialog, does something to it, and answers what became of it."""

    def set_answer(does: Callable[[PhrasesDialog], object]) -> None:
        def shown(dialog: PhrasesDialog) -> int:
            dialog.show()
            QApplication.processEvents()
            does(dialog)
            return dialog.result()

        monkeypatch.setattr(PhrasesDialog, "exec", shown)

    return set_answer


@pytest.fixture
def drafted(window: MainWindow) -> MainWindow:
    window.draft.create("新建公文", Notice("通知", "标题", body=(Paragraph("甲乙。"),)))
    window.page.focus_source(Source("body", paragraph=0))
    window.page.paragraph.begin(1)
    return window


def words_of(window: MainWindow) -> str:
    assert window.draft.notice is not None
    return window.draft.notice.body[0].text


def test_a_phrase_is_found_by_typing_and_goes_where_the_cursor_is(
    drafted: MainWindow, answer: Callable[[Callable[[PhrasesDialog], object]], None]
) -> None:
    def choose(dialog: PhrasesDialog) -> None:
        dialog.words.setText("报送")
        QTest.keyClick(dialog.words, ENTER)

    answer(choose)
    steps = drafted.desk.undo.count()
    drafted.actions_by_name["phrase"].trigger()
    assert words_of(drafted) == "甲请于……前将……报送……。乙。"
    assert drafted.page.paragraph.text_field.selected() == "……"
    QTest.keyClicks(drafted.page.paragraph.text_field, "3")
    drafted.draft.flush()
    assert words_of(drafted).startswith("甲请于3前将……")
    assert drafted.desk.undo.count() >= steps + 1


def test_the_arrows_walk_while_words_are_typed(
    drafted: MainWindow, answer: Callable[[Callable[[PhrasesDialog], object]], None]
) -> None:
    def choose(dialog: PhrasesDialog) -> None:
        QTest.keyClick(dialog.words, Qt.Key.Key_Down)
        QTest.keyClick(dialog.words, Qt.Key.Key_Down)
        QTest.keyClick(dialog.words, ENTER)

    answer(choose)
    drafted.page.form.focus("title")
    drafted.page.form.rows["title"][1].select(0, 2)
    drafted.actions_by_name["phrase"].trigger()
    assert drafted.draft.notice is not None
    assert drafted.draft.notice.title == "经研究，"


def test_into_a_field_of_one_line_too(
    drafted: MainWindow, answer: Callable[[Callable[[PhrasesDialog], object]], None]
) -> None:
    drafted.page.focus_source(Source("notes"))
    answer(lambda dialog: QTest.keyClick(dialog.words, ENTER))
    drafted.actions_by_name["phrase"].trigger()
    assert drafted.draft.notice is not None
    assert drafted.draft.notice.notes == USUAL_PHRASES[0]
    assert drafted.page.form.rows["notes"][1].selected() == "……"


def test_the_list_is_kept_in_the_data_file_and_undone(
    drafted: MainWindow, answer: Callable[[Callable[[PhrasesDialog], object]], None]
) -> None:
    def edit(dialog: PhrasesDialog) -> None:
        dialog.words.setText("请认真落实。")
        dialog.buttons["添加"].click()
        dialog.shown.setCurrentRow(0)
        QTest.keyClick(dialog.shown, Qt.Key.Key_Delete)
        dialog.buttons["修改"].click()
        editor = dialog.shown.findChild(QLineEdit)
        assert isinstance(editor, QLineEdit)
        editor.setText("依照有关规定，")
        QTest.keyClick(editor, ENTER)
        QApplication.processEvents()
        QTest.keyClick(dialog.shown, Qt.Key.Key_Escape)

    answer(edit)
    drafted.actions_by_name["phrase"].trigger()
    kept = OfficeRepository(drafted.desk.file).load().phrases
    assert kept == ("依照有关规定，", *USUAL_PHRASES[2:], "请认真落实。")
    assert words_of(drafted) == "甲乙。"
    drafted.actions_by_name["undo"].trigger()
    assert OfficeRepository(drafted.desk.file).load().phrases == USUAL_PHRASES


def test_the_usual_list_comes_back(window: MainWindow) -> None:
    dialog = PhrasesDialog(("甲。",), window)
    dialog.words.setText("甲。")
    dialog.buttons["添加"].click()
    assert dialog.phrases == ("甲。",)
    dialog.words.setText("没有的")
    assert dialog.chosen == ""
    dialog.buttons["修改"].click()
    dialog.buttons["删除"].click()
    dialog.words.clear()
    dialog.buttons["添加"].click()
    assert dialog.phrases == ("甲。",)
    dialog.buttons["恢复常用"].click()
    assert dialog.phrases == USUAL_PHRASES
