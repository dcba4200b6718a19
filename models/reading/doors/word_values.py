"""What a part of a Word file holds, and the things that are open while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from models.reading.doors.word_numbers import Asking


class Context(Protocol):
    """What a part asks of the file around it."""

    def number(self, asking: Asking) -> str:
        """The number before a paragraph."""
        ...

    def is_hidden_style(self, style: str) -> bool:
        """Whether text of a style is not printed."""
        ...

    def note(self, kind: str, name: str) -> list[str]:
        """The lines of a note."""
        ...

    def spend(self, count: int) -> None:
        """Count what is written, and refuse the file that writes too much."""
        ...


@dataclass(frozen=True, slots=True)
class Frame:
    """A header or footer that a section names by `id`: which of both, and for which pages."""

    kind: str
    pages: str
    id: str
    section: int


@dataclass(slots=True)
class Found:
    """What a part held: lines, those that are not printed, notes by name, frames of the pages."""

    lines: list[str] = field(default_factory=list[str])
    hidden: list[str] = field(default_factory=list[str])
    notes: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    frames: list[Frame] = field(default_factory=list[Frame])
    title_sections: set[int] = field(default_factory=set[int])  # their first page has its own head
    is_nested: bool = False  # another file stands in it


@dataclass(slots=True)
class Paragraph:
    """A paragraph; `before` and `after` are the text boxes that hang on it, and its notes."""

    parts: list[str] = field(default_factory=list[str])
    before: list[str] = field(default_factory=list[str])
    after: list[str] = field(default_factory=list[str])
    list_name: str | None = None
    level: int | None = None
    style: str | None = None
    is_joined: bool = False  # its end was taken out: it goes on in the next
    is_hidden: bool = False

    def joining(self) -> Paragraph:
        """The next paragraph, which goes on where this one stopped."""
        return Paragraph(self.parts, self.before, self.after)


@dataclass(slots=True)
class Place:
    """Where lines go: the story itself, a cell, a text box, a note."""

    lines: list[str] = field(default_factory=list[str])
    joined: Paragraph | None = None  # the last paragraph, where it goes on in the next
    is_low: bool = False  # of a text box: it stands below the paragraph it hangs on
    unread: int = 0  # open fields of which the instruction is passed over
    _fields: list[bool] = field(default_factory=list[bool])  # open ones; True while in the result

    def begin_field(self) -> None:
        """Its instruction follows."""
        self._fields.append(False)
        self.unread += 1

    def begin_result(self) -> None:
        """The result of the innermost field follows."""
        if self._fields and not self._fields[-1]:
            self._fields[-1] = True
            self.unread -= 1

    def end_field(self) -> None:
        """The innermost field is over."""
        if self._fields and not self._fields.pop():
            self.unread -= 1


@dataclass(slots=True)
class Row:
    """A row of a table: the lines of its cells, and how many columns the present one spans."""

    cells: list[list[str]] = field(default_factory=list[list[str]])
    span: int = 1
    is_gone: bool = False
