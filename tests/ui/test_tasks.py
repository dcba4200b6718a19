"""Long work runs elsewhere, can be stopped and then leaves nothing; the data file stays on its one thread."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog

from models.errors import Cancelled, UserError
from models.store.backups import copied, finish, folder_of
from models.store.refusals import BackupFailed
from tests.support.doubles import answering
from ui import messages, tasks
from ui.tasks import TELL_EVERY, Task, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from models.progress import Tick
    from ui.main_window import MainWindow


def until_stopped(tick: Tick) -> None:
    while True:
        tick(1, 2, "正在核对内容")


def press_cancel(window: MainWindow) -> None:
    """As soon as the dialog stands there."""
    dialogs = [d for d in window.findChildren(QProgressDialog) if d.isVisible()]
    if dialogs:
        assert dialogs[0].labelText() == "正在核对内容"
        dialogs[0].canceled.emit()
    else:
        QTimer.singleShot(20, lambda: press_cancel(window))


def test_what_is_waited_for_answers_from_another_thread(window: MainWindow) -> None:
    def work(number: int, tick: Tick) -> tuple[int, int]:
        tick(0, 1, "甲")
        return number + 1, threading.get_ident()

    number, thread = wait_for(window, work, 4)
    assert number == 5
    assert thread != threading.get_ident()


def test_what_it_raises_is_raised(window: MainWindow) -> None:
    def fail(_tick: Tick) -> None:
        raise UserError("磁盘满了。")

    with pytest.raises(UserError, match="磁盘满了"):
        wait_for(window, fail)


def test_a_hasty_work_does_not_bury_the_window(window: MainWindow) -> None:
    told: list[int] = []

    def work(tick: Tick) -> None:
        for done in range(100_000):
            tick(done, 100_000, "正在核对内容")

    task = Task(work, parent=window)

    def tell(done: int, _of: int, _what: str) -> None:
        told.append(done)

    task.progressed.connect(tell)
    began = time.monotonic()
    task.run()
    assert 1 <= len(told) <= 2 + (time.monotonic() - began) / TELL_EVERY


def test_the_dialog_that_appears_stops_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SHOW_AFTER_MS", 50)
    press_cancel(window)
    with pytest.raises(Cancelled):
        wait_for(window, until_stopped)


def stopping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is waited for is stopped by the clerk at its first step."""

    def stopped(_parent: object, work: Callable[..., object], *given: object) -> object:
        def tick(_done: int, _of: int, _what: str) -> None:
            raise Cancelled

        return work(*given, tick)

    for user in ("backing_up", "rescue", "restoring"):
        monkeypatch.setattr(f"ui.{user}.wait_for", stopped)


def test_a_stopped_backup_leaves_nothing_and_is_said_at_the_exit(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as clerk:
        stopping(clerk)
        with pytest.raises(BackupFailed, match="停止了"):
            sample.backing_up.back_up()
        clerk.setattr(messages, "ask", answering(False))
        assert not sample.close()
        assert list(folder_of(sample.desk.file.path).iterdir()) == []
    assert sample.close()
    assert len(list(folder_of(sample.desk.file.path).glob("*.yinfa"))) == 1


def test_a_stopped_restore_changes_nothing(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.backing_up.back_up()
    (backup,) = folder_of(sample.desk.file.path).glob("*.yinfa")
    with monkeypatch.context() as clerk:
        clerk.setattr("ui.data_files.ask_backup", answering(backup))
        clerk.setattr(sample.backing_up, "back_up", lambda: stopping(clerk))
        before = sample.desk.history.lines()
        with pytest.raises(Cancelled):
            sample.data_files.restore()
    assert sample.desk.history.lines() == before
    assert [f.name for f in sample.desk.file.path.parent.glob("*恢复前*")] == []


def test_another_thread_cannot_touch_the_data_file(sample: MainWindow) -> None:
    def read(_tick: Tick) -> object:
        return sample.desk.notices.lines()

    with pytest.raises(Exception, match="thread"):
        wait_for(sample, read)


def test_a_copy_is_checked_on_another_thread(sample: MainWindow) -> None:
    file = sample.desk.file
    with copied(file, folder_of(file.path)) as copy:
        made = wait_for(sample, finish, copy)
    assert made.head == sample.desk.history.head()
    assert made.path.exists()
