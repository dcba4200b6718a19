"""Starting, speaking, failing."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRect, QStandardPaths
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from models.errors import Cancelled, UserError
from models.store.datafile import DataFile
from tests.support.doubles import answering, keeping, pressing
from ui import application, crash, messages, theme
from ui.crash import CrashHandler
from ui.habits import Habits, clamped

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine where the program never ran."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", answering(str(tmp_path / "家")))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "家"


@pytest.mark.usefixtures("qapp")
def test_first_start_makes_the_data_file_and_closes_by_itself(home: Path) -> None:
    assert application.run(None, 0.2) == 0
    assert (home / "公文.yinfa").exists()
    assert (home / "yinfa.ini").exists()
    assert application.run(None, 0.1) == 0


@pytest.mark.usefixtures("qapp")
def test_last_file_is_opened_again(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "别处.yinfa"
    DataFile.create(other).close()
    assert application.run(other, 0.1) == 0
    assert Habits(home / "yinfa.ini").data_file == other.resolve()


@pytest.mark.usefixtures("qapp")
def test_left_overs_are_swept_at_the_start(home: Path, tmp_path: Path) -> None:
    habits = Habits(home / "yinfa.ini")
    habits.output, habits.backup_folder = tmp_path / "出", tmp_path / "U盘"
    folders = [home, home / "备份", tmp_path / "出", tmp_path / "U盘"]
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".~a.part").write_bytes(b"")
        os.utime(folder / ".~a.part", (0, 0))
    assert application.run(None, 0.1) == 0
    assert [part for folder in folders for part in folder.glob(".~*.part")] == []


@pytest.mark.usefixtures("qapp")
def test_a_file_that_is_not_ours_is_told_and_the_next_opened(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(said))
    (tmp_path / "假.yinfa").write_text("不是数据文件" * 100)
    file = application.first_file(tmp_path / "假.yinfa", Habits(home / "yinfa.ini"))
    assert len(said) == 1
    assert file is not None
    file.close()


def test_buttons_are_chinese(window: MainWindow) -> None:
    box = messages.box(window, "好吗？", QMessageBox.Icon.Question)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "取消"
    assert QCoreApplication.translate("QPlatformTheme", "Save") == "保存"


@pytest.mark.parametrize(("button", "answer"), [("换掉", True), ("取消", False)])
def test_question_is_answered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, button: str, *, answer: bool
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", pressing(button, []))
    assert messages.ask(window, "换掉吗？", "换掉") is answer


def test_users_error_is_one_sentence(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", pressing("", said))
    error = UserError("磁盘满了。<b>")
    CrashHandler(window).handle(UserError, error, None)
    assert said == ["磁盘满了。<b>"]


def test_fault_of_ours_is_reported_once_and_kept(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    monkeypatch.setattr(QMessageBox, "exec", pressing("保存", shown))
    name = str(tmp_path / "报告.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering((name, "")))
    handler = CrashHandler(window)
    for _ in range(2):
        handler.handle(ValueError, ValueError("x"), None)
    assert shown == [crash.WORDS]
    assert "ValueError: x" in (tmp_path / "报告.txt").read_text(encoding="utf-8")


def test_what_the_clerk_stopped_and_ctrl_c_are_no_faults(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", pressing("", shown))
    handler = CrashHandler(window)
    handler.handle(Cancelled, Cancelled(), None)
    assert capsys.readouterr().err == ""
    handler.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert shown == []


def test_place_is_kept_on_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry()
    far = clamped(QRect(-5000, 9000, 99999, 300), window.screen())
    assert room.contains(far)


def test_broken_ini_is_no_fault(tmp_path: Path, window: MainWindow) -> None:
    ini = tmp_path / "坏.ini"
    ini.write_text("[window]\nplace=a,b\ntheme=7\n[file]\nnotice=x\n")
    habits = Habits(ini)
    assert habits.theme == "system"
    assert habits.notice is None
    assert not habits.restore_place(window, ())


def test_dark_and_light_differ(qapp: QApplication) -> None:
    for dark in (True, False):
        theme.dress(qapp, dark=dark)
        ground = qapp.palette().color(QPalette.ColorRole.Window)
        assert (ground.lightness() < 128) is dark
    assert theme.is_dark(qapp, "dark")
    assert not theme.is_dark(qapp, "light")


def test_pages_wait_for_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.intake.take_sample()
    assert window.page.fresh_layout() is not None
    qtbot.wait(1)


def test_a_machine_without_a_screen_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(UserError, match="没有图形界面"):
        application.require_screen({})
    application.require_screen({"DISPLAY": ":0"})
    monkeypatch.setattr("sys.platform", "win32")
    application.require_screen({})
