"""Stand-ins for the boxes of Qt that would wait for a hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.parts.drafting.new_dialog import NewDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMessageBox

    from ui.main_window import MainWindow

Value = TypeVar("Value")


def answering(value: Value) -> Callable[..., Value]:
    """A function that answers `value` to anything."""

    def answer(*_: object) -> Value:
        return value

    return answer


def keeping(kept: list[Value]) -> Callable[[object, Value], None]:
    """A function that keeps its second argument."""

    def keep(_: object, value: Value) -> None:
        kept.append(value)

    return keep


def take_sheets(window: MainWindow) -> None:
    """Press Enter in each sheet of understood texts, until every file is read."""
    while window.intake.is_busy:
        if (sheet := window.intake.sheet) is None:
            QTest.qWait(1)
            continue
        QTest.keyClick(sheet, Qt.Key.Key_Return)
        assert window.intake.sheet is not sheet, "Enter did not take it"


def begin_notice(window: MainWindow) -> None:
    """新建: a notice of the usual 文种 without words, by Enter in its dialog."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewDialog)
        dialog.with_words.setChecked(False)
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    QTimer.singleShot(0, take)
    window.actions_by_name["new"].trigger()


def pressing(words: str, said: list[str]) -> Callable[[QMessageBox], int]:
    """In the place of `QMessageBox.exec`: reads the text and presses the button with these words."""

    def press(box: QMessageBox) -> int:
        said.append(box.text())
        next(b for b in box.buttons() if b.text().startswith(words)).click()
        return 0

    return press
