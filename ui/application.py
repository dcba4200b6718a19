"""Starting the window: language, type, look, data file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

import resources
from exports.typeset.font_finding import fonts_of_this_pc
from exports.typeset.fonts import FontBook
from models.errors import UserError
from models.files import sweep_parts
from ui import theme
from ui.backing_up import folders_of
from ui.crash import CrashHandler
from ui.first_file import first_file
from ui.habits import Habits, default_ini
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


NAME = "yinfa"
UI_POINTS = 10
WORLDS_FAULT = 1  # exit status


def run(data: Path | None, close_after: float | None) -> int:
    """Open the window and work until it is closed; the exit status.

    Args:
        data: The data file; None for the one open last, else the default one.
        close_after: Seconds after which it, or a question at its start, closes by itself, to try an installation.
    """
    require_screen(os.environ)
    app = prepare(sys.argv[:1])
    habits = Habits(default_ini())
    theme.dress(app, dark=theme.is_dark(app, habits.theme))
    closer = QTimer()  # ends with this function
    closer.timeout.connect(app.closeAllWindows)
    if close_after is not None:
        closer.start(round(close_after * 1000))
    file = first_file(data, habits)
    if file is None:
        return WORLDS_FAULT
    for folder in (file.path.parent, *folders_of(file.path, habits), habits.output):
        if folder is not None:
            sweep_parts(folder)
    window = MainWindow(file, habits, FontBook(fonts_of_this_pc()))
    CrashHandler(window).install()
    if habits.is_maximised:
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def require_screen(environment: Mapping[str, str]) -> None:
    """Qt would end the program with a message that no clerk understands.

    Raises:
        UserError: there is no screen to open a window on.
    """
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(map(environment.get, ways)):
        raise UserError("这里没有图形界面，窗口打不开。请在桌面上运行，或用 issue、read 等命令。")


def prepare(arguments: list[str]) -> QApplication:
    """The application in Chinese and in a type that has all its characters."""
    app = cast("QApplication | None", QApplication.instance()) or QApplication(arguments)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName("")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", where):
        app.installTranslator(translator)
    app.setFont(ui_font())
    return app


def ui_font() -> QFont:
    """The type of the window: that of Windows, else the one that comes with the program."""
    family = "Microsoft YaHei UI"
    if family not in QFontDatabase.families():
        number = QFontDatabase.addApplicationFont(str(resources.FONTS / "FandolHei-Regular.ttf"))
        family = next(iter(QFontDatabase.applicationFontFamilies(number)), "")
    font = QFont(family)
    font.setPointSize(UI_POINTS)
    return font
