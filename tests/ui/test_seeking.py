"""Everything that is kept is found as it is typed, and shown where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.notice import Notice, Paragraph, Piece
from models.unit import Roster, Unit
from ui.parts.search_dialog import SearchDialog, snippet

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def typing(monkeypatch: pytest.MonkeyPatch, words: str, *keys: Qt.Key) -> list[str]:
    """The dialog of the search gets these words and keys, then Enter; what it showed."""
    shown: list[str] = []

    def run(dialog: SearchDialog) -> int:
        dialog.show()
        QTest.keyClicks(dialog.words, words)
        for key in keys:
            QTest.keyClick(dialog.words, key)
        shown.extend(dialog.hits.item(row).text() for row in range(dialog.hits.count()))
        shown.append(dialog.note.text())
        QTest.keyClick(dialog.words, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SearchDialog, "exec", run)
    return shown


def test_a_paragraph_of_another_notice_is_opened_where_it_stands(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.draft.create(
        "新建公文", Notice("通知", "甲通知", body=(Paragraph("abc"), Paragraph("abd")))
    )
    window.draft.create("新建公文", Notice("通知", "乙通知"))
    shown = typing(monkeypatch, "ab", Qt.Key.Key_Down)
    window.actions_by_name["seek"].trigger()
    assert shown == ["甲通知\nabc", "甲通知\nabd", "共 2 处。"]
    assert window.draft.notice is not None
    assert window.draft.notice.title == "甲通知"
    assert window.page.outline.place.paragraph == 1


def test_a_piece_and_a_title_are_found(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.draft.create(
        "新建公文", Notice("通知", "xyz", pieces=(Piece("uvw", (Paragraph("q"),)),))
    )
    typing(monkeypatch, "uv")
    window.seeking.ask()
    assert window.page.outline.place.piece == 0
    typing(monkeypatch, "yz")
    window.seeking.ask()
    assert window.focusWidget() is window.page.form.rows["title"][1]


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_unit_is_shown_on_its_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, is_stopped: bool
) -> None:
    units = (Unit("a"), Unit("b", phone="2333", is_stopped=is_stopped))
    window.desk.change("读入单位", window.desk.roster, Roster(units=units), window.desk.put_roster)
    typing(monkeypatch, "233")
    window.actions_by_name["seek_all"].trigger()
    assert window.frame.name == "units"
    assert window.units.grid.chosen_keys() == (window.desk.roster.units[1].id,)


def test_nothing_found_says_so_and_goes_nowhere(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = typing(monkeypatch, "zzz")
    window.seeking.ask()
    assert shown == ["没有找到。可以少写几个字再试。"]
    assert window.draft.notice is None


def test_a_snippet_shows_the_words_in_their_place() -> None:
    text = "头" * 100 + "找到" + "尾" * 100
    assert snippet(text, "找到 别的") == "…" + "头" * 24 + "找到" + "尾" * 64 + "…"
    assert snippet("短", "没有") == "短"
