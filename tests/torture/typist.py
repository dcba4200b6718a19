"""A clerk who types without a pause into a real draft, and says each number that was typed: `python -m … FILE`."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

import ui.draft
from models.notice import Notice
from models.store.datafile import open_or_create
from ui.desk import Desk
from ui.draft import Draft

EVERY_MS = 30


class Typist:
    """Types numbers into the title."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._number = draft, 0
        self.timer = QTimer(interval=EVERY_MS)
        self.timer.timeout.connect(self._type)

    def _type(self) -> None:
        self._number += 1
        notice = self._draft.notice
        assert notice is not None
        self._draft.edit("修改标题", replace(notice, title=str(self._number)), "title")
        sys.stdout.write(f"{self._number} {time.time()}\n")
        sys.stdout.flush()


def main(path: Path, control: str) -> int:
    """Type until killed; the control stores at pauses only, which never come."""
    app = QCoreApplication([])
    if control:
        ui.draft.STORE_WITHIN_MS = 60_000
    draft = Draft(Desk(open_or_create(path)))
    draft.create("新建公文", Notice(title="0"))
    typist = Typist(draft)
    typist.timer.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
