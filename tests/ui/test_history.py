"""A past step, a version, all since the opening: taken back in the window, and undone again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from models.notice import Notice
from models.office import Office
from models.store.histories import CannotUndo
from models.store.offices import OfficeRepository
from tests.support.doubles import answering, keeping
from ui import messages
from ui.parts.history_dialog import HistoryDialog, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTreeWidget

    from ui.main_window import MainWindow


def edit(window: MainWindow, **changes: object) -> None:
    notice = window.draft.notice
    assert notice is not None
    window.draft.edit("修改", replace(notice, **changes))  # pyright: ignore[reportArgumentType] - fields by name


def using(
    monkeypatch: pytest.MonkeyPatch, hand: Callable[[HistoryDialog], None]
) -> list[HistoryDialog]:
    """Let `hand` use the dialog instead of waiting for a clerk."""
    shown: list[HistoryDialog] = []

    def run(dialog: HistoryDialog) -> int:
        shown.append(dialog)
        hand(dialog)
        return dialog.result()

    monkeypatch.setattr(HistoryDialog, "exec", run)
    return shown


def choose(grid: QTreeWidget, row: int) -> None:
    item = grid.topLevelItem(row)
    assert item is not None
    grid.setCurrentItem(item)


def test_one_past_step_is_undone_from_the_list(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(sample, copies=7)
    edit(sample, doc_number="津人〔2007〕1号")

    def undo_copies(dialog: HistoryDialog) -> None:
        assert not dialog.undo.isEnabled()
        choose(dialog.steps, 1)
        assert "共印份数「550」→「7」" in dialog.steps.selectedItems()[0].text(3)
        dialog.undo.click()

    using(monkeypatch, undo_copies)
    sample.actions_by_name["history"].trigger()
    assert sample.draft.notice is not None
    assert (sample.draft.notice.copies, sample.draft.notice.doc_number) == (550, "津人〔2007〕1号")
    assert sample.desk.history.lines()[-1].deed.what == "撤销修改"
    sample.actions_by_name["undo"].trigger()
    assert sample.draft.notice.copies == 7
    edit(sample, copies=8)
    with pytest.raises(CannotUndo):
        sample.history.undo(2, "修改")


def test_an_older_version_is_compared_and_put_back(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(sample, copies=7)

    def put_back(dialog: HistoryDialog) -> None:
        choose(dialog.older, 0)
        assert dialog.difference.toPlainText() == "与现在的版本相同。"
        assert not dialog.back.isEnabled()
        choose(dialog.older, 1)
        assert dialog.difference.toPlainText() == "共印份数：【删：550】【增：7】"
        dialog.back.click()

    using(monkeypatch, put_back)
    sample.actions_by_name["history"].trigger()
    assert sample.draft.notice is not None
    assert sample.draft.notice.copies == 550


def test_all_is_put_back_as_it_was_at_the_opening(
    make_window: Callable[[], MainWindow],
    sample: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sample.close()
    window = make_window()
    edit(window, copies=7)
    window.draft.create("新建公文", Notice(title="新"))
    OfficeRepository(window.desk.file).save(Office("别的"))
    using(monkeypatch, lambda dialog: dialog.to_opening.click())
    monkeypatch.setattr(messages, "ask", answering(True))
    window.actions_by_name["history"].trigger()
    (line,) = window.desk.notices.lines()
    assert line.copies == 550
    assert OfficeRepository(window.desk.file).load() == Office()
    window.actions_by_name["undo"].trigger()
    assert {one.title for one in window.desk.notices.lines()} >= {"新"}
    assert OfficeRepository(window.desk.file).load() == Office("别的")


def test_without_changes_there_is_nothing_to_put_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(said))
    window.actions_by_name["to_opening"].trigger()
    assert said == ["打开以后还没有修改。"]


def test_a_clock_that_went_back_is_told_once(
    sample: MainWindow,
    make_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sample.statusBar().currentMessage() == ""
    sample.close()
    monkeypatch.setattr("ui.history.now", lambda: datetime(1999, 12, 31))
    assert make_window().statusBar().currentMessage().startswith("电脑时钟可能不对")


def test_closing_the_history_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = using(monkeypatch, HistoryDialog.reject)
    window.actions_by_name["history"].trigger()
    shown[0].set_read_only(read_only=True)
    assert not shown[0].undo.isVisibleTo(shown[0])
    assert window.desk.history.lines() == ()


def test_differences_are_written_for_reading() -> None:
    assert written(Notice(title="甲乙"), Notice(title="甲丙")) == "标题：甲【删：乙】【增：丙】"
