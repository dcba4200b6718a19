"""拟写标题, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.rules.drafting.titling import TitleParts
from ui.parts.drafting.title_dialog import TitleDialog

if TYPE_CHECKING:
    import pytest

    from ui.main_window import MainWindow


def test_the_button_stands_beside_the_title_and_not_on_it(sample: MainWindow) -> None:
    form = sample.page.form
    assert form.rows["title"][1].geometry().right() < form.title_button.geometry().left()


def test_the_title_is_made_of_its_parts_as_one_step(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def write(dialog: TitleDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        assert dialog.focusWidget() is dialog.matter
        dialog.matter.selectAll()
        QTest.keyClicks(dialog.matter, "ABC")
        QTest.keyClick(dialog.with_organs, Qt.Key.Key_Space)
        dialog.organs.setText("青川市人事局")
        dialog.kind.setCurrentText("函")
        seen.append(dialog.title.text())
        QTest.keyClick(dialog.matter, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(TitleDialog, "exec", write)
    steps = sample.desk.undo.count()
    sample.page.form.title_button.click()
    assert seen == ["青川市人事局关于ABC的函"]
    notice = sample.draft.notice
    assert notice is not None
    assert (notice.title, notice.kind) == ("青川市人事局关于ABC的函", "函")
    assert sample.page.form.rows["title"][1].text() == notice.title
    assert sample.desk.undo.count() == steps + 1


def test_who_thinks_better_of_it_keeps_the_title(
    sample: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sample.draft.notice
    monkeypatch.setattr(TitleDialog, "exec", TitleDialog.result)
    sample.actions_by_name["title"].trigger()
    assert sample.draft.notice == before


def test_a_long_title_is_said_to_be_long(sample: MainWindow) -> None:
    dialog = TitleDialog(TitleParts("", "很长的事由" * 12, "通知"), ("通知",), sample)
    assert "偏长" in dialog.note.text()
    assert not dialog.organs.isEnabled()
