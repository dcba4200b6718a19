"""The door for files takes texts in any Chinese encoding and refuses the rest in a sentence."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from models.errors import UserError
from models.reading.doors.refusals import MAX_CHARACTERS
from models.reading.files import read_file
from models.reading.looks import is_notice, is_whole_notice
from models.reading.understand import read_text

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = """关于做好2009年度统计报表工作的通知
各区人事局：
　　现将有关事项通知如下。
　　一、请于2009年3月10日前报送报表。
　　二、报表一式两份。
清河市人事局
二〇〇九年二月六日
"""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_of_a_chinese_text_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(NOTICE.encode(encoding))
    assert read_file(path).notice.title == "关于做好2009年度统计报表工作的通知"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "是空的"),
        ("白.txt", b" \r\n\t", "没有文字"),
        ("图.txt", b"\x89PNG\x00\x00\x00\x01", "只有图片"),
        ("程序.txt", b"MZ\x00\x03\x00\x00\x00\x04", "不是文本文件"),
        ("乱.txt", "公文\x01\x02\x03\x04".encode(), "不是文本文件"),
        ("坏.txt", b"\xff\xfe\xff\xd8\xff", "不是文本文件"),
        ("表.rtf", b"{\\rtf1}", "另存为"),
        ("诗.txt", "床前明月光，疑是地上霜。".encode(), "标题、主送机关、成文日期、分条编号"),
        ("题.txt", "关于放假的通知".encode(), "主送机关、成文日期、分条编号"),
        ("长.txt", b"a" * (MAX_CHARACTERS + 1), "100 万字"),
        ("大.txt", b"a" * (4 * MAX_CHARACTERS + 1), "100 万字"),
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UserError, match=said):
        read_file(path)


def test_missing_file_and_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"没有找到文件“无\.txt”"):
        read_file(tmp_path / "无.txt")
    with pytest.raises(UserError, match="是一个文件夹"):
        read_file(tmp_path)


def test_file_in_use_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "占用.txt"
    path.write_text(NOTICE, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.open", refuse)
    with pytest.raises(UserError, match="打不开"):
        read_file(path)


def test_text_without_title_but_with_two_clues_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "无题.txt"
    path.write_text(NOTICE.split("\n", 1)[1], encoding="utf-8")
    assert read_file(path).doubts[0].question.startswith("没有认出标题")


def test_a_whole_notice_is_one_that_is_read_as_a_file_too() -> None:
    """What is offered to be understood is never refused as no document."""
    assert is_whole_notice(read_text(NOTICE))
    short, bare = "关于放假的通知\n各单位：\n放假。\n", "关于放假的通知\n" + "天气很好。" * 20
    assert is_notice(read_text(short))
    assert not is_whole_notice(read_text(short))
    assert not is_whole_notice(read_text(bare + "\n〔2009〕3号"))


def test_marks_that_cannot_be_printed_become_blanks_and_are_told(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(NOTICE.replace("度", "\x07度\u202e").encode())
    reading = read_file(path)
    assert not {"\x07", "\u202e"} & set(reading.text)
    assert any("2 个不能打印或已损坏的字符" in doubt.question for doubt in reading.doubts)


def test_what_joins_signs_to_one_is_told_as_it_cannot_be_printed() -> None:
    """Elsewhere it joins nothing: copies of web pages are full of it."""
    joined = read_text(NOTICE.replace("两份。", "两份\u200d。\U0001f468\u200d\U0001f469"))
    assert len(joined.removed) == 1
    assert any("1 个不能打印" in doubt.question for doubt in joined.doubts)


def test_reading_takes_no_longer_a_paragraph_in_a_longer_text() -> None:
    """Fold the text once: each paragraph that folds the whole text makes the work grow with its square."""

    def seconds_of(lines: int) -> float:
        text = NOTICE.replace("。", "。\n" + "现将有关事项通知如下。\n" * lines, 1)
        started = time.process_time()
        read_text(text)
        return time.process_time() - started

    short = min(seconds_of(1000) for _ in range(3))
    assert seconds_of(8000) < 8 * 3 * short


def test_a_chinese_text_cut_off_within_a_character_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(NOTICE.encode("gbk") + b"\x81")
    reading = read_file(path)
    assert reading.notice.title == "关于做好2009年度统计报表工作的通知"
    assert any("已损坏的字符" in doubt.question for doubt in reading.doubts)
