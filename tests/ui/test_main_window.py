"""The window as a clerk works it: with the keyboard, a clipboard, files."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)

import resources
from models.errors import UserError
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from tests.support.doubles import answering, begin_notice, take_sheets
from tests.support.packages import paragraph, word
from ui import messages
from ui.crash import CrashHandler
from ui.parts.drafting.new_dialog import NewDialog
from ui.parts.fields import PASTE_LIMIT
from ui.parts.import_sheet import ImportSheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.notice import Notice
    from ui.intake import Taken
    from ui.main_window import MainWindow
    from ui.parts.fields import Field

SAMPLE_TEXT = resources.SAMPLE.read_text(encoding="utf-8")


def stored(window: MainWindow) -> list[Notice]:
    notices = window.desk.notices
    return [notices.load(line.id) for line in notices.lines()]


def press(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    """Press a shortcut where the keyboard is."""
    target = QApplication.focusWidget() or window
    qtbot.keySequence(target, QKeySequence(keys))


def field_of(window: MainWindow, name: str) -> Field:
    return window.page.form.rows[name][1]


def test_empty_window_offers_first_steps(window: MainWindow) -> None:
    assert window.page.empty.isVisible()
    assert not window.actions_by_name["issue"].isEnabled()


def test_pasted_text_becomes_a_notice_on_twelve_pages(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(SAMPLE_TEXT)
    press(qtbot, window, "Ctrl+Shift+V")
    take_sheets(window)
    qtbot.waitUntil(lambda: len(window.page.preview.pages) == 12)
    assert stored(window)[0].title == "关于印发天津市2007年人事工作要点的通知"
    assert window.windowTitle().startswith("关于印发天津市2007年人事工作要点的通知")


def test_what_was_not_found_is_said_and_gets_the_keyboard(sample: MainWindow) -> None:
    _, field, note = sample.page.form.rows["organs"]
    assert note.isVisible()
    assert note.text() == "未找到发文机关，请填写。"
    assert field.hasFocus()


def test_typing_is_stored_and_undone_as_one_step(sample: MainWindow, qtbot: QtBot) -> None:
    steps = sample.desk.undo.count()
    QTest.keyClicks(field_of(sample, "organs"), "ABC")
    qtbot.waitUntil(lambda: stored(sample)[0].organs == ("ABC",), timeout=2000)
    QTest.keyClicks(field_of(sample, "organs"), "D")
    sample.draft.flush()
    assert stored(sample)[0].organs == ("ABCD",)
    assert sample.desk.undo.count() == steps + 1
    press(qtbot, sample, "Ctrl+Z")
    assert stored(sample)[0].organs == ()
    assert field_of(sample, "organs").text() == ""
    press(qtbot, sample, "Ctrl+Y")
    assert stored(sample)[0].organs == ("ABCD",)


def test_leaving_a_field_stores_it(sample: MainWindow) -> None:
    QTest.keyClicks(field_of(sample, "organs"), "A")
    assert sample.draft.is_dirty
    QTest.keyClick(field_of(sample, "organs"), Qt.Key.Key_Tab)
    assert stored(sample)[0].organs == ("A",)
    assert field_of(sample, "doc_number").hasFocus()


def test_each_keystroke_reaches_the_paper(sample: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(field_of(sample, "doc_number"), "X7")
    qtbot.waitUntil(lambda: "X7" in "".join(m.text for m in sample.page.preview.pages[0].texts))


def test_a_wrong_date_is_told_and_not_stored(sample: MainWindow) -> None:
    _, field, note = sample.page.form.rows["date"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2007-13-1")
    assert "没有看懂" in note.text()
    sample.draft.flush()
    assert str(stored(sample)[0].date) == "2007-01-11"
    field.selectAll()
    QTest.keyClicks(field, "2007-2-3")
    sample.draft.flush()
    assert str(stored(sample)[0].date) == "2007-02-03"


def test_a_wrong_text_stays_and_is_told_while_another_field_is_typed(sample: MainWindow) -> None:
    _, copies, note = sample.page.form.rows["copies"]
    copies.setFocus()
    copies.selectAll()
    QTest.keyClicks(copies, "99999999")
    QTest.keyClick(copies, Qt.Key.Key_Tab)
    QTest.keyClicks(field_of(sample, "doc_number"), "8")
    sample.draft.flush()
    assert copies.text() == "99999999"
    assert "没有看懂" in note.text()
    sample.page.form.show_notice(replace(stored(sample)[0], id=None, copies=3))
    assert (copies.text(), note.text()) == ("3", "")


def test_closing_stores_and_the_next_start_shows_the_same(
    sample: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    QTest.keyClicks(field_of(sample, "doc_number"), "8")
    sample.setGeometry(40, 30, 750, 500)
    sample.close()
    again = make_window()
    assert again.draft.notice is not None
    assert again.draft.notice.doc_number == "8"
    assert again.size().width() == 750


def test_dropped_text_file_and_data_file_are_taken(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "另一个.yinfa"
    DataFile.create(other).close()
    for path in (resources.SAMPLE, other):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        window.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                data,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
    take_sheets(window)
    assert window.desk.file.path == other.resolve()
    assert window.draft.notice is None
    with DataFile.open(tmp_path / "公文.yinfa") as first:
        assert len(NoticeRepository(first).lines()) == 1


@pytest.mark.parametrize(("text", "word"), [("", "没有文字"), ("字" * (PASTE_LIMIT + 1), "超过")])
def test_useless_pastes_are_refused_in_a_sentence(window: MainWindow, text: str, word: str) -> None:
    with pytest.raises(UserError, match=word):
        window.intake.take_text(text)


def test_remote_drop_is_refused(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("http://example.invalid/a.txt")])
    with pytest.raises(UserError, match="本机"):
        window.intake.take_mime(data)


def test_opened_text_becomes_a_notice(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering((str(resources.SAMPLE), "")))
    window.actions_by_name["open"].trigger()
    take_sheets(window)
    assert [notice.doc_number for notice in stored(window)] == [""]
    assert window.draft.notice is not None
    assert window.draft.notice.title in SAMPLE_TEXT.replace("\n", "")


def test_dropped_files_are_read_one_by_one(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other, broken = tmp_path / "另一份 100%.docx", tmp_path / "坏.pdf"
    other.write_bytes(word("".join(map(paragraph, SAMPLE_TEXT.split("\n")))))
    broken.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (resources.SAMPLE, broken, other)])
    with qtbot.captureExceptions() as caught:
        window.intake.take_mime(data)
        take_sheets(window)
    assert "“坏.pdf”已损坏" in str(caught[0][1])
    assert len(stored(window)) == 2
    assert len({notice.title for notice in stored(window)}) == 1


def test_the_next_file_waits_until_the_word_on_a_broken_one_was_read(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "坏一.pdf", tmp_path / "坏二.pdf", resources.SAMPLE]
    for path in paths[:2]:
        path.write_bytes(b"%PDF-1.4")
    told: list[tuple[str, bool]] = []

    def read_slowly(_: object, words: str) -> None:
        """As long as the box stands, the window goes on."""
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()
        told.append((words[:5], window.intake.sheet is None and window.intake.is_busy))

    monkeypatch.setattr(messages, "tell", read_slowly)
    monkeypatch.setattr(sys, "excepthook", CrashHandler(window).handle)
    for path in paths:
        window.intake.take_path(path)
    take_sheets(window)
    assert told == [("文件“坏一", True), ("文件“坏二", True)]
    assert len(stored(window)) == 1


def test_a_sheet_that_was_taken_is_let_go(window: MainWindow) -> None:
    for _ in range(2):
        window.intake.take_text(SAMPLE_TEXT)
        take_sheets(window)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChildren(ImportSheet) == []


def test_the_dialog_offers_every_kind_that_is_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(*arguments: str) -> tuple[str, str]:
        asked.append(arguments[-1])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window.actions_by_name["open"].trigger()
    assert "*.docx *.docm *.dotx *.doc *.wps *.pdf *.ofd *.html" in asked[0]


def test_page_numbers_of_a_file_are_no_question(window: MainWindow, tmp_path: Path) -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    body = "".join(map(paragraph, SAMPLE_TEXT.split("\n"))) + section
    for number, kept in (("— 1 —", False), ("青川市人事局", True)):
        (tmp_path / "文.docx").write_bytes(word(body, footer1=paragraph(number)))
        told: list[Taken] = []
        window.intake.taken.connect(told.append)
        window.intake.take_path(tmp_path / "文.docx")
        take_sheets(window)
        assert ("没有认出" in told[0].doubts) is kept


def test_delete_is_undone(sample: MainWindow) -> None:
    sample.actions_by_name["delete"].trigger()
    assert stored(sample) == []
    assert sample.page.empty.isVisible()
    sample.actions_by_name["undo"].trigger()
    assert len(stored(sample)) == 1
    assert sample.draft.notice == stored(sample)[0]


def test_who_deletes_one_of_several_sees_the_next(sample: MainWindow) -> None:
    begin_notice(sample)
    sample.actions_by_name["delete"].trigger()
    assert sample.draft.notice == stored(sample)[0]
    assert sample.page.list.isVisible()
    begin_notice(sample)
    sample.actions_by_name["undo"].trigger()
    assert sample.draft.notice == stored(sample)[0]


def test_paper_is_not_made_of_an_old_value_unasked(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: object, words: str, _yes: str) -> bool:
        asked.append(words)
        return False

    monkeypatch.setattr(messages, "ask", refuse)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", None)
    field_of(sample, "date").show_text("2007年2月30日")
    field_of(sample, "date").typed.emit("2007年2月30日")
    for deed in ("issue", "print"):
        sample.actions_by_name[deed].trigger()
    sample.close()
    assert sample.isVisible()
    assert [("“成文日期”" in words, words[-3:]) for words in asked] == [
        (True, "成吗？"),
        (True, "印吗？"),
        (True, "闭吗？"),
    ]
    field_of(sample, "date").typed.emit("2007年2月28日")
    sample.close()
    assert len(asked) == 3


@pytest.mark.parametrize("field", ["doc_number", "title"])
def test_invisible_characters_go_as_they_are_pasted(sample: MainWindow, field: str) -> None:
    QGuiApplication.clipboard().setText("\u202e津\x07人\u200b〔2007〕\x00")
    shown = field_of(sample, field)
    shown.clear()
    shown.paste()
    assert sample.draft.notice is not None
    assert (shown.text(), getattr(sample.draft.notice, field)) == ("津人〔2007〕",) * 2


def test_new_notice_stands_in_the_list(
    sample: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewDialog, "exec", answering(1))
    press(qtbot, sample, "Ctrl+N")
    assert sample.page.list.count() == 2
    assert field_of(sample, "title").hasFocus()
    QTest.keyClicks(field_of(sample, "title"), "T")
    sample.page.list.setCurrentRow(1)
    assert {notice.title for notice in stored(sample)} >= {"T"}


def test_every_control_has_a_name(sample: MainWindow) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    controls = [w for kind in kinds for w in sample.frame.findChildren(kind)]
    nameless = [
        w
        for w in controls
        if not w.objectName().startswith("qt_")
        and not w.accessibleName()
        and not (
            isinstance(w, QAbstractButton) and (w.text() or "Tab" in type(w.parent()).__name__)
        )
    ]
    assert [type(w).__name__ + w.objectName() for w in nameless] == []


def test_f6_goes_round_the_panes(sample: MainWindow, qtbot: QtBot) -> None:
    page = sample.page
    panes = {
        "names": sample.frame.names,
        "list": page.list,
        "form": page.form,
        "preview": page.preview,
    }
    seen: list[str] = []
    for _ in range(4):
        press(qtbot, sample, "F6")
        focus = sample.focusWidget()
        seen += [n for n, p in panes.items() if focus and (p is focus or p.isAncestorOf(focus))]
    assert sorted(seen) == ["form", "list", "names", "preview"]


def test_unsaveable_text_is_asked_about_at_the_end(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def fail(_notice: Notice, _what: str) -> Notice:
        raise UserError("磁盘空间不足。")

    def say_no(_parent: object, text: str, _yes: str) -> bool:
        asked.append(text)
        return False

    QTest.keyClicks(field_of(sample, "organs"), "A")
    monkeypatch.setattr(sample.desk.notices, "save", fail)
    monkeypatch.setattr(messages, "ask", say_no)
    assert not sample.close()
    assert asked == ["磁盘空间不足。\n关闭后，刚才的修改会丢失。"]


def test_themes_and_zoom_are_remembered(
    sample: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    sample.actions_by_name["dark"].trigger()
    sample.actions_by_name["fit_page"].trigger()
    sample.close()
    again = make_window()
    assert again.actions_by_name["dark"].isChecked()
    assert again.page.preview.zoom == "page"
    again.set_theme("light")


def test_read_only_file_can_be_looked_at_only(
    sample: MainWindow, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.close()
    again = make_window()
    monkeypatch.setattr(again.desk.file, "read_only", True)
    again.desk.opened.emit()
    assert field_of(again, "title").isReadOnly()
    assert not again.actions_by_name["paste"].isEnabled()
    assert again.actions_by_name["issue"].isEnabled()
    assert any("只读" in label.text() for label in again.statusBar().findChildren(QLabel))


def test_a_field_of_several_lines_is_as_tall_as_its_text_when_reopened(
    sample: MainWindow, make_window: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    sample.close()
    reopened = make_window()
    reopened.resize(1366, 728)
    field = field_of(reopened, "addressees")
    qtbot.waitUntil(lambda: field.height() >= 2 * field.fontMetrics().lineSpacing())


def test_the_window_tells_what_the_paper_is_set_in(window: MainWindow) -> None:
    told = window.status.stand_ins
    assert told.text() == "代用字体 5 种"
    assert "没有仿宋_GB2312，仿宋用 FandolFang-Regular 代替" in told.toolTip().splitlines()
