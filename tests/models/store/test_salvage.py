"""Out of a damaged file comes what can be read, and a list of what could not."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from models.files import CannotWrite
from models.notice import Notice, Paragraph
from models.store.checking import faults_of_file
from models.store.datafile import DataFile
from models.store.driver import driver
from models.store.histories import HistoryRepository
from models.store.notices import NoticeRepository
from models.store.offices import OfficeRepository
from models.store.refusals import Damaged, NotFound, NotOurs
from models.store.salvage import LOST_TITLE, copy_rows, salvage
from models.store.searching import Search
from tests.models.store.store_values import NOTICE, OFFICE
from tests.support.force import force

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with many documents."""
    path: Path = tmp_path_factory.mktemp("whole") / "a.yinfa"
    chance = random.Random(4)
    with DataFile.create(path) as file:
        OfficeRepository(file).save(OFFICE)
        for number in range(60):
            text = "".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(300))
            saved = NoticeRepository(file).save(replace(NOTICE, title=f"第{number}号通知"))
            body = (*saved.body, *(Paragraph(text[at:]) for at in range(8)))
            NoticeRepository(file).save(replace(saved, body=body))
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, whole: bytes) -> Path:
    made = tmp_path / "坏.yinfa"
    made.write_bytes(whole)
    return made


def read_all(path: Path) -> dict[int, Notice]:
    with DataFile.open(path) as file:
        kept = NoticeRepository(file)
        return {line.id: kept.load(line.id) for line in kept.lines()}


def test_a_sound_file_is_salvaged_whole(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    result = salvage(path, tmp_path / "新.yinfa")
    assert (result.lost, result.rebuilt) == ([], [])
    assert path.read_bytes() == before
    assert read_all(tmp_path / "新.yinfa") == read_all(path)
    assert faults_of_file(tmp_path / "新.yinfa") == ()
    with DataFile.open(tmp_path / "新.yinfa") as file:
        assert OfficeRepository(file).load() == OFFICE
        assert HistoryRepository(file).lines()[-1].deed.what == "从损坏的数据文件中抢救"
        assert Search(file).search("第59号")
    assert sorted(f.name for f in tmp_path.iterdir() if f.suffix == ".yinfa") == [
        "坏.yinfa",
        "新.yinfa",
    ]


def test_garbage_pages_cost_almost_nothing(path: Path, tmp_path: Path, whole: bytes) -> None:
    wanted, chance, shares = read_all(path), random.Random(8), list[float]()
    for number in range(8):
        page = chance.randrange(len(whole) // PAGE)
        damaged = bytearray(whole)
        damaged[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
        path.write_bytes(damaged)
        result = salvage(path, target := tmp_path / f"{number}.yinfa")
        found = read_all(target)
        right = [key for key, notice in found.items() if wanted[key] == notice]
        shares.append(len(right) / len(wanted))
        assert len(right) == len(wanted) or result.lost
    assert sum(shares) / len(shares) >= 0.99


def test_what_neither_rows_nor_history_tell_is_listed(path: Path, tmp_path: Path) -> None:
    force(path, "DELETE FROM history WHERE key = 7 AND seq < 15; PRAGMA foreign_keys = 0;"
                "DELETE FROM notice WHERE id IN (7, 9); UPDATE notice SET edition = 'x' WHERE id = 11;"
                "DELETE FROM piece WHERE id = 7;"
                "INSERT INTO history SELECT max(seq) + 1, at, who, what, kind, key, 'x', state, hash FROM history")  # fmt: skip
    result = salvage(path, target := tmp_path / "新.yinfa")
    assert result.rebuilt == ["公文「第8号通知」", "公文「第10号通知」"]
    assert any("公文（编号7）的标题等要素没有读出来" in line for line in result.lost)
    assert any("历史第14条到第14条缺失" in line for line in result.lost)
    found = read_all(target)
    assert found[7].title == LOST_TITLE
    assert found[7].pieces[0].title == LOST_TITLE
    assert found[7].body[0] == NOTICE.body[0]
    assert found[9].title == "第8号通知"
    assert found[11].title == "第10号通知"


def test_a_row_of_a_deleted_document_does_not_come_back(path: Path, tmp_path: Path) -> None:
    with DataFile.open(path) as file:
        NoticeRepository(file).delete(5)
    with closing(driver.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO notice (id, kind, title, doc_number, copy_number, secrecy, urgency, addressees, notes, cc,"
            " issuing_office) VALUES (5, '', '鬼', '', '', '', '', '', '', '', '')"
        )
    salvage(path, tmp_path / "新.yinfa")
    assert 5 not in read_all(tmp_path / "新.yinfa")


def test_a_file_without_a_head_is_read_by_the_pages_of_an_empty_one(
    path: Path, tmp_path: Path, whole: bytes
) -> None:
    wanted = read_all(path)
    path.write_bytes(random.randbytes(PAGE) + whole[PAGE:])
    path.with_name(f"{path.name}-journal").write_bytes(b"x")
    salvage(path, tmp_path / "新.yinfa")
    assert read_all(tmp_path / "新.yinfa") == wanted


def test_half_a_file_gives_what_it_has(path: Path, tmp_path: Path, whole: bytes) -> None:
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Damaged):
        DataFile.open(path)
    result = salvage(path, tmp_path / "新.yinfa")
    assert result.lost
    assert read_all(tmp_path / "新.yinfa")


def test_rubbish_gives_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "坏.yinfa").write_bytes(random.randbytes(50_000))
    with pytest.raises(Damaged, match="没有读出任何内容"):
        salvage(tmp_path / "坏.yinfa", tmp_path / "新.yinfa")
    assert [f.name for f in tmp_path.iterdir()] == ["坏.yinfa"]


def test_an_ordinary_slip_is_told_in_a_sentence(path: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="找不到"):
        salvage(tmp_path / "没有.yinfa", tmp_path / "新.yinfa")
    with pytest.raises(NotOurs, match="文件夹"):
        salvage(tmp_path, tmp_path / "新.yinfa")
    with pytest.raises(CannotWrite, match="文件夹"):
        salvage(path, path / "新.yinfa")
    salvage(path, tmp_path / "还没有" / "新.yinfa")
    assert read_all(tmp_path / "还没有" / "新.yinfa") == read_all(path)


def test_a_disk_that_refuses_is_told_in_a_sentence(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy", refuse)
    with pytest.raises(CannotWrite, match="空间不足"):
        salvage(path, tmp_path / "新.yinfa")
    assert not (tmp_path / "新.yinfa").exists()


def test_rows_that_hold_no_value_cost_only_what_they_belong_to(path: Path, tmp_path: Path) -> None:
    wanted = read_all(path)
    force(path, "UPDATE notice_entry SET role = role || 'x' WHERE notice_id = 3; DELETE FROM history WHERE key = 3;"
                "INSERT OR REPLACE INTO office_fact VALUES ('practice', '[1]')")  # fmt: skip
    salvage(path, tmp_path / "新.yinfa")
    with DataFile.open(tmp_path / "新.yinfa") as file:
        assert OfficeRepository(file).load() == OFFICE
    assert len(read_all(tmp_path / "新.yinfa")) == len(wanted) - 1


def test_a_salvage_never_overwrites(path: Path) -> None:
    with pytest.raises(UserError, match="已经存在"):
        salvage(path, path)


def test_rows_that_fit_no_column_are_left_out(path: Path) -> None:
    with DataFile.open(path) as file, file.changing() as new:
        rows = [("a", None), ("b", "1")]
        assert copy_rows(new, "office_fact", ["name", "value"], rows) == 1
