"""The door for Word files (.docx, .docm, .dotx): their text as it is printed. Macros are told of, never read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from models.reading.doors.markup import tree_of
from models.reading.doors.opened import HAS_MACROS, Opened
from models.reading.doors.refusals import MAX_CHARACTERS, broken, too_long
from models.reading.doors.related import targets_of, usual
from models.reading.doors.word_looks import without_looks
from models.reading.doors.word_numbers import Numbers, lists_of
from models.reading.doors.word_story import Story
from models.reading.doors.word_styles import Styles, styles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.reading.doors.package import Package
    from models.reading.doors.related import Target
    from models.reading.doors.word_numbers import Asking
    from models.reading.doors.word_values import Found, Frame

MAIN = "word/document.xml"
_MOST = 4 * MAX_CHARACTERS  # what stands in a box or a table is written once more around it
_MACROS = "/vbaproject.bin"
_NESTED = "文件里还嵌着别的文件，其中的文字没有读出，请核对。"


def main_part(package: Package) -> str:
    """The part that holds the text, its usual place or where the package says; empty where it is no Word file."""
    if MAIN in package:
        return MAIN
    named = (t.part for t in targets_of(package, "").values() if t.kind.endswith("/officeDocument"))
    return next((part for part in named if part.startswith("word/") and part in package), "")


def open_word(package: Package) -> Opened:
    """The text of a Word file; apart from it its headers and footers, and what is not printed.

    Raises:
        Refused: it is broken or made to exhaust the machine.
    """
    return _WordFile(package, main_part(package)).opened()


class _WordFile:
    """One Word file while it is read: what its parts ask of each other."""

    def __init__(self, package: Package, main: str) -> None:
        self._package, self._main, self._spent = package, main, 0
        self._notes: dict[str, dict[str, list[str]]] = {}
        self._hidden: list[str] = []

    def opened(self) -> Opened:
        """Everything, in reading order."""
        text = self._read(self._main)
        if text is None:
            raise broken(self._package.file_name)
        head, running = self._frames(text)
        lines = "\n".join((*head, *text.lines))
        return Opened(lines, (*running, *self._hidden), tuple(self._unread(text)))

    def number(self, asking: Asking) -> str:
        """The number before a paragraph that has a list or a style."""
        return self._numbers.next_of(asking)

    def is_hidden_style(self, style: str) -> bool:
        """Whether text of a style is not printed."""
        return style in self._styles.hidden

    def note(self, kind: str, name: str) -> list[str]:
        """The lines of a footnote or endnote."""
        if kind not in self._notes:
            self._notes[kind] = {}  # a note that names notes finds none
            found = self._read(self._part(kind))
            self._notes[kind] = found.notes if found else {}
        return self._notes[kind].get(name, [])

    def spend(self, count: int) -> None:
        """Count what is written; a small file can name one text thousands of times.

        Raises:
            Refused: it is more than a document has.
        """
        self._spent += count
        if self._spent > _MOST:
            raise too_long(self._package.file_name)

    def _unread(self, text: Found) -> Iterator[str]:
        if text.is_nested:
            yield _NESTED
        if any(part.endswith(_MACROS) for part in self._package.names()):
            yield HAS_MACROS

    def _read(self, part: str) -> Found | None:
        data = self._package.read(part)
        if not data:
            return None
        found = Story(self).read(without_looks(usual(data)), self._package.file_name)
        self._hidden += found.hidden
        return found

    def _part(self, kind: str) -> str:
        return next((t.part for t in self._named.values() if t.kind.endswith("/" + kind)), "")

    @cached_property
    def _named(self) -> dict[str, Target]:
        return targets_of(self._package, self._main)

    @cached_property
    def _styles(self) -> Styles:
        data = self._package.read(self._part("styles"))
        return styles_of(usual(data), self._package.file_name) if data else Styles()

    @cached_property
    def _numbers(self) -> Numbers:
        data = self._package.read(self._part("numbering"))
        if not data:
            return Numbers(Styles(), {})
        root = tree_of(usual(data), self._package.file_name)
        return Numbers(self._styles, lists_of(root, self._styles))

    def _frames(self, text: Found) -> tuple[list[str], list[str]]:
        """Lines of headers and footers: a head that the first page alone bears opens the text, the others run on."""
        head: list[str] = []
        running: list[str] = []
        parts: dict[str, bool] = {}
        for frame in text.frames:
            target = self._named.get(frame.id)
            if target is not None:
                parts.setdefault(target.part, _is_head(frame, text))
        for part, is_head in parts.items():
            found = self._read(part)
            (head if is_head else running).extend(found.lines if found else [])
        return head, running


def _is_head(frame: Frame, text: Found) -> bool:
    is_first = frame.section == 0 and 0 in text.title_sections
    return is_first and (frame.kind, frame.pages) == ("header", "first")
