"""Lines that end before a number with its unit, which Word would part: they are set as wide as our page has them.

Word has no rule that keeps 2007 with 年, and a joining character between them is not heeded. But such a line is
stretched to the measure anyway; when its characters bear that stretch as their own spacing, the number finds no room.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from exports.page import Run
from exports.typeset.linebreak import UNITS

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


def lines_of(pages: Iterable[Page]) -> dict[Source, list[Stretch]]:
    """The lines of every source in order."""
    lines: dict[Source, list[Stretch]] = {}
    for page in pages:
        for _, marks in groupby(page.texts, key=lambda mark: mark.baseline):
            line = list(marks)
            first, last = line[0], line[-1]
            if first.source is not None:
                stretch = Stretch(first.start, last.start + len(last.text), first.spacing)
                lines.setdefault(first.source, []).append(stretch)
    return lines


def stretched(text: Text, lines: Sequence[Stretch]) -> Iterator[Run]:
    """The runs of `text`, those of a line that a number ends with the spacing they have on our page."""
    held = [
        line
        for line, after in pairwise(lines)
        if line.end == after.start and _NUMBER_WITH_UNIT.match(text.text, after.start)
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
