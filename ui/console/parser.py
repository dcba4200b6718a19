"""Command lines in Chinese: usage, help and what is wrong with them."""

from __future__ import annotations

import argparse
import errno
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from models.reading.days import day_of

if TYPE_CHECKING:
    from datetime import date

WRONG_USAGE = 2
_UNFIT = (errno.ENAMETOOLONG, errno.EINVAL)
_UNFIT_NAME = "名称太长，或含有系统不允许的字符，请换一个名称。"
_SENTENCES = (
    (r"the following arguments are required: (.+)", r"缺少：\1。"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 不能是 \2，只能是 \3。"),
    (r"argument (.+?): expected one argument", r"\1 后面要写上内容。"),
    (r"argument (.+?): invalid (?:int|float) value: (.+)", r"\1 要写数字，不能是 \2。"),
    (r"unrecognized arguments: (.+)", r"不认识：\1。"),
    (r"argument (.+?): (.+)", r"\1：\2"),
)
_HEADINGS = {
    "usage: ": "用法：",
    "positional arguments:": "要写的：",
    "options:": "可选的：",
    "show this help message and exit": "显示用法",
}


class Parser(argparse.ArgumentParser):
    """Speaks Chinese; ends with 2 where the command line is wrong."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how it is written."""
        print(f"命令写得不对：{_in_chinese(message)}", file=sys.stderr)
        self.print_usage(sys.stderr)
        sys.exit(WRONG_USAGE)

    def format_usage(self) -> str:
        """How the command is written."""
        return _with_headings(super().format_usage())

    def format_help(self) -> str:
        """What each part of the command means."""
        return _with_headings(super().format_help())


def a_path(text: str) -> Path:
    """A path that was typed.

    Raises:
        ArgumentTypeError: nothing was, or a name that the system does not take.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("不能是空的。")
    path = Path(text)
    try:
        path.lstat()
    except (OSError, ValueError) as error:
        if isinstance(error, ValueError) or error.errno in _UNFIT:
            raise argparse.ArgumentTypeError(_UNFIT_NAME) from error
    return path


def a_day(text: str) -> date:
    """A day that was typed, as 2007-01-26 or in Chinese.

    Raises:
        ArgumentTypeError: it is none.
    """
    day = day_of(text)
    if day is None:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，请写成 2007-01-26 的样子。")
    return day


def a_data_file(text: str) -> Path:
    """A data file that is there or may be made.

    Raises:
        ArgumentTypeError: the name is that of something else.
    """
    path = a_path(text)
    if path.suffix.lower() != ".yinfa" and not path.is_file():
        raise argparse.ArgumentTypeError(f"“{text}”不是数据文件（.yinfa），也不是命令。")
    return path


def _in_chinese(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(sentence)
    return message


def _with_headings(text: str) -> str:
    for english, chinese in _HEADINGS.items():
        text = text.replace(english, chinese)
    return text
