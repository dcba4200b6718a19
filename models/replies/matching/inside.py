"""Who speaks in a text: the organ above the date (落款), the one before 关于 in the title, the one behind 填报单位."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.reading.days import before_day, is_day
from models.reading.fold import fold, tight
from models.reading.numbering import mark_at
from models.reading.organs import is_organ
from models.replies.naming import name_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_HEAD = 12  # lines
_LONGEST_HEAD, _LONGEST_NAME = 60, 40  # characters
_LONGEST_LINE = 120  # characters, blanks among them
_DAY_ENDS = "日曰）)0123456789"
_ABOVE = 4  # lines above a date in which organs stand
_SEAL = re.compile(r"（(?:盖章|公章|章|印章|加盖公章|签章|印)）")
_LABEL = re.compile(
    r"(?<![\u4e00-\u9fff])(?:(?:填报|报送|上报|填表|申报|报告|制表)(?:单位|部门|机关)(?:[（(][^）)\n]{1,6}[）)])?[：:\t \u3000]"
    r"|单位(?:名称)?(?:[（(][^）)\n]{1,6}[）)])?[：:])[\t \u3000]*(?P<name>[^\s：:，。；]{2,40})"
)
_QUOTES = re.compile(r"转发|印发|批转|翻印|抄送|抄报|主题词|^附件")


@dataclass(frozen=True, slots=True)
class Voice:
    """A name that a text gives itself, and the Chinese word for where it stands."""

    name: str
    where: str


def voices_in(text: str, is_name: Callable[[str], bool] = is_organ) -> tuple[Voice, ...]:
    """All names that a text gives itself, each once, signatures first; `is_name` tells a name from other words."""
    lines = [line for line in text.splitlines() if line and not line.isspace()]
    found = (*_signatures(lines, is_name), *_labels(text), *_heads(lines, is_name))
    return tuple({voice.name: voice for voice in reversed(found)}.values())[::-1]


def _signatures(lines: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    """What stands above a day that is alone in its line, or before it in the same line."""
    for at, line in enumerate(lines):
        if len(line) > _LONGEST_LINE or line.rstrip()[-1] not in _DAY_ENDS:
            continue
        words = _words(line)
        before = before_day(words)
        if before and is_name(before):
            yield Voice(before, "落款")
        elif is_day(words):
            yield from _above(lines[max(0, at - _ABOVE) : at], is_name)


def _above(lines: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    for line in reversed(lines):
        words = _words(line) if len(line) <= _LONGEST_LINE else line
        if len(words) > _LONGEST_NAME or not is_name(words):
            return
        yield Voice(words, "落款")


def _labels(text: str) -> Iterator[Voice]:
    for found in _LABEL.finditer(text):
        yield Voice(_words(found.group("name")), "填报单位")


def _heads(lines: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    """The organ with which a line of the head begins: 某局文件, 某局2007年工作安排意见, 某局关于…."""
    for line in lines[:_HEAD]:
        words = _words(line) if len(line) <= _LONGEST_LINE else line
        if len(words) > _LONGEST_HEAD or words.endswith(("：", "。")) or mark_at(words) is not None:
            return
        before = words.split("关于")[0]
        if not before or _QUOTES.search(before):
            continue
        name = before if is_name(before) else next(iter(name_parts(before)), "")
        if name and words.startswith(name) and is_name(name):
            yield Voice(name, "标题")


def _words(line: str) -> str:
    """A line in one spelling, without blanks and without the place of the seal."""
    words = tight(fold(line))
    return _SEAL.sub("", words) if "（" in words else words
