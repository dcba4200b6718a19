"""A row of a table as lines of text: a spreadsheet's line where it is one, else the lines of its cells."""

from __future__ import annotations

_PROSE_LINES = 8  # a cell with more is a frame around a text


def row_lines(cells: list[list[str]]) -> list[str]:
    """One line with tabs between the cells; where one cell alone is filled, or frames a text, its lines as they are."""
    filled = [lines for lines in cells if lines]
    if len(filled) < 2 or max(map(len, filled)) > _PROSE_LINES:
        return [line for lines in filled for line in lines]
    return ["\t".join(" ".join(lines).replace("\t", " ") for lines in cells).rstrip("\t")]
