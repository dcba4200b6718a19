"""The head of the paper (版头): 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.organs import is_organ, organ_stretches
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.blocks import Block

NUMBER = (
    r"(?:[\u4e00-\u9fffA-Za-z·（）]{1,24}〔(?:19|20)\d{2}〕(?:第)?\d{1,5}号"
    r"|[\u4e00-\u9fff]{1,24}[（<〈](?:19|20)\d{2}[）>〉](?:第)?\d{1,5}号"
    r"|(?:〔(?:19|20)\d{2}〕)?第?\d{1,4}期|〔(?:19|20)\d{2}〕第?\d{1,5}号"
    r"|(?:[\u4e00-\u9fff]{2,24}(?:公告|通告|令))?(?:19|20)\d{2}年?第?\d{1,5}号"
    r"|[（]?(?:[\u4e00-\u9fff]{2,24}(?:公告|通告|令))?第[\d一二三四五六七八九十百零〇]{1,6}号[）]?)"
)
_IS_NUMBER = re.compile(rf"^{NUMBER}$")
_PATTERNS = (
    (Role.COPY_NUMBER, re.compile(r"^(?:份号[：]?)?(?:№|No\.?)?\d{6}$"), "六位数字的份号"),
    (
        Role.SECRECY,
        re.compile(r"^(?:密级[：]?)?(?:绝密|机密|秘密|工作秘密)(?:[★☆].{0,8})?$"),
        "密级",
    ),
    (
        Role.URGENCY,
        re.compile(r"^(?:紧急程度[：]?)?(?:特急|加急|特提|平急|急件|紧急|急)$"),
        "紧急程度",
    ),
    (Role.DOC_NUMBER, _IS_NUMBER, "年份和序号的格式"),
    (Role.SIGNER, re.compile(r"^签发人?：[\u4e00-\u9fff·、，]{2,40}$"), "“签发人”之后"),
)
_NAME = re.compile(r"^[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,6})?$")
_SIGNER = re.compile(r"签发人?[：]")
_WIDE = re.compile(r" {2,}")


def is_number(words: str) -> bool:
    """Whether a block without blanks is a 发文字号."""
    return _IS_NUMBER.match(words) is not None


def is_organ_mark(words: str) -> bool:
    """Whether a block is a 发文机关标志: 甲市乙局文件."""
    return words == "文件" or (words.endswith("文件") and is_organ(words[:-2]))


def read_marks(blocks: list[Block]) -> list[Found]:
    """The marks of the head among the blocks before the text; under 签发人 stand the names of further ones (2012: 7.2.6)."""
    found: list[Found] = []
    is_below = False
    for block in blocks:
        marks = _marks_of(block)
        marks += _further_signers(block, marks) if is_below else []
        is_below = any(mark.role is Role.SIGNER for mark in marks)
        found += marks
    return found


def _further_signers(block: Block, marks: list[Found]) -> list[Found]:
    """The names of a line under the signers, which may begin with the 发文字号."""
    taken = {mark.start for mark in marks}
    names = [part for part in _tokens(block) if part[0] not in taken]
    if not all(_NAME.match(words) and not is_organ(words) for *_, words in names):
        return []
    return [Found(Role.SIGNER, start, end, "签发人之下的姓名") for start, end, _ in names]


def organ_marks(blocks: list[Block]) -> list[Found]:
    """The lines that name the issuing organ in the head: those with 文件, and names beside them or above the number."""
    found: list[Found] = []
    for at, block in enumerate(blocks):
        if is_organ_mark(block.tight) or _stands_in_head(blocks, at):
            found += _organs_of(block)
    return found


def _stands_in_head(blocks: list[Block], at: int) -> bool:
    if not is_organ(blocks[at].tight):
        return False
    nearby = [block.tight for block in blocks[max(at - 2, 0) : at + 3]]
    return any(words == "文件" or is_organ_mark(words) or is_number(words) for words in nearby)


def _organs_of(block: Block) -> Iterator[Found]:
    reason = "红头：机关名称加“文件”" if block.tight.endswith("文件") else "发文字号之上的机关名称"
    at = max((mark.end for mark in _marks_of(block)), default=block.start) - block.start
    at += len(block.plain[at:]) - len(block.plain[at:].lstrip(" "))
    for start, end in organ_stretches(block.plain[at:], besides="文件"):
        yield Found(Role.ORGAN, block.start + at + start, block.start + at + end, reason)


def _marks_of(block: Block) -> list[Found]:
    whole = _mark(block.start, block.end, block.tight)
    if whole:
        return [whole]
    if len(block.plain) > 120:
        return []
    parts = list(_tokens(block))
    marks = [_mark(start, end, words) for start, end, words in parts]
    if not all(marks) and not any(m and m.role in (Role.SIGNER, Role.DOC_NUMBER) for m in marks):
        return []
    return [mark for mark in marks if mark]


def _tokens(block: Block) -> Iterator[tuple[int, int, str]]:
    """The parts of a line of the head; a signer keeps the names behind the label."""
    signer = _SIGNER.search(block.plain)
    edge = signer.start() if signer else len(block.plain)
    gap = _WIDE if _WIDE.search(block.plain[:edge].strip()) else re.compile(" +")
    start = 0
    for found in [*gap.finditer(block.plain, 0, edge), None]:
        end = found.start() if found else edge
        if words := block.plain[start:end].strip(" "):
            yield block.start + start, block.start + start + len(words), words.replace(" ", "")
        start = found.end() if found else edge
    if signer:
        yield block.start + edge, block.end, block.plain[edge:].replace(" ", "")


def _mark(start: int, end: int, words: str) -> Found | None:
    for role, pattern, reason in _PATTERNS:
        if pattern.match(words):
            return Found(role, start, end, reason)
    return None
