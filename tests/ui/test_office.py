"""What the clerk says of the office stands on every paper, is kept, undone, and reset to the standard."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QSpinBox

from exports import standard
from models.notice import Notice
from models.office import Office
from models.practice import CopiesPlace, JointMark, Practice, TypeArea
from models.rules.office_facts import with_office
from tests.support.doubles import begin_notice
from ui.parts.office_dialog import OfficeDialog
from ui.parts.office_entries import PRACTICES, Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow

OTHER = Practice(
    top_mm=35.0,
    bottom_mm=33.0,
    left_mm=27.0,
    right_mm=27.0,
    pitch_pt=28.8,
    title_pitch_pt=36.0,
    blank_lines_above_title=1,
    red_line_pt=1.0,
    joint_mark=JointMark.ALL,
    copies_place=CopiesPlace.ABOVE,
    copies_right_chars=1,
    zero="○",
    note_dot="．",
    spaced_page_number=False,
    bold_levels=True,
    latin_digits=True,
    mirrored=False,
    type_area=TypeArea.FILLED,
    seal_mm=45.0,
    preprinted=True,
    shift_right_mm=1.5,
    shift_down_mm=-2.0,
)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[OfficeDialog], int]], None]:
    """Answers the dialog with what a function does to it."""

    def set_answer(does: Callable[[OfficeDialog], int]) -> None:
        monkeypatch.setattr(OfficeDialog, "exec", does)

    return set_answer


def test_every_choice_of_the_practice_can_be_made(qtbot: QtBot) -> None:
    assert {entry.field for entry in PRACTICES} == {field.name for field in fields(Practice)}
    usual, other = Practice(), OTHER
    assert all(getattr(usual, f.name) != getattr(other, f.name) for f in fields(Practice))
    dialog = OfficeDialog(Office(practice=other))
    qtbot.addWidget(dialog)
    assert dialog.office() == Office(practice=other)
    dialog.usual.click()
    assert dialog.office() == Office()


def test_a_measure_stays_within_its_bounds(qtbot: QtBot) -> None:
    dialog = OfficeDialog(Office())
    qtbot.addWidget(dialog)
    for entry in PRACTICES:
        box = dialog.practices[entry.field]
        if isinstance(entry, Measure) and isinstance(box, QDoubleSpinBox | QSpinBox):
            box.setValue(10**6)
            assert box.value() == entry.most
            box.setValue(-(10**6))
            assert box.value() == entry.least


def test_the_wheel_scrolls_past_the_boxes(qtbot: QtBot) -> None:
    dialog = OfficeDialog(Office())
    qtbot.addWidget(dialog)
    dialog.tabs.setCurrentIndex(1)
    for name in ("pitch_pt", "zero"):
        box = dialog.practices[name]
        QApplication.sendEvent(box, _turned_wheel())
    assert dialog.office() == Office()


def _turned_wheel() -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_practice_stands_on_the_page_and_is_undone(
    sample: MainWindow, answer: Callable[[Callable[[OfficeDialog], int]], None], qtbot: QtBot
) -> None:
    def bind_wider(dialog: OfficeDialog) -> int:
        margin = dialog.practices["left_mm"]
        assert isinstance(margin, QDoubleSpinBox)
        margin.setValue(30)
        dialog.facts["organ"].setText(" 天津市人事局 ")
        dialog.copies.setValue(550)
        return 1

    answer(bind_wider)
    sample.actions_by_name["office"].trigger()
    assert sample.desk.office == Office(
        "天津市人事局", copies=550, practice=replace(Practice(), left_mm=30)
    )
    qtbot.waitUntil(lambda: _left_of_page(sample) == pytest.approx(30))
    sample.desk.undo.undo()
    qtbot.waitUntil(lambda: _left_of_page(sample) == pytest.approx(28))
    assert sample.desk.office == Office()


def _left_of_page(window: MainWindow) -> float:
    layout = window.page.layout_now
    assert layout is not None
    return standard.mm(layout.pages[0].left)


def test_a_new_notice_is_of_the_office(
    window: MainWindow, answer: Callable[[Callable[[OfficeDialog], int]], None]
) -> None:
    def name_it(dialog: OfficeDialog) -> int:
        dialog.facts["organ"].setText("青川市人事局")
        dialog.facts["issuing_office"].setText("青川市人事局办公室")
        return 1

    answer(name_it)
    window.actions_by_name["office"].trigger()
    begin_notice(window)
    notice = window.draft.notice
    assert notice is not None
    assert (notice.organs, notice.issuing_office) == (("青川市人事局",), "青川市人事局办公室")


def test_a_dialog_that_is_left_changes_nothing(
    window: MainWindow, answer: Callable[[Callable[[OfficeDialog], int]], None]
) -> None:
    def leave(dialog: OfficeDialog) -> int:
        box = dialog.practices["zero"]
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(1)
        return 0

    answer(leave)
    window.actions_by_name["office"].trigger()
    assert window.desk.office == Office()
    answer(lambda _dialog: 1)
    window.actions_by_name["office"].trigger()
    assert not window.desk.undo.canUndo()


def test_what_a_notice_says_goes_before_what_the_office_is() -> None:
    office = Office("甲局", issuing_office="甲局办公室", copies=300)
    said = Notice(organs=("乙局",), issuing_office="乙局办公室", copies=0)
    assert with_office(said, office) == said
    assert with_office(Notice(), Office()) == Notice()
    assert with_office(Notice(), office).copies == 300
