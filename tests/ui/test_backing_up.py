"""Backups by themselves, put back in the window, and offered where the data file is damaged."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from models.store.backups import backups_in, folder_of
from models.store.refusals import Damaged
from tests.support.doubles import answering, keeping
from ui import backing_up, messages, state
from ui.parts.status import told_backup
from ui.rescue import open_or_rescue
from ui.restoring import BackupDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.store.backups import Backup
    from ui.main_window import MainWindow


def backups_of(window: MainWindow) -> tuple[Backup, ...]:
    path = window.desk.file.path
    return backups_in(folder_of(path), path.stem)


def saying(monkeypatch: pytest.MonkeyPatch, *answers: bool) -> list[str]:
    """Answer the questions in turn; the questions."""
    said: list[str] = []
    left = list(answers)

    def ask(_parent: object, text: str, _yes: str) -> bool:
        said.append(text)
        return left.pop(0)

    monkeypatch.setattr(messages, "ask", ask)
    return said


def test_half_an_hour_of_change_is_backed_up(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backing_up.AFTER_MS == 30 * 60 * 1000
    window.backing_up.timer.setInterval(30)
    window.intake.take_sample()
    with qtbot.waitSignal(window.backing_up.done):
        pass
    assert len(backups_of(window)) == 1
    assert window.statusBar().currentMessage().startswith("已备份")
    assert not window.backing_up.is_due
    monkeypatch.setattr(state, "has_little_room", answering(True))
    window.desk.opened.emit()
    assert any("空间不足" in label.text() for label in window.statusBar().findChildren(QLabel))


def test_the_foot_says_when_the_last_backup_was_made(
    sample: MainWindow, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    monkeypatch.setattr(backing_up, "last_made", looked.append)
    label = sample.status.backup
    assert label.text() == "未备份"
    sample.actions_by_name["back_up"].trigger()
    assert label.text() == f"备份 {backups_of(sample)[0].made:%H:%M}"
    sample.draft.changed.emit()
    assert not looked  # what is said of it costs no look at the disk
    monkeypatch.undo()
    made = backups_of(sample)[0].path
    made.rename(made.with_name(re.sub(r"-\d{8}-", "-20250302-", made.name)))
    sample.close()
    reopened = make_window()
    assert reopened.status.backup.text() == "备份 2025年3月2日"
    assert "2025-03-02" in reopened.status.backup.toolTip()
    reopened.actions_by_name["back_up"].trigger()
    assert re.fullmatch(r"备份 \d\d:\d\d", reopened.status.backup.text())


def test_the_last_backup_is_told_by_time_or_day() -> None:
    today = date(2026, 12, 1)
    assert told_backup(None, today) == "未备份"
    assert told_backup(datetime(2026, 12, 1, 9, 5), today) == "备份 09:05"
    assert told_backup(datetime(2026, 3, 2, 9, 5), today) == "备份 3月2日"
    assert told_backup(datetime(2025, 12, 31, 9, 5), today) == "备份 2025年12月31日"


def test_closing_backs_up_what_changed_and_only_that(
    sample: MainWindow, make_window: Callable[[], MainWindow]
) -> None:
    sample.close()
    assert len(backups_of(sample)) == 1
    make_window().close()
    assert len(backups_of(sample)) == 1


def test_a_failed_backup_stops_the_exit_and_says_why(
    sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path / "公文.yinfa").write_bytes(b"")
    said = saying(monkeypatch, False, True)
    assert not sample.close()
    assert "备份没有成功" in said[0]
    assert "要不备份就关闭吗" in said[0]
    assert sample.close()


def test_a_second_folder_gets_each_backup(
    sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(stick)))
    sample.actions_by_name["backup_folder"].trigger()
    assert len(backups_in(stick, "公文")) == 1
    sample.actions_by_name["back_up"].trigger()
    assert len(backups_in(stick, "公文")) == 2
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(""))
    sample.actions_by_name["backup_folder"].trigger()
    assert sample.backing_up.folders() == (folder_of(sample.desk.file.path),)


def choosing(monkeypatch: pytest.MonkeyPatch, hand: Callable[[BackupDialog], object]) -> None:
    def run(dialog: BackupDialog) -> int:
        hand(dialog)
        return dialog.result()

    monkeypatch.setattr(BackupDialog, "exec", run)


def test_a_backup_is_put_back_from_the_list(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.actions_by_name["back_up"].trigger()
    assert sample.draft.notice is not None
    sample.draft.edit("修改", replace(sample.draft.notice, copies=7))

    def restore(dialog: BackupDialog) -> None:
        assert not dialog.restore.isEnabled()
        assert dialog.list.topLevelItemCount() == 1
        item = dialog.list.topLevelItem(0)
        assert item is not None
        dialog.list.setCurrentItem(item)
        assert dialog.list.selectedItems()[0].text(2) == "完好"
        dialog.restore.click()

    choosing(monkeypatch, restore)
    sample.actions_by_name["restore"].trigger()
    assert sample.draft.notice.copies == 550
    assert len(backups_of(sample)) == 2  # what was replaced was backed up first
    assert not sample.desk.undo.canUndo()


def test_another_file_is_put_back_and_cancelling_changes_nothing(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choosing(monkeypatch, BackupDialog.reject)
    sample.actions_by_name["restore"].trigger()
    sample.actions_by_name["back_up"].trigger()
    sample.actions_by_name["delete"].trigger()
    name = str(backups_of(sample)[0].path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering((name, "")))
    choosing(monkeypatch, lambda dialog: dialog.other.click())
    sample.actions_by_name["restore"].trigger()
    assert sample.draft.notice is not None


def test_a_damaged_backup_cannot_be_chosen_or_put_back(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.actions_by_name["back_up"].trigger()
    backup = backups_of(sample)[0].path
    data = bytearray(backup.read_bytes())
    data[5000] ^= 1
    backup.write_bytes(data)
    shown: list[str] = []
    choosing(monkeypatch, lambda dialog: keep(dialog, shown))
    sample.actions_by_name["restore"].trigger()
    assert shown == ["有损坏"]


def keep(dialog: BackupDialog, shown: list[str]) -> None:
    item = dialog.list.topLevelItem(0)
    assert item is not None
    shown.append(item.text(2))
    assert item.isDisabled()
    dialog.reject()


def damage(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def test_a_damaged_file_is_replaced_by_its_newest_good_backup(
    sample: MainWindow, make_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.close()
    path = sample.desk.file.path
    damage(path)
    said = saying(monkeypatch, True)
    with open_or_rescue(path, None) as file:
        assert file.path == path
    assert "最近一份完好的备份是" in said[0]
    assert make_window().draft.notice is not None


def test_where_no_backup_is_wanted_the_file_is_salvaged(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.close()
    path = sample.desk.file.path
    whole = bytearray(path.read_bytes())
    whole[8192:12288] = bytes(range(256)) * 16
    path.write_bytes(whole)
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(said))
    saying(monkeypatch, False, True)
    with open_or_rescue(path, None) as file:
        assert "抢救" in file.path.name
    assert said[0].startswith("已抢救公文1份")


def test_where_nothing_is_wanted_the_file_is_refused(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.close()
    damage(sample.desk.file.path)
    saying(monkeypatch, False, False)
    with pytest.raises(Damaged):
        open_or_rescue(sample.desk.file.path, None)
