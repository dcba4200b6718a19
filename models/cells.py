"""What is typed into the cells of a table, and what of it could not be kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """A text that was typed into a cell: the key of its row, the field of its column. Rows below 0 are new."""

    row: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An edit that was not taken, and in a sentence for the clerk why."""

    edit: Edit
    why: str
