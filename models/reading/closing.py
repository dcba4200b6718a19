"""Find how the text closes: 附件说明, 署名, 成文日期, 附注."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.notice import Level
from models.reading.blocks import Block
from models.reading.days import before_day, day_start, is_day
from models.reading.labels import is_label, is_note_start
from models.reading.numbering import mark_at
from models.reading.organs import is_organ, is_signer, organ_stretches
from models.reading.reading import Found, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEAL = re.compile(r"（(?:盖章|印章|公章|印|章|代章)）$")
_NOTE = re.compile(r"^（[^（）]*(?:（[^（）]*）[^（）]*)*）$")
_BARE_NOTE = re.compile(
    r"^(?:此件.{2,16}|本文有删减|信息公开(?:选项|类别|属性|方式)：.{2,8}|公开(?:方式|属性|选项)：.{2,8})$"
)
_CONTACT = re.compile(r"^（?(?:联系人|联系电话|联系单位|联系方式|咨询电话|电话|传真|邮箱)")
_ITEM = re.compile(r"(?<![\d第])(?P<value>\d{1,2}) ?(?:、|\.(?!\d))")
_NUMBERED = re.compile(r"(?:附件?：?)?\d{1,2}(?:[、：]|\.(?!\d))")
_MAX_SIGNERS = 12


@dataclass
class Closing:
    """The end of the text: where its body ends, where the closing ends, and what was found between."""

    body_end: int
    end: int
    found: list[Found] = field(default_factory=list[Found])


def read_closing(blocks: list[Block], start: int, organ: str) -> Closing:
    """How the text that begins at `start` closes. `organ` is what the title says of who issues it."""
    dated = _dated(blocks, start)
    end = _end_without_date(blocks, start) if dated is None else dated
    first, found = _signatures(blocks, start, end, organ, dated=dated is not None)
    if dated is not None:
        found.append(_date(blocks[dated]))
    body_end, notes = _attachment_notes(blocks, start, first)
    after = end if dated is None else dated + 1
    while after < len(blocks) and _is_remark(blocks[after]):
        reason = "成文日期之下的括注"
        found.append(Found(Role.NOTES, blocks[after].start, blocks[after].end, reason))
        after += 1
    return Closing(body_end, after, notes + found)


def _dated(blocks: list[Block], start: int) -> int | None:
    """The index of the block with the 成文日期: the first day that stands alone, or behind an organ."""
    for at in range(start, len(blocks)):
        words = blocks[at].tight
        if len(words) > 70:
            continue
        if is_label(words) and not is_note_start(blocks, at):
            return None
        alone = is_day(words)
        if (alone or is_organ(_SEAL.sub("", before_day(words)))) and not _runs_on(blocks, at):
            return at
    return None


def _runs_on(blocks: list[Block], at: int) -> bool:
    """Whether the numbering of the body goes on behind `at`, so that the day there closes nothing."""
    before = [_first_level(block) for block in blocks[:at]]
    last = next((value for value in reversed(before) if value), 0)
    after = next((value for value in map(_first_level, blocks[at + 1 :]) if value), 0)
    return last > 0 and after == last + 1


def _first_level(block: Block) -> int:
    mark = mark_at(block.plain[:12])
    return mark.value if mark and mark.level in (Level.FIRST, Level.ARTICLE) else 0


def _end_without_date(blocks: list[Block], start: int) -> int:
    for at in range(start, len(blocks)):
        if is_label(blocks[at].tight) and not is_note_start(blocks, at):
            return at
    return len(blocks)


def _date(block: Block) -> Found:
    at = 0 if is_day(block.tight) else day_start(block.plain)
    return Found(Role.DATE, block.start + at, block.end, "独占一行的成文日期")


def _signatures(
    blocks: list[Block], start: int, end: int, organ: str, *, dated: bool
) -> tuple[int, list[Found]]:
    """The organs above the date (or before it in its line), the first's index, and their places."""
    found: list[Found] = []
    if dated and not is_day(blocks[end].tight):
        block = blocks[end]
        cut = block.start + len(block.plain[: day_start(block.plain)].rstrip(" "))
        found += _names(Block(block.start, cut, block.plain[: cut - block.start]))
    first = end
    while first > start + 1 and end - first < _MAX_SIGNERS:
        step = _name_lines(blocks, first, start, organ) if dated or first == end else 0
        if not step:
            break
        first -= step
        found = [*_joined(blocks, first, step), *found]
    return first, found


def _name_lines(blocks: list[Block], end: int, start: int, organ: str) -> int:
    """How many lines right above `end` make one signature: 1, 2 for a name on two lines, 0 for none."""
    above = _SEAL.sub("", blocks[end - 1].tight)
    two = blocks[end - 2].tight + above if end - 2 > start else ""
    if organ and two and two == organ and "。" not in two and not _are_two(blocks[end - 2], above):
        return 2
    if is_organ(above) or is_signer(above) or (organ and above == organ):
        return 1
    return 1 if all(map(is_organ, blocks[end - 1].plain.split())) else 0


def _are_two(upper: Block, lower: str) -> bool:
    """Whether two lines are organs of a joint signature, of the same place or several in a line, not one name."""
    many = len(upper.plain.split()) > 1 or upper.tight[:2] == lower[:2]
    return many and is_organ(lower) and all(map(is_organ, upper.plain.split()))


def _joined(blocks: list[Block], first: int, count: int) -> list[Found]:
    if count == 1:
        return list(_names(blocks[first]))
    reason = "成文日期之上的机关名称，分作两行"
    return [Found(Role.SIGNATURE, blocks[first].start, blocks[first + 1].end, reason)]


def _names(block: Block) -> Iterator[Found]:
    for start, end in organ_stretches(block.plain):
        span = block.start + start, block.start + end
        yield Found(Role.SIGNATURE, *span, "成文日期之上的机关名称")


def _attachment_notes(blocks: list[Block], start: int, end: int) -> tuple[int, list[Found]]:
    for at in range(max(start + 1, end - 60), end):
        if is_note_start(blocks, at) and _are_items(blocks[at:end]):
            lines = _items_joined([b for b in blocks[at:end] if not _CONTACT.match(b.tight)])
            return at, [found for block in lines for found in note_items(block)]
    return end, []


def _items_joined(lines: list[Block]) -> list[Block]:
    """The lines of the 附件说明: a label that stands alone, and a numbered name on two lines, made one."""
    joined = lines[:1]
    numbered = len(lines) > 1 and bool(_NUMBERED.match(lines[0].tight + lines[1].tight))
    for line in lines[1:]:
        above = joined[-1]
        if is_label(above.tight) or (numbered and not _NUMBERED.match(line.tight)):
            gap = " " * (line.start - above.end)
            joined[-1] = Block(above.start, line.end, above.plain + gap + line.plain)
        else:
            joined.append(line)
    return joined


def _are_items(blocks: list[Block]) -> bool:
    return all("。" not in block.plain and len(block.tight) < 160 for block in blocks[1:])


def note_items(block: Block) -> Iterator[Found]:
    """The items of the 附件说明 in one block, each with its number and, the first, with the label."""
    starts = [0, *_next_numbers(block.plain)]
    for a, b in zip(starts, [*starts[1:], len(block.plain)], strict=True):
        text = block.plain[a:b].rstrip(" ")
        yield Found(
            Role.ATTACHMENT_NOTE, block.start + a, block.start + a + len(text), "“附件”之后的名称"
        )


def _next_numbers(plain: str) -> Iterator[int]:
    """Where the second and further items begin: each number is the next after that before it."""
    last = 0
    for found in _ITEM.finditer(plain):
        value = int(found.group("value"))
        if last and value == last + 1:
            yield found.start()
        if not last or value == last + 1:
            last = value


def _is_remark(block: Block) -> bool:
    words = block.tight
    return len(words) < 160 and bool(
        (_NOTE.match(words) and not is_day(words)) or _BARE_NOTE.match(words)
    )
