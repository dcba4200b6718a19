"""The pictures of the README, made anew: page 1 of the issued sample and the pages of the window on it.

    QT_QPA_PLATFORM=offscreen python tests/pictures/make_pictures.py

Needs pdftoppm for the page.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402 - as below

import resources  # noqa: E402 - the path is set above
from main import main as yinfa  # noqa: E402

PICTURES = resources.ROOT / "help" / "pictures"
WINDOW = (1366, 728)  # what a screen of 1366 × 768 leaves above its task bar
SETTLED_MS = 500
OPTIONS = (
    "--organ",
    "天津市人事局",
    "--number",
    "津人〔2007〕1号",
    "--units",
    str(resources.UNITS),
)
PAGES = {
    "overview": "overview",
    "window": "notices",
    "units": "units",
    "distribution": "distribution",
}


def make() -> None:
    """Write all pictures into resources/help/pictures."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "sample.yinfa"
        yinfa(["issue", str(resources.SAMPLE), "-o", folder, "--data", str(data), *OPTIONS])
        pdf = next(Path(folder).glob("*.pdf"))
        target = PICTURES / "page"
        subprocess.run(
            ["pdftoppm", "-r", "70", "-f", "1", "-l", "1", "-png", "-singlefile", pdf, target],
            check=True,
        )
        picture_pages(data, PICTURES)


def picture_pages(data: Path, folder: Path) -> None:
    """Show each page of the window on a data file and keep what it shows."""
    from exports.typeset.fonts import FontBook
    from models.store.datafile import open_or_create
    from ui import theme
    from ui.application import prepare
    from ui.habits import Habits
    from ui.main_window import MainWindow

    app = prepare(["yinfa"])
    theme.dress(app, dark=False)
    window = MainWindow(open_or_create(data), Habits(data.with_suffix(".ini")), FontBook())
    window.resize(*WINDOW)
    window.show()
    for name, page in PAGES.items():
        window.frame.show_page(page)
        QTest.qWait(SETTLED_MS)
        window.grab().save(str(folder / f"{name}.png"))
    window.close()


if __name__ == "__main__":
    make()
