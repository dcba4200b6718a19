"""A text as blocks: what stands between two line ends, or between two gaps where a text runs on in one line."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from models.numerals import DAY_MARKS, ZEROS
from models.reading.fold import tight
from models.reading.fused import fused_borders, fused_cuts
from models.reading.numbering import mark_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.notice import Level

_LINE = re.compile(r"[^\n]+")
_WIDE = re.compile(r" {2,}")
_GAP = re.compile(r" +")
_BARE_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.、]|第[一二三四五六七八九十百零〇\d]{1,5}[章节条]|附件?[：]?\d{0,2}[.、：]?)$"
)
_NUMBER_LAST = re.compile(
    r"[。；：）”](?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）)$"
)
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）) ?[^ 。；：，、]{2,30}(?P<gap> +)(?=[^ ]{8})"
)
_ENDS = "。！？；：…）”》"
_STANDALONE = re.compile(
    rf"^(?:主题词|抄送|抄报|分送|附件|特此|此复|此令|联系人|来源|当前位置|（共印|共印)|[\d二一][\d{ZEROS}一二三四五六七八九]{{3}}年.{{1,8}}[{DAY_MARKS}](?:印发)?$"
)
_SPACED = re.compile(r"^[\u4e00-\u9fff]$")
_COPIES_BEHIND = re.compile(r"日 ?印 ?[发制](?P<gap> *)(?=（?共 ?印)")
_FLAT_LENGTH = 120


@dataclass(frozen=True)
class Block:
    """A piece of the text that stands by itself; `plain` is its folded spelling."""

    start: int
    end: int
    plain: str
    flat: bool = False

    @cached_property
    def tight(self) -> str:
        """Its folded spelling without blanks."""
        return tight(self.plain)


def blocks_of(plain: str) -> list[Block]:
    """All blocks of a folded text in order; blanks around them are not part of them."""
    return [
        block
        for line in _LINE.finditer(plain)
        for block in _blocks_of_line(plain, line.start(), line.end())
    ]


def _blocks_of_line(plain: str, start: int, end: int) -> Iterator[Block]:
    line = plain[start:end]
    gap = _gap_that_parts(line) if len(line) > _FLAT_LENGTH else None
    borders = fused_borders(line)
    seen: dict[Level, int] | None = {} if gap or borders or _runs_on(line) else None
    for a, b in _parted(line, gap) if gap else _whole(line):
        within = [border - a for border in borders if a < border < b]
        yield from _fused(plain, (start + a, start + b), within, seen)


def _whole(line: str) -> Iterator[tuple[int, int]]:
    """A line without the blanks around it, its end apart where that counts the copies; nothing of a blank one."""
    stripped = line.strip(" ")
    if stripped:
        first = line.index(stripped[0])
        for a, b in _copies_apart(stripped):
            yield first + a, first + b


def _copies_apart(line: str) -> Iterator[tuple[int, int]]:
    """A whole line; where its end counts the copies behind the issuing date, that end by itself."""
    found = _COPIES_BEHIND.search(line)
    if found:
        yield 0, found.start("gap")
    yield found.end() if found else 0, len(line)


def _gap_that_parts(line: str) -> re.Pattern[str] | None:
    """Wide gaps part a line where they stand beside something that begins a block; else single blanks may."""
    for gap in (_WIDE, _GAP):
        if sum(_parts(line, found) for found in gap.finditer(line)) >= 2:
            return gap
    return None


def _parts(line: str, gap: re.Match[str]) -> bool:
    before = line[max(gap.start() - 1, 0) : gap.start()]
    after = line[gap.end() : gap.end() + 24]
    if before in _ENDS:
        return bool(after)
    return mark_at(after) is not None or _STANDALONE.match(after) is not None


def _parted(line: str, gap: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = len(line) - len(line.lstrip(" "))
    for found in gap.finditer(line, start):
        if found.end() == len(line):
            break
        left = line[max(start, found.start() - 60) : found.start()]
        if _belongs_together(left, found.start() - start, line[found.end() : found.end() + 24]):
            continue
        yield start, found.start()
        start = found.end()
    end = len(line.rstrip(" "))
    if start < end:
        yield start, end


def _belongs_together(left: str, length: int, right: str) -> bool:
    """Whether a gap is no border: after a bare number, inside a letter-spaced word, amid a sentence."""
    if length <= len(left) and (_BARE_NUMBER.match(left) or _SPACED.match(left)):
        return True
    if _NUMBER_LAST.search(left) or left.count("（") > left.count("）"):
        return True
    if mark_at(right) is not None or _STANDALONE.match(right):
        return False
    return left[-1] not in _ENDS and (length > 60 or "。" in left or "，" in left)


def _runs_on(line: str) -> bool:
    """Whether a line holds several paragraphs with nothing between them."""
    return len(line) > 2 * _FLAT_LENGTH and bool(fused_cuts(line, {}))


def _fused(
    plain: str, span: tuple[int, int], borders: list[int], last: dict[Level, int] | None
) -> Iterator[Block]:
    """The blocks of a part of a line; `borders` are those inside it that the whole line tells."""
    start, end = span
    piece = plain[start:end]
    if last is None:
        yield Block(start, end, piece)
        return
    edges = [*_with_headings(piece, fused_cuts(piece, last, borders)), len(piece)]
    for a, b in itertools.pairwise(edges):
        part = piece[a:b]
        left = a + len(part) - len(part.lstrip(" "))
        if kept := part.strip(" "):
            yield Block(start + left, start + left + len(kept), kept, flat=True)


def _with_headings(piece: str, cuts: list[int]) -> Iterator[int]:
    """The borders inside a line, with those where the blank behind a heading parts it from its text."""
    for cut in (0, *cuts):
        yield cut
        heading = _HEADING.match(piece, cut)
        if heading and heading.end("gap") not in cuts:
            yield heading.end("gap")
