"""What a clerk types about a notice beside its text, such as the 发文字号 on the command line."""

from __future__ import annotations

from models.errors import UserError
from models.notice import split_organs
from models.reading.fold import clean_text, fold, tight
from models.reading.marks import is_number


def read_organs(typed: str) -> tuple[str, ...]:
    """The organs of a line such as 甲局、乙局; none where it is blank.

    Raises:
        UserError: there is a mark in it that cannot be printed.
    """
    return split_organs(" ".join(_clean(typed, "发文机关").split()))


def read_number(typed: str) -> str:
    """The 发文字号 with the brackets of the standard; empty where nothing but blanks is typed.

    Raises:
        UserError: it is none.
    """
    number = tight(fold(_clean(typed, "发文字号")))
    if number and not is_number(number):
        raise UserError(f"“{number}”不像发文字号。请写机关代字、年份和序号，如 津人〔2007〕1号。")
    return number


def _clean(typed: str, what: str) -> str:
    clean = clean_text(typed)
    if clean.removed:
        raise UserError(f"{what}里有看不见的控制符（第{clean.removed[0] + 1}个字符）。请重新输入。")
    return clean.text
