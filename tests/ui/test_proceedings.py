"""办理 in the window: the next step, the number, a signed text, void numbers, the registers of a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.edition import Edition
from models.errors import UserError
from models.notice import Notice, Paragraph
from models.number_book import VoidNumber
from models.office import Office
from models.proceeding import Step
from tests.support.doubles import answering, keeping, pressing
from ui import messages, proceedings, year_books
from ui.intake import Taken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.main_window import MainWindow
    from ui.parts.texts_dialog import Ask

NOTICE = Notice(
    kind="通知",
    title="关于核对名册的通知",
    organs=("滨海市人事局",),
    addressees="各区县人事局",
    body=(Paragraph("请核对。"),),
)
DAY = "2007年1月9日"


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """A notice of an office whose code is known."""
    office = Office("滨海市人事局", code="滨人")
    window.desk.change("资料", window.desk.office, office, window.desk.put_office)
    window.draft.create("新建公文", NOTICE)
    window.desk.undo.clear()
    return window


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[Ask, ...]]]:
    """Answers the next question with these texts, or with nothing; what was asked is kept."""

    def answer(*texts: str) -> list[tuple[Ask, ...]]:
        asked: list[tuple[Ask, ...]] = []

        def ask(*told: object) -> tuple[str, ...] | None:
            asked.append(told[3])  # pyright: ignore[reportArgumentType]
            return texts or None

        for module in (proceedings, year_books):
            monkeypatch.setattr(module, "ask_texts", ask)
        return asked

    return answer


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(messages, "tell", keeping(words))
    return words


def sign(window: MainWindow, tell: Callable[..., object]) -> None:
    tell("王强", DAY)
    window.proceedings.ask(Step.SIGN)


def register(window: MainWindow, tell: Callable[..., object], number: str) -> None:
    tell(number, "李明", DAY)
    window.proceedings.ask(Step.REGISTER)


def notice_of(window: MainWindow) -> Notice:
    assert window.draft.notice is not None
    return window.draft.notice


def test_the_next_step_is_one_button(opened: MainWindow, tell: Callable[..., object]) -> None:
    bar = opened.page.bar
    opened.draft.edit("改版式", replace(notice_of(opened), edition=Edition.GB1999))
    assert bar.next.text() == "登记拟稿…"
    tell("李明", DAY)
    bar.next.click()
    assert "✓" in bar.words.text()
    assert bar.next.text() == "登记审核…"
    assert "李明" in bar.words.toolTip()
    opened.actions_by_name["undo"].trigger()
    assert "还没有登记" in bar.words.text()


def test_the_signature_gives_its_day_and_a_number_is_offered_only_then(
    opened: MainWindow, tell: Callable[..., list[tuple[Ask, ...]]]
) -> None:
    tell("滨人〔2007〕1号", "李明", DAY)
    with pytest.raises(UserError, match="还没有登记签发，不能办理“登记”"):
        opened.proceedings.ask(Step.REGISTER)
    sign(opened, tell)
    assert notice_of(opened).date == date(2007, 1, 9)
    asked = tell("滨人〔2007〕1号", "李明", DAY)
    opened.proceedings.ask(Step.REGISTER)
    assert asked[0][0].text == "滨人〔2007〕1号"
    assert notice_of(opened).doc_number == "滨人〔2007〕1号"
    # one step of undo takes number and step back
    opened.actions_by_name["undo"].trigger()
    assert notice_of(opened).doc_number == ""
    assert opened.proceedings.proceeding.of(Step.REGISTER) is None


def test_numbers_follow_each_other_and_gaps_are_told(
    opened: MainWindow, tell: Callable[..., list[tuple[Ask, ...]]]
) -> None:
    opened.draft.create("新建公文", replace(NOTICE, title="旧的", doc_number="滨人〔2007〕4号"))
    opened.draft.create("新建公文", replace(NOTICE, title="新的"))
    sign(opened, tell)
    asked = tell()
    opened.proceedings.ask(Step.REGISTER)
    assert asked[0][0].text == "滨人〔2007〕5号"
    tell("滨人〔2007〕4号", "李明", DAY)
    with pytest.raises(UserError, match="已经用于《旧的》"):
        opened.proceedings.ask(Step.REGISTER)


def test_an_upward_document_names_who_signed(
    window: MainWindow, tell: Callable[..., object]
) -> None:
    window.draft.create("新建公文", replace(NOTICE, kind="请示"))
    sign(window, tell)
    assert notice_of(window).signers == ("王强",)


def test_a_signed_text_is_changed_with_a_reason_only(
    opened: MainWindow, tell: Callable[..., object], said: list[str]
) -> None:
    sign(opened, tell)
    field = opened.page.form.rows["title"][1]
    changed = replace(notice_of(opened), title="关于核对名单的通知")
    tell()
    opened.draft.edit("修改标题", changed, "title")
    assert notice_of(opened).title == NOTICE.title
    assert field.text() == NOTICE.title
    tell("", "李明")
    opened.draft.edit("修改标题", changed, "title")
    assert "写明原因" in said[-1]
    tell("名称有误", "李明")
    opened.draft.edit("修改标题", changed, "title")
    assert notice_of(opened).title == "关于核对名单的通知"
    # who gave a reason is not asked again for this notice
    tell()
    opened.draft.edit("修改标题", replace(changed, title="关于核对名单的补充通知"), "title")
    assert notice_of(opened).title == "关于核对名单的补充通知"
    (amendment,) = opened.proceedings.proceeding.amendments
    assert (amendment.reason, amendment.who) == ("名称有误", "李明")
    assert "签发后修改 1 次" in opened.page.bar.words.text()


def test_a_reason_that_is_undone_is_asked_for_again(
    opened: MainWindow, tell: Callable[..., object]
) -> None:
    sign(opened, tell)
    tell("名称有误", "李明")
    changed = replace(notice_of(opened), title="关于核对名单的通知")
    opened.draft.edit("修改标题", changed)
    for _ in range(2):
        opened.actions_by_name["undo"].trigger()
    assert opened.proceedings.proceeding.amendments == ()
    tell()
    opened.draft.edit("修改标题", changed)
    assert notice_of(opened).title == NOTICE.title


def test_a_signature_noted_anew_gives_its_day_and_name_anew(
    window: MainWindow, tell: Callable[..., object]
) -> None:
    window.draft.create("新建公文", replace(NOTICE, kind="请示"))
    sign(window, tell)
    tell("赵刚", "2007年1月8日")
    window.proceedings.ask(Step.SIGN)
    assert notice_of(window).date == date(2007, 1, 8)
    assert notice_of(window).signers == ("赵刚",)


def test_registering_again_asks_for_no_other_number(
    opened: MainWindow, tell: Callable[..., list[tuple[Ask, ...]]]
) -> None:
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    steps = opened.desk.undo.count()
    asked = tell("李明", DAY)
    opened.proceedings.ask(Step.REGISTER)
    assert [ask.name for ask in asked[0]] == ["经办人", "日期"]
    assert notice_of(opened).doc_number == "滨人〔2007〕1号"
    assert opened.desk.undo.count() == steps


def test_without_a_code_no_number_is_offered(
    window: MainWindow, tell: Callable[..., object]
) -> None:
    window.draft.create("新建公文", NOTICE)
    sign(window, tell)
    with pytest.raises(UserError, match="不知道机关代字"):
        window.proceedings.ask(Step.REGISTER)


def test_a_text_that_is_read_in_tells_that_its_number_is_used(window: MainWindow) -> None:
    window.intake.take_sample()
    notice = notice_of(window)
    window.draft.edit("编号", replace(notice, doc_number="津人〔2007〕1号"))
    window.taking_in.take(Taken(replace(notice, id=None, doc_number="津人〔2007〕1号"), "要核对"))
    assert "已经用于《关于印发天津市2007年人事工作要点的通知》" in window.page.banner.text()
    assert "要核对" in window.page.banner.text()


def test_a_number_follows_those_of_its_kind(
    opened: MainWindow, tell: Callable[..., list[tuple[Ask, ...]]]
) -> None:
    opened.draft.create("新建公文", replace(NOTICE, kind="函", doc_number="滨人函〔2007〕6号"))
    opened.draft.create("新建公文", replace(NOTICE, kind="函"))
    sign(opened, tell)
    asked = tell()
    opened.proceedings.ask(Step.REGISTER)
    assert asked[0][0].text == "滨人函〔2007〕7号"


def test_an_older_version_of_a_signed_text_comes_back_with_a_reason_only(
    opened: MainWindow, tell: Callable[..., object]
) -> None:
    sign(opened, tell)
    versions = opened.desk.history.versions(notice_of(opened).id or 0)
    first = versions[-1].notice
    assert first is not None
    tell()
    opened.history._put("恢复", (notice_of(opened), replace(first, title="旧题")))  # pyright: ignore[reportPrivateUsage]
    assert notice_of(opened).title == NOTICE.title


def test_what_is_set_after_the_signature_needs_no_reason(
    opened: MainWindow, tell: Callable[..., object]
) -> None:
    sign(opened, tell)
    tell()
    opened.draft.edit("修改份数", replace(notice_of(opened), copies=30))
    assert notice_of(opened).copies == 30


def test_a_registered_number_is_not_typed_over(
    opened: MainWindow, tell: Callable[..., object], said: list[str]
) -> None:
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    opened.draft.edit("修改字号", replace(notice_of(opened), doc_number="滨人〔2007〕2号"))
    assert notice_of(opened).doc_number == "滨人〔2007〕1号"
    assert "已经登记，不能直接改" in said[-1]


def test_a_number_of_another_document_is_not_typed(opened: MainWindow, said: list[str]) -> None:
    opened.draft.edit("修改字号", replace(notice_of(opened), doc_number="滨人〔2007〕1号"))
    opened.draft.create("新建公文", replace(NOTICE, title="新的"))
    for typed in ("滨人〔2007〕", "滨人〔2007〕1", "滨人〔2007〕1号"):
        opened.draft.edit("修改字号", replace(notice_of(opened), doc_number=typed), "doc_number")
    assert notice_of(opened).doc_number == "滨人〔2007〕1"
    assert "已经用于《关于核对名册的通知》" in said[-1]


def test_a_void_number_is_never_given_again(
    opened: MainWindow, tell: Callable[..., list[tuple[Ask, ...]]]
) -> None:
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    tell("")
    with pytest.raises(UserError, match="写明原因"):
        opened.proceedings.void()
    tell("印错")
    opened.proceedings.void()
    assert notice_of(opened).doc_number == ""
    assert opened.desk.number_book.voids == (
        VoidNumber("滨人〔2007〕1号", date.today(), "印错", NOTICE.title),
    )
    asked = tell()
    opened.proceedings.ask(Step.REGISTER)
    assert asked[0][0].text == "滨人〔2007〕2号"
    with pytest.raises(UserError, match="还没有发文字号"):
        opened.proceedings.void()
    opened.actions_by_name["undo"].trigger()
    assert opened.desk.number_book.voids == ()
    assert notice_of(opened).doc_number == "滨人〔2007〕1号"


def test_a_registered_document_that_is_deleted_leaves_its_number_void(
    opened: MainWindow, tell: Callable[..., object]
) -> None:
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    opened.actions_by_name["delete"].trigger()
    assert [one.doc_number for one in opened.desk.number_book.voids] == ["滨人〔2007〕1号"]
    assert not opened.desk.notices.lines()
    opened.actions_by_name["undo"].trigger()
    assert opened.desk.number_book.voids == ()
    assert len(opened.desk.notices.lines()) == 1


def test_the_last_step_is_taken_back(
    opened: MainWindow, tell: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(opened, tell)
    monkeypatch.setattr(messages, "ask", answering(False))
    opened.proceedings.withdraw()
    assert opened.proceedings.proceeding.is_signed
    monkeypatch.setattr(messages, "ask", answering(True))
    opened.proceedings.withdraw()
    assert not opened.proceedings.proceeding.is_signed
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    tell("错号")
    opened.proceedings.withdraw()
    assert [one.reason for one in opened.desk.number_book.voids] == ["错号"]


def test_a_print_run_is_a_step(opened: MainWindow, tell: Callable[..., object]) -> None:
    opened.output.set_printing.printed.emit(date(2007, 1, 12))
    assert opened.proceedings.proceeding.of(Step.PRINT) is None
    sign(opened, tell)
    # the signature bears a later day than the clock of the PC
    opened.output.set_printing.printed.emit(date(2007, 1, 2))
    done = opened.proceedings.proceeding.of(Step.PRINT)
    assert done is not None
    assert done.on == date(2007, 1, 9)


def test_the_registers_of_a_year_are_written(
    opened: MainWindow,
    tell: Callable[..., object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(UserError, match="登记簿是空的"):
        opened.year_books.ask()
    sign(opened, tell)
    register(opened, tell, "滨人〔2007〕1号")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(tmp_path)))
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", pressing("关闭", shown))
    tell("二〇〇七")
    with pytest.raises(UserError, match="没有看懂"):
        opened.year_books.ask()
    tell("2007年")
    opened.year_books.ask()
    assert "2007年发文登记簿.pdf" in shown[0]
    assert (tmp_path / "2007年登记簿.xlsx").exists()


def test_the_menu_of_other_steps_is_made_when_it_is_opened(opened: MainWindow) -> None:
    bar = opened.page.bar
    menu = bar.more.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[-2:] == ["撤回最后一步", "作废发文字号…"]
    asked: list[Step] = []
    bar.step_asked.disconnect()
    bar.step_asked.connect(asked.append)
    menu.actions()[1].trigger()
    assert asked == [list(Step)[1]]
    assert not menu.actions()[-2].isEnabled()  # nothing is done yet
