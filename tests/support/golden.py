"""Golden files: what a page or a part of a Word file holds, as text that a person can review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.dom import minidom

from exports import standard
from exports.page import Glyphs, Page, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER = Path(__file__).parent.parent / "golden"


class Golden:
    """Compares a text with a file kept in tests/golden, or writes that file anew under --regold."""

    def __init__(self, *, is_written: bool) -> None:
        self._is_written = is_written

    def check(self, name: str, text: str) -> None:
        """The text must be that of the file `name`."""
        path = FOLDER / name
        if self._is_written:
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")


def pages_text(pages: Sequence[Page]) -> str:
    """The marks of pages, one a line: place in mm, face, size in points, text."""
    lines: list[str] = []
    for page in pages:
        lines.append(f"== page {page.number}")
        for mark in page.marks:
            if isinstance(mark, Glyphs):
                what = f"{mark.face.value} {mark.size:g} {mark.spacing:+.2f} {mark.ink.value} {mark.text}"
                lines.append(f"{standard.mm(mark.x):7.2f} {standard.mm(mark.baseline):7.2f} {what}")
            elif isinstance(mark, Rule):
                what = f"rule {standard.mm(mark.length):.2f} × {standard.mm(mark.width):.2f} {mark.ink.value}"
                lines.append(f"{standard.mm(mark.x):7.2f} {standard.mm(mark.y):7.2f} {what}")
    return "\n".join(lines) + "\n"


def xml_text(part: bytes) -> str:
    """A part of a Word file with one element a line."""
    return minidom.parseString(part).toprettyxml(indent=" ", encoding=None)
