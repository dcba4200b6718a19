"""Which lines of a grid are seen, and in which order; the standing order is the one they come in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.parts.grid_values import GridColumn, GridLine


@dataclass(frozen=True, slots=True)
class Viewing:
    """How a grid is looked at.

    Attributes:
        sorted_by: A column; -1: the standing order.
        words: Only lines that say this anywhere.
        only: By column, the one text that its lines say.
    """

    sorted_by: int = -1
    is_descending: bool = False
    words: str = ""
    only: Mapping[int, str] = field(default_factory=dict[int, str])

    def sorted_next(self, column: int) -> Viewing:
        """A click on a header: upwards, downwards, back to the standing order."""
        if self.sorted_by != column:
            return replace(self, sorted_by=column, is_descending=False)
        if not self.is_descending:
            return replace(self, is_descending=True)
        return replace(self, sorted_by=-1, is_descending=False)

    def with_only(self, column: int, text: str | None) -> Viewing:
        """Lines that say `text` in a column; None: all."""
        others = {at: one for at, one in self.only.items() if at != column}
        return replace(self, only=others if text is None else {**others, column: text})

    def places(self, lines: Sequence[GridLine], columns: Sequence[GridColumn]) -> list[int]:
        """The places of the lines that are seen, as they are seen."""
        places = [at for at, line in enumerate(lines) if self._is_seen(line)]
        if self.sorted_by >= 0:
            number = columns[self.sorted_by].is_number
            by = self.sorted_by
            places.sort(
                key=lambda at: _rank(lines[at].shown(by), is_number=number),
                reverse=self.is_descending,
            )
        return places

    def _is_seen(self, line: GridLine) -> bool:
        if any(line.shown(at) != text for at, text in self.only.items()):
            return False
        words = self.words.casefold().split()
        if not words:
            return True
        whole = "\n".join(map(line.shown, range(len(line.texts)))).casefold()
        return all(word in whole for word in words)


def _rank(text: str, *, is_number: bool) -> tuple[int, bytes]:
    """The order of GB 18030 is that of pinyin for all usual characters, and the same on every machine."""
    number = int(text) if is_number and text.isdecimal() else 0
    return number, text.encode("gb18030", "replace")
