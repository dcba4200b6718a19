"""Figures and Latin letters in a face of their own, where an office sets them so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from exports.page import Element, Face, Foot, FootRow, Placed, Row, Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLAIN_FACES = (Face.FANG_SONG, Face.KAI)  # the others are for headings, which keep one face
_LATIN = re.compile(r"([0-9A-Za-z][!-~]*)")


def with_latin(elements: Iterable[Element]) -> tuple[Element, ...]:
    """The same elements, the figures and Latin words of their texts in `Face.LATIN`; tables stay as they are."""
    return tuple(map(_parted, elements))


def _parted(element: Element) -> Element:
    match element:
        case Text():
            return _parted_text(element)
        case Row():
            return _parted_row(element)
        case Placed():
            return replace(element, text=_parted_text(element.text))
        case Foot():
            return replace(element, rows=tuple(map(_parted_foot_row, element.rows)))
        case _:
            return element


def _parted_text(text: Text) -> Text:
    return replace(text, runs=tuple(_runs(text.runs)))


def _parted_row(row: Row) -> Row:
    cells = tuple(replace(cell, runs=tuple(_runs(cell.runs))) for cell in row.cells)
    return replace(row, cells=cells)


def _parted_foot_row(row: FootRow) -> FootRow:
    content = row.content
    return replace(
        row, content=_parted_text(content) if isinstance(content, Text) else _parted_row(content)
    )


def _runs(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        if run.face not in PLAIN_FACES:
            yield run
            continue
        for at, part in enumerate(_LATIN.split(run.text)):
            if part:
                yield replace(run, text=part, face=Face.LATIN if at % 2 else run.face)
