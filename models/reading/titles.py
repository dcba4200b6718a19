"""Find the title: the last stretch before the text that reads 〔机关〕关于…的〔文种〕, or a body and a 文种."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.reading.days import DATE
from models.reading.kinds import issued_kind, statutory_kind
from models.reading.marks import is_number, is_organ_mark
from models.reading.organs import is_address, is_organ

if TYPE_CHECKING:
    from models.reading.blocks import Block

_MAX_LINES = 8
_MAX_LENGTH = 90
_MAX_WHOLE = 400
_ONLY_DATE = re.compile(rf"^[（]?{DATE}[）]?$")
_NUMBER_FIRST = re.compile(r"^(?:(?!关于)[^《〔])*〔(?:19|20)\d{2}〕第?\d{1,5}号.*关于")
_BARE_KINDS = ("令", "公告", "通告", "决定", "决议", "通报", "公报", "议案", "命令", "函")


@dataclass(frozen=True, slots=True)
class Title:
    """The title as blocks `first` to `last` (inclusive), its words joined, and the reason."""

    first: int
    last: int
    words: str
    reason: str


def find_title(blocks: list[Block]) -> Title | None:
    """The title of the document; None where nothing reads like one."""
    for opening in _openings(blocks):
        title = _last_title(blocks, opening)
        if title:
            return title
    return _text_title(blocks)


def is_title_line(block: Block) -> bool:
    """Whether a block can be a line of a title at all."""
    words = block.tight
    return not (
        len(words) > (_MAX_WHOLE if _is_whole_title(words) else _MAX_LENGTH)
        or "。" in words
        or "；" in words
        or "：" in words
        or is_number(words)
        or _NUMBER_FIRST.match(words)
        or _ONLY_DATE.match(words)
        or ">" in words
    )


def _is_whole_title(words: str) -> bool:
    """Whether one line says 关于…的〔文种〕 without a comma, as a title may at any length."""
    return "关于" in words and "，" not in words and bool(statutory_kind(words))


def _openings(blocks: list[Block]) -> list[int]:
    """Where the text proper may begin: the first sentences or lines of addressees."""
    found: list[int] = []
    for at, block in enumerate(blocks):
        if _is_opening(block):
            found.append(at)
            if len(found) == 6:
                break
    if len(found) < 6:
        found.append(len(blocks))
    return found


def _is_opening(block: Block) -> bool:
    words = block.tight
    if "。" in words or (len(words) > 60 and "，" in words and not statutory_kind(words)):
        return True
    return is_address(words)


def _last_title(blocks: list[Block], opening: int) -> Title | None:
    for last in range(opening - 1, -1, -1):
        title = _title_ending_at(blocks, last)
        if title:
            return title
    return _title_without_kind(blocks, opening) if opening < len(blocks) else None


def _title_ending_at(blocks: list[Block], last: int) -> Title | None:
    if not is_title_line(blocks[last]) or not statutory_kind(blocks[last].tight):
        return None
    words, first = "", last + 1
    while first > max(last - _MAX_LINES, 0) and is_title_line(blocks[first - 1]):
        first -= 1
        words = blocks[first].tight + words
        if "关于" in words and _balanced(words):
            first, words = _with_organs(blocks, first, words)
            return Title(first, last, words, "“关于…”以文种结尾")
        if _names_organ_and_kind(words):
            return Title(first, last, words, "机关名称加文种")
    return None


def _names_organ_and_kind(words: str) -> bool:
    kind = statutory_kind(words)
    if kind.endswith("纪要") and len(words) <= 40 and "，" not in words:
        return True
    if kind not in _BARE_KINDS:
        return False
    name = words[: words.rfind(kind)]
    return is_organ(name) or name.endswith(("会议", "常务会", "办公会", "人民共和国", "主席"))


def _with_organs(blocks: list[Block], first: int, words: str) -> tuple[int, str]:
    """Take in the lines above that name the issuing organs, where the title's first line does not."""
    before = words.split("关于")[0]
    if before and is_organ(before) and not _continues(blocks, first, before):
        return first, words
    while first > 0 and _is_organ_line(blocks, first - 1, before):
        first -= 1
        before = blocks[first].tight + before
        words = blocks[first].tight + words
    return first, words


def _is_organ_line(blocks: list[Block], at: int, below: str) -> bool:
    line = blocks[at]
    if not is_title_line(line) or is_organ_mark(line.tight) or statutory_kind(line.tight):
        return False
    if below and not _continues(blocks, at + 1, below):
        return False
    return is_organ(line.tight) or all(map(is_organ, line.plain.split())) or bool(below)


def _continues(blocks: list[Block], first: int, below: str) -> bool:
    """Whether the line above `first` and `below` make one name that the document repeats, as where it is signed."""
    if first == 0 or not is_title_line(blocks[first - 1]):
        return False
    name = blocks[first - 1].tight + below
    later = "".join(block.tight for block in blocks[first + 1 :] if len(block.plain) < 60)
    return name in later


def _title_without_kind(blocks: list[Block], opening: int) -> Title | None:
    """A title that names no 文种: the lines right above the addressees that begin with 关于."""
    words, first = "", opening
    while first > max(opening - _MAX_LINES, 0) and is_title_line(blocks[first - 1]):
        first -= 1
        words = blocks[first].tight + words
        if "关于" in words:
            if not _is_opening(blocks[opening]) or not blocks[opening].tight.endswith("："):
                return None
            first, words = _with_organs(blocks, first, words)
            return Title(first, opening - 1, words, "主送机关之上，以“关于”起，没有文种")
    return None


def _text_title(blocks: list[Block]) -> Title | None:
    """The title of a text that stands alone, such as a 办法 or a 方案."""
    for at, block in enumerate(blocks[:40]):
        if is_title_line(block) and issued_kind(block.tight) and len(block.tight) > 4:
            return Title(at, at, block.tight, "以规章、方案一类的名称结尾")
    return None


def _balanced(words: str) -> bool:
    return words.count("《") == words.count("》") and words.count("（") == words.count("）")
