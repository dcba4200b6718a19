"""A real window on a real data file, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.store.datafile import open_or_create
from ui import theme
from ui.application import prepare
from ui.habits import Habits
from ui.main_window import MainWindow
from ui.printing import set_printing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from exports.typeset.fonts import FontBook


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    app = prepare(["yinfa"])
    theme.dress(app, dark=False)
    return app


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test puts paper through the printer of whoever runs it."""
    monkeypatch.setattr(set_printing, "printer_names", tuple)


@pytest.fixture
def make_window(
    qtbot: QtBot, tmp_path: Path, fonts: FontBook
) -> Iterator[Callable[[], MainWindow]]:
    """Opens the program as it was left; call it again after closing."""
    windows: list[MainWindow] = []

    def make() -> MainWindow:
        file = open_or_create(tmp_path / "公文.yinfa")
        window = MainWindow(file, Habits(tmp_path / "yinfa.ini"), fonts)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        window.frame.show_page("notices")
        windows.append(window)
        return window

    yield make
    for window in windows:
        if window.isVisible():
            window.draft.drop()
            window.close()
        window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    """An empty program."""
    return make_window()


@pytest.fixture
def sample(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The program with the notice of 2007 open."""
    window.intake.take_sample()
    qtbot.waitUntil(lambda: window.page.layout_now is not None)
    return window
