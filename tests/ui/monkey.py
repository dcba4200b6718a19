"""A clerk gone mad: keys, clicks and commands at random, on every page, in every dialog.

    QT_QPA_PLATFORM=offscreen python -m tests.ui.monkey [EVENTS] [SEED…]

Whatever is asked of the program, it may say no; it may not fail, and the data file stays whole.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from models.errors import Cancelled, UserError
from models.store.checking import faults_of_file
from models.store.datafile import open_or_create
from tests.samples.make_units import sample_roster
from ui.habits import Habits
from ui.main_window import MainWindow
from ui.printing import set_printing

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from exports.typeset.fonts import FontBook

EVENTS, SEEDS = 20_000, (1, 2, 3)
WORDS = (
    "2007年1月11日",
    "津人〔2007〕1号",
    "和平区人事局",
    "hpq",
    "99999999999",
    "一、二、三",
    "\t",
    "＝1+1",
    "",
)
KEYS = (
    *(getattr(Qt.Key, f"Key_{name}") for name in ["Return", "Tab", "Backtab", "Escape", "Delete", "Backspace", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Space", "F2", "F3", "F6", "Insert", "1", "2", "3", "0"]),
)  # fmt: skip
KEPT_FROM = ("quit", "restore", "backup_folder")
"""Commands that end the run, or speak of folders outside it."""
PATIENCE = 4  # random events in a dialog before it is closed
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Monkey:
    """One run.

    Attributes:
        faults: Errors that are no word to the clerk, as they were traced.
        refused: How often the program said no.
    """

    window: MainWindow
    chance: random.Random
    faults: list[str] = field(default_factory=list[str])
    refused: int = 0
    left: int = PATIENCE
    is_over: bool = False

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """In the place of the crash handler."""
        if isinstance(error, UserError | Cancelled):
            self.refused += 1
        else:
            self.faults.append("".join(traceback.format_exception(kind, error, trace)))

    def step(self) -> None:
        """One event, wherever the keyboard is."""
        self.chance.choice((self.key, self.key, self.type, self.click, self.click, self.command))()

    def key(self) -> None:
        """A key with whatever is held."""
        held = self.chance.choices((PLAIN, SHIFT, CTRL, ALT), (12, 2, 2, 1))[0]
        if (target := focus()) is not None:
            QTest.keyClick(target, self.chance.choice(KEYS), held)

    def type(self) -> None:
        """Words, typed or pasted."""
        target, words = focus(), self.chance.choice(WORDS)
        if target is None:
            return
        if self.chance.random() < 0.3:
            QGuiApplication.clipboard().setText(words)
            QTest.keyClick(target, Qt.Key.Key_V, CTRL)
        else:  # as an input method gives it
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(target, event)

    def click(self) -> None:
        """A click, or two, on something that is seen."""
        root = QApplication.activeModalWidget() or self.window
        seen = [one for one in root.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        if seen:
            target = self.chance.choice(seen)
            place = QPoint(
                self.chance.randrange(max(1, target.width())),
                self.chance.randrange(max(1, target.height())),
            )
            click = QTest.mouseDClick if self.chance.random() < 0.1 else QTest.mouseClick
            click(target, Qt.MouseButton.LeftButton, PLAIN, place)

    def command(self) -> None:
        """Any command of the menus that is open."""
        if QApplication.activeModalWidget() is None:
            name = self.chance.choice(
                [n for n in self.window.actions_by_name if n not in KEPT_FROM]
            )
            self.window.actions_by_name[name].trigger()

    def tend(self) -> None:
        """In the loop of a dialog or menu: a few events, then it is closed. What these open is tended in turn."""
        if self.is_over:
            return
        QTimer.singleShot(1, self.tend)
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif modal is not None:
            self.left -= 1
            if self.left > 0:
                self.chance.choice((self.key, self.type, self.click))()
            else:
                self.left = PATIENCE
                modal.close()


def focus() -> QWidget | None:
    """The widget with the keyboard; a menu is closed first."""
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        popup.close()
    return QApplication.focusWidget() or QApplication.activeModalWidget()


@dataclass(frozen=True)
class Told:
    """What came of a run."""

    faults: tuple[str, ...]
    refused: int


def run(folder: Path, fonts: FontBook, seed: int, events: int) -> Told:
    """Let the monkey at a window on the sample in `folder`."""
    path = folder / "a.yinfa"
    window = MainWindow(open_or_create(path), Habits(folder / "y.ini"), fonts)
    window.show()
    window.intake.take_sample()
    window.desk.change("单位", window.desk.roster, sample_roster(), window.desk.put_roster)
    monkey = Monkey(window, random.Random(seed))
    hook, sys.excepthook = sys.excepthook, monkey.caught
    monkey.tend()
    try:
        for _ in range(events):
            guarded(monkey.step, monkey)
            QApplication.processEvents()
    finally:
        monkey.is_over = True
        sys.excepthook = hook
        window.draft.drop()
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return Told((*monkey.faults, *faults_of_file(path)), monkey.refused)


def guarded(deed: Callable[[], object], monkey: Monkey) -> None:
    """What a command raises comes back here, for there is no event loop below."""
    try:
        deed()
    except Exception as error:  # noqa: BLE001 - as the crash handler does
        monkey.caught(type(error), error, error.__traceback__)


def main(events: int, seeds: tuple[int, ...]) -> None:
    """Print what came of each run."""
    from exports.typeset.fonts import FontBook
    from ui.application import prepare

    prepare(["yinfa"])
    QDesktopServices.openUrl = lambda *_: True  # type: ignore[method-assign]
    set_printing.printer_names = tuple  # type: ignore[assignment]
    for seed in seeds:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            os.chdir(folder)
            gc.collect()
            before = sys.getrefcount(None)
            told = run(Path(folder), FontBook(), seed, events)
            gc.collect()
            grown = sys.getrefcount(None) - before
        words = f"seed {seed}: {events} events, refused {told.refused}, faults {len(told.faults)}"
        sys.stdout.write(f"{words}, None +{grown}\n")
        sys.stdout.writelines(dict.fromkeys(told.faults))


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:]]
    main(asked[0] if asked else EVENTS, tuple(asked[1:]) or SEEDS)
