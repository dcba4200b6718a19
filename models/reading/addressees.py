"""Find the addressees (主送机关): the line under the title that names bodies and ends with a colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.days import is_day
from models.reading.organs import is_address, is_addressee_line
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from models.reading.blocks import Block

_MAX_LINES = 10
_MAX_LENGTH = 600


def read_addressees(blocks: list[Block], at: int) -> tuple[list[Found], int]:
    """The addressees that begin with block `at`, and the index behind them; none where no line reads so."""
    words = ""
    for last in range(at, min(at + _MAX_LINES, len(blocks))):
        if is_day(blocks[last].tight):
            break
        words += blocks[last].tight
        if len(words) > _MAX_LENGTH or "。" in words:
            break
        if is_address(words):
            return [_found(blocks, at, last, "标题之下，以冒号结尾的机关名称")], last + 1
        if "：" in words:
            break
    return _without_colon(blocks, at)


def _without_colon(blocks: list[Block], at: int) -> tuple[list[Found], int]:
    if at + 1 >= len(blocks):
        return [], at
    words = blocks[at].tight
    many = "、" in words or "，" in words or words.startswith(("各", "有关"))
    if many and len(words) < 200 and is_addressee_line(words) and "。" in blocks[at + 1].plain:
        return [_found(blocks, at, at, "标题之下的机关名称，缺冒号")], at + 1
    return [], at


def _found(blocks: list[Block], first: int, last: int, reason: str) -> Found:
    return Found(Role.ADDRESSEES, blocks[first].start, blocks[last].end, reason)
