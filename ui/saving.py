"""Writing a table where the clerk wants it, off the thread of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from models.files import write_atomically
from ui.tasks import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from models.progress import Tick


def ask_and_write(
    parent: QWidget, title: str, start: Path, make: Callable[[], bytes]
) -> Path | None:
    """Ask for a place and write there what `make` makes; None where the clerk thought better of it.

    Raises:
        UserError: it cannot be written there.
    """
    name, _ = QFileDialog.getSaveFileName(parent, title, str(start), "表格 (*.xlsx)")
    if not name:
        return None
    path = Path(name).with_suffix(".xlsx")
    wait_for(parent, _write, path, make)
    return path


def _write(path: Path, make: Callable[[], bytes], tick: Tick) -> None:
    tick(0, 1, path.name)
    write_atomically(path, make())
