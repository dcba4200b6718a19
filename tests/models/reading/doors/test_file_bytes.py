"""Bytes come from regular files only, within bounds; everything else is named in one sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.errors import UserError
from models.reading.doors.door import open_file
from models.reading.doors.file_bytes import bytes_of
from models.reading.sheets.files import read_sheets

TOO_BIG = UserError("太大。")
GROWING = Path("/proc/self/status")  # says that it has no bytes


def test_as_many_bytes_as_wanted_are_read_and_not_one_more(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_bytes(b"12345")
    assert bytes_of(path, 5, TOO_BIG) == b"12345"
    with pytest.raises(UserError) as refusal:
        bytes_of(path, 4, TOO_BIG)
    assert refusal.value is TOO_BIG


@pytest.mark.skipif(not GROWING.exists(), reason="this system has no such file")
def test_a_file_that_holds_more_than_it_says_is_too_big() -> None:
    with pytest.raises(UserError) as refusal:
        bytes_of(GROWING, 10, TOO_BIG)
    assert refusal.value is TOO_BIG


@pytest.mark.parametrize("reader", [open_file, read_sheets])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        (os.devnull, "不是文件"),
        ("长" * 300 + ".txt", "太长"),
        ("甲\x00.txt", "不允许的字符"),
        ("没有.txt", "没有找到文件“没有.txt”"),
        ("", "是一个文件夹"),
    ],
)
def test_what_is_no_file_is_told_in_a_short_sentence(
    tmp_path: Path, reader: object, name: str, said: str
) -> None:
    assert callable(reader)
    with pytest.raises(UserError, match=said) as refusal:
        reader(tmp_path / name)
    assert "\x00" not in str(refusal.value)
    assert str(refusal.value).endswith("。")
    assert len(str(refusal.value)) < 120


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes by name")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.txt")
    with pytest.raises(UserError, match="管道"):
        open_file(tmp_path / "管.txt")
