"""Find the imprint (版记): 主题词, 抄送, 印发机关, 印发日期, 共印份数."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.days import before_day, day_start, is_day
from models.reading.kinds import statutory_kind
from models.reading.organs import is_organ
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from models.reading.blocks import Block

SUBJECT = re.compile(r"^主 ?题 ?词 ?：")
CC = re.compile(r"^(?:抄 ?送|抄 ?报|分 ?送|抄 ?发|主 ?送|报 ?送|发 ?送|报|送|发)(?:单位|机关)? ?：")
COPIES = re.compile(
    r"^（?(?:共 ?印|印数|印制份数|印)：? ?(?P<number>\d{1,6}|[一二三四五六七八九十百千]{1,9}) ?份?）?。?$"
)
_PRINTED = re.compile(r"印 ?[发制]$")
_WORD = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9]{1,10}$")
_COUNT = re.compile(r"^（\d{1,3}） ?")
_HANDS = re.compile(r"^(?:校对|打字|打印|录入|承办单位|经办人|拟稿|核稿|责任校对)：")


@dataclass
class Imprint:
    """What was found of the imprint, and the index behind it."""

    end: int
    found: list[Found] = field(default_factory=list[Found])


def read_imprint(blocks: list[Block], at: int) -> Imprint:
    """The imprint that begins with block `at`, as far as it goes."""
    imprint = Imprint(at)
    while imprint.end < len(blocks) and _step(blocks, imprint):
        pass
    return imprint


def tail_imprint(blocks: list[Block], start: int) -> Imprint:
    """The imprint that closes the document behind block `start`; empty at the end where there is none."""
    for at in range(start, len(blocks)):
        if _opens(blocks, at):
            imprint = read_imprint(blocks, at)
            if imprint.end == len(blocks):
                imprint.end = at
                return imprint
    return Imprint(len(blocks))


def _opens(blocks: list[Block], at: int) -> bool:
    plain = blocks[at].plain
    if len(plain) > 60 and not SUBJECT.match(plain) and not CC.match(plain):
        return False
    return bool(
        SUBJECT.match(plain)
        or CC.match(plain)
        or COPIES.match(plain)
        or _PRINTED.search(plain)
        or _office_above(blocks, at)
    )


def _step(blocks: list[Block], imprint: Imprint) -> bool:
    at = imprint.end
    block = blocks[at]
    if SUBJECT.match(block.plain):
        imprint.end = _words_end(blocks, at)
        _take(imprint, blocks, at, Role.SUBJECT_WORDS, "“主题词”之后")
    elif CC.match(block.plain):
        imprint.end = _copies_to_end(blocks, at)
        _take(imprint, blocks, at, Role.CC, f"“{block.tight.split('：')[0]}”之后")
    elif COPIES.match(block.plain):
        imprint.end = at + 1
        _take(imprint, blocks, at, Role.COPIES, "“共印”份数")
    elif _HANDS.match(block.tight):
        imprint.end = at + 1
    else:
        return _office(blocks, imprint)
    return True


def _take(imprint: Imprint, blocks: list[Block], at: int, role: Role, reason: str) -> None:
    last = blocks[imprint.end - 1]
    imprint.found.append(Found(role, blocks[at].start, last.end, reason))


def _words_end(blocks: list[Block], at: int) -> int:
    """Behind the subject words: they go on in short blocks until the 文种, their last."""
    end = at + 1
    if not blocks[at].flat or statutory_kind(blocks[at].tight):
        return end
    while end < len(blocks) and _WORD.match(blocks[end].tight) and end - at < 8:
        end += 1
        if statutory_kind(blocks[end - 1].tight):
            break
    return end


def _copies_to_end(blocks: list[Block], at: int) -> int:
    """Behind the organs that get copies: they go on until a full stop, or the next part of the imprint."""
    end = at + 1
    while end < len(blocks) and not blocks[end - 1].tight.endswith("。"):
        block = blocks[end]
        if _opens(blocks, end) or len(block.plain) > 200 or is_day(block.tight):
            break
        goes_on = blocks[end - 1].tight.endswith(("，", "、", "：")) or (
            block.flat and len(block.tight) < 40
        )
        if not goes_on:
            break
        end += 1
    return end


def _office_above(blocks: list[Block], at: int) -> bool:
    """Whether block `at` names the office above or beside a line 2007年1月11日印发."""
    if not is_organ(blocks[at].tight) or at + 1 >= len(blocks):
        return False
    return bool(_PRINTED.search(blocks[at + 1].plain)) and is_day(
        _PRINTED.sub("", blocks[at + 1].tight)
    )


def _office(blocks: list[Block], imprint: Imprint) -> bool:
    block = blocks[imprint.end]
    if _office_above(blocks, imprint.end):
        reason = "印发日期之前的机关名称"
        start = block.start + _count_end(block.plain)
        imprint.found.append(Found(Role.ISSUING_OFFICE, start, block.end, reason))
        imprint.end += 1
        return True
    words = _PRINTED.sub("", block.tight)
    printed = bool(_PRINTED.search(block.plain))
    office = before_day(words)
    if not (printed and is_day(words)) and not (is_organ(office) and (printed or imprint.found)):
        return False
    cut = day_start(block.plain) if office else 0
    if office:
        end = block.start + len(block.plain[:cut].rstrip(" "))
        start = block.start + _count_end(block.plain)
        imprint.found.append(Found(Role.ISSUING_OFFICE, start, end, "印发日期之前的机关名称"))
    imprint.found.append(Found(Role.ISSUED_ON, block.start + cut, block.end, "“印发”之前的日期"))
    imprint.end += 1
    return True


def _count_end(plain: str) -> int:
    """The length of a count of copies, such as （2）, that the line above left before the office."""
    found = _COUNT.match(plain)
    return found.end() if found else 0
