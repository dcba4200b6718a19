"""识别公文: the text at the left, what was understood at the right, doubts first; Enter takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.reading.reading import Role
from models.reading.revise import dropped, given
from ui.parts.doubts import Doubts
from ui.parts.marked_text import MarkedText
from ui.parts.reading_tree import ReadingTree

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtGui import QKeyEvent

    from models.notice import Notice
    from models.reading.reading import Doubt, Found, Reading

SIZE = (1120, 640)
GUIDE = "左边选中文字，拖到右边的一行（或按“改为选中的文字”）即可改正；也可以把右边的一行拖到左边。"


class ImportSheet(QDialog):
    """One text that came in. What the clerk answers to doubts is kept beside the reading.

    Attributes:
        reading: How the text is understood now.
    """

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = reading
        self._answers: dict[tuple[str, tuple[str, ...]], Any] = {}
        self.text, self.tree = MarkedText(), ReadingTree()
        self.doubts = Doubts()
        self.give = QPushButton("改为选中的文字(&S)")
        self.drop = QPushButton("这一项不采用(&D)")
        self.buttons = QDialogButtonBox()
        self.take = QPushButton("采用（Enter）")
        self._lay_out()
        self._connect()
        self._show()
        self._focus_first()

    @property
    def notice(self) -> Notice:
        """The notice as it was understood, set right and answered; an answer ends with its doubt."""
        asked = map(_key, self.reading.doubts)
        told = {key[0]: self._answers[key] for key in asked if key in self._answers}
        return replace(self.reading.notice, **told)

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """What was not answered yet."""
        return tuple(d for d in self.reading.doubts if _key(d) not in self._answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete leaves out the element of the chosen row."""
        if event.key() == Qt.Key.Key_Delete and self.tree.hasFocus():
            self._on_drop()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle("识别公文")
        self.resize(*SIZE)
        self.take.setProperty("primary", "true")
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self.take, role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.doubts)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.addWidget(self.give)
        row.addWidget(self.drop)
        row.addStretch()
        column.addLayout(row)
        splitter = QSplitter()
        splitter.addWidget(self.text)
        splitter.addWidget(right)
        splitter.setSizes([SIZE[0] // 2, SIZE[0] // 2])
        whole = QVBoxLayout(self)
        whole.addWidget(splitter, 1)
        guide = QLabel(GUIDE, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        guide.setProperty("role", "quiet")
        whole.addWidget(guide)
        whole.addWidget(self.buttons)
        for button in (self.give, self.drop):
            button.setAutoDefault(False)
        self.take.setDefault(True)  # once it is part of the dialog

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.doubts.answered.connect(self._on_answer)
        self.doubts.pointed.connect(self._on_doubt)
        self.tree.pointed.connect(self._point)
        self.tree.given.connect(self._on_give)
        self.text.given.connect(self._give)
        self.give.clicked.connect(self._on_give_clicked)
        self.drop.clicked.connect(self._on_drop)

    def _show(self) -> None:
        self.text.show_reading(self.reading)
        self.tree.show_reading(self.reading)
        self.doubts.show_doubts(self.open_doubts, self.reading.unread)

    def _focus_first(self) -> None:
        """A doubt that a key can settle comes before the acceptance of all."""
        (*self.doubts.choices, self.take)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self, found: Found) -> None:
        self.text.select(found.start, found.end)

    def _on_doubt(self, doubt: Doubt) -> None:
        self.tree.choose(doubt.role)
        if doubt.start < doubt.end:
            self.text.select(doubt.start, doubt.end)

    def _on_answer(self, doubt: Doubt, candidate: str) -> None:
        is_day = _field_of(doubt) == "reply_due"
        self._answers[_key(doubt)] = date.fromisoformat(candidate) if is_day else candidate
        self._show()
        self._focus_first()

    def _on_give_clicked(self) -> None:
        role = self.tree.role()
        if role is not None:
            self._on_give(role)

    def _on_give(self, role: Role) -> None:
        self._give(role, *self.text.selected())

    def _give(self, role: Role, start: int, end: int) -> None:
        self.reading = given(self.reading, role, start, end)
        self._show()
        self.tree.choose(role)

    def _on_drop(self) -> None:
        found = self.tree.found()
        if found is not None:
            self.reading = dropped(self.reading, found)
            self._show()


def _key(doubt: Doubt) -> tuple[str, tuple[str, ...]]:
    """What an answer belongs to: the field that it fills, and what there was to choose from."""
    return _field_of(doubt), doubt.candidates


def _field_of(doubt: Doubt) -> str:
    """The field of the notice that an answer fills; none for a doubt that is settled in the text."""
    if not doubt.candidates:
        return ""
    return "kind" if doubt.role is Role.TITLE else "reply_due"
