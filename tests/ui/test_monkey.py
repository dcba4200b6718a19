"""A share of the random events; `python -m tests.ui.monkey` lets 20,000 at each of three windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from tests.support.doubles import answering
from tests.ui.monkey import run

if TYPE_CHECKING:
    from pathlib import Path

    from exports.typeset.fonts import FontBook


@pytest.mark.qt_log_ignore("This plugin does not support", "Cannot be used on non-native")
@pytest.mark.usefixtures("qapp")
def test_nothing_a_hand_can_do_makes_the_program_fail(
    tmp_path: Path, fonts: FontBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", answering(True))
    assert run(tmp_path, fonts, seed=7, events=400).faults == ()
