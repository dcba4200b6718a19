"""An old Word file is read like a new one. `tests/data/old-word.doc` was written by LibreOffice from an invented text."""

from __future__ import annotations

import contextlib
import random
import struct
from pathlib import Path

import pytest

from models.errors import UserError
from models.reading.doors.old_boxes import boxes_of
from models.reading.doors.old_lists import lists_of
from models.reading.doors.old_properties import Runs
from models.reading.doors.old_text import hidden_lines
from models.reading.doors.old_word import open_old_word

FILE = Path(__file__).parents[3] / "data" / "old-word.doc"
DATA = FILE.read_bytes()
MAIN = DATA.index(
    b"\xec\xa5"
)  # where the stream WordDocument lies, and with it the head of the file
NOTHING = bytes(1024)


def changed(old: bytes, new: bytes, start: int = 0) -> bytes:
    at = DATA.index(old, start)
    return DATA[:at] + new + DATA[at + len(old) :]


def renamed(name: str, stream: str = "WordDocument") -> bytes:
    """The file with another stream in the place of its text, or of the stream named."""
    old = stream.encode("utf-16-le") + b"\x00\x00"
    at = DATA.index(old)
    new = name.encode("utf-16-le").ljust(64, b"\x00")
    length = struct.pack("<H", 2 * len(name) + 2)
    return DATA[:at] + new + length + DATA[at + 66 :]


def test_text_numbers_tables_notes_and_boxes_are_read() -> None:
    opened = open_old_word(DATA, "旧.doc")
    assert opened.text.split("\n") == [
        "首段",
        "青川市人事局文件",
        "关于放假的通知",
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1. 丁",
        "二、戊",
        "（一）己",
        "表前",
        "单位\t人数",
        "甲局",
        "二处",
        "5",
        "新末𠮷字",
        "脚注文字。",
        "链接",
        "末段",
        "青川市人事局办公室印发",
    ]
    assert (opened.furniture, opened.unread) == (("青川人事", "藏"), ())


def test_hidden_text_is_told_without_the_instructions_of_its_fields() -> None:
    told = hidden_lines({20: "三\r四", 2: "一\x13 XE 目\x15二", 40: "\x13 TC \x14 \x15"})
    assert told == ["一二", "三", "四"]
    assert hidden_lines({0: "前", 1: "后"}) == ["前后"]


def test_macros_are_told_and_not_read() -> None:
    opened = open_old_word(renamed("_VBA_PROJECT", "\x05SummaryInformation"), "旧.doc")
    assert [told[:4] for told in opened.unread] == ["文件含宏"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (DATA[:600], "已损坏"),
        (DATA[: len(DATA) // 2], "已损坏"),
        (DATA[: MAIN + 10] + b"\x00\x13" + DATA[MAIN + 12 :], "设了打开密码"),
        (DATA[:MAIN] + b"\xdc" + DATA[MAIN + 1 :], "Word 95 或更早"),
        (DATA[: MAIN + 0x1A2] + b"\xff\xff\xff\x7f" + DATA[MAIN + 0x1A6 :], "已损坏"),
        (DATA[: MAIN + 0x1A6] + b"\x06\x00\x00\x00" + DATA[MAIN + 0x1AA :], "已损坏"),
        (renamed("Workbook"), "Excel 表格"),
        (renamed("PowerPoint Document"), "演示文稿"),
        (renamed("EncryptedPackage"), "设了打开密码"),
        (renamed("Contents"), "别的程序的文件"),
    ],
)
def test_what_is_no_readable_word_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        open_old_word(data, "旧.doc")


def test_text_without_tables_of_properties_is_read_without_them() -> None:
    """A program that writes no lists, no shapes and no formats leaves these tables empty."""
    assert lists_of(NOTHING, b"") == {}
    assert boxes_of(NOTHING, b"") == []
    characters, paragraphs = Runs.both(NOTHING, bytes(8))
    assert (characters.at(5), paragraphs.at(5)) == ({}, {})


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_ends_in_text_or_in_a_sentence(seed: int) -> None:
    """Each turn writes over some bytes of the file's tables: no other error may come of it."""
    chance = random.Random(seed)
    data = bytearray(DATA)
    for _ in range(30):
        data[chance.randrange(512, len(data))] = chance.randrange(256)
    with contextlib.suppress(UserError):
        assert open_old_word(bytes(data), "旧.doc").text is not None
