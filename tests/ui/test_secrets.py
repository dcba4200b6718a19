"""State secrets: what bears a grade reaches no file, wherever it comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from models.rules.secrecy import WORDS, StateSecret
from tests.support.doubles import begin_notice, keeping, take_sheets
from ui import messages
from ui.draft import STAYS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow

CANARY = "CANARY绝不可存"
TEXT = f"机密★5年\n关于{CANARY}的通知\n各单位：\n{CANARY}。\n2007年1月11日\n"


def copies(folder: Path) -> list[str]:
    """The files below `folder` in which the canary stands, whole or in one of the encodings of Windows."""
    forms = [
        form
        for c in ("utf-8", "utf-16-le", "gb18030")
        for form in ("CANARY".encode(c), "绝不可存".encode(c))
    ]
    return [
        str(file)
        for file in folder.rglob("*")
        if file.is_file() and any(form in file.read_bytes() for form in forms)
    ]


@pytest.mark.parametrize("grade", ["秘密", "机密★5年", "绝密"])
def test_choosing_a_grade_stores_nothing_of_what_is_being_typed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, grade: str
) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(said))
    begin_notice(window)
    rows = window.page.form.rows
    QTest.keyClicks(rows["title"][1], "CANARY")
    rows["title"][1].typed.emit(CANARY)
    rows["secrecy"][1].typed.emit(grade)
    assert said == [WORDS]
    assert window.draft.notice is not None
    assert (window.draft.notice.title, window.draft.notice.secrecy) == ("", "")
    assert rows["title"][1].text() == rows["secrecy"][1].text() == ""
    window.close()
    assert copies(tmp_path) == []


def test_a_text_with_a_grade_is_not_read(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "原文.txt"
    file.write_text(TEXT, encoding="utf-8")
    with qtbot.captureExceptions() as caught:
        window.intake.take_path(file)
        qtbot.waitUntil(lambda: bool(caught))
    assert isinstance(caught[0][1], StateSecret)
    with pytest.raises(StateSecret):
        window.intake.take_text(TEXT)
    file.unlink()
    assert window.desk.notices.lines() == ()
    window.close()
    assert copies(tmp_path) == []


def test_what_was_stored_before_a_grade_was_chosen_is_told_of(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.intake.take_text(TEXT.partition("\n")[2])
    take_sheets(window)
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(said))
    window.page.form.rows["secrecy"][1].typed.emit("機密")
    assert [STAYS in words for words in said] == [True]


def test_the_same_search_finds_what_is_stored(window: MainWindow, tmp_path: Path) -> None:
    window.intake.take_text(TEXT.partition("\n")[2])
    take_sheets(window)
    window.close()
    assert copies(tmp_path)


def test_work_secrets_are_labels_like_others(window: MainWindow) -> None:
    begin_notice(window)
    window.page.form.rows["secrecy"][1].typed.emit("工作秘密")
    window.draft.flush()
    assert window.draft.notice is not None
    assert window.draft.notice.secrecy == "工作秘密"
