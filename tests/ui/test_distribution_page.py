"""The page of the distribution: who is meant, how many copies, the sum, printing, sending, signing, returns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from models.errors import UserError
from models.notice import Notice
from models.reading.sheets.files import read_sheets
from models.rules.rosters import added
from models.spans import Span
from models.unit import AddresseeRule, Purpose, Roster, Unit
from tests.models.unit_values import ROSTER
from tests.support.doubles import answering
from ui import handing_out
from ui.pages import distribution as page_module
from ui.parts.allotment_lines import COLUMNS
from ui.parts.fill_dialog import Fill, FillDialog
from ui.parts.rule_dialog import RuleDialog
from ui.parts.texts_dialog import Ask, TextsDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from models.distribution import Distribution
    from ui.main_window import MainWindow
    from ui.pages.distribution import DistributionPage

FIELDS = [column.field for column in COLUMNS]
NOTICE = Notice(
    kind="通知",
    title="关于核对名册的通知",
    addressees="各区县人事局，市财政局，各驻外机构",
    cc="滨海大学",
    copies=20,
)


def kept(window: MainWindow) -> Distribution | None:
    notice = window.draft.notice
    return window.desk.distributions.load(notice.id or 0) if notice else None


def shown(page: DistributionPage, field: str) -> list[str]:
    rows = range(page.grid.grid.rowCount())
    return [page.grid.grid.index(row, FIELDS.index(field)).data() for row in rows]


def put(page: DistributionPage, row: int, field: str, text: str) -> None:
    page.grid.grid.setData(page.grid.grid.index(row, FIELDS.index(field)), text)


def choose(page: DistributionPage, first: int, last: int) -> None:
    page.grid.go_to(first, 0)
    page.grid.choose((first, 0), (last, 0))


@pytest.fixture
def page(window: MainWindow) -> DistributionPage:
    """Of a notice to two districts and a bureau, with a copy to a college."""
    window.desk.change("读入", Roster(), ROSTER, window.desk.put_roster)
    window.draft.create("新建公文", NOTICE)
    window.desk.undo.clear()
    window.actions_by_name["page_distribution"].trigger()
    return window.distribution


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answers the next question with these texts, or with nothing."""

    def answer(*texts: str) -> None:
        monkeypatch.setattr(handing_out, "ask_texts", answering(texts or None))

    return answer


def test_without_units_or_notice_it_says_where_to_begin(window: MainWindow) -> None:
    window.actions_by_name["page_distribution"].trigger()
    assert window.distribution.blank.isVisible()
    assert window.distribution.summary() == "没有分发表"
    assert not window.distribution.bar.buttons["fill"].isEnabled()
    with pytest.raises(UserError, match="还没有分发表"):
        window.distribution.do("void")
    window.distribution.blank.buttons["page_units"].click()
    assert window.units.isVisible()


def test_addressees_are_expanded_and_what_is_left_over_is_shown(page: DistributionPage) -> None:
    assert shown(page, "name") == [
        "东城区人事局", "西城区人事局", "市财政局", "滨海大学", "办公室", "档案室", "备用",
    ]  # fmt: skip
    assert shown(page, "quantity") == ["3", "3", "2", "1", "1", "2", "5"]
    assert shown(page, "spans")[:2] == ["000001—000003", "000004—000006"]
    rows = [page.addressees.topLevelItem(at) for at in range(page.addressees.topLevelItemCount())]
    told = {row.text(0): row.text(1) for row in rows if row}
    assert told == {
        "各区县人事局": "2 个单位",
        "市财政局": "1 个单位",
        "各驻外机构": "没有单位",
        "滨海大学": "1 个单位",
    }


def test_a_list_is_kept_once_it_is_taken(page: DistributionPage, window: MainWindow) -> None:
    assert kept(window) is None
    assert page.banner.isVisible()
    page.adopt.click()
    assert kept(window) == page.listing.distribution
    assert not page.banner.isVisible()
    window.actions_by_name["undo"].trigger()
    assert kept(window) is None


def test_the_sum_is_red_until_it_is_equal(page: DistributionPage, window: MainWindow) -> None:
    assert "合计 17，比共印 20 份少 3 份" in page.total.text()
    assert page.total.property("sum") == "wrong"
    page.bar.buttons["spare"].click()
    assert "合计 20，与共印 20 份相等" in page.total.text()
    assert page.total.property("sum") == "right"
    put(page, 0, "quantity", "4")
    assert "合计 21，比共印 20 份多 1 份" in page.total.text()
    assert page.total.property("sum") == "wrong"
    assert window.frame.names.item(3).text() == "分发　21"


def test_a_double_click_on_the_sum_goes_to_the_spare_copies(page: DistributionPage) -> None:
    page.shelves.setCurrentIndex(page.shelves.model().index(1, 0))
    assert len(shown(page, "name")) == 2
    QTest.mouseDClick(page.total, Qt.MouseButton.LeftButton)
    assert page.grid.hasFocus()
    assert page.grid.currentIndex().data() == "5"
    page.total.setFocus()
    QTest.keyClick(page.total, Qt.Key.Key_Return)
    assert page.grid.hasFocus()


@pytest.mark.parametrize(("text", "word"), [("-1", "负数"), ("1.5", "不是整数"), ("1000000000", "太多")])  # fmt: skip
def test_what_cannot_be_is_told_at_the_cell(
    page: DistributionPage, window: MainWindow, text: str, word: str
) -> None:
    put(page, 1, "quantity", text)
    page.grid.go_to(1, FIELDS.index("quantity"))
    assert word in page.note.text()
    assert shown(page, "quantity")[1] == text
    assert kept(window) is None


def test_copies_are_pasted_as_one_step(page: DistributionPage, window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("5\n6\n7")
    page.grid.setFocus()
    page.grid.go_to(0, FIELDS.index("quantity"))
    QTest.keyClick(page.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    stored = kept(window)
    assert stored is not None
    assert [one.quantity for one in stored.allotments][:3] == [5, 6, 7]
    assert stored.allotments[1].spans == (Span(6, 11),)
    assert window.desk.undo.count() == 1


def test_a_category_is_filled(
    page: DistributionPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _list: Distribution, category: str) -> Fill:
        asked.append(category)
        return Fill(category, 6, also_own=False)

    monkeypatch.setattr(handing_out, "ask_fill", ask)
    page.grid.go_to(2, 1)
    page.do("fill")
    page.shelves.setCurrentIndex(page.shelves.model().index(1, 0))
    page.do("fill")
    assert asked == ["部委办局", "区县人事局"]
    stored = kept(window)
    assert stored is not None
    assert [one.quantity for one in stored.allotments][:3] == [6, 6, 6]


def test_the_question_for_a_category_knows_what_it_gets(
    page: DistributionPage, qtbot: QtBot
) -> None:
    put(page, 0, "quantity", "9")
    assert page.listing.distribution is not None
    dialog = FillDialog(page.listing.distribution, "区县人事局")
    qtbot.addWidget(dialog)
    assert dialog.quantity.text() == "3"
    assert "1 个单位" in dialog.also_own.text()
    dialog.quantity.setText("两")
    dialog._on_accepted()  # pyright: ignore[reportPrivateUsage]
    assert "不是数字" in dialog.note.text()
    dialog.quantity.setText("4")
    dialog.also_own.setChecked(True)
    dialog._on_accepted()  # pyright: ignore[reportPrivateUsage]
    assert dialog.fill == Fill("区县人事局", 4, also_own=True)


def test_copies_printed_are_taken_from_the_list_as_one_step(
    page: DistributionPage, window: MainWindow
) -> None:
    put(page, 0, "quantity", "7")
    page.bar.buttons["copies"].click()
    notice, stored = window.draft.notice, kept(window)
    assert notice is not None
    assert stored is not None
    assert (notice.copies, stored.total) == (30, 30)
    window.actions_by_name["undo"].trigger()
    assert window.draft.notice is not None
    assert window.draft.notice.copies == 20
    assert "比共印 20 份多 1 份" in page.total.text()


def test_unknown_copies_are_asked_for(page: DistributionPage, window: MainWindow) -> None:
    assert window.draft.notice is not None
    window.draft.edit("修改", replace(window.draft.notice, copies=None))
    with pytest.raises(UserError, match="还没有填共印份数"):
        page.do("spare")


def test_from_printing_to_the_last_copy_that_comes_back(
    page: DistributionPage, window: MainWindow, tell: Callable[..., None]
) -> None:
    tell("17", "2007-1-12")
    page.do("print")
    assert page.bar.buttons["print"].text() == "补印…"
    tell("000099", "")
    with pytest.raises(UserError, match="000099 还没有印"):
        page.do("void")
    tell("000002", "卡纸")
    page.do("void")
    assert shown(page, "spans")[0] == "000001、000003、000018"
    tell("1", "2007-1-12")
    page.do("print")
    choose(page, 0, 1)
    tell("2007-1-13", "")
    page.do("send")
    assert shown(page, "sent")[:3] == ["2007-01-13", "2007-01-13", ""]
    assert shown(page, "signed")[:3] == ["待签收", "待签收", ""]
    page.grid.setFocus()
    tell("王芳", "2007-1-14")
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    assert shown(page, "signed")[:2] == ["王芳", "王芳"]
    tell("000004—000005", "王芳", "2007-3-1")
    page.do("back")
    assert shown(page, "sent")[1] == "已清退 2/3"
    assert "王芳交回" in page.grid.grid.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    stored = kept(window)
    assert stored is not None
    assert [one.number for one in stored.voids] == [2]
    assert window.desk.undo.count() == 6


def test_copies_are_sent_in_parts_and_left_ones_are_given_instead_of_a_reprint(
    page: DistributionPage, window: MainWindow, tell: Callable[..., None]
) -> None:
    tell("20", "2007-1-12")
    page.do("print")
    choose(page, 0, 0)
    tell("", "2")
    page.do("send")
    assert shown(page, "sent")[0] == "已送 2/3"
    put(page, 2, "quantity", "4")
    choose(page, 2, 2)
    held = next(one for one in page.grid.menu().actions() if one.text() == "用余份补")
    held.trigger()
    stored = kept(window)
    assert stored is not None
    assert stored.allotments[2].spans == (Span(7, 8), Span(18, 19))
    assert stored.held == (Span(20, 20),)


def test_wrong_answers_are_told_and_change_nothing(
    page: DistributionPage, window: MainWindow, tell: Callable[..., None]
) -> None:
    tell("17", "星期八")
    with pytest.raises(UserError, match="日期“星期八”"):
        page.do("print")
    tell("3", "")
    with pytest.raises(UserError, match="要印 17 份"):
        page.do("print")
    page.grid.clearSelection()
    with pytest.raises(UserError, match="还没有选中单位"):
        page.do("send")
    tell()
    choose(page, 0, 1)
    for step in ("print", "send", "sign", "void", "back"):
        page.do(step)
    assert kept(window) is None


def test_what_an_addressee_means_is_set_and_the_list_follows(
    page: DistributionPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = AddresseeRule("各驻外机构", (), ("市建设委员会",))
    monkeypatch.setattr(page_module, "ask_rule", answering(rule))
    strange = page.addressees.topLevelItem(2)
    assert strange is not None
    page.addressees.itemActivated.emit(strange, 0)
    assert window.desk.roster.rules == (rule,)
    assert "市建设委员会" in shown(page, "name")
    page.adopt.click()
    monkeypatch.setattr(page_module, "ask_rule", answering(AddresseeRule("各驻外机构")))
    page.addressees.rule_asked.emit("各驻外机构")
    assert page.banner.text().startswith("主送机关、抄送机关或单位名册有变动")
    last = page.addressees.topLevelItem(page.addressees.topLevelItemCount() - 1)
    assert last is not None
    assert (last.text(0), last.text(1)) == ("主送机关没有写到", "1 个单位")
    page.adopt.click()
    assert "市建设委员会" not in shown(page, "name")


def test_the_question_for_an_addressee_knows_units_and_categories(qtbot: QtBot) -> None:
    dialog = RuleDialog(AddresseeRule("各单位", ("部委办局",)), ROSTER)
    qtbot.addWidget(dialog)
    assert dialog.rule().categories == ("部委办局",)
    dialog.categories.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.units.setText("滨海大学、没有的局")
    dialog._on_accepted()  # pyright: ignore[reportPrivateUsage]
    assert "没有的局" in dialog.note.text()
    dialog.units.setText("滨海大学")
    dialog._on_accepted()  # pyright: ignore[reportPrivateUsage]
    assert dialog.result() == QDialog.DialogCode.Accepted.value
    assert dialog.rule() == AddresseeRule("各单位", ("区县人事局", "部委办局"), ("滨海大学",))


def test_a_question_gives_back_what_stands_in_its_fields(qtbot: QtBot) -> None:
    dialog = TextsDialog("登记", "请填。", (Ask("份号", "000001"), Ask("原因")))
    qtbot.addWidget(dialog)
    dialog.fields["原因"].setText(" 卡纸 ")
    assert dialog.texts() == ("000001", "卡纸")


def test_new_units_and_other_addressees_are_noticed(
    page: DistributionPage, window: MainWindow
) -> None:
    page.adopt.click()
    roster = window.desk.roster
    more = added(roster, Unit("南城区人事局", "区县人事局"))
    window.desk.change("添加", roster, more, window.desk.put_roster)
    assert page.adopt.text() == "重新编制"
    page.adopt.click()
    assert "南城区人事局" in shown(page, "name")
    assert window.draft.notice is not None
    window.draft.edit("修改", replace(window.draft.notice, addressees="市财政局"))
    assert page.banner.isVisible()


def test_another_notice_is_chosen_and_has_its_own_list(
    page: DistributionPage, window: MainWindow
) -> None:
    put(page, 0, "quantity", "x")
    window.draft.create("新建公文", replace(NOTICE, title="另一份", addressees="市财政局"))
    assert page.notices.count() == 2
    assert len(shown(page, "name")) == 5
    assert page.grid.grid.refused == ()
    other = next(at for at in range(2) if "核对名册" in page.notices.itemText(at))
    page.notices.setCurrentIndex(other)
    page.notices.activated.emit(other)
    assert len(shown(page, "name")) == 7


def test_the_list_is_written_as_a_spreadsheet(
    page: DistributionPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering(("", "")))
    page.do("export")
    path = tmp_path / "表.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answering((str(path), "")))
    window.actions_by_name["export"].trigger()
    (sheet,) = read_sheets(path)
    assert sheet.rows[0].cell(0) == "关于核对名册的通知分发表"


def test_words_narrow_the_rows_and_the_foot_counts_them(
    page: DistributionPage, window: MainWindow
) -> None:
    window.actions_by_name["seek"].trigger()
    QTest.keyClicks(page.words, "000004")
    assert shown(page, "name") == ["西城区人事局"]
    assert window.status.table.text() == "1 行，3 份"


def test_a_read_only_file_shows_the_list(
    page: DistributionPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.adopt.click()
    monkeypatch.setattr(window.desk.file, "read_only", True)
    window.desk.opened.emit()
    assert [name for name, button in page.bar.buttons.items() if button.isEnabled()] == ["export"]
    put(page, 0, "quantity", "9")
    page.addressees.rule_asked.emit("市财政局")
    assert shown(page, "quantity")[0] == "3"


def test_a_list_without_spare_copies_says_so(page: DistributionPage, window: MainWindow) -> None:
    page.adopt.click()
    stored = kept(window)
    assert stored is not None
    rows = tuple(one for one in stored.allotments if one.purpose is not Purpose.SPARE)
    page.listing.keep("删去", replace(stored, allotments=rows))
    page.go_to_spare()
    assert "没有“备用”" in page.note.text()
