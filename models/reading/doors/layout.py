"""Lines as they lie on pages become paragraphs again: by their indents, their ends and the gaps between them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from models.reading.chrome import is_page_number
from models.reading.fold import fold, tight
from models.reading.numbering import mark_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INDENT = 0.8  # em, from which on a line is indented
_HANGING = 3.4  # em, deeper than any first line: the rest of an item of 附件说明, of the 抄送机关
_CENTRED = 9.0  # em, deeper than any hanging line
_HANGING_FULL = 4.0  # em that a line of names may lack
_FULL = 1.6  # em that a full line may lack: a mark that may not begin the next one
_SHORT = 6.0  # em, short whatever its last mark: no word is longer
_SAME_SIZE = 0.12
_WIDE_GAP = 1.8  # pitches
_ENDS = "。：；！？…”）"
_BARE_DIGITS = re.compile(r"^\d{1,4}$")
_CELLS = re.compile(
    r"[^\x00-\x7f] +(?=\S)|\S +(?=[^\x00-\x7f])"
)  # Chinese has no blanks between words
_ASCII_BORDER = re.compile(r"[0-9A-Za-z,.;:)]$"), re.compile(r"^[0-9A-Za-z(]")
_HEADS_FROM, _HEADS_SHARE = 3, 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, its edges from the left, its middle from the top, the width of a character."""

    text: str
    left: float
    right: float
    middle: float
    em: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in the order in which they are drawn, its width, and how many characters it only draws."""

    lines: list[Line]
    width: float
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class _Measure:
    """The edges of the text over all pages, the distance between lines, the width of a character."""

    left: float
    right: float
    pitch: float
    em: float


def paragraphs_of(pages: Sequence[Page]) -> tuple[list[str], list[str]]:
    """The paragraphs of all pages, and apart from them their page numbers and running heads."""
    ordered = [in_reading_order(page.lines) for page in pages]
    furniture = _furniture_of(ordered)
    kept = [[line for line in lines if id(line) not in furniture] for lines in ordered]
    apart = [line.text for lines in ordered for line in lines if id(line) in furniture]
    width = max((page.width for page in pages), default=0.0)
    return list(_joined(kept, width)), apart


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Runs of lines that go down, each put before what lies below it: text boxes are often drawn last."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.middle >= runs[-1][-1].middle - line.em / 2:
            runs[-1].append(line)
        else:
            runs.append([line])
    placed: list[list[Line]] = []
    for run in runs:
        bottom = max(line.middle for line in run)
        at = next((n for n, other in enumerate(placed) if other[0].middle > bottom), len(placed))
        placed.insert(at, run)
    return [line for run in placed for line in run]


def _furniture_of(pages: Sequence[list[Line]]) -> set[int]:
    """The ids of lines that are page numbers, or stand at the same edge of most pages."""
    found = {id(line) for page in pages for line in _page_numbers(page)}
    for edge in (0, -1):
        lasting = [[line for line in page if id(line) not in found] for page in pages]
        outer = [sorted(page, key=_down)[edge] for page in lasting if page]
        told = Counter(map(_without_digits, outer))
        found |= {
            id(line)
            for line in outer
            if told[_without_digits(line)] >= max(_HEADS_FROM, _HEADS_SHARE * len(pages))
        }
    return found


def _page_numbers(page: list[Line]) -> Iterator[Line]:
    if not page:
        return
    lines = sorted(page, key=_down)
    for line, next_to in ((lines[0], lines[1:2]), (lines[-1], lines[-2:-1])):
        words = tight(fold(line.text))
        is_apart = not next_to or abs(next_to[0].middle - line.middle) > 1.5 * line.em
        if is_page_number(words) or (_BARE_DIGITS.match(words) and is_apart and len(page) > 1):
            yield line


def _down(line: Line) -> float:
    return line.middle


def _without_digits(line: Line) -> str:
    return re.sub(r"\d", "", tight(fold(line.text)))


def _joined(pages: Sequence[list[Line]], width: float) -> Iterator[str]:
    lines = [line for page in pages for line in page]
    if not lines:
        return
    measure = _measured(pages, lines, width)
    firsts = {id(page[0]) for page in pages if page}
    text, last = lines[0].text, lines[0]
    for line in lines[1:]:
        if _goes_on(last, line, measure, is_first=id(line) in firsts):
            text = _glued(text, line.text)
        else:
            yield text
            text = line.text
        last = line
    yield text


def _measured(pages: Sequence[list[Line]], lines: Sequence[Line], width: float) -> _Measure:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.text)
    em = sizes.most_common(1)[0][0]
    body = [line for line in lines if _is_alike(line.em, em)]
    steps = [
        below.middle - line.middle
        for page in pages
        for line, below in itertools.pairwise(page)
        if below.middle > line.middle
    ]
    left = _left_edge(sorted(line.left for line in body), em)
    right = -_shared(sorted(-line.right for line in body), em)
    usual = width - left - 2 * em  # no text area ends far before its other margin
    return _Measure(left, max(right, usual), median(steps) if steps else em, em)


def _is_alike(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * max(one, other)


def _left_edge(edges: list[float], em: float) -> float:
    """The edge that lines have, or the one line that shows that all others are indented."""
    shared = _shared(edges, em / 2)
    return edges[0] if 1.5 * em <= shared - edges[0] <= 2.5 * em else shared


def _shared(edges: list[float], within: float) -> float:
    """The outermost edge that two lines have; the outermost where no two agree."""
    pairs = itertools.pairwise(edges)
    return next((one for one, other in pairs if other - one <= within), edges[0])


def _goes_on(last: Line, line: Line, measure: _Measure, *, is_first: bool) -> bool:
    """Whether a line goes on with the paragraph of the one before it; the first of a page may too."""
    step = line.middle - last.middle
    is_level = abs(step) < line.em / 2
    if not _is_alike(last.em, line.em) or (not is_first and step > _WIDE_GAP * measure.pitch):
        return False
    if is_level or (_is_row(last.text) and _is_row(line.text)):
        return is_level and not is_first
    indent, lack = line.left - measure.left, measure.right - last.right
    if indent >= _INDENT * measure.em:
        return _hangs(indent, lack, line, measure)
    if last.left > measure.left + _HANGING * measure.em:  # centred, hanging, or at the right
        return False
    is_numbered = mark_at(fold(line.text)) is not None
    if lack <= _FULL * measure.em:
        return last.text[-1] not in _ENDS or not is_numbered
    is_short = lack > _SHORT * measure.em or last.text[-1] in _ENDS
    return not (is_numbered or is_short)


def _hangs(indent: float, lack: float, line: Line, measure: _Measure) -> bool:
    is_deep = _HANGING * measure.em <= indent <= _CENTRED * measure.em
    is_after_full = lack <= _HANGING_FULL * measure.em
    return is_deep and is_after_full and mark_at(fold(line.text)) is None


def _is_row(text: str) -> bool:
    return len(_CELLS.findall(text)) >= 2


def _glued(text: str, more: str) -> str:
    left, right = _ASCII_BORDER
    return f"{text} {more}" if left.search(text) and right.search(more) else text + more
