"""Who speaks in a text: the organ above the date (落款), the one before 关于 in the title, the one behind 填报单位."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from models.reading.days import before_day, is_day
from models.reading.fold import fold, tight
from models.reading.numbering import mark_at
from models.reading.organs import is_organ
from models.replies.naming import name_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_HEAD = 12  # lines
_LONGEST_HEAD, _LONGEST_NAME = 60, 40  # characters
_ABOVE = 4  # lines above a date in which organs stand
_SEAL = re.compile(r"（(?:盖章|公章|章|印章|加盖公章|签章|印)）")
_LABEL = re.compile(
    r"(?:^|[^\u4e00-\u9fff])(?:(?:填报|报送|上报|填表|申报|报告|制表)(?:单位|部门|机关)(?:（[^）]{1,6}）)?[： ]|单位(?:名称)?(?:（[^）]{1,6}）)?：)[ ]*(?P<name>[^ ：，。；]{2,40})"
)
_QUOTES = re.compile(r"转发|印发|批转|翻印|抄送|抄报|主题词|^关于|^附件")


@dataclass(frozen=True, slots=True)
class Voice:
    """A name that a text gives itself, and the Chinese word for where it stands."""

    name: str
    where: str


def voices_in(text: str, is_name: Callable[[str], bool] = is_organ) -> tuple[Voice, ...]:
    """All names that a text gives itself, each once, signatures first; `is_name` tells a name from other words."""
    lines = [folded for line in text.splitlines() if (folded := fold(line).strip())]
    words = [_SEAL.sub("", tight(line)) for line in lines]
    found = (*_signatures(words, is_name), *_labels(lines), *_heads(words, is_name))
    return tuple({voice.name: voice for voice in reversed(found)}.values())[::-1]


def _signatures(words: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    """What stands above a day that is alone in its line, or before it in the same line."""
    for at, line in enumerate(words):
        if len(line) > _LONGEST_HEAD or ("日" not in line and "." not in line and "-" not in line):
            continue
        before = before_day(line)
        if before and is_name(before):
            yield Voice(before, "落款")
        elif is_day(line):
            yield from _above(words[max(0, at - _ABOVE) : at], is_name)


def _above(words: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    for line in reversed(words):
        if len(line) > _LONGEST_NAME or not is_name(line):
            return
        yield Voice(line, "落款")


def _labels(lines: Iterable[str]) -> Iterator[Voice]:
    for line in lines:
        if "单位" in line or "部门" in line or "机关：" in line:
            for found in islice(_LABEL.finditer(line), 1):
                yield Voice(_SEAL.sub("", found.group("name")), "填报单位")


def _heads(words: list[str], is_name: Callable[[str], bool]) -> Iterator[Voice]:
    """The organ with which a line of the head begins: 某局文件, 某局2007年工作安排意见, 某局关于…."""
    for line in words[:_HEAD]:
        if line.endswith(("：", "。")) or len(line) > _LONGEST_HEAD or mark_at(line) is not None:
            return
        if _QUOTES.search(line.split("关于")[0]) or _QUOTES.match(line):
            continue
        parts = name_parts(line.split("关于")[0])
        if parts and line.startswith(parts[0]) and is_name(parts[0]):
            yield Voice(parts[0], "标题")
