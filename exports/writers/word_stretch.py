"""Lines that end before a number with its unit, which Word would part: they are set as wide as our page has them.

Word has no rule that keeps 2007 with 年, and a joining character between them is not heeded. But such a line is
stretched to the measure anyway; when its characters bear that stretch as their own spacing, the number finds no room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from exports.page import Run
from exports.typeset.linebreak import UNITS
from exports.typeset.lines import BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exports.page import Page, Source, Text

_NUMBER_WITH_UNIT = re.compile(rf"[0-9][0-9.,]*[{''.join(sorted(UNITS))}]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A line of a text by its places there, and what its characters are apart, points."""

    start: int
    end: int
    spacing: float
    page: int
    baseline: float


def lines_of(pages: Iterable[Page]) -> dict[Source, list[Stretch]]:
    """The lines of every source in order."""
    lines: dict[Source, list[Stretch]] = {}
    for page in pages:
        for _, marks in groupby(page.texts, key=lambda mark: mark.baseline):
            line = list(marks)
            first, last = line[0], line[-1]
            if first.source is not None:
                end = last.start + len(last.text)
                place = page.number, first.baseline
                stretch = Stretch(first.start, end, first.spacing, *place)
                lines.setdefault(first.source, []).append(stretch)
    return lines


def forced_break(text: Text, lines: Sequence[Stretch], bottom: float) -> int | None:
    """Where the last lines of a long text went to the next page although there was room; `bottom`: points.

    An office program fills the page; so the break must be written.
    """
    setting = text.setting
    before, first = lines[-setting.tail_lines - 1], lines[-setting.tail_lines]
    lead = (setting.pitch - setting.size) / 2 if setting.lead is None else setting.lead
    under = setting.pitch - lead - BASELINE * setting.size
    has_room = before.baseline + setting.pitch + under <= bottom
    return first.start if first.page != before.page and has_room else None


def parted(text: Text, at: int) -> tuple[Text, Text]:
    """The text as two paragraphs, the second beginning with the character at this place, without indent.

    A page break within a paragraph would do in Word; LibreOffice then indents the line after it.
    """
    first: list[Run] = []
    second: list[Run] = []
    for run in text.runs:
        cut = min(max(at, 0), len(run.text))
        first.append(replace(run, text=run.text[:cut]))
        second.append(replace(run, text=run.text[cut:]))
        at -= len(run.text)
    flush = replace(text.setting, first_indent=0.0)
    return replace(text, runs=tuple(first)), replace(text, runs=tuple(second), setting=flush)


def stretched(text: Text, lines: Sequence[Stretch], cut: int | None = None) -> Iterator[Run]:
    """The runs of `text`, those of a line before a number, or before the `cut`, with the spacing of our page."""
    held = [
        line
        for line, after in pairwise(lines)
        if line.end == after.start
        and (after.start == cut or _NUMBER_WITH_UNIT.match(text.text, after.start))
    ]
    at = 0
    for run in text.runs:
        edges = {0, len(run.text)}
        edges |= {edge - at for line in held for edge in (line.start, line.end)}
        inside = sorted(edge for edge in edges if 0 <= edge <= len(run.text))
        for start, end in pairwise(inside):
            spacing = next((h.spacing for h in held if h.start <= at + start < h.end), None)
            yield Run(run.text[start:end], run.face, spacing)
        at += len(run.text)
