"""How a cell of a grid is typed into and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from ui.parts.grid_model import GridModel, Index

LONGEST = 2000  # characters that are let in, to be told that they are too many
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GridDelegate(QStyledItemDelegate):
    """A line of text in every cell; usual texts are completed as they are typed.

    Signals:
        left: Typing ended with an arrow key: the rows to go.
    """

    left = Signal(int)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - as Qt has it
        """A field."""
        field = QLineEdit(parent)
        field.setMaxLength(LONGEST)
        column = cast("GridModel", index.model()).columns[index.column()]
        field.setAccessibleName(column.title)
        if column.choices:
            completer = QCompleter(column.choices, field)
            completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
            field.setCompleter(completer)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The text of the cell, all of it chosen, so that typing replaces it."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)  # pyright: ignore[reportArgumentType] - Qt hands out its own index

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Up and down end the typing and go to the next row, as in Excel."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self.left.emit(step)
                return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text, and a frame around the cell with the keyboard."""
        state = option.state
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        option.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)  # pyright: ignore[reportArgumentType] - Qt hands out its own index
        if has_focus:
            painter.save()
            painter.setPen(QPen(theme.colour(theme.look_of(option.palette).accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
