"""收意见: a folder is dropped, what waits gets its unit by keys, papers are entered, and who is missing is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from models.errors import UserError
from models.replies.reply import Claim, Fate
from models.replies.ticks import Medium
from models.rules.rosters import added
from models.store.checking import faults_of_file
from models.unit import Unit
from tests.samples.make_units import sample_roster
from tests.support.doubles import answering, keeping
from tests.support.replies import handed_in, truth_of, write_all
from ui import messages
from ui.parts.unit_picker import UnitPicker
from ui.replying import deeds as deeds_module
from ui.replying.lines import ROLL, TICK, Tile, path_of

if TYPE_CHECKING:
    from pathlib import Path

    from models.replies.reply import Reply
    from ui.main_window import MainWindow
    from ui.pages.replies import RepliesPage
    from ui.parts.grid import Grid

FIELDS = [column.field for column in ROLL]
KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def shown(page: RepliesPage, field: str) -> list[str]:
    rows = range(page.grid.grid.rowCount())
    return [page.grid.grid.index(row, FIELDS.index(field)).data() for row in rows]


def names(grid: Grid, column: int = 0) -> list[str]:
    return [grid.grid.index(row, column).data() for row in range(grid.grid.rowCount())]


def replies(page: RepliesPage) -> tuple[Reply, ...]:
    answers = page.answering.answers
    assert answers is not None
    return answers.replies


def test_a_dropped_folder_is_taken_in_from_any_page_as_one_step(
    window: MainWindow, page: RepliesPage, folder: Path
) -> None:
    window.frame.show_page("units")
    drop(window, folder)
    assert window.frame.name == "replies"
    assert len(replies(page)) == 3
    assert page.tiles.key is Tile.WAITING
    assert names(page.waiting) == ["乙水人事.txt", "扫描件.jpg"]
    assert page.told.text() == "收了 4 个文件：认出 1，待认领 2，读不出文字 1，没有收 1。"
    window.desk.undo.undo()
    assert replies(page) == ()
    window.desk.undo.redo()
    assert len(replies(page)) == 3
    assert window.desk.replies.file_of(replies(page)[0])


def test_why_a_file_was_not_kept_can_be_read(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(told))
    drop(window, folder)
    page.why.click()
    assert "与“甲山区人事局.txt”完全相同" in told[0]
    assert "扫描件.jpg" in told[0]


def test_nothing_dropped_is_no_step(window: MainWindow, page: RepliesPage, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    before = window.desk.undo.count()
    drop(window, tmp_path / "空")
    assert window.desk.undo.count() == before
    assert page.told.text().startswith("收了 0 个文件")


def test_a_key_claims_and_the_next_has_the_keyboard(
    window: MainWindow, page: RepliesPage, folder: Path
) -> None:
    drop(window, folder)
    assert page.view.choices[0].text() == "1　乙水区人事局"
    QTest.keyClick(page.waiting, Qt.Key.Key_1)
    claimed = next(one for one in replies(page) if one.name == "乙水人事.txt")
    assert claimed.claim is Claim.CLERK
    assert [unit.aliases for unit in window.desk.roster.units if unit.id == claimed.unit] == [
        ("乙水人事",)
    ]
    assert names(page.waiting) == ["扫描件.jpg"]
    window.desk.undo.undo()
    assert names(page.waiting) == ["乙水人事.txt", "扫描件.jpg"]
    assert not any(unit.aliases for unit in window.desk.roster.units)


def test_a_unit_that_is_no_candidate_is_typed(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, folder)

    def type_into(picker: UnitPicker) -> int:
        picker.show()
        QTest.keyClicks(picker.field.typed, "bs")
        QTest.keyClick(picker.field.typed, Qt.Key.Key_Return)
        return picker.result()

    monkeypatch.setattr(UnitPicker, "exec", type_into)
    page.waiting.go_to(1, 0)
    QTest.keyClick(page.waiting, Qt.Key.Key_0)
    scan = next(one for one in replies(page) if one.name == "扫描件.jpg")
    unit = next(one for one in window.desk.roster.units if one.id == scan.unit)
    assert unit.name == "丙石区人事局"


def test_what_is_no_reply_is_withdrawn(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, folder)
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("广告",)))
    page.waiting.go_to(1, 0)
    QTest.keyClick(page.waiting, Qt.Key.Key_Delete)
    scan = next(one for one in replies(page) if one.name == "扫描件.jpg")
    assert (scan.fate, scan.remark) == (Fate.WITHDRAWN, "广告")
    QTest.keyClick(page.waiting, Qt.Key.Key_1)
    assert page.tiles.key is Tile.MISSING  # nothing waits any more
    assert shown(page, "name") == ["丙石区人事局", "丁林区人事局"]
    assert page.count() == 2


def test_papers_are_entered_by_letters_one_after_the_other(page: RepliesPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Insert)
    for typed in ("bs", "dlq"):
        QTest.keyClicks(page.paper.typed, typed)
        QTest.keyClick(page.paper.typed, Qt.Key.Key_Return)
    assert page.paper.words.text() == "已登记：丁林区人事局"
    assert shown(page, "paper") == ["", "", TICK, TICK]
    QTest.keyClicks(page.paper.typed, "bs\r")  # entered twice it stays entered
    assert shown(page, "paper") == ["", "", TICK, TICK]
    QTest.keyClicks(page.paper.typed, "zzz")
    assert page.paper.words.text() == "没有找到这个单位"
    QTest.keyClick(page.paper.typed, Qt.Key.Key_Escape)
    assert page.paper.isHidden()


def test_space_ticks_and_the_due_day_makes_late(
    page: RepliesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.grid.go_to(0, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert shown(page, "state")[0] == "已报"
    page.grid.go_to(0, FIELDS.index("electronic"))
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert (shown(page, "paper")[0], shown(page, "electronic")[0]) == (TICK, TICK)
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("2007年1月31日",)))
    page.do("due")
    assert shown(page, "state")[0] == "迟报"
    assert "1月31日（星期三）" in page.deadline.text()
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("",)))
    page.do("due")
    answers = page.answering.answers
    assert answers is not None
    assert answers.due is None


def test_the_roll_is_changed(page: RepliesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.grid.go_to(3, 1)
    page.do("exempt")
    assert shown(page, "name") == ["甲山区人事局", "乙水区人事局", "丙石区人事局"]
    page.tiles.choose(Tile.EXEMPT)
    assert shown(page, "name") == ["丁林区人事局"]
    page.grid.go_to(0, 1)
    page.do("exempt")
    page.tiles.choose(Tile.ASKED)
    first = page.answering.answers.expected[0].unit if page.answering.answers else None
    monkeypatch.setattr(deeds_module, "ask_unit", answering(first))
    page.grid.go_to(1, 1)
    page.do("join")
    page.grid.go_to(0, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert shown(page, "state") == ["已报", "已报", "未报", "未报"]
    page.grid.go_to(1, 1)
    with pytest.raises(UserError, match="由甲山区人事局合并报送"):
        page.deeds.tick([1], Medium.PAPER)
    page.do("part")
    assert shown(page, "state") == ["已报", "未报", "未报", "未报"]
    page.grid.grid.setData(page.grid.grid.index(2, FIELDS.index("note")), "新设")
    assert shown(page, "note")[2] == "新设"


def test_an_original_is_opened_as_a_copy_and_saved_out(
    window: MainWindow,
    page: RepliesPage,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "丙石区人事局.exe").write_bytes(b"MZ")
    drop(window, folder)
    page.tiles.choose(Tile.DONE)
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page.grid.go_to(0, 1)
    page.do("open")
    assert opened[0].fileName() == "甲山区人事局.txt"
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(out)))
    page.do("save")
    page.do("save")
    saved = sorted(path.name for path in out.iterdir())
    assert saved == ["甲山区人事局.txt", "甲山区人事局（2）.txt"]
    assert (out / saved[0]).read_bytes() == (folder / "甲山区人事局.txt").read_bytes()
    page.grid.go_to(1, 1)
    with pytest.raises(UserError, match="为安全起见"):
        page.do("open")


def test_without_units_the_page_says_what_is_missing(window: MainWindow, folder: Path) -> None:
    with pytest.raises(UserError, match="还不知道哪些单位要报送"):
        window.replies.take([folder])
    window.frame.show_page("replies")
    assert window.replies.blank.isVisible()
    assert window.replies.count() == 0


def test_a_read_only_file_changes_nothing(window: MainWindow, page: RepliesPage) -> None:
    window.desk.file.read_only = True  # pyright: ignore[reportAttributeAccessIssue] - as if it were so
    page.reload()
    assert not page.bar.buttons["folder"].isEnabled()
    page.grid.go_to(0, 1)
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert shown(page, "state")[0] == "未报"


def test_a_year_of_replies_is_done_with_one_key_for_each_that_is_doubtful(
    sample: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three actions and a key for each file that waits: drop, keys, and the list of the missing is there."""
    window, page = sample, sample.replies
    window.desk.change("单位", window.desk.roster, sample_roster(), window.desk.put_roster)
    files = handed_in(window.desk.roster)
    write_all(files, tmp_path / "报送")
    by_name = {unit.name: unit.id for unit in window.desk.roster.units}
    truth = {path: by_name.get(unit or "") for path, unit in truth_of(files).items()}
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("没有要求它报送",)))

    drop(window, tmp_path / "报送")
    waited = page.waiting.grid.rowCount()
    keys: list[Qt.Key] = []
    while page.tiles.key is Tile.WAITING:
        reply = page.view.reply
        assert reply is not None
        unit = unit_of(reply, truth)
        keys.append(key_for(page, reply, unit))
        monkeypatch.setattr(deeds_module, "ask_unit", answering(unit))
        QTest.keyClick(page.waiting, keys[-1])
    assert len(keys) <= waited
    assert keys.count(Qt.Key.Key_0) <= 1  # the picture that says nothing
    kept = [one for one in replies(page) if one.fate is Fate.KEPT]
    assert [one.name for one in kept if one.unit != unit_of(one, truth)] == []
    assert page.tiles.key is Tile.MISSING
    assert window.focusWidget() is page.grid
    answered = {one.unit for one in kept if one.size}  # an empty file is no answer
    assert page.count() == len(page.answering.answers.expected) - len(answered)  # pyright: ignore[reportOptionalMemberAccess] - it is there
    window.close()
    assert faults_of_file(window.desk.file.path) == ()


def unit_of(reply: Reply, truth: dict[str, int | None]) -> int | None:
    """Whose it truly is: a zip of one reply is known by its name."""
    path = path_of(reply)
    return truth[path if path in truth else reply.folder]


def key_for(page: RepliesPage, reply: Reply, unit: int | None) -> Qt.Key:
    """What a clerk presses who knows whose a reply is."""
    offered = [one.unit for one in page.answering.match(reply).candidates]
    if unit is None:
        return Qt.Key.Key_Delete
    return KEYS[offered.index(unit)] if unit in offered else Qt.Key.Key_0


def test_the_missing_are_copied_for_a_chat(page: RepliesPage) -> None:
    page.do("copy")
    words = "甲山区人事局、乙水区人事局、丙石区人事局、丁林区人事局（共4个单位）"
    assert QGuiApplication.clipboard().text() == words
    for at in range(4):
        page.grid.go_to(at, 1)
        QTest.keyClick(page.grid, Qt.Key.Key_Space)
    with pytest.raises(UserError, match="没有未报的单位"):
        page.do("copy")


def test_a_reply_of_a_unit_that_is_not_asked_stays_in_sight(
    window: MainWindow, page: RepliesPage, folder: Path
) -> None:
    drop(window, folder)
    assert window.draft.notice is not None
    window.draft.edit("改主送", replace(window.draft.notice, addressees="丁林区人事局"))
    page.reload()
    page.tiles.choose(Tile.WAITING)
    assert any("甲山区人事局，不在应报名单" in name for name in names(page.waiting))


def test_replies_go_to_the_document_that_asks_for_them(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking = window.draft.notice
    assert asking is not None
    window.draft.edit("期限", replace(asking, reply_due=date(2027, 1, 31)))
    window.draft.flush()
    window.draft.create("催报", replace(asking, id=None, title="关于催报的通知", reply_due=None))
    monkeypatch.setattr(messages, "choose", answering("《关于报送工作安排的通知》"))
    window.frame.show_page("replies")
    drop(window, folder)
    assert window.draft.notice is not None
    assert window.draft.notice.title == "关于报送工作安排的通知"
    assert len(replies(page)) == 3


def test_the_same_file_is_not_a_reply_of_one_unit_twice(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, folder)
    page.tiles.choose(Tile.DONE)
    page.grid.go_to(0, 1)
    last = window.desk.roster.units[3].id
    monkeypatch.setattr(deeds_module, "ask_unit", answering(last))
    page.do("share")
    with pytest.raises(UserError, match="不用再登记"):
        page.do("share")


def test_a_day_that_cannot_be_is_refused(
    page: RepliesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("9999年1月1日",)))
    with pytest.raises(UserError, match="不像是真的日期"):
        page.do("due")


def test_the_arrows_go_along_the_tiles(page: RepliesPage) -> None:
    page.tiles.buttons[Tile.ASKED].setFocus()
    QTest.keyClick(page.tiles, Qt.Key.Key_Right)
    assert page.tiles.key is Tile.DONE
    QTest.keyClick(page.tiles, Qt.Key.Key_Left)
    QTest.keyClick(page.tiles, Qt.Key.Key_Left)
    assert page.tiles.key is Tile.WAITING
    QTest.keyClick(page.tiles, Qt.Key.Key_Up)
    assert page.tiles.key is Tile.WAITING


def test_a_reply_is_released_sent_back_and_shared(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(window, folder)
    page.tiles.choose(Tile.DONE)
    page.grid.go_to(0, 1)
    monkeypatch.setattr(deeds_module, "ask_texts", answering(None))
    page.do("send_back")
    assert page.tiles.key is Tile.DONE
    monkeypatch.setattr(deeds_module, "ask_texts", answering(("缺章",)))
    page.do("send_back")
    page.tiles.choose(Tile.SENT_BACK)
    assert shown(page, "name") == ["甲山区人事局"]
    page.grid.go_to(0, 1)
    page.do("release")
    page.tiles.choose(Tile.WAITING)
    assert "甲山区人事局.txt" in names(page.waiting)
    monkeypatch.setattr(deeds_module, "ask_unit", answering(None))
    before = window.desk.undo.count()
    for step in ("claim", "share", "join", "add"):
        page.tiles.choose(Tile.ASKED)
        page.grid.go_to(0, 1)
        page.do(step)
    assert window.desk.undo.count() == before


def test_a_unit_is_added_to_the_roll(
    window: MainWindow, page: RepliesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = added(window.desk.roster, Unit("戊田大学", "高校"))
    window.desk.change("添加", window.desk.roster, more, window.desk.put_roster)
    new = window.desk.roster.units[-1].id
    monkeypatch.setattr(deeds_module, "ask_unit", answering(new))
    page.do("add")
    assert shown(page, "name")[-1] == "戊田大学"
    page.grid.clearSelection()
    with pytest.raises(UserError, match="还没有选中单位"):
        page.do("exempt")


def test_what_was_taken_in_is_forgotten_with_its_document(
    window: MainWindow, page: RepliesPage, folder: Path
) -> None:
    drop(window, folder)
    assert page.told.isVisible()
    window.draft.open(None)
    assert page.told.isHidden()
    assert page.why.isHidden()


def test_folders_and_files_are_asked_for(
    window: MainWindow, page: RepliesPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(""))
    window.actions_by_name["take_replies"].trigger()
    nothing: tuple[list[str], str] = ([], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answering(nothing))
    page.do("files")
    assert replies(page) == ()
    one = str(folder / "甲山区人事局.txt")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answering(([one], "")))
    page.do("files")
    assert len(replies(page)) == 1
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(folder)))
    page.do("folder")
    assert len(replies(page)) == 3
