"""What keys do with the chosen cells of a grid: clear, copy, paste, fill down, today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from models.numerals import arabic_date
from ui.parts.grid_clipboard import cells_of, mime_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent

    from models.cells import Edit
    from ui.parts.grid_clipboard import Cells
    from ui.parts.grid_model import GridModel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a deed is done to.

    Attributes:
        grid: The lines.
        cells: The chosen cells that are seen, else the one with the keyboard.
        seen: The columns that are seen, from left to right.
        at: The cell with the keyboard.
    """

    grid: GridModel
    cells: Sequence[QModelIndex]
    seen: Sequence[int]
    at: QModelIndex


def deed_of(event: QKeyEvent) -> Callable[[Chosen], None] | None:
    """What a key does; None where it does nothing of its own."""
    if event.matches(QKeySequence.StandardKey.Copy):
        return copy
    if event.matches(QKeySequence.StandardKey.Paste):
        return paste
    match Qt.Key(event.key()), event.modifiers():
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace, _:
            return clear
        case Qt.Key.Key_C, modifiers if modifiers == CTRL | SHIFT:
            return partial(copy, with_titles=True)
        case Qt.Key.Key_D, modifiers if modifiers == CTRL:
            return fill_down
        case Qt.Key.Key_Semicolon, modifiers if modifiers == CTRL:
            return put_today
        case _:
            return None


def clear(chosen: Chosen) -> None:
    """Empty the chosen cells."""
    put(chosen, "清除内容", "")


def put(chosen: Chosen, label: str, text: str) -> None:
    """Put one text into all chosen cells."""
    chosen.grid.take(label, _edits(chosen, ((index, text) for index in chosen.cells)))


def put_today(chosen: Chosen) -> None:
    """Today's date."""
    put(chosen, "填今天的日期", arabic_date(date.today()))


def copy(chosen: Chosen, *, with_titles: bool = False) -> None:
    """Put the block around the chosen cells into the clipboard; what is not chosen of it is blank."""
    mine = {(index.row(), index.column()): index for index in chosen.cells}
    rows = sorted({row for row, _ in mine})
    columns = [at for at in chosen.seen if any(at == column for _, column in mine)]
    cells = [
        [str(mine[row, at].data()) if (row, at) in mine else "" for at in columns] for row in rows
    ]
    titles = [[chosen.grid.columns[at].title for at in columns]] if with_titles else []
    QGuiApplication.clipboard().setMimeData(mime_of([*titles, *cells]))


def paste(chosen: Chosen) -> None:
    """Take what lies in the clipboard: one value fills the chosen cells, a block begins at the first of them."""
    cells = cells_of(QGuiApplication.clipboard().mimeData())
    if not cells or not chosen.at.isValid():
        return
    if len(cells) == 1 and len(cells[0]) == 1:
        put(chosen, "粘贴", cells[0][0].strip())
        return
    edits, left = _block(chosen, cells)
    chosen.grid.take(f"粘贴 {len(edits)} 格", edits)
    if left:
        chosen.grid.noted.emit(f"粘贴的内容有 {left} 格超出表格，或在不能修改的列，没有采用。")


def fill_down(chosen: Chosen) -> None:
    """Repeat the topmost chosen cell of each column down; a single cell takes the one above."""
    top = min((index.row() for index in chosen.cells), default=0)
    is_single = all(index.row() == top for index in chosen.cells)
    source = top - 1 if is_single else top
    if source >= 0:
        told = (
            (index, chosen.grid.text(chosen.grid.index(source, index.column())))
            for index in chosen.cells
            if index.row() != source
        )
        chosen.grid.take("向下填充", _edits(chosen, told))


def _block(chosen: Chosen, cells: Cells) -> tuple[list[Edit], int]:
    """The edits of a pasted block, and how many filled cells found no place."""
    top = min(index.row() for index in chosen.cells)
    first = min(chosen.seen.index(index.column()) for index in chosen.cells)
    edits: list[Edit] = []
    left = 0
    for row, texts in enumerate(cells, top):
        for place, text in enumerate(texts, first):
            edit = _edit_at(chosen, row, place, text.strip())
            if edit is not None:
                edits.append(edit)
            elif text.strip():
                left += 1
    return edits, left


def _edit_at(chosen: Chosen, row: int, place: int, text: str) -> Edit | None:
    """The edit of a cell, which may lie below the last row, where new lines begin; None where nothing can be typed."""
    grid, last = chosen.grid, chosen.grid.rowCount() - 1
    beyond = max(row - last, 0)
    if place >= len(chosen.seen) or (beyond and not grid.takes_new):
        return None
    index = grid.index(min(row, last), chosen.seen[place])
    if not grid.is_editable(index):
        return None
    edit = grid.edit(index, text)
    return replace(edit, row=edit.row - beyond)


def _edits(chosen: Chosen, told: Iterable[tuple[QModelIndex, str]]) -> Sequence[Edit]:
    """What differs from what is there, of cells that may be typed into."""
    return [
        chosen.grid.edit(index, text)
        for index, text in told
        if chosen.grid.is_editable(index) and chosen.grid.text(index) != text
    ]
