"""The manual: F1 opens the chapter of the page, all that it names is there, and nothing outside the help folder is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeySequence, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

import resources
from tests.support.doubles import keeping
from ui.help import CHAPTERS, FIRST_STEPS
from ui.parts.manual import Manual, hits_in, read_chapters

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow

FOLDER = resources.HELP / "manual"
FILES = sorted(path.name for path in FOLDER.glob("*.md"))
TEXTS = {name: (FOLDER / name).read_text(encoding="utf-8") for name in FILES}
TITLES = [
    "快速上手", "总览", "文件", "办理和编号", "单位", "分发", "成套打印", "收意见", "汇总",
    "历史、备份与恢复", "查找与命令", "键盘一览", "常见问题", "给信息中心",
]  # fmt: skip
PAGE_KEYS = {
    "Enter", "Esc", "Tab", "Shift+Tab", "Ins", "Del", "Backspace", "F2", "F8", "F9", "0", "1", "2", "3",
    "←", "→", "↑", "↓", "Alt+↑", "Alt+↓", "Ctrl+C", "Ctrl+Shift+C", "Ctrl+V", "Ctrl+D", "Ctrl+;",
}  # fmt: skip
"""Keys that are no command of the menus; the tests of their pages press them."""
FOR_IT = "14-for-it.md"
MOST_BYTES = 1_500_000
PIXEL = QTextDocument.ResourceType.ImageResource.value
HOSTILE = (
    "http://example.invalid/a.png",
    "https://example.invalid/a.png",
    "//example.invalid/share/a.png",
    "file:///etc/hostname",
    "/etc/hostname",
    "../../sample/notice-2007.txt",
    "../../../README.md",
    "data:text/plain,a",
    "qrc:/qt-project.org/a.png",
    "%2e%2e/%2e%2e/sample/notice-2007.txt",
    "",
)


@pytest.fixture
def manual(window: MainWindow) -> Manual:
    """Opened at its first chapter."""
    window.actions_by_name["first_steps"].trigger()
    assert window.help.manual is not None
    return window.help.manual


def shown(manual: Manual) -> str:
    return manual.chapters[manual.names.currentRow()].file


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", text)


def test_f1_opens_the_chapter_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    assert CHAPTERS.keys() == window.frame.pages.keys()
    assert window.actions_by_name["help"].shortcut() == QKeySequence("F1")
    for name, file in CHAPTERS.items():
        window.frame.show_page(name)
        page_title = window.actions_by_name[f"page_{name}"].text()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, Qt.Key.Key_F1)
        manual = window.help.manual
        assert manual is not None
        assert manual.isVisible()
        assert not manual.isModal()
        assert shown(manual) == file
        assert manual.chapters[manual.names.currentRow()].title == page_title
        assert manual.text.toPlainText().startswith(page_title)
    assert len(window.findChildren(Manual)) == 1


def test_it_can_be_closed_and_opened_again(window: MainWindow, manual: Manual) -> None:
    assert shown(manual) == FIRST_STEPS
    QTest.keyClick(manual.text, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    window.frame.show_page("units")
    window.actions_by_name["help"].trigger()
    assert window.help.manual is manual
    assert manual.isVisible()
    assert shown(manual) == "05-units.md"


def test_every_chapter_is_listed(manual: Manual) -> None:
    listed = [manual.names.item(row).text() for row in range(manual.names.count())]
    assert listed == TITLES
    assert [one.file for one in manual.chapters] == FILES


@pytest.mark.parametrize("name", FILES)
def test_every_link_and_picture_is_there(name: str) -> None:
    for target in links(TEXTS[name]):
        assert (FOLDER / target).resolve().is_relative_to(resources.HELP)
        assert (FOLDER / target).is_file(), target
        assert target.endswith(".png") or target in FILES


def test_a_link_opens_its_chapter(manual: Manual) -> None:
    manual.text.anchorClicked.emit(QUrl("05-units.md"))
    assert shown(manual) == "05-units.md"


@pytest.mark.parametrize("address", [*HOSTILE, "../pictures/page.png"])
def test_no_other_link_is_followed(
    manual: Manual, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    before = manual.text.toPlainText()
    manual.text.anchorClicked.emit(QUrl(address))
    assert shown(manual) == FIRST_STEPS
    assert manual.text.toPlainText() == before
    assert not asked


@pytest.mark.parametrize("address", [*HOSTILE, "05-units.md"])
def test_nothing_but_pictures_of_the_help_folder_is_read(manual: Manual, address: str) -> None:
    read = manual.text.loadResource(PIXEL, QUrl(address))
    assert read == QByteArray() or (isinstance(read, QImage) and read.isNull())
    assert manual.text.loadResource(PIXEL + 1, QUrl("../pictures/page.png")) == QByteArray()


def test_a_hostile_chapter_is_only_text(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "manual").mkdir()
    (tmp_path / "secret.png").write_bytes((resources.HELP / "pictures/page.png").read_bytes())
    text = "# 题\n\n<img src='file:///etc/hostname'><script>a</script>\n\n![](http://example.invalid/a.png)"
    (tmp_path / "manual" / "01-a.md").write_text(text, encoding="utf-8")
    opened = Manual(tmp_path, window)
    opened.show()
    assert [one.title for one in opened.chapters] == ["题"]
    assert "script" not in opened.text.toHtml().lower().partition("<body")[0]
    opened.show_chapter("../../README.md")
    assert opened.text.toPlainText().startswith("题")
    opened.close()


def test_pictures_fit_the_page(manual: Manual, qtbot: QtBot) -> None:
    for width in (920, 560, 1366):
        manual.resize(width, 500)
        qtbot.wait(120)
        room = manual.text.viewport().width()
        picture = manual.text.loadResource(PIXEL, QUrl("../pictures/window.png"))
        assert isinstance(picture, QImage)
        assert 0 < picture.deviceIndependentSize().width() < room
        assert manual.text.horizontalScrollBar().maximum() == 0
    small = manual.text.loadResource(PIXEL, QUrl("../pictures/page.png"))
    assert isinstance(small, QImage)
    assert small.devicePixelRatio() == 1


def test_words_are_found_in_all_chapters(manual: Manual, qtbot: QtBot) -> None:
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.words.hasFocus()
    manual.words.setText("拼音首字母")
    hits = hits_in(manual.chapters, "拼音首字母")
    assert len({hit.chapter for hit in hits}) > 1
    seen: list[tuple[int, int]] = []
    for at in range(len(hits)):
        assert manual.text.textCursor().selectedText() == "拼音首字母"
        assert manual.note.text() == f"第 {at + 1} 处，共 {len(hits)} 处"
        seen.append((manual.names.currentRow(), manual.text.textCursor().selectionStart()))
        QTest.keyClick(manual.words, Qt.Key.Key_Return)
    assert seen == [(hit.chapter, hit.start) for hit in hits]
    assert manual.note.text().startswith("第 1 处")  # behind the last comes the first
    QTest.keyClick(manual.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert manual.note.text().startswith(f"第 {len(hits)} 处")
    QTest.keyClick(manual.words, Qt.Key.Key_F3)
    assert manual.note.text().startswith("第 1 处")
    manual.resize(700, 420)
    qtbot.wait(120)
    assert manual.text.textCursor().selectedText() == "拼音首字母"
    QTest.keyClick(manual.words, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert manual.note.text().startswith(f"第 {len(hits)} 处")


def test_words_are_looked_for_from_the_open_chapter_on(manual: Manual) -> None:
    manual.show_chapter("13-questions.md")
    manual.words.setText("  word ")
    assert shown(manual) == FOR_IT
    assert manual.text.textCursor().selectedText() == "Word"
    manual.words.setText("没有这样的话")
    assert manual.note.text() == "没有找到"
    QTest.keyClick(manual.words, Qt.Key.Key_Return)
    manual.words.clear()
    assert manual.note.text() == ""


def test_f6_goes_round(manual: Manual) -> None:
    assert manual.text.hasFocus()
    for part in (manual.words, manual.names, manual.text):
        QTest.keyClick(manual, Qt.Key.Key_F6)
        assert part.hasFocus()
    manual.names.setFocus()
    QTest.keyClick(manual.names, Qt.Key.Key_Down)
    assert shown(manual) == FILES[1]


def test_its_parts_have_names_and_plain_labels(manual: Manual) -> None:
    assert all(part.accessibleName() for part in (manual.names, manual.text, manual.words))
    plain = Qt.TextFormat.PlainText
    assert all(label.textFormat() == plain for label in manual.findChildren(QLabel))
    assert not manual.text.openLinks()
    assert not manual.text.openExternalLinks()


@pytest.mark.parametrize("name", [one for one in FILES if one != FOR_IT])
def test_every_key_is_one_of_the_program(name: str, window: MainWindow) -> None:
    shortcuts = {
        keys.toString() for action in window.actions_by_name.values() for keys in action.shortcuts()
    }
    assert set(re.findall(r"`([^`]+)`", TEXTS[name])) <= shortcuts | PAGE_KEYS


def test_the_table_of_keys_is_that_of_the_menus(window: MainWindow) -> None:
    told = dict(re.findall(r"^\| `([^`]+)` \| (\S.*) \|$", TEXTS["12-keys.md"], re.MULTILINE))
    named = {
        keys.toString(): action.text().rstrip("…")
        for action in window.actions_by_name.values()
        for keys in action.shortcuts()
    }
    del named["Ctrl++"]  # the same as Ctrl+=
    assert told == named


def test_the_help_is_small() -> None:
    files = [path for path in resources.HELP.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MOST_BYTES
    assert all(len(read_chapters(resources.HELP)[at].plain) > 100 for at in range(len(TITLES)))


def test_the_look_follows_the_theme(window: MainWindow, manual: Manual, qtbot: QtBot) -> None:
    def ground() -> str:
        cursor = manual.text.document().find("Ctrl+Shift+V")
        return cursor.charFormat().background().color().name()

    light = ground()
    window.set_theme("dark")
    qtbot.waitUntil(lambda: ground() != light)
    window.set_theme("light")
    qtbot.waitUntil(lambda: ground() == light)


def test_what_the_program_is_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("ui.messages.tell", keeping(said))
    window.actions_by_name["about"].trigger()
    assert "不连接网络" in said[0]
