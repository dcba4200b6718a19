"""The page of the replies with a notice to units that must answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.notice import Notice
from models.unit import Category, Roster, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.pages.replies import RepliesPage

NAMES = ("甲山区人事局", "乙水区人事局", "丙石区人事局", "丁林区人事局")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> RepliesPage:
    """The page, shown."""
    roster = Roster(
        (Category("区人事局", terms=("各区人事局",)),),
        tuple(Unit(name, "区人事局") for name in NAMES),
    )
    window.desk.change("读入单位", window.desk.roster, roster, window.desk.put_roster)
    notice = Notice(
        kind="通知",
        title="关于报送工作安排的通知",
        addressees="各区人事局",
        organs=("云屏市人事局",),
    )
    window.draft.create("新建", notice)
    window.frame.show_page("replies")
    qtbot.waitUntil(window.replies.isVisible)
    return window.replies


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One that is matched, one that waits with candidates, one that says nothing, one that came twice."""
    made = tmp_path / "报送"
    made.mkdir()
    text = "2007年工作安排\n一、抓好录用。\n"
    (made / "甲山区人事局.txt").write_text(text, encoding="gb18030")
    (made / "乙水人事.txt").write_text(text + "二、\n", encoding="utf-8")
    (made / "扫描件.jpg").write_bytes(b"\xff\xd8\xff")
    (made / "重复.txt").write_text(text, encoding="gb18030")
    return made
