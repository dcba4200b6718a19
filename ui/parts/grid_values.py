"""What a grid shows: columns and lines as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column.

    Attributes:
        width: In pixels, where there is room.
        choices: What is usually typed; a beginning is completed.
    """

    field: str
    title: str
    width: int
    is_editable: bool = True
    is_number: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridLine:
    """One row.

    Attributes:
        key: What edits of it are known by; those below 0 are new.
        texts: What its cells say, column by column.
        usual: What holds where a cell is empty, shown quietly.
        tip: What is told of it where the mouse rests.
        is_quiet: Whether it is not in use.
    """

    key: int
    texts: tuple[str, ...]
    usual: tuple[str, ...] = ()
    tip: str = ""
    is_quiet: bool = False

    def shown(self, column: int) -> str:
        """What is seen in a cell."""
        text = self.texts[column]
        return text if text or not self.usual else self.usual[column]
