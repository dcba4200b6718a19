"""The menu of the chosen cells of a grid: copying, pasting, filling, and one value for many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu

from ui.parts import grid_deeds

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.parts.grid_deeds import Chosen


def menu_of(parent: QWidget, chosen: Chosen) -> QMenu:
    """The menu; the page may add its own."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("复制\tCtrl+C", partial(grid_deeds.copy, chosen))
    copy_all = partial(grid_deeds.copy, chosen, with_titles=True)
    menu.addAction("连同标题复制\tCtrl+Shift+C", copy_all)
    if not chosen.grid.is_read_only:
        menu.addAction("粘贴\tCtrl+V", partial(grid_deeds.paste, chosen))
        menu.addAction("向下填充\tCtrl+D", partial(grid_deeds.fill_down, chosen))
        menu.addAction("清除内容\tDelete", partial(grid_deeds.clear, chosen))
        column = chosen.grid.columns[max(chosen.at.column(), 0)]
        if column.is_editable:
            menu.addAction(f"批量改{column.title}…", partial(ask_many, parent, chosen))
    return menu


def ask_many(parent: QWidget, chosen: Chosen) -> None:
    """Ask for one value and put it into the column with the keyboard, in all chosen lines."""
    column = chosen.grid.columns[chosen.at.column()]
    rows = sorted({index.row() for index in chosen.cells})
    words = f"把选中的 {len(rows)} 行的“{column.title}”都改成："
    if column.choices:
        told, is_told = QInputDialog.getItem(parent, "批量改", words, list(column.choices))
    else:
        told, is_told = QInputDialog.getText(parent, "批量改", words)
    if is_told:
        cells = (chosen.grid.index(row, chosen.at.column()) for row in rows)
        edits = [chosen.grid.edit(index, told.strip()) for index in cells]
        chosen.grid.take(f"批量改{column.title}", edits)
