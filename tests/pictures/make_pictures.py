"""The pictures of the README and the manual, made anew: the issued sample, the window on it, the manual itself.

    QT_QPA_PLATFORM=offscreen python tests/pictures/make_pictures.py

Needs pdftoppm for the page.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402 - as below
from PySide6.QtTest import QTest  # noqa: E402 - as below

import resources  # noqa: E402 - the path is set above
from main import main as yinfa  # noqa: E402
from models.store.keepers import put_kept  # noqa: E402
from tests.support.replies import HABITS, handed_in, write_all  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.main_window import MainWindow

PICTURES = resources.HELP / "pictures"
WINDOW = (1366, 728)  # what a screen of 1366 × 768 leaves above its task bar
SETTLED_MS = 500
COLOURS = 256
REPLIES, DAYS_LEFT, SORTED_UNITS = 60, 14, 5
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
        keep(window, folder / f"{name}.png")
    take_replies(window, data.parent / "报送")
    keep(window, folder / "replies.png")
    sort_paragraphs(window)
    keep(window, folder / "summary.png")
    window.help.open_first_steps()
    assert window.help.manual is not None
    keep(window.help.manual, folder / "manual.png")
    window.close()


def take_replies(window: MainWindow, folder: Path) -> None:
    """Invented replies to the sample, in time; those that no page of a manual should show are left out."""
    files = handed_in(window.desk.roster)[:REPLIES]
    write_all([one for at, one in enumerate(files) if (at + 1) % len(HABITS)], folder)
    window.frame.show_page("replies")
    answers = window.replies.answering.answers
    assert answers is not None
    due = replace(answers.roll, due=date.today() + timedelta(days=DAYS_LEFT))
    window.desk.change("期限", answers.roll, due, partial(put_kept, window.desk.file))
    window.replies.take([folder])


def sort_paragraphs(window: MainWindow) -> None:
    """Some units are done, the one that is shown is half done."""
    page = window.summary
    window.frame.show_page("summary")
    for row in range(1, SORTED_UNITS):
        page.units.go_to(row, 1)
        page.do("take_all")
    page.units.go_to(SORTED_UNITS, 1)
    page.grid.choose((3, 0), (4, 3))
    page.do("take")
    page.grid.go_to(5, 1)


def keep(widget: QWidget, path: Path) -> None:
    """What a window shows, in few colours: the pictures go with the program."""
    QTest.qWait(SETTLED_MS)
    widget.grab().save(str(path))
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    make()
