"""催报 from the page: documents are drafted as one step, calls are noted, the statistics are written."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from exports.writers.exchange_word import exchange_docx
from models.errors import UserError
from models.reading.sheets.files import read_sheets
from models.replies.reminder import Means
from tests.support.doubles import answering
from ui import messages
from ui.replying import chasing as module
from ui.replying.chase_dialog import ChaseDialog, ChaseWish, Paper
from ui.replying.lines import ROLL

if TYPE_CHECKING:
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.pages.replies import RepliesPage

FIELDS = [column.field for column in ROLL]
AGAIN = date(2027, 2, 9)


def wish(monkeypatch: pytest.MonkeyPatch, paper: Paper) -> None:
    monkeypatch.setattr(module, "ask_chase", answering(ChaseWish(paper, AGAIN)))


def titles(window: MainWindow) -> list[str]:
    return sorted(line.title for line in window.desk.notices.lines())


def reminded(page: RepliesPage) -> list[str]:
    rows = range(page.grid.grid.rowCount())
    return [page.grid.grid.index(row, FIELDS.index("reminded")).data() for row in rows]


def test_a_reminder_for_each_unit_is_one_step(
    window: MainWindow, page: RepliesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.grid.go_to(0, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)  # one has answered
    asked = window.draft.notice
    wish(monkeypatch, Paper.EACH)
    QTest.keyClick(page.grid, Qt.Key.Key_F8)
    assert window.frame.name == "notices"
    assert len(titles(window)) == 4
    assert window.draft.notice is not None
    assert window.draft.notice.title == "关于催报有关材料的通知"
    assert window.draft.notice.addressees == "乙水区人事局"
    assert "请于2027年2月9日前" in window.draft.notice.body[1].text
    assert asked is not None
    window.draft.open(asked.id)
    window.frame.show_page("replies")
    assert reminded(page) == ["", "1", "1", "1"]
    window.desk.undo.undo()
    assert len(titles(window)) == 1
    window.draft.open(asked.id)
    assert reminded(page) == [""] * 4
    window.desk.undo.redo()
    assert len(titles(window)) == 4


@pytest.mark.parametrize(
    ("paper", "title", "count"),
    [
        (Paper.LIST, "关于催报有关材料的通知", ["1"] * 4),
        (Paper.BULLETIN, "关于有关材料报送情况的通报", [""] * 4),
    ],
)
def test_one_document_about_all(
    window: MainWindow,
    page: RepliesPage,
    monkeypatch: pytest.MonkeyPatch,
    paper: Paper,
    title: str,
    count: list[str],
) -> None:
    asked = window.draft.notice
    wish(monkeypatch, paper)
    page.do("chase")
    assert title in titles(window)
    assert len(titles(window)) == 2
    assert asked is not None
    window.draft.open(asked.id)
    window.frame.show_page("replies")
    assert reminded(page) == count


def test_a_call_is_noted_for_the_chosen_units(
    page: RepliesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ask_texts", answering(("王芳", "催报意见", "明日报来")))
    page.grid.choose((1, 0), (2, 3))
    QTest.keyClick(page.grid, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert reminded(page) == ["", "1", "1", ""]
    answers = page.answering.answers
    assert answers is not None
    first = answers.reminders.reminders[0]
    assert (first.means, first.told_to, first.answer) == (Means.PHONE, "王芳", "明日报来")


def test_a_call_needs_a_unit(page: RepliesPage) -> None:
    page.grid.clearSelection()
    with pytest.raises(UserError, match="还没有选中单位"):
        page.do("call")


def test_the_statistics_are_written(
    window: MainWindow, page: RepliesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(out)))
    wish(monkeypatch, Paper.STATISTICS)
    page.do("chase")
    assert sorted(path.suffix for path in out.iterdir()) == [
        ".docx",
        ".docx",
        ".pdf",
        ".pdf",
        ".xlsx",
    ]
    assert "已写好" in window.status.currentMessage()
    sheet = tmp_path / "表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering((str(sheet), "")))
    window.actions_by_name["export"].trigger()
    (read,) = read_sheets(sheet)
    assert any("丁林区人事局" in row.cells for row in read.rows)


def test_the_dialog_keeps_open_until_the_day_is_understood(page: RepliesPage) -> None:
    dialog = ChaseDialog("应报4个", AGAIN, page)
    dialog.show()
    dialog.again.setText("后天左右")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.wish is None
    assert "后天左右" in dialog.note.text()
    dialog.again.setText("2000年1月1日")
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.wish is None
    assert "今天以后" in dialog.note.text()
    dialog.again.setText("2027年2月10日")
    dialog.papers[Paper.BULLETIN].setChecked(True)
    QTest.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.wish == ChaseWish(Paper.BULLETIN, date(2027, 2, 10))


def test_all_in_leaves_nobody_to_chase(page: RepliesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    for at in range(4):
        page.grid.go_to(at, 1)
        QTest.keyClick(page.grid, Qt.Key.Key_Space)
    wish(monkeypatch, Paper.EACH)
    with pytest.raises(UserError, match="没有要催报的单位"):
        page.do("chase")


def test_forms_go_out_and_come_back(
    window: MainWindow, page: RepliesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    monkeypatch.setattr(messages, "choose", answering("Word 表"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(stick)))
    window.actions_by_name["exchange"].trigger()
    assert len(list(stick.iterdir())) == 4
    page.take([stick])
    assert "没有收 4" in page.told.text()  # nobody has filled one in
    filled = stick / "回执.docx"
    filled.write_bytes(exchange_docx("表", "请填", {"unit": "丙石区人事局", "plans": "抓好录用。"}))
    page.take([filled])
    answers = page.answering.answers
    assert answers is not None
    found = [one.is_electronic for one in answers.standings]
    assert found == [False, False, True, False]
