"""Files are whole or not there, and their names are legal on every Windows."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import files
from models.files import (
    CannotWrite,
    make_folder,
    part_of,
    safe_name,
    sweep_parts,
    write_atomically,
    write_together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCKED = PermissionError(errno.EACCES, "Permission denied")


def refuse(monkeypatch: pytest.MonkeyPatch, times: int) -> list[float]:
    """Let renaming fail as on Windows while a scanner holds the target; the waits that were asked for."""
    slept: list[float] = []
    real = Path.replace

    def replace(part: Path, target: Path) -> Path:
        if len(slept) < times:
            raise LOCKED
        return real(part, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(time, "sleep", slept.append)
    return slept


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_atomically(tmp_path / "通知.pdf", b"new")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("通知.pdf", b"new")]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("times", [1, 3, 5])
def test_a_file_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    slept = refuse(monkeypatch, times)
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(slept) == times
    assert sum(slept) < 2


def test_a_file_held_for_long_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    refuse(monkeypatch, 99)
    with pytest.raises(CannotWrite, match="另存到别处"):
        write_atomically(tmp_path / "a", b"new")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize(
    ("code", "word"),
    [(errno.ENOSPC, "空间不足"), (errno.EDQUOT, "空间不足"), (errno.EIO, "磁盘出错")],
)
def test_a_disk_that_refuses_is_named_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, word: str
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWrite, match=word):
        write_atomically(tmp_path / "a", b"new")
    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a", b"old")]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="不存在"):
        write_atomically(tmp_path / "没有" / "a", b"new")


def test_a_folder_in_the_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(CannotWrite, match="未能保存「a」"):
        write_atomically(tmp_path / "a", b"new")
    assert [f.name for f in tmp_path.iterdir()] == ["a"]


def test_what_is_made_under_the_name_of_a_part_goes_with_it(tmp_path: Path) -> None:
    with part_of(tmp_path / "a") as part:
        part.with_name(f"{part.name}-journal").write_bytes(b"")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A file that this system itself lets nobody replace."""
    path = tmp_path / "通知.docx"
    path.write_bytes(b"old")
    if os.name == "nt":
        with path.open("rb"):
            yield path
        return
    if not shutil.which("chattr") or subprocess.run(["chattr", "+i", path], check=False).returncode:
        pytest.skip("no file here that may not be replaced")
    yield path
    subprocess.run(["chattr", "-i", path], check=True)


def test_where_one_file_is_held_the_other_is_not_touched_either(
    tmp_path: Path, held: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "FIRST_DELAY", 0)
    free = tmp_path / "通知.pdf"
    free.write_bytes(b"old")
    with pytest.raises(CannotWrite, match=r"未能保存「通知[.]docx」：文件正被别的程序打开"):
        write_together({free: b"new", held: b"new"})
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == {
        free.name: b"old",
        held.name: b"old",
    }


def test_a_folder_that_a_killed_salvage_left_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".~x.part"
    left.mkdir()
    (left / "copy").write_bytes(b"")
    assert sweep_parts(tmp_path) == 0
    assert sweep_parts(tmp_path, older_than=-1) == 1
    assert list(tmp_path.iterdir()) == []


def test_only_old_parts_are_swept(tmp_path: Path) -> None:
    for name in (".~old.part", ".~old.part-journal", ".~new.part", "通知.part"):
        (tmp_path / name).write_bytes(b"")
        if "old" in name:
            os.utime(tmp_path / name, (0, 0))
    assert sweep_parts(tmp_path) == 2
    assert sorted(f.name for f in tmp_path.iterdir()) == [".~new.part", "通知.part"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于印发《2007年要点》的通知", "关于印发《2007年要点》的通知.pdf"),
        ('a/b\\c:d*e?f"g<h>i|j', "a／b＼c：d＊e？f”g〈h〉i｜j.pdf"),
        ("两行\r\n标题", "两行 标题.pdf"),
        (" . 点和空格. . ", "点和空格.pdf"),
        ("con", "_con.pdf"),
        ("LPT1.txt", "_LPT1.txt.pdf"),
        ("", "未命名.pdf"),
        ("...", "未命名.pdf"),
        ("隐\u200b形\ufeff字", "隐形字.pdf"),
        ("字" * 200, "字" * 80 + ".pdf"),
        ("𠀀" * 60, "𠀀" * 40 + ".pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert safe_name(title, ".pdf") == name


@given(st.text(max_size=200))
def test_every_name_is_legal_and_stays_itself(title: str) -> None:
    name = safe_name(title)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(c) >= 32 and not 127 <= ord(c) < 160 for c in name)
    assert name == name.strip(" .\u3000")
    assert len(name.encode("utf-16-le")) // 2 <= 80
    assert safe_name(name) == name


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "文件").write_bytes(b"")
    with pytest.raises(CannotWrite):
        make_folder(tmp_path / "文件" / "里面")


def test_a_nearly_full_disk_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not files.has_little_room(tmp_path / "没有")
    monkeypatch.setattr(files, "LITTLE_ROOM", 10**18)
    assert files.has_little_room(tmp_path)


def test_files_that_go_together_are_written_all_or_none(tmp_path: Path) -> None:
    there = tmp_path / "a.pdf"
    there.write_bytes(b"old")
    missing = tmp_path / "no" / "a.docx"
    with pytest.raises(CannotWrite):
        write_together({there: b"new", missing: b"new"})
    assert there.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [there]
