"""Ctrl+K: commands, pages and notices by words, pinyin and initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.notice import Notice
from ui.actions import MENUS
from ui.parts.command_dialog import HINT, NOTHING, CommandDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


@pytest.fixture
def dialog(sample: MainWindow, qtbot: QtBot) -> CommandDialog:
    """Open, with nothing typed."""
    made = CommandDialog(sample.commanding.offers(), sample)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(dialog: CommandDialog) -> list[str]:
    rows = (dialog.hits.topLevelItem(at) for at in range(dialog.hits.topLevelItemCount()))
    return [item.text(0) for item in rows if item is not None]


def using(monkeypatch: pytest.MonkeyPatch, hand: Callable[[CommandDialog], None]) -> None:
    """Let `hand` use the dialog instead of waiting for a clerk."""

    def run(dialog: CommandDialog) -> int:
        dialog.show()
        hand(dialog)
        return dialog.result()

    monkeypatch.setattr(CommandDialog, "exec", run)


def test_all_commands_pages_and_notices_are_offered(sample: MainWindow) -> None:
    offers = sample.commanding.offers()
    names = [c.name for _, commands in MENUS for c in commands if c.name and c.name != "commands"]
    assert len(offers) == len(names) + 1
    assert [one.words for one in offers[:4]] == ["总览", "文件", "单位", "分发"]
    assert [one.keys for one in offers[:4]] == ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4"]
    assert offers[-1].words == "关于印发天津市2007年人事工作要点的通知"
    assert offers[-1].kind == "公文"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("zl", "总览"),
        ("fenfa", "分发"),
        ("备份", "立即备份"),
        ("ljbf", "立即备份"),
        ("djb", "登记簿…"),
        ("rsgz", "关于印发天津市2007年人事工作要点的通知"),
    ],
)
def test_the_best_stands_first(dialog: CommandDialog, asked: str, first: str) -> None:
    dialog.words.setText(asked)
    assert shown(dialog)[0] == first


def test_the_shortcut_stands_beside_it(dialog: CommandDialog) -> None:
    dialog.words.setText("成套打印")
    item = dialog.hits.topLevelItem(0)
    assert item is not None
    assert [item.text(at) for at in range(3)] == ["成套打印…", "输出", "Ctrl+P"]


def test_enter_does_it_once_the_question_is_gone(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hand(dialog: CommandDialog) -> None:
        QTest.keyClicks(dialog.words, "dw")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    using(monkeypatch, hand)
    QTest.keyClick(sample, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert sample.frame.name == "units"


def test_a_notice_is_opened(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.draft.create("新建公文", Notice("通知", "关于核对名册的通知"))
    sample.actions_by_name["page_units"].trigger()

    def hand(dialog: CommandDialog) -> None:
        QTest.keyClicks(dialog.words, "gyyftj")
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)

    using(monkeypatch, hand)
    sample.actions_by_name["commands"].trigger()
    assert sample.frame.name == "notices"
    assert sample.draft.notice is not None
    assert sample.draft.notice.title.startswith("关于印发")


def test_escape_does_nothing(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def hand(dialog: CommandDialog) -> None:
        QTest.keyClicks(dialog.words, "dw")
        QTest.keyClick(dialog.words, Qt.Key.Key_Escape)

    using(monkeypatch, hand)
    sample.actions_by_name["commands"].trigger()
    assert sample.frame.name == "notices"


def test_what_cannot_be_done_is_grey_and_has_no_effect(dialog: CommandDialog) -> None:
    dialog.words.setText("导出 Excel")
    item = dialog.hits.topLevelItem(0)
    assert item is not None
    assert item.isDisabled()
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    QTest.mouseClick(
        dialog.hits.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.hits.visualItemRect(item).center(),
    )
    assert dialog.isVisible()
    assert dialog.chosen is None


def test_the_arrows_walk_while_words_are_typed(dialog: CommandDialog) -> None:
    QTest.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.chosen is not None
    assert dialog.chosen.words == "文件"
    QTest.keyClick(dialog.words, Qt.Key.Key_Up)
    assert dialog.chosen.words == "总览"


@pytest.mark.parametrize("asked", ["qqqqzz", "……"])
def test_what_is_not_there_is_said(dialog: CommandDialog, asked: str) -> None:
    dialog.words.setText(asked)
    assert shown(dialog) == []
    assert dialog.note.text() == NOTHING
    QTest.keyClick(dialog.words, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.words.clear()
    assert dialog.note.text() == HINT


def test_a_click_does_it(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def hand(dialog: CommandDialog) -> None:
        rect = dialog.hits.visualRect(dialog.hits.model().index(0, 0))
        QTest.mouseClick(dialog.hits.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    using(monkeypatch, hand)
    sample.actions_by_name["commands"].trigger()
    assert sample.frame.name == "overview"


def test_it_opens_from_a_field_that_is_typed_into(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[CommandDialog] = []
    using(monkeypatch, opened.append)
    field = sample.page.form.rows["title"][1]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
