"""总览: the stages, the errands of today, the last steps and data files, and where each of them leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.proceeding import Proceeding, Step
from models.rules.dealing import print_run
from models.rules.proceeding import proceeded
from models.store.backups import backups_in, folder_of
from models.store.datafile import DataFile, open_or_create
from models.store.replies import Arrival, ReplyRepository
from models.unit import Category, Purpose, Roster, Unit
from tests.models.affair_values import REPLY
from ui.habits import MOST_FILES, Habits
from ui.main_window import MainWindow
from ui.pages.overview import NOTHING, OverviewPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from exports.typeset.fonts import FontBook

UNITS = Roster((Category("区县", terms=("区县人事局",)),), (Unit("和平区人事局", "区县"),))
TODAY = date.today()


@pytest.fixture
def whole(sample: MainWindow) -> MainWindow:
    """With all elements of the notice of 2007."""
    edit(sample, organs=("天津市人事局",))
    return sample


@pytest.fixture
def page(whole: MainWindow) -> OverviewPage:
    """Shown on that."""
    whole.actions_by_name["page_overview"].trigger()
    return whole.overview


def states(page: OverviewPage) -> list[str]:
    return [tile.state.text().removeprefix("✓ ") for tile in page.stages.tiles]


def told(page: OverviewPage) -> list[str]:
    return [page.errands.item(row).text() for row in range(page.errands.count())]


def settle(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.later.isActive())


def sign(window: MainWindow, *, also: tuple[Step, ...] = ()) -> None:
    before = after = window.proceedings.proceeding
    assert window.draft.notice is not None
    for step in (Step.SIGN, *also):
        after = proceeded(after, step, TODAY, "王强", window.draft.notice.edition_in_use)
    window.desk.change(
        "登记签发",
        before,
        replace(after, notice=window.draft.notice.id or 0),
        window.desk.put_proceeding,
    )


def edit(window: MainWindow, **changes: object) -> None:
    notice = window.draft.notice
    assert notice is not None
    window.draft.edit("修改", replace(notice, **changes), is_free=True)  # pyright: ignore[reportArgumentType] - fields by name


def with_units(window: MainWindow) -> None:
    window.desk.change("读入", Roster(), UNITS, window.desk.put_roster)


def enter(page: OverviewPage, errand: str) -> None:
    """Press Enter on the errand with these words."""
    (row,) = [at for at, words in enumerate(told(page)) if errand in words]
    page.errands.setFocus()
    page.errands.setCurrentRow(row)
    QTest.keyClick(page.errands, Qt.Key.Key_Return)


def test_an_empty_program_offers_first_steps(window: MainWindow) -> None:
    window.actions_by_name["page_overview"].trigger()
    assert window.overview.blank.isVisible()
    assert window.overview.blank.buttons["sample"].hasFocus()
    window.overview.blank.buttons["sample"].click()
    assert window.frame.name == "notices"
    assert window.draft.notice is not None


def test_a_normal_start_shows_this_page_with_the_keyboard_on_what_is_due(
    whole: MainWindow, tmp_path: Path, fonts: FontBook, qtbot: QtBot
) -> None:
    whole.close()
    file = open_or_create(tmp_path / "公文.yinfa")
    again = MainWindow(file, Habits(tmp_path / "yinfa.ini"), fonts)
    qtbot.addWidget(again)
    again.show()
    again.activateWindow()
    qtbot.waitExposed(again)
    assert again.frame.name == "overview"
    assert again.focusWidget() is again.overview.stages.tiles[1]


def test_the_tiles_say_how_far_the_notice_is(page: OverviewPage) -> None:
    assert states(page)[:2] == ["已办", "现在办"]
    due = page.stages.tiles[1]
    assert due.hasFocus()
    assert due.property("stage") == "due"
    assert due.accessibleName() == "② 签发：现在办，待签发"


def test_enter_on_the_due_stage_goes_where_it_is_done(
    page: OverviewPage, sample: MainWindow
) -> None:
    QTest.keyClick(page.stages.tiles[1], Qt.Key.Key_Return)
    assert sample.frame.name == "notices"
    assert sample.page.bar.next.hasFocus()


def test_the_arrows_walk_through_the_tiles(page: OverviewPage) -> None:
    QTest.keyClick(page.stages.tiles[1], Qt.Key.Key_Right)
    assert page.stages.tiles[2].hasFocus()
    QTest.keyClick(page.stages.tiles[2], Qt.Key.Key_Left)
    QTest.keyClick(page.stages.tiles[1], Qt.Key.Key_Left)
    QTest.keyClick(page.stages.tiles[0], Qt.Key.Key_Left)
    assert page.stages.tiles[6].hasFocus()


@pytest.mark.parametrize(
    ("at", "name"), [(0, "notices"), (2, "notices"), (4, "units"), (5, "replies"), (6, "notices")]
)
def test_each_tile_leads_to_its_page(
    page: OverviewPage, sample: MainWindow, at: int, name: str
) -> None:
    QTest.mouseClick(page.stages.tiles[at], Qt.MouseButton.LeftButton)
    assert sample.frame.name == name


def test_with_units_the_copies_lead_to_the_distribution(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    with_units(sample)
    settle(page, qtbot)
    page.stages.tiles[4].click()
    assert sample.frame.name == "distribution"


def test_what_is_stored_while_it_is_seen_is_shown(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    sign(sample)
    settle(page, qtbot)
    assert states(page)[:3] == ["已办", "已办", "现在办"]
    assert "已签发，还没有编号" in "".join(told(page))
    sample.desk.undo.undo()
    settle(page, qtbot)
    assert states(page)[:3] == ["已办", "现在办", "以后办"]


def test_typing_on_another_page_does_not_work_it_out(
    page: OverviewPage, sample: MainWindow
) -> None:
    before = page.notices.currentText()
    sample.actions_by_name["page_notices"].trigger()
    field = sample.page.form.rows["title"][1]
    QTest.keyClicks(field, "abc")
    sample.draft.flush()
    assert not page.later.isActive()
    assert page.notices.currentText() == before
    sample.actions_by_name["page_overview"].trigger()
    assert page.notices.currentText().startswith("abc")


def test_a_wrong_sum_leads_to_the_spare_copies(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    with_units(sample)
    settle(page, qtbot)
    enter(page, "分发份数不符")
    assert sample.frame.name == "distribution"
    grid = sample.distribution.grid
    key = grid.grid.line(grid.currentIndex().row()).key
    distribution = sample.distribution.listing.distribution
    assert distribution is not None
    assert distribution.allotments[key].purpose is Purpose.SPARE


def test_a_deadline_leads_to_its_notice(page: OverviewPage, sample: MainWindow) -> None:
    edit(sample, title="另一份", reply_due=TODAY + timedelta(1))
    sample.draft.flush()
    asking = sample.draft.notice
    sample.intake.take_sample()
    sample.actions_by_name["page_overview"].trigger()
    enter(page, "《另一份》报送期限")
    assert asking is not None
    assert sample.draft.notice is not None
    assert sample.draft.notice.id == asking.id
    assert sample.frame.name == "replies"


def test_a_click_on_an_errand_goes_there(page: OverviewPage, sample: MainWindow) -> None:
    row = next(at for at, words in enumerate(told(page)) if "备份" in words)
    rect = page.errands.visualItemRect(page.errands.item(row))
    QTest.mouseClick(page.errands.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    path = sample.desk.file.path
    assert len(backups_in(folder_of(path), path.stem)) == 1


def test_without_errands_it_says_so(page: OverviewPage, sample: MainWindow, qtbot: QtBot) -> None:
    sample.actions_by_name["back_up"].trigger()
    page.reload()
    assert told(page) == []
    assert page.nothing.isVisible()
    assert page.nothing.text() == NOTHING
    settle(page, qtbot)


def test_replies_that_nobody_claimed_are_told(page: OverviewPage, sample: MainWindow) -> None:
    assert sample.draft.notice is not None
    reply = replace(REPLY, notice=sample.draft.notice.id or 0, unit=None)
    ReplyRepository(sample.desk.file).take_in([Arrival(reply)])
    page.reload()
    assert "有1份报送件待认领" in told(page)


def test_copies_that_are_printed_wait_to_be_sent(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    with_units(sample)
    listing = sample.distribution.listing
    assert listing.distribution is not None
    listing.keep("付印", print_run(listing.distribution, TODAY))
    settle(page, qtbot)
    assert any("没有送发" in words for words in told(page))


def test_the_last_steps_are_told_and_each_is_taken_back(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    edit(sample, copies=7)
    edit(sample, doc_number="津人〔2007〕1号")
    settle(page, qtbot)
    time, words, undo = page.steps.rows[1]
    assert time.text()
    assert words.text() == "修改　关于印发天津市2007年人事工作要点的通知"
    assert undo.accessibleName() == "撤销：修改"
    undo.click()
    assert sample.draft.notice is not None
    assert sample.draft.notice.copies == 550
    assert sample.draft.notice.doc_number == "津人〔2007〕1号"
    settle(page, qtbot)
    assert page.steps.rows[0][1].text().startswith("撤销修改")


def test_a_step_that_changed_nothing_cannot_be_taken_back(
    page: OverviewPage, sample: MainWindow
) -> None:
    sample.desk.history.note("打印公文")
    page.reload()
    assert page.steps.rows[0][1].text() == "打印公文"
    assert not page.steps.rows[0][2].isVisible()


def test_as_many_steps_are_shown_as_there_is_room_for(
    page: OverviewPage, sample: MainWindow, qtbot: QtBot
) -> None:
    for copies in range(1, 11):
        edit(sample, copies=copies)
    settle(page, qtbot)
    sample.resize(1366, 728)
    QTest.qWait(1)
    assert [words.isVisible() for _, words, _ in page.steps.rows] == [True] * 8
    sample.resize(910, 480)
    QTest.qWait(1)
    shown = [words for _, words, _ in page.steps.rows if words.isVisible()]
    assert 0 < len(shown) < 8
    assert shown[-1].geometry().bottom() <= page.steps.height()


def test_another_notice_is_chosen_here(page: OverviewPage, sample: MainWindow) -> None:
    first = sample.draft.notice
    sample.intake.take_sample()
    sample.actions_by_name["page_overview"].trigger()
    assert first is not None
    page.notices.setCurrentIndex(page.notices.findData(first.id))
    page.notices.activated.emit(page.notices.currentIndex())
    assert sample.draft.notice is not None
    assert sample.draft.notice.id == first.id


def test_data_files_of_before_are_opened_from_here(
    page: OverviewPage, sample: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "往年.yinfa"
    DataFile.create(other).close()
    sample.data_files.open(other)
    assert [page.files.item(row).text() for row in range(page.files.count())] == [
        f"公文　{tmp_path}"
    ]
    page.files.setFocus()
    QTest.keyClick(page.files, Qt.Key.Key_Return)
    assert sample.desk.file.path == tmp_path / "公文.yinfa"
    assert page.files.item(0).text().startswith("往年")


def test_at_most_eight_data_files_are_remembered_and_none_that_is_gone(tmp_path: Path) -> None:
    habits = Habits(tmp_path / "a.ini")
    paths = [tmp_path / f"{at}、{at},%.yinfa" for at in range(MOST_FILES + 2)]
    for path in (*paths, paths[-1]):
        path.touch()
        habits.data_file = path
    assert habits.data_files == tuple(reversed(paths[2:]))
    paths[-1].unlink()
    assert Habits(tmp_path / "a.ini").data_files == tuple(reversed(paths[2:-1]))


def test_a_line_is_marked_only_while_the_keyboard_is_there(page: OverviewPage) -> None:
    page.errands.setFocus()
    assert page.errands.selectedItems()
    page.notices.setFocus()
    assert not page.errands.selectedItems()


def test_f6_goes_round_the_panes(page: OverviewPage, sample: MainWindow) -> None:
    panes = {
        "names": sample.frame.names,
        "stages": page.stages,
        "errands": page.errands,
        "steps": page.steps,
        "notices": page.notices,
    }
    seen: list[str] = []
    for _ in panes:
        sample.actions_by_name["next_pane"].trigger()
        focus = sample.focusWidget()
        seen += [n for n, p in panes.items() if focus and (p is focus or p.isAncestorOf(focus))]
    assert sorted(seen) == sorted(panes)


def test_what_belongs_to_the_paper_rests(page: OverviewPage, sample: MainWindow) -> None:
    for name in ("title", "phrase", "replace", "export"):
        assert not sample.actions_by_name[name].isEnabled()
    assert not sample.status.place.isVisible()
    assert page.count() == 0


def test_all_done_leaves_the_first_tile_to_the_keyboard(
    page: OverviewPage, sample: MainWindow
) -> None:
    edit(sample, reply_due=None, doc_number="津人〔2007〕1号")
    sign(sample, also=(Step.REGISTER, Step.PRINT, Step.DISPATCH, Step.FILE))
    page.reload()
    assert set(states(page)) == {"已办", "不用办"}
    assert page.stages.tiles[0].focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert isinstance(sample.proceedings.proceeding, Proceeding)
