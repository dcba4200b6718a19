"""What is dragged over the window, and a clipboard that another program holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent

from models.errors import UserError
from ui.parts.grid_clipboard import cells_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def enter(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    window.dragEnterEvent(event)
    return event.isAccepted()


def test_texts_and_files_may_be_dropped_and_pictures_may_not(window: MainWindow) -> None:
    text, picture = QMimeData(), QMimeData()
    text.setText("关于某事的通知")
    picture.setData("image/png", b"x")
    assert enter(window, text)
    assert not enter(window, picture)


def test_a_clipboard_that_is_held_is_told(window: MainWindow) -> None:
    with pytest.raises(UserError, match="剪贴板里没有文字"):
        window.intake.take_mime(None)
    assert cells_of(None) == ()
