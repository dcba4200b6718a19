"""The window begins with the data file that the clerk means, or with one that she chose, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from models.store.backups import back_up, folder_of
from models.store.datafile import DataFile
from models.store.notices import NoticeRepository
from tests.models.store.store_values import NOTICE
from tests.support.doubles import answering
from ui import first_file as beginning
from ui import messages
from ui.first_file import ANOTHER, NEW, first_file
from ui.habits import Habits

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def habits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Habits:
    """Of a machine where the program never ran."""
    monkeypatch.setattr(beginning, "default_data_file", answering(tmp_path / "家" / "公文.yinfa"))
    return Habits(tmp_path / "yinfa.ini")


def choosing(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[tuple[str, ...]]:
    """What is asked from now on, and answered so; after that, with 取消."""
    said: list[tuple[str, ...]] = []
    left = list(answers)

    def choose(_parent: object, *words: str) -> str | None:
        said.append(words)
        return left.pop(0) if left else None

    monkeypatch.setattr(messages, "choose", choose)
    return said


def opened(path: Path | None, habits: Habits) -> DataFile:
    file = first_file(path, habits)
    assert file is not None
    return file


def test_a_first_start_asks_nothing(
    tmp_path: Path, habits: Habits, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = choosing(monkeypatch)
    with opened(None, habits) as file:
        assert file.path == tmp_path / "家" / "公文.yinfa"
    assert said == []


def test_a_lost_file_is_not_made_anew_unasked(
    tmp_path: Path, habits: Habits, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = habits.data_file = tmp_path / "U盘" / "公文.yinfa"
    said = choosing(monkeypatch)
    assert first_file(None, habits) is None
    assert not lost.parent.exists()
    assert ("找不到" in said[0][0], said[0][1:]) == (True, (ANOTHER, NEW))
    choosing(monkeypatch, NEW)
    with opened(None, habits) as file:
        assert file.path == lost


@pytest.mark.parametrize("name", ["假.yinfa", "假.doc"])
def test_a_refused_file_is_followed_by_the_one_chosen_only(
    tmp_path: Path, habits: Habits, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_bytes(b"x" * 900)
    DataFile.create(tmp_path / "真.yinfa").close()
    said = choosing(monkeypatch)
    assert first_file(tmp_path / name, habits) is None
    assert said[-1][1:] == (ANOTHER,)
    monkeypatch.setattr(messages, "ask", answering(False))
    choosing(monkeypatch, ANOTHER)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering((str(tmp_path / "真.yinfa"), "")))
    with opened(tmp_path / name, habits) as file:
        assert file.path == tmp_path / "真.yinfa"
    choosing(monkeypatch, ANOTHER)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answering(("", "")))
    assert first_file(tmp_path / name, habits) is None


@pytest.mark.parametrize("spoilt", [b"", bytes(4096), b"\xff"], ids=["empty", "zeros", "a byte"])
def test_a_file_without_its_head_is_put_back_from_a_backup(
    tmp_path: Path, habits: Habits, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    path = tmp_path / "2007.yinfa"
    with DataFile.create(path) as file:
        NoticeRepository(file).save(NOTICE)
        back_up(file, folder_of(path))
    whole = path.read_bytes()
    at = 68 if len(spoilt) == 1 else 0
    path.write_bytes(whole[:at] + spoilt + whole[at + len(spoilt) :] if spoilt else b"")
    asked: list[str] = []

    def ask(_parent: object, text: str, yes: str) -> bool:
        asked.append(text)
        return yes == "恢复备份"

    monkeypatch.setattr(messages, "ask", ask)
    with opened(path, habits) as file:
        assert NoticeRepository(file).load(1) == NOTICE
    assert "最近一份完好的备份" in asked[0]
