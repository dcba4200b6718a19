"""Where one element ends and the next begins in a line that has nothing between them, as OCR leaves it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.days import DATE
from models.reading.kinds import STATUTORY, issued_kind
from models.reading.numbering import parts_of
from models.reading.organs import is_addressee_line, is_organ

if TYPE_CHECKING:
    from models.notice import Level

_KINDS = "|".join(sorted(STATUTORY, key=len, reverse=True))
_HEAD = re.compile(
    r"^(?:[^。，：]{2,80}?文件 ?)?(?P<number>[\u4e00-\u9fff]{2,20}〔\d{4}〕(?:第)?\d{1,5}号 ?)?"
    rf"(?P<title>[^。：]{{0,60}}关于[^。：]{{2,160}}?(?:{_KINDS}) ?)(?P<to>[^。：]{{2,300}}：)"
)
_TO = re.compile(r"^[^。：（][^。：]{2,300}：")
_CLOSED_BY_DATE = re.compile(
    rf"(?<=[。）])(?P<organ>[^。，：；、]{{0,80}}?)(?P<date>{DATE})(?! ?(?:印发|[，,、。至起止前后以的为]))"
)
_DATE_FIRST = re.compile(rf"^(?P<date>{DATE})(?P<rest>[^。，：；、]{{4,60}})(?= |$)")
_FORMULA = re.compile(
    r"(?<=[。；）])(?:此复|此令|特此(?:通知|公告|通告|通报|报告|函复|函达|批复|请示)|妥否，请批示|以上[^。]{2,20}请批[示复])。"
)


def fused_cuts(plain: str, last: dict[Level, int]) -> list[int]:
    """The borders inside a folded line that runs on, in order; `last` are the numbers that stand before it."""
    cuts = {*_head_cuts(plain), *parts_of(plain, last), *_closing_cuts(plain)}
    return sorted(cut for cut in cuts if 0 < cut < len(plain))


def _head_cuts(plain: str) -> list[int]:
    if head := _HEAD.match(plain[:800]):
        for title_end in _title_ends(head):
            if is_addressee_line(plain[title_end : head.end() - 1].replace(" ", "")):
                return [head.start("title"), head.start("number"), title_end, head.end()]
    to = _TO.match(plain[:320])
    if to and to.end() < len(plain) and is_addressee_line(to.group()[:-1].replace(" ", "")):
        return [to.end()]
    return []


def _title_ends(head: re.Match[str]) -> list[int]:
    """Every place where the title can end with its 文种, the last first."""
    start, end = head.start("title"), head.end("to")
    return [
        start + found.end()
        for found in re.finditer(_KINDS, head.string[start:end])
        if found.end() > 6
    ][::-1]


def _closing_cuts(plain: str) -> list[int]:
    cuts = [found.start() for found in _FORMULA.finditer(plain)]
    cuts += [found.end() for found in _FORMULA.finditer(plain)]
    for found in _CLOSED_BY_DATE.finditer(plain):
        organ = found.group("organ").replace(" ", "")
        if not organ or is_organ(organ):
            cuts += [found.start(), found.start("date"), found.end()]
    first = _DATE_FIRST.match(plain)
    if first and issued_kind(first.group("rest").replace(" ", "")):
        cuts.append(first.end("date"))
    return cuts
