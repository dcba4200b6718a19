"""The habits of this machine, kept in one ini file: where the window stood, what was open last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QStandardPaths

from exports.set_papers import Output, Stock
from ui.printing.order import USUAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QSplitter, QWidget

    from ui.printing.order import PrintOrder

SMALLEST = 200
MOST_FILES = 8


class Habits:
    """Reads and writes the ini; nobody else names a key."""

    def __init__(self, path: Path) -> None:
        self._ini = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def data_file(self) -> Path | None:
        """The data file that was open last."""
        text = self._text("file/last")
        return Path(text) if text else None

    @data_file.setter
    def data_file(self, path: Path) -> None:
        self._ini.setValue("file/last", str(path))
        known = dict.fromkeys((str(path), *self._text("file/recent").split("\n")))
        self._ini.setValue("file/recent", "\n".join([one for one in known if one][:MOST_FILES]))

    @property
    def data_files(self) -> tuple[Path, ...]:
        """The data files that were open, the last one first; those that are gone are left out."""
        paths = (Path(text) for text in self._text("file/recent").split("\n") if text)
        return tuple(path for path in paths if path.is_file())

    @property
    def notice(self) -> int | None:
        """The notice that was open last."""
        text = self._text("file/notice")
        return int(text) if text.isdecimal() else None

    @notice.setter
    def notice(self, notice_id: int | None) -> None:
        self._ini.setValue("file/notice", "" if notice_id is None else str(notice_id))

    @property
    def output(self) -> Path | None:
        """The folder that files were written to last."""
        text = self._text("output/folder")
        return Path(text) if text else None

    @output.setter
    def output(self, folder: Path) -> None:
        self._ini.setValue("output/folder", str(folder))

    @property
    def backup_folder(self) -> Path | None:
        """The second folder for backups, such as a stick."""
        text = self._text("backup/folder")
        return Path(text) if text else None

    @backup_folder.setter
    def backup_folder(self, folder: Path | None) -> None:
        self._ini.setValue("backup/folder", "" if folder is None else str(folder))

    @property
    def outputs(self) -> frozenset[Output]:
        """The papers that were ticked last to be printed."""
        names = self._text("print/outputs").split("、")
        return frozenset(one for one in Output if one.value in names) or USUAL

    @property
    def printers(self) -> dict[Stock, str]:
        """The printer used last for each kind of paper."""
        return {stock: self._text(f"print/{stock.name}") for stock in Stock}

    def keep_order(self, order: PrintOrder) -> None:
        """Remember the ticks and the printers."""
        self._ini.setValue("print/outputs", "、".join(one.value for one in order.copies))
        for stock, name in order.printers.items():
            self._ini.setValue(f"print/{stock.name}", name)

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        text = self._text("window/theme")
        return text if text in ("light", "dark") else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._ini.setValue("window/theme", choice)

    @property
    def zoom(self) -> str:
        """`width`, `page` or a number of percent."""
        return self._text("preview/zoom") or "width"

    @zoom.setter
    def zoom(self, zoom: str) -> None:
        self._ini.setValue("preview/zoom", zoom)

    def columns(self, name: str) -> QByteArray:
        """How the columns of a grid stood; empty where nothing is known."""
        state: object = self._ini.value(f"columns/{name}")
        return state if isinstance(state, QByteArray) else QByteArray()

    def keep_columns(self, name: str, state: QByteArray) -> None:
        """Remember widths, order and hiding of the columns of a grid."""
        if not state.isEmpty():
            self._ini.setValue(f"columns/{name}", state)

    def keep_place(self, window: QWidget, splitters: Sequence[QSplitter]) -> None:
        """Remember where the window stands; its rectangle and not Qt's geometry, which grows at 125 %."""
        place = window.normalGeometry()
        numbers = (place.x(), place.y(), place.width(), place.height())
        self._ini.setValue("window/place", ",".join(str(number) for number in numbers))
        self._ini.setValue("window/maximised", "1" if window.isMaximized() else "0")
        for at, splitter in enumerate(splitters):
            self._ini.setValue(f"window/splitter{at}", splitter.saveState())
        self._ini.sync()

    def restore_place(self, window: QWidget, splitters: Sequence[QSplitter]) -> bool:
        """Put the window where it stood, within the screen; False where nothing is known."""
        for at, splitter in enumerate(splitters):
            state: object = self._ini.value(f"window/splitter{at}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)
        numbers = self._text("window/place").split(",")
        if len(numbers) != 4 or not all(n.lstrip("-").isdecimal() for n in numbers):
            return False
        window.setGeometry(clamped(QRect(*(int(n) for n in numbers)), window.screen()))
        return True

    @property
    def is_maximised(self) -> bool:
        """Whether the window filled the screen."""
        return self._text("window/maximised") != "0"

    def _text(self, key: str) -> str:
        value: object = self._ini.value(key, "")
        if isinstance(value, list):
            return ",".join(str(part) for part in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] - an ini list
        return value if isinstance(value, str) else ""


def clamped(place: QRect, screen: QScreen) -> QRect:
    """The rectangle moved and cut so that all of it is on the screen."""
    room = screen.availableGeometry()
    size = place.size().boundedTo(room.size())
    x = min(max(place.x(), room.left()), room.left() + room.width() - size.width())
    y = min(max(place.y(), room.top()), room.top() + room.height() - size.height())
    return QRect(x, y, max(size.width(), SMALLEST), max(size.height(), SMALLEST))


def default_ini() -> Path:
    """Where the habits of this machine are kept."""
    return _local() / "yinfa.ini"


def default_data_file() -> Path:
    """The data file of a machine that has none yet."""
    return _local() / "公文.yinfa"


def _local() -> Path:
    where = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(where))
