"""Find the texts that go out with the notice: the issued piece behind its date, and the attachments by their labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.blocks import Block
from models.reading.days import is_day
from models.reading.fold import squeeze, tight
from models.reading.kinds import issued_kind, kind_of
from models.reading.labels import is_label, label_end
from models.reading.marks import is_number
from models.reading.numbering import mark_at
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOOK = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_OBJECT = re.compile(
    r"(?:印发|转发|批转|下发|发布|公布)(.{4,80}?)的(?:[\u4e00-\u9fff]{0,2}通知|决定|公告|通告|函|令)$"
)
_SENTENCE_END = re.compile("[。；：！？，、]$")
_FORM = re.compile("(?:表|名单|名册|清单|目录|图)(?:（[^（）]{1,30}）)?$")
"""What a form is called: under its name stand its columns, which are no further line of it."""
_NOTE_LABEL = re.compile(r"^(?:附件?[：]?)?(?:[\d一二三四五六七八九十]{1,3}[.．、])?")
_MAX_LINES = 6
_MAX_TITLE = 60


def names_in(texts: list[str]) -> set[str]:
    """The names of texts that the notice speaks of: those in 《》, and what its title says it issues."""
    names = {name for text in texts for name in _BOOK.findall(text)}
    names |= {found.group(1) for text in texts[:1] if (found := _OBJECT.search(text))}
    return {squeeze(name) for name in names if len(name) > 3}


def noted_names(blocks: list[Block], found: list[Found]) -> set[str]:
    """The names of the attachments as the 附件说明 among `found` has them."""
    notes = [one for one in found if one.role is Role.ATTACHMENT_NOTE]
    texts = (_between(blocks, note.start, note.end) for note in notes)
    names = (squeeze(_NOTE_LABEL.sub("", tight(text))) for text in texts)
    return {name for name in names if len(name) > 3}


def _between(blocks: list[Block], start: int, end: int) -> str:
    """What the blocks say from one place of the text to another."""
    inside = (b for b in blocks if b.start < end and b.end > start)
    return "".join(b.plain[max(start - b.start, 0) : end - b.start] for b in inside)


def read_pieces(blocks: list[Block], names: set[str]) -> list[Found]:
    """The pieces that `blocks` hold; `names` are the titles that the notice led to expect."""
    found: list[Found] = []
    at, fresh = 0, True
    while at < len(blocks):
        label = _label(blocks[at])
        if label:
            found.append(label)
            rest = _behind(blocks[at], label.end)
            at += 1
            if rest:
                found.append(Found(Role.PIECE_TITLE, rest.start, rest.end, "附件序号之后的名称"))
                fresh = False
                continue
            fresh = True
        if at < len(blocks) and (fresh or _named(blocks, at, names) > 0):
            taken = title_lines(blocks, at, names)
            found += _title(blocks, at, taken)
            at += taken
            fresh = False
            if taken:
                continue
        if at < len(blocks) and not is_label(blocks[at].tight):
            found.append(_paragraph(blocks[at]))
            at += 1
    return found


def title_lines(blocks: list[Block], at: int, names: set[str]) -> int:
    """How many blocks from `at` are the title of a piece; 0 where it has none."""
    named = _named(blocks, at, names)
    if named:
        return named
    words, lines = "", 0
    for block in blocks[at : at + _MAX_LINES]:
        if not _is_title_line(block):
            break
        lines += 1
        words += block.tight
        is_named = kind_of(words) or _FORM.search(words)
        if is_named and words.count("《") == words.count("》"):
            return lines + _bracket_below(blocks, at + lines)
    return min(lines, 1)


def _bracket_below(blocks: list[Block], at: int) -> int:
    """1 where a line such as （试行） under the title belongs to it."""
    return int(at < len(blocks) and re.match(r"^（[^（）]{1,12}）$", blocks[at].tight) is not None)


def _named(blocks: list[Block], at: int, names: set[str]) -> int:
    words = ""
    for lines, block in enumerate(blocks[at : at + _MAX_LINES], start=1):
        if len(block.tight) > 2 * _MAX_TITLE or "。" in block.tight:
            return 0
        words += squeeze(block.tight)
        if words in names:
            return lines
    return 0


def _is_title_line(block: Block) -> bool:
    words = block.tight
    return not (
        len(words) > _MAX_TITLE
        or _SENTENCE_END.search(words)
        or "。" in words
        or mark_at(block.plain[:12])
        or is_day(words)
        or is_number(words)
        or is_label(words)
    )


def _label(block: Block) -> Found | None:
    end = label_end(block)
    if not end:
        return None
    return Found(
        Role.PIECE_LABEL, block.start, block.start + len(block.plain[:end].rstrip(" ")), "附件标签"
    )


def _behind(block: Block, start: int) -> Block | None:
    plain = block.plain[start - block.start :]
    kept = plain.lstrip(" ")
    if not kept:
        return None
    begin = block.end - len(kept)
    return Block(begin, block.end, kept)


def _title(blocks: list[Block], at: int, lines: int) -> Iterator[Found]:
    if lines:
        reason = "附件或印发件开头的名称"
        yield Found(Role.PIECE_TITLE, blocks[at].start, blocks[at + lines - 1].end, reason)


def _paragraph(block: Block) -> Found:
    return Found(Role.PIECE_PARAGRAPH, block.start, block.end, "附件或印发件的段落")


def looks_like_piece(blocks: list[Block], names: set[str]) -> bool:
    """Whether what stands behind the date is a text: it has a label, a title or sentences."""
    if not blocks:
        return False
    if label_end(blocks[0]) or _named(blocks, 0, names):
        return True
    lines = title_lines(blocks, 0, names)
    title = "".join(block.tight for block in blocks[:lines])
    if not lines or not any("。" in block.plain for block in blocks[lines:]):
        return False
    return bool("关于" in title or issued_kind(title)) or any(
        mark_at(block.plain[:12]) for block in blocks[lines:]
    )
