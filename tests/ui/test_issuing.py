"""生成 Word/PDF: off the thread of the window, into the folder that was chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThread, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.errors import UserError
from models.practice import Practice
from tests.support.doubles import answering, keeping, pressing
from ui import messages, output
from ui.habits import Habits
from ui.issuing import offer_folder
from ui.tasks import Progress, Task

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.progress import Tick
    from ui.main_window import MainWindow

TITLE = "关于印发天津市2007年人事工作要点的通知"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the clerk chooses."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(tmp_path / "印发")))
    return tmp_path / "印发"


def answer(monkeypatch: pytest.MonkeyPatch, said: list[str], *, yes: bool) -> None:
    def ask(_parent: object, text: str, _yes: str) -> bool:
        said.append(text)
        return yes

    monkeypatch.setattr(messages, "ask", ask)


def test_both_files_are_written_and_their_folder_is_offered(
    sample: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    offered: list[tuple[Path, ...]] = []
    answer(monkeypatch, said, yes=True)
    monkeypatch.setattr(output, "offer_folder", keeping(offered))
    with qtbot.waitSignal(sample.output.issuing.ended, timeout=20000):
        sample.actions_by_name["issue"].trigger()
    qtbot.waitUntil(lambda: bool(offered))
    assert said == ["这份公文还缺：发文机关、发文字号。\n仍要生成吗？"]
    assert {p.name for p in folder.iterdir()} == {f"{TITLE}.pdf", f"{TITLE}.docx"}
    assert {p.name for p in offered[0]} == {p.name for p in folder.iterdir()}


def test_old_files_are_not_replaced_unasked(
    sample: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    answer(monkeypatch, said, yes=False)
    folder.mkdir()
    (folder / f"{TITLE}.pdf").write_text("旧")
    sample.actions_by_name["issue"].trigger()
    assert f"文件夹里已有：{TITLE}.pdf" in said[0]
    assert (folder / f"{TITLE}.pdf").read_text() == "旧"


def test_where_files_cannot_go_another_folder_is_offered(
    sample: MainWindow,
    folder: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    offered: list[tuple[Path, ...]] = []
    folders = [folder, tmp_path / "别处"]
    answer(monkeypatch, said, yes=True)

    def choose(*_: object) -> str:
        return str(folders.pop(0))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    monkeypatch.setattr(output, "offer_folder", keeping(offered))
    folder.write_text("旧")
    sample.actions_by_name["issue"].trigger()
    qtbot.waitUntil(lambda: bool(offered), timeout=20000)
    assert said[1] == f"“{folder}”是一个文件，不是文件夹。请换一个文件夹。\n要另存到别的文件夹吗？"
    assert {path.parent for path in offered[0]} == {tmp_path / "别处"}
    assert folder.read_text() == "旧"
    assert Habits(tmp_path / "yinfa.ini").output == tmp_path / "别处"


def test_who_wants_no_other_folder_is_left_alone(
    sample: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    answer(monkeypatch, said, yes=False)
    folder.write_text("旧")
    assert sample.draft.notice is not None
    with qtbot.assertNotEmitted(sample.output.issuing.done):
        sample.output.issuing.start(sample.draft.notice, folder, sample.page.fonts, Practice())
        qtbot.waitUntil(lambda: bool(said), timeout=10000)


def test_what_another_folder_does_not_mend_is_told(
    sample: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    assert sample.draft.notice is not None
    unset = replace(sample.draft.notice, title="\U0002f800")
    with qtbot.captureExceptions() as caught:
        sample.output.issuing.start(unset, folder, sample.page.fonts, Practice())
        qtbot.waitUntil(lambda: bool(caught), timeout=10000)
    assert isinstance(caught[0][1], UserError)


def test_work_runs_elsewhere_and_answers_here(qtbot: QtBot) -> None:
    threads: list[object] = []

    def work(number: int, tick: Tick) -> int:
        threads.append(QThread.currentThread())
        tick(1, 2, "甲")
        return number + 1

    task = Task(work, 4, parent=None)
    answers: list[object] = []
    task.succeeded.connect(answers.append)
    task.start()
    qtbot.waitUntil(lambda: answers == [5])
    assert threads[0] is not QThread.currentThread()


def failing(_tick: Tick) -> None:
    raise ValueError("甲")


@pytest.mark.parametrize("work", ["one_step", "failing", "cancelled"])
def test_each_end_is_told_once(work: str) -> None:
    told: list[str] = []
    task = Task(failing if work == "failing" else one_step, parent=None)
    task.progressed.connect(lambda: told.append("progressed"))
    task.succeeded.connect(lambda: told.append("succeeded"))
    task.failed.connect(lambda: told.append("failed"))
    task.ended.connect(lambda: told.append("ended"))
    if work == "cancelled":
        task.cancel()
    task.run()
    ends = {
        "one_step": ["progressed", "succeeded", "ended"],
        "failing": ["failed", "ended"],
        "cancelled": ["ended"],
    }
    assert told == ends[work]


def one_step(tick: Tick) -> None:
    tick(0, 1, "甲")


def test_cancelled_work_ends_without_an_answer(qtbot: QtBot, window: MainWindow) -> None:
    task = Task(one_step, parent=None)
    progress = Progress(task, window)
    task.cancel()
    with qtbot.assertNotEmitted(task.succeeded), qtbot.waitSignal(task.ended):
        task.start()
    progress.show_step(0, 2, "乙")
    progress.close()


@pytest.mark.parametrize(("button", "times"), [("打开文件夹", 1), ("关闭", 0)])
def test_folder_is_opened_when_asked(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, times: int
) -> None:
    opened: list[QUrl] = []
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", pressing(button, said))
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    offer_folder(window, (tmp_path / "甲.pdf", tmp_path / "甲.docx"))
    assert said == ["已生成：\n甲.pdf\n甲.docx"]
    assert opened == [QUrl.fromLocalFile(str(tmp_path))] * times


def test_character_in_no_font_is_told_above_the_paper(sample: MainWindow, qtbot: QtBot) -> None:
    assert sample.draft.notice is not None
    sample.draft.edit("修改标题", replace(sample.draft.notice, title="\U0002f800"))
    qtbot.waitUntil(lambda: "字体中没有" in sample.page.banner.text())
    assert sample.page.banner.isVisible()
    sample.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: not sample.page.banner.isVisible())
