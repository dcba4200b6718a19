"""What a paragraph or a table becomes before it has a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.page import Glyphs


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line, or a row of a table: x from the left of the type area, baseline from its own top. Points."""

    glyphs: tuple[Glyphs, ...]
    height: float


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row of a table and what its cells say."""

    texts: tuple[str, ...]
    line: SetLine
