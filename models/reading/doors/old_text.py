"""The text of an old Word file as lines: its marks for cells, fields, notes and breaks are characters ([MS-DOC] 2.4)."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.doors.old_properties import (  # fmt: skip
    ENDS_ROW,
    IN_TABLE,
    IS_DELETED,
    IS_HIDDEN,
    LIST,
    LIST_LEVEL,
)
from models.reading.doors.rows import row_lines
from models.reading.doors.text import whole
from models.reading.doors.word_numbers import Asking

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from models.reading.doors.old_boxes import Box
    from models.reading.doors.old_pieces import Piece
    from models.reading.doors.old_properties import Properties, Runs
    from models.reading.doors.word_numbers import Numbers

_CELL, _PARAGRAPH = "\x07", "\r"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_INSTRUCTION = re.compile(f"{_FIELD}[^{_FIELD}{_RESULT}{_FIELD_END}]*")
_NOTE = "\x02"
_NEVER = sys.maxsize
_PRINTED = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"})
_UNSEEN = re.compile("[\x00-\x08\x0d\x0f-\x1d\x1f]")


@dataclass(slots=True)
class _Said:
    """Lines while they are gathered, and the row of a table that is open."""

    notes: list[str]
    boxes: list[tuple[Box, list[str]]]
    lines: list[str] = field(default_factory=list[str])
    row: list[list[str]] = field(default_factory=list[list[str]])
    cell: list[str] = field(default_factory=list[str])

    def boxes_up_to(self, place: int, *, is_low: bool) -> list[str]:
        """The lines of text boxes that hang on a character up to `place`, once."""
        due = [
            entry for entry in self.boxes if entry[0].anchor <= place and entry[0].is_low == is_low
        ]
        self.boxes = [entry for entry in self.boxes if entry not in due]
        return [line for _, lines in due for line in lines]

    def end_row(self) -> None:
        """Write the row that is open, if one is."""
        if self.cell:
            self.row.append(self.cell)
        self.lines += row_lines(self.row)
        self.row, self.cell = [], []


class OldText:
    """All stories of a file; each is asked for by its place.

    Attributes:
        hidden: The lines of all stories that are not printed.
    """

    def __init__(
        self, pieces: list[Piece], characters: Runs, paragraphs: Runs, numbers: Numbers
    ) -> None:
        self._pieces, self._paragraphs, self._numbers = pieces, paragraphs, numbers
        self._marks = list("".join(piece.text for piece in pieces))
        self._take_out(characters)
        self._take_instructions_out()

    def said(self, start: int, end: int) -> str:
        """The text of a story with all its marks."""
        return "".join(self._marks[start:end])

    def lines(
        self,
        start: int,
        end: int,
        notes: Sequence[str] = (),
        boxes: Sequence[tuple[Box, list[str]]] = (),
    ) -> list[str]:
        """The lines of a story: notes below the paragraphs that name them, text boxes above those they hang on."""
        said = _Said(list(notes), list(boxes))
        for place, text, mark, properties in self._paragraphs_of(start, end):
            lines = self._with_boxes(place, self._lines(text, properties, said), said)
            if mark != _CELL and not properties.get(IN_TABLE):
                said.end_row()
                said.lines += lines
            elif properties.get(ENDS_ROW):
                said.end_row()
            else:
                said.cell += lines
                if mark == _CELL:
                    said.row.append(said.cell)
                    said.cell = []
        said.end_row()
        return [*self._with_boxes(end, said.lines, said), *said.notes]

    def _with_boxes(self, place: int, lines: list[str], said: _Said) -> list[str]:
        above, below = (said.boxes_up_to(place, is_low=is_low) for is_low in (False, True))
        return [*above, *lines, *below]

    def _lines(self, text: str, properties: Properties, said: _Said) -> list[str]:
        count = text.count(_NOTE)
        notes, said.notes = said.notes[:count], said.notes[count:]
        plain = printed(text)
        number = properties.get(LIST, 0)
        if number and plain.strip():
            asking = Asking(str(number), properties.get(LIST_LEVEL, 0), None)
            plain = self._numbers.next_of(asking) + plain
        return [*(line for line in plain.split("\n") if line.strip()), *notes]

    def _paragraphs_of(self, start: int, end: int) -> Iterator[tuple[int, str, str, Properties]]:
        """Where each paragraph ends, its text, the mark that ends it, and what applies to it."""
        end = min(end, len(self._marks))
        at = start
        for place in range(start, end):
            mark = self._marks[place]
            if mark in (_PARAGRAPH, _CELL):
                yield place, "".join(self._marks[at:place]), mark, self._properties_at(place)
                at = place + 1
        if at < end:
            yield end, "".join(self._marks[at:end]), "", {}

    def _properties_at(self, place: int) -> Properties:
        piece = self._pieces[bisect_right(self._pieces, place, key=_start) - 1]
        return self._paragraphs.at(piece.place + (place - piece.start) * piece.width)

    def _take_out(self, characters: Runs) -> None:
        """What was deleted, as tracked, or is hidden; only the hidden is kept."""
        hidden: dict[int, str] = {}
        ends = [*characters.starts[1:], _NEVER]
        for start, end, said in zip(characters.starts, ends, characters.properties, strict=True):
            if not said.get(IS_DELETED) and not said.get(IS_HIDDEN):
                continue
            for piece in self._pieces:
                first = max(start - piece.place, 0) // piece.width
                last = min((end - piece.place) // piece.width, len(piece.text))
                span = slice(piece.start + first, piece.start + last)
                if not said.get(IS_DELETED):
                    hidden[span.start] = "".join(self._marks[span])
                self._blank(span.start, span.stop)
        self.hidden = hidden_lines(hidden)

    def _take_instructions_out(self) -> None:
        """A field is its instruction, a separator and its result; only the result is text."""
        opened: list[int] = []
        for at, mark in enumerate(self._marks):
            if mark == _FIELD:
                opened.append(at)
            elif mark in (_RESULT, _FIELD_END) and opened:
                if opened[-1] >= 0:
                    self._blank(opened[-1], at)
                opened[-1] = -1
                if mark == _FIELD_END:
                    opened.pop()

    def _blank(self, start: int, end: int) -> None:
        for at in range(start, end):
            self._marks[at] = ""


def printed(text: str) -> str:
    """A text without the marks that are not printed; lines end at breaks."""
    plain = _UNSEEN.sub("", text.translate(_PRINTED))
    return plain if plain.isascii() else whole(plain)


def hidden_lines(stretches: Mapping[int, str]) -> list[str]:
    """Stretches of a text by their places as lines; those that follow each other go on in one."""
    joined, end = "", 0
    for place, text in sorted(stretches.items()):
        joined += ("" if place == end else "\n") + text
        end = place + len(text)
    plain = printed(_INSTRUCTION.sub("", joined).replace(_PARAGRAPH, "\n"))
    return [line.strip() for line in plain.split("\n") if line.strip()]


def notes_of(text: str) -> list[str]:
    """The notes in a story of notes; each begins with its mark."""
    notes = (
        " ".join(printed(note.replace(_PARAGRAPH, "\n")).split("\n"))
        for note in text.split(_NOTE)[1:]
    )
    return [note.strip() for note in notes]


def _start(piece: Piece) -> int:
    return piece.start
