"""成套打印: the sheet of Ctrl+P, the run with its jams, what is recorded of it, and the whole way by keys."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

import resources
from exports.print_set import Sheaf, print_set
from exports.set_papers import Case, Output, Stock, Wish
from models.distribution import VoidCopy
from models.errors import UserError
from models.form import Form
from models.notice import Notice, Paragraph
from models.office import Office
from models.reading.sheets.files import read_sheets
from models.reading.sheets.taking_in import taken_in
from models.reading.sheets.unit_sheet import units_from
from models.spans import Span
from models.unit import Roster
from tests.models.unit_values import ROSTER
from tests.support.doubles import answering, pressing, take_sheets
from ui import messages
from ui.parts.paper import Paper
from ui.printing.press import Job, Press
from ui.printing.printer import check_pdf
from ui.printing.run_dialog import RunDialog
from ui.printing.set_dialog import TO_FILE, SetDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from exports.typeset.fonts import FontBook
    from models.distribution import Distribution
    from ui.main_window import MainWindow

SHORT = Notice(
    kind="通知",
    title="关于核对名册的通知",
    organs=("滨海市人事局",),
    doc_number="滨人〔2007〕8号",
    addressees="各区县人事局，市财政局",
    body=(Paragraph("请核对。"),),
    date=date(2007, 3, 1),
    copies=20,
)


NUMBERED = replace(SHORT, copy_number="000001")


@pytest.fixture
def to_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every kind of paper goes into PDF files in a folder, as on a PC without a printer."""
    folder = tmp_path / "打印"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answering(str(folder)))
    return folder


@pytest.fixture
def short(window: MainWindow) -> MainWindow:
    """A notice of one page to some units."""
    window.desk.change("读入", Roster(), ROSTER, window.desk.put_roster)
    window.draft.create("新建公文", SHORT)
    return window


def kept(window: MainWindow) -> Distribution:
    notice = window.draft.notice
    assert notice is not None
    found = window.desk.distributions.load(notice.id or 0)
    assert found is not None
    return found


def texts_of(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def press_keys(qtbot: QtBot, window: MainWindow, keys: str) -> None:
    qtbot.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


@contextmanager
def answering_dialogs(*answers: Callable[[QDialog], object]) -> Generator[list[QDialog]]:
    """Answers the dialogs that open, one after the other, as soon as they wait; yields those that were answered."""
    waiting = list(answers)
    met: list[QDialog] = []
    timer = QTimer(interval=1)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if waiting and isinstance(dialog, QDialog) and is_ready(dialog):
            met.append(dialog)
            waiting.pop(0)(dialog)

    timer.timeout.connect(look)
    timer.start()
    yield met
    timer.stop()
    assert not waiting


@contextmanager
def pausing_after(copies: int) -> Generator[None]:
    """As if the clerk pressed 暂停 when so many copies of the first job went."""
    timer = QTimer(interval=0)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, RunDialog) and dialog.press.done >= copies:
            dialog.press.pause()
            dialog.press.progressed.emit()

    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()


def is_ready(dialog: QDialog) -> bool:
    """A run is answered when it is over or paused."""
    if isinstance(dialog, RunDialog):
        return dialog.stop.isVisible() and dialog.press.is_paused
    return isinstance(dialog, SetDialog | QMessageBox)


def enter(dialog: QDialog) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def sheaf_of(fonts: FontBook, notice: Notice = SHORT) -> Sheaf:
    (sheaf,) = print_set(Case(notice), fonts, Wish(frozenset({Output.NOTICE})))
    return sheaf


def run(press: Press, qtbot: QtBot) -> None:
    with qtbot.waitSignal(press.ended, timeout=30_000):
        press.start()


def test_pasted_text_becomes_a_printed_set_in_four_actions(
    window: MainWindow, qtbot: QtBot, to_files: Path
) -> None:
    """Once units and the facts of the office are there, and by keys only."""
    roster = taken_in(Roster(), units_from(read_sheets(resources.UNITS)))
    window.desk.change("读入", Roster(), roster, window.desk.put_roster)
    window.desk.change(
        "修改机关资料", window.desk.office, Office("天津市人事局"), window.desk.put_office
    )
    QGuiApplication.clipboard().setText(resources.SAMPLE.read_text(encoding="utf-8"))
    title = "关于印发天津市2007年人事工作要点的通知"

    # 1. paste; Enter takes what was understood
    press_keys(qtbot, window, "Ctrl+Shift+V")
    take_sheets(window)
    # 2. what the text does not say: the keyboard is in that field already
    qtbot.waitUntil(lambda: window.page.form.isAncestorOf(QApplication.focusWidget() or window))
    focus = QApplication.focusWidget()
    assert focus is not None
    committed = QInputMethodEvent()
    committed.setCommitString("津人〔2007〕1号")
    QApplication.sendEvent(focus, committed)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    # 3. the sheet of papers; 4. print; then the copies are counted
    tallies: list[str] = []

    def go(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDialog)
        tallies.append(dialog.tally.text())
        enter(dialog)

    with answering_dialogs(go, enter):
        press_keys(qtbot, window, "Ctrl+P")

    forms = ("发文稿纸", "印制通知单", "分发表", "标签")
    assert {path.name for path in to_files.iterdir()} == {
        f"{title}.pdf",
        *(f"{title}（{form}）.pdf" for form in forms),
    }
    (printed,) = kept(window).runs
    assert printed.span == Span(1, 550)
    assert len(printed.sha256) == 64
    assert tallies == ["合计 550，与共印 550 份相等"]
    with pypdfium2.PdfDocument(to_files / f"{title}.pdf") as pdf:
        assert len(pdf) == 550 * 12


def test_copies_bear_their_numbers(fonts: FontBook, qtbot: QtBot, tmp_path: Path) -> None:
    sheaf = sheaf_of(fonts, NUMBERED)
    assert sheaf.is_numbered
    press = Press([Job("公文", sheaf, ("000007", "000008"), folder=tmp_path)], Paper(fonts))
    run(press, qtbot)
    first, _, second, _ = texts_of(tmp_path / "公文.pdf")
    assert "000007" in first
    assert "000008" in second
    assert "000001" not in first + second


def test_a_copy_begins_on_a_sheet_of_its_own(fonts: FontBook, qtbot: QtBot, tmp_path: Path) -> None:
    sheaf = sheaf_of(fonts, replace(SHORT, kind="函", form=Form.LETTER))
    assert len(sheaf.pages) == 1
    both = Job("双面", sheaf, ("",) * 3, folder=tmp_path)
    one = Job("单面", sheaf, ("",) * 3, folder=tmp_path, is_duplex=False)
    run(Press([both, one], Paper(fonts)), qtbot)
    assert [bool(text.strip()) for text in texts_of(tmp_path / "双面.pdf")] == [
        *(True, False) * 2,
        True,
    ]
    assert all(text.strip() for text in texts_of(tmp_path / "单面.pdf"))


def test_after_a_jam_it_goes_on_from_a_copy_as_a_new_job(
    fonts: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    numbers = tuple(f"{n:06}" for n in range(1, 31))
    press = Press([Job("公文", sheaf_of(fonts, NUMBERED), numbers, folder=tmp_path)], Paper(fonts))
    dialog = RunDialog(press, asks_spoiled=True)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert dialog.pause.text() == "继续"
    dialog.pause.click()
    qtbot.waitUntil(lambda: press.done >= 20)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert press.is_paused
    assert dialog.start_again.value() == press.done + 1
    dialog.start_again.setValue(18)
    with qtbot.waitSignal(press.ended, timeout=30_000):
        dialog.pause.click()
    again = texts_of(tmp_path / "公文（从第 18 份）.pdf")
    assert len(again) == 2 * 13
    assert "000018" in again[0]
    assert "000030" in again[-2]
    assert press.reached == {Output.NOTICE: 30}
    assert "清点份数" in dialog.words.text()


def test_a_dead_printer_pauses_the_run(fonts: FontBook, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "没有"
    press = Press([Job("公文", sheaf_of(fonts), ("",) * 3, folder=folder)], Paper(fonts))
    dialog = RunDialog(press, asks_spoiled=False)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(press.failed):
        press.start()
    assert "接好U盘" in dialog.words.text()
    folder.mkdir()
    with qtbot.waitSignal(press.ended):
        dialog.pause.click()
    assert len(texts_of(folder / "公文.pdf")) == 6


@pytest.mark.usefixtures("to_files")
def test_a_run_is_recorded_and_spoiled_copies_get_new_numbers(short: MainWindow) -> None:
    def spoil(dialog: QDialog) -> None:
        assert isinstance(dialog, RunDialog)
        dialog.spoiled.setText("2、3")
        dialog.reason.setText("卡纸")
        dialog.stop.click()

    total = short.distribution.listing.distribution
    assert total is not None
    with answering_dialogs(enter, spoil):
        short.actions_by_name["print"].trigger()
    found = kept(short)
    assert [run.span for run in found.runs] == [Span(1, found.total)]
    assert found.voids == tuple(VoidCopy(n, date.today(), "卡纸") for n in (2, 3))
    # the sheet offers what is to be printed again
    again = short.output.set_printing.dialog(SHORT, found)
    assert again.counts[Output.NOTICE].value() == 2
    assert again.record.text().startswith(f"登记补印，份号从 {found.total + 1:06} 起")
    # no key takes back what lies on paper
    assert not short.desk.undo.canUndo()


@pytest.mark.usefixtures("to_files")
def test_numbers_that_cannot_be_spoiled_are_asked_again(
    short: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", pressing("知道了", said))

    def spoil(text: str) -> Callable[[QDialog], None]:
        def answer(dialog: QDialog) -> None:
            assert isinstance(dialog, RunDialog)
            dialog.spoiled.setText(text)
            dialog.stop.click()

        return answer

    with answering_dialogs(enter, spoil("千字文"), spoil("999"), spoil("")):
        short.actions_by_name["print"].trigger()
    assert [words[:8] for words in said] == ["份号“千字文”没", "份号 00099"]
    assert kept(short).voids == ()


@pytest.mark.usefixtures("to_files")
def test_what_was_not_printed_of_a_stopped_run_is_dealt_again(
    short: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[int] = []

    def stop(dialog: QDialog) -> None:
        assert isinstance(dialog, RunDialog)
        reached.append(dialog.press.done)
        # nobody jumps ahead over copies that were never sent
        assert dialog.start_again.maximum() == dialog.press.done + 1
        dialog.spoiled.setText("千字文")
        dialog.stop.click()

    def mend(dialog: QDialog) -> None:
        assert isinstance(dialog, RunDialog)
        dialog.press.start()
        assert dialog.press.is_paused
        assert not dialog.pause.isVisible()
        dialog.spoiled.clear()
        dialog.stop.click()

    def three(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDialog)
        for one, tick in dialog.ticks.items():
            tick.setChecked(one is Output.NOTICE)
        enter(dialog)

    printing = short.output.set_printing
    monkeypatch.setattr(messages, "tell", answering(None))
    with pausing_after(3), answering_dialogs(three, stop, mend):
        printing.ask(short.draft.notice or SHORT)
    found = kept(short)
    assert 3 <= reached[0] < found.total
    assert [run.span for run in found.runs] == [Span(1, reached[0])]
    labels = [line.deed.what for line in short.desk.history.lines()][-2:]
    assert labels == [f"登记付印 {found.total} 份", f"中途停印，印了 {reached[0]} 份"]


def test_proofs_use_up_no_number(short: MainWindow, to_files: Path) -> None:
    def proof(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDialog)
        dialog.record.setChecked(False)
        dialog.counts[Output.NOTICE].setValue(1)
        enter(dialog)

    with answering_dialogs(proof):
        short.actions_by_name["print"].trigger()
    assert short.distribution.listing.is_kept is False
    assert (to_files / "关于核对名册的通知.pdf").exists()


def test_a_draft_without_a_number_opens_with_one_proof(short: MainWindow) -> None:
    draft = replace(SHORT, doc_number="")
    dialog = short.output.set_printing.dialog(draft, short.distribution.listing.distribution)
    assert dialog.counts[Output.NOTICE].value() == 1
    assert not dialog.record.isChecked()


def test_without_units_the_run_is_a_line_of_the_history(window: MainWindow, to_files: Path) -> None:
    window.draft.create("新建公文", SHORT)
    with answering_dialogs(enter):
        window.actions_by_name["print"].trigger()
    last = window.desk.history.lines()[-1].deed.what
    assert last.startswith("付印 20 份，PDF 校验码 ")
    assert not (to_files / "关于核对名册的通知（分发表）.pdf").exists()


def test_ticks_and_printers_are_remembered(short: MainWindow, to_files: Path) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SetDialog)
        for one, tick in dialog.ticks.items():
            tick.setChecked(one in (Output.LIST, Output.ENVELOPES))
        assert not dialog.counts[Output.NOTICE].isEnabled()
        enter(dialog)

    with answering_dialogs(choose):
        short.actions_by_name["print"].trigger()
    again = short.output.set_printing.dialog(SHORT, short.distribution.listing.distribution)
    assert again.wanted() == {Output.LIST, Output.ENVELOPES}
    assert again.order().printers == dict.fromkeys(Stock, TO_FILE)
    assert {p.name for p in to_files.iterdir()} == {
        "关于核对名册的通知（分发表）.pdf",
        "关于核对名册的通知（信封）.pdf",
    }


def test_a_file_that_is_there_is_not_replaced(
    fonts: FontBook, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "公文.pdf").write_text("别的文件", encoding="utf-8")
    run(Press([Job("公文", sheaf_of(fonts), ("",), folder=tmp_path)], Paper(fonts)), qtbot)
    assert (tmp_path / "公文.pdf").read_text(encoding="utf-8") == "别的文件"
    assert len(texts_of(tmp_path / "公文（2）.pdf")) == 2


def test_a_file_that_is_not_whole_is_told(tmp_path: Path) -> None:
    half = tmp_path / "公文.pdf"
    half.write_bytes(b"%PDF-1.4\n" + b"x" * 5000)
    with pytest.raises(UserError, match="没有写完"):
        check_pdf(half)


@pytest.mark.usefixtures("to_files")
def test_a_run_of_no_copy_is_no_run(window: MainWindow) -> None:
    def stop(dialog: QDialog) -> None:
        assert isinstance(dialog, RunDialog)
        dialog.stop.click()

    window.draft.create("新建公文", SHORT)
    before = len(window.desk.history.lines())
    told: list[object] = []
    window.output.set_printing.printed.connect(told.append)
    with pausing_after(0), answering_dialogs(enter, stop):
        window.actions_by_name["print"].trigger()
    assert told == []
    assert len(window.desk.history.lines()) == before


def test_nothing_ticked_prints_nothing(short: MainWindow) -> None:
    dialog = short.output.set_printing.dialog(SHORT, None)
    for tick in dialog.ticks.values():
        tick.setChecked(False)
    assert not dialog.go.isEnabled()


def test_who_thinks_better_of_it_prints_nothing(
    short: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def think_better(*_: object) -> str:
        """As a real dialog: its loop deletes what was left to be deleted."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", think_better)
    with answering_dialogs(enter):
        short.actions_by_name["print"].trigger()
    with answering_dialogs(lambda dialog: dialog.reject()):
        short.actions_by_name["print"].trigger()
    assert short.distribution.listing.is_kept is False
