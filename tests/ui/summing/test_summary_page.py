"""汇总: paragraphs are put under items by typing and by suggestions, units stand against items, the book is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from models.errors import UserError
from models.notice import Notice
from models.reading.sheets.files import read_sheets
from tests.samples.make_units import sample_roster
from tests.support.doubles import answering, keeping
from ui import messages
from ui.pages.summary import MATRIX
from ui.summing.lines import ITEMS, MARK, PARAGRAPHS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow
    from ui.pages.summary import SummaryPage

FIELDS = [column.field for column in PARAGRAPHS]
TEXT = """2007年工作安排意见
一、深入开展继续教育，举办培训班十二期。
二、做好军转干部安置工作，年内安置到位。
三、落实要点第7项，登记公务员。
四、种好院里的树。
"""


@pytest.fixture
def page(sample: MainWindow, tmp_path: Path, qtbot: QtBot) -> SummaryPage:
    """Two units answered, one of them twice the same with few words changed."""
    window = sample
    window.desk.change("单位", window.desk.roster, sample_roster(), window.desk.put_roster)
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "和平区人事局.txt").write_text(TEXT, encoding="utf-8")
    (folder / "河东区人事局.txt").write_text(TEXT + "五、其他。\n", encoding="utf-8")
    window.frame.show_page("replies")
    window.replies.take([folder])
    window.frame.show_page("summary")
    qtbot.waitUntil(window.summary.isVisible)
    return window.summary


def column(page: SummaryPage, field: str) -> list[str]:
    rows = range(page.grid.grid.rowCount())
    return [page.grid.grid.index(row, FIELDS.index(field)).data() for row in rows]


def put(page: SummaryPage, row: int, text: str) -> None:
    page.grid.grid.setData(page.grid.grid.index(row, FIELDS.index(ITEMS)), text)


def test_suggestions_stand_beside_the_paragraphs_with_their_reasons(page: SummaryPage) -> None:
    suggested = column(page, "suggested")
    assert suggested[1].startswith("5 ")
    assert suggested[2].startswith("20 ")
    assert suggested[3].startswith("7 ")
    assert suggested[4] == ""
    page.grid.go_to(3, 1)
    assert "文中写明" in page.note.text()
    assert page.whole.toPlainText() == "三、落实要点第7项，登记公务员。"
    assert column(page, ITEMS) == [""] * 5  # nothing is assigned by itself


def test_space_takes_a_suggestion_and_goes_on(page: SummaryPage, sample: MainWindow) -> None:
    page.grid.go_to(1, 1)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert column(page, ITEMS) == ["", "5", "20", "", ""]
    assert page.grid.currentIndex().row() == 3
    assert page.units.grid.index(0, 3).data() == "2"
    sample.desk.undo.undo()
    assert column(page, ITEMS) == ["", "5", "", "", ""]


def test_items_are_typed_and_what_is_none_stays_to_be_set_right(page: SummaryPage) -> None:
    put(page, 4, "26、附1")
    assert column(page, ITEMS)[4] == "26、附1"
    put(page, 4, "99")
    assert column(page, ITEMS)[4] == "99"
    page.grid.go_to(4, 2)
    assert "没有第“99”项" in page.note.text()
    put(page, 4, "")
    assert column(page, ITEMS)[4] == ""


def test_all_suggestions_leave_what_the_clerk_said(page: SummaryPage, sample: MainWindow) -> None:
    put(page, 1, "8")
    page.do("take_all")
    assert column(page, ITEMS)[1:4] == ["8", "20", "7"]
    sample.desk.undo.undo()
    assert column(page, ITEMS) == ["", "8", "", "", ""]
    page.grid.choose((1, 0), (3, 3))
    page.do("take")
    assert column(page, ITEMS)[1:4] == ["5", "20", "7"]


def test_units_stand_against_items(page: SummaryPage) -> None:
    put(page, 1, "5、7")
    page.tiles.choose(MATRIX)
    titles = [one.title for one in page.matrix.grid.columns]
    assert len(titles) == 2 + 27
    row = [page.matrix.grid.index(0, at).data() for at in range(len(titles))]
    assert row[:2] == ["和平区人事局", "2"]
    assert [titles[at] for at, cell in enumerate(row) if cell == MARK] == ["5", "7"]
    last = page.matrix.grid.rowCount() - 1
    assert page.matrix.grid.index(last, titles.index("5")).data() == "1"


def test_the_book_is_written_with_the_originals(
    page: SummaryPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(out)))
    page.units.setFocus()
    QTest.keyClick(page.units, Qt.Key.Key_F9)
    names = sorted(path.name for path in out.iterdir())
    assert names == ["工作安排意见汇编.docx", "工作安排意见汇编.pdf", "工作安排意见汇编原件"]
    originals = sorted(path.name for path in (out / names[2]).iterdir())
    assert originals == ["001 和平区人事局.txt", "002 河东区人事局.txt"]
    assert (out / names[2] / originals[0]).read_text(encoding="utf-8") == TEXT


def test_without_replies_the_page_says_what_to_do(sample: MainWindow) -> None:
    sample.frame.show_page("summary")
    assert sample.summary.blank.isVisible()
    sample.summary.blank.buttons["page_replies"].click()
    assert sample.frame.name == "replies"


def test_a_read_only_file_is_looked_at(page: SummaryPage, sample: MainWindow) -> None:
    sample.desk.file.read_only = True  # pyright: ignore[reportAttributeAccessIssue] - as if it were so
    page.reload()
    page.grid.go_to(1, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    put(page, 1, "5")
    assert column(page, ITEMS) == [""] * 5
    assert not page.bar.buttons["take_all"].isEnabled()
    assert page.bar.buttons["book"].isEnabled()


def test_replies_that_are_alike_are_told(
    page: SummaryPage, sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(told))
    page.do("alike")
    assert told == ["没有发现内容雷同的报送件。"]  # the texts are too short to tell
    more = "".join(f"再抓好第{at}项工作，责任落实到第{at}组，按月检查。" for at in range(20, 60))
    for name in ("河西区人事局", "南开区人事局"):
        (tmp_path / f"{name}.txt").write_text(f"{name}安排\n{more}\n{name}\n", encoding="utf-8")
    sample.replies.take([tmp_path / "河西区人事局.txt", tmp_path / "南开区人事局.txt"])
    page.do("alike")
    assert "河西区人事局与南开区人事局：" in told[1]


def test_the_table_is_exported(
    page: SummaryPage, sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(page, 1, "5")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering((str(tmp_path / "表.xlsx"), "")))
    sample.actions_by_name["export"].trigger()
    sheets = read_sheets(tmp_path / "表.xlsx")
    assert len(sheets) == 3
    assert any("和平区人事局" in row.cells for row in sheets[0].rows)
    assert any("●" in row.cells for row in sheets[1].rows)


def test_a_notice_without_a_plan_cannot_be_put_together(sample: MainWindow) -> None:
    sample.draft.create("新建", Notice(kind="通知", title="没有要点的通知"))
    sample.frame.show_page("summary")
    with pytest.raises(UserError, match="没有"):
        sample.summary.do("export")


def test_the_summary_is_written_and_the_report_drafted(
    page: SummaryPage, sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError):
        page.do("outline")  # nothing is assigned yet
    page.do("take_all")
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(out)))
    page.do("table")
    kinds = {path.suffix for path in out.iterdir()}
    assert kinds == {".pdf", ".docx", ".xlsx"}
    page.do("outline")
    assert sample.frame.name == "notices"
    assert sample.draft.notice is not None
    assert sample.draft.notice.kind == "报告"


def test_a_refused_number_stays_with_its_unit(page: SummaryPage) -> None:
    page.units.go_to(0, 1)
    put(page, 1, "99")
    page.units.go_to(1, 1)
    assert column(page, ITEMS)[1] == ""


def test_a_later_version_keeps_its_items(
    page: SummaryPage, sample: MainWindow, tmp_path: Path
) -> None:
    page.units.go_to(0, 1)
    put(page, 1, "8")
    later = tmp_path / "和平区人事局（修改稿）.txt"
    later.write_text(TEXT + "六、又及。\n", encoding="utf-8")
    sample.replies.take([later])
    assert column(page, ITEMS) == ["", "8", "", "", "", ""]
    sample.desk.undo.undo()
    assert column(page, ITEMS) == ["", "8", "", "", ""]
