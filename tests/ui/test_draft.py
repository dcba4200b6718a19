"""What is typed is on the disk within two seconds, also from hands that never pause."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from models.notice import Notice
from tests.support.doubles import begin_notice
from ui.draft import STORE_AFTER_MS, STORE_WITHIN_MS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


def test_typing_without_a_pause_is_stored_within_two_seconds(
    window: MainWindow, qtbot: QtBot
) -> None:
    begin_notice(window)
    field, start, seen = window.page.form.rows["title"][1], time.monotonic(), set[str]()
    window.draft.stored.connect(lambda: seen.add(window.desk.notices.lines()[0].title))
    while time.monotonic() - start < 1.9:
        field.typed.emit(f"{time.monotonic()}")
        qtbot.wait(40)
    assert seen
    assert STORE_AFTER_MS < STORE_WITHIN_MS < 2000


def test_the_history_tells_undo_from_doing(window: MainWindow) -> None:
    window.draft.create("新建公文", Notice(kind="通知"))
    window.desk.undo.undo()
    window.desk.undo.redo()
    said = [line.deed.what for line in window.desk.history.lines()]
    assert said == ["新建公文", "撤销新建公文", "重做新建公文"]
