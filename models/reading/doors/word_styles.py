"""What the styles of a Word file say on numbers and hidden text (ECMA-376-1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.doors.markup import tree_of
from models.reading.doors.word_names import W, has, number_of, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OPENS, _CLOSES, _IS_TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'
_DEEPEST = 20  # a style on a style on a style …; Word allows 10


@dataclass(frozen=True, slots=True)
class Style:
    """The list a style belongs to, whether its text is hidden, and the style it stands on."""

    base: str | None
    list_name: str | None
    level: int
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by name. `hidden` are those whose text is not printed."""

    by_name: dict[str, Style] = field(default_factory=dict[str, Style])
    hidden: frozenset[str] = frozenset()

    def list_of(self, name: str | None) -> tuple[str | None, str | None, int]:
        """The style that puts text of style `name` into a list, the list, the level."""
        for _ in range(_DEEPEST):
            style = self.by_name.get(name or "")
            if style is None:
                break
            if style.list_name is not None:
                return name, style.list_name, style.level
            name = style.base
        return None, None, 0


def styles_of(data: bytes, name: str) -> Styles:
    """The styles that the styles part of the file `name` holds.

    Raises:
        Refused: it is broken.
    """
    if b"numPr" not in data and b"vanish" not in data:
        return Styles()
    root = tree_of(_without_table_styles(data), name)
    by_name = {style.get(W + "styleId", ""): _style(style) for style in root.findall(W + "style")}
    hidden = frozenset(name for name, style in by_name.items() if style.is_hidden)
    return Styles(by_name, hidden)


def _without_table_styles(data: bytes) -> bytes:
    """They number nothing, and are nine tenths of what some programs write."""
    head, *styles = data.split(_OPENS)
    if not styles or not all(_CLOSES in style for style in styles):
        return data
    kept = (style for style in styles if _IS_TABLE not in style.partition(b">")[0])
    whole = head + b"".join(_OPENS + style.rpartition(_CLOSES)[0] + _CLOSES for style in kept)
    return whole + styles[-1].rpartition(_CLOSES)[2]


def _style(element: Element) -> Style:
    properties = element.find(W + "pPr")
    numbered = properties.find(W + "numPr") if properties is not None else None
    return Style(
        value_of(element, "basedOn"),
        value_of(numbered, "numId"),
        number_of(numbered, "ilvl") or 0,
        has(element.find(W + "rPr"), "vanish"),
    )
