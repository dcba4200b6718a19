"""What is typed on the command line is read as carefully as a text."""

from __future__ import annotations

import pytest

from models.errors import UserError
from models.reading.options import read_number, read_organs


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("津人〔2007〕1号", "津人〔2007〕1号"),
        ("津人 [2007] 第１号\n", "津人〔2007〕第1号"),
        ("津人【2007】\n1号", "津人〔2007〕1号"),
        ("第5号", "第5号"),
        (" \n", ""),
    ],
)
def test_a_number_is_written_as_the_standard_does(typed: str, number: str) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["abc\ndef", "津人", "2007", "津人〔2007〕号", "1号\n2号"])
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(UserError, match=r"不像发文字号。请写.*津人〔2007〕1号。"):
        read_number(typed)


def test_organs_are_parted_and_their_blanks_closed() -> None:
    assert read_organs(" 甲市人事局、\n乙局 ") == ("甲市人事局", "乙局")
    assert read_organs(" ") == ()


@pytest.mark.parametrize("read", [read_organs, read_number])
def test_a_control_character_is_named_as_such(read: object) -> None:
    assert callable(read)
    with pytest.raises(UserError, match="控制符（第3个字符）"):
        read("津人\x01局")
