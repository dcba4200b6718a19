"""Tell the label of an attached text (附件1) from the list of attachments (附件：1.…) under the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.days import before_day, is_day
from models.reading.organs import is_organ

if TYPE_CHECKING:
    from models.reading.blocks import Block

_LABEL = re.compile(r"^(?:附件|附表|附)(?:[\d一二三四五六七八九十]{1,3})?[：.、]?$")
_LABEL_AND_TITLE = re.compile(
    r"^(?P<label>附[件表](?:[\d一二三四五六七八九十]{1,3})[：.、 ]*).{4,80}$"
)
_NOTE = re.compile(r"^附 ?件?(?:：|\d{1,2}[：.、])")
_NUMBERED = re.compile(r"^(?:附件)?\d{1,2}[.、：]")


def is_label(words: str) -> bool:
    """Whether a block without blanks is the label of an attached text and nothing else."""
    return _LABEL.match(words) is not None


def label_end(block: Block) -> int:
    """The length of the label that begins a block: all of it, or what stands before the title; 0 for none."""
    if is_label(block.tight):
        return len(block.plain)
    found = _LABEL_AND_TITLE.match(block.plain)
    if found and not re.search("[。；]", block.plain):
        return found.end("label")
    return 0


def is_note_start(blocks: list[Block], at: int) -> bool:
    """Whether block `at` opens the 附件说明: 附件 with names behind it, in its line or in numbered lines, before the close."""
    words = blocks[at].tight
    if not _NOTE.match(words):
        return False
    if not is_label(words):
        return "。" not in words[:-1]
    for block in blocks[at + 1 : at + 40]:
        if is_day(block.tight) or is_organ(before_day(block.tight)):
            return True
        if not _NUMBERED.match(block.tight) and not is_organ(block.tight):
            return False
    return False
