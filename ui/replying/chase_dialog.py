"""催报: which documents are made, and by when the units shall answer now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from models.errors import UserError
from models.numerals import arabic_date
from ui.parts.days import day_from

if TYPE_CHECKING:
    from collections.abc import Mapping


class Paper(Enum):
    """What can be made."""

    EACH = "催报通知，每单位一份"
    LIST = "催报通知，一份写明各单位"
    BULLETIN = "通报（先表扬，再列迟报、未报）"
    STATISTICS = "报送情况统计表和电话催办记录（PDF、Word、Excel）"


@dataclass(frozen=True, slots=True)
class ChaseWish:
    """What was asked for."""

    paper: Paper
    again: date


class ChaseDialog(QDialog):
    """A choice and a day.

    Attributes:
        wish: What was accepted.
    """

    def __init__(self, stand: str, again: date, parent: QWidget | None = None) -> None:
        """`stand` says how the replies stand."""
        super().__init__(parent)
        self.wish: ChaseWish | None = None
        self.papers: Mapping[Paper, QRadioButton] = {
            paper: QRadioButton(paper.value) for paper in Paper
        }
        self.again = QLineEdit(arabic_date(again))
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._lay_out(stand)

    def _lay_out(self, stand: str) -> None:
        self.setWindowTitle("催报")
        self.again.setAccessibleName("新的期限")
        self.note.setProperty("role", "warning")
        buttons = QDialogButtonBox()
        buttons.addButton("起草", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(QLabel(stand, textFormat=Qt.TextFormat.PlainText, wordWrap=True))
        for radio in self.papers.values():
            form.addRow(radio)
        form.addRow("新的期限", self.again)
        form.addRow(self.note)
        form.addRow(buttons)
        self.papers[Paper.EACH].setChecked(True)

    def _on_accepted(self) -> None:
        try:
            again = _coming(self.again.text())
        except UserError as error:
            self.note.setText(str(error))
            self.again.setFocus()
            return
        paper = next(paper for paper, radio in self.papers.items() if radio.isChecked())
        self.wish = ChaseWish(paper, again)
        self.accept()


def _coming(text: str) -> date:
    again = day_from(text) if text.strip() else date.min
    if again < date.today():
        raise UserError("新的期限要填今天以后的日期，如 2027年2月9日。")
    return again


def ask_chase(parent: QWidget, stand: str, again: date) -> ChaseWish | None:
    """Ask; None where the clerk thought better of it."""
    dialog = ChaseDialog(stand, again, parent)
    return dialog.wish if dialog.exec() else None
