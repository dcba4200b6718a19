"""The replies of the line that has the keyboard: what each says, whose it is, and what can be done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.numerals import arabic_date
from ui import theme
from ui.parts.button_row import ButtonRow, Step
from ui.replying.lines import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.replies.matching.decide import Match
    from models.replies.reply import Reply

STEPS = (
    Step("open", "打开原件", "用 Word、WPS 等打开收到的文件（副本，不会改动原件）"),
    Step("save", "另存原件…", "把收到的文件原样存到一个文件夹"),
)
NOTHING = "选中一行，这里显示报送件的内容。"


class ReplyView(QWidget):
    """One reply of some.

    Attributes:
        which: The replies, where there are several.
        facts: What is known of the one that is shown.
        choices: The units that it may be of, each a button with the reason.
        text: What stands in it.

    Signals:
        claimed: A candidate was chosen: its place.
        asked: The name of a step.
    """

    claimed = Signal(int)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._replies: tuple[Reply, ...] = ()
        self.which = QComboBox()
        self.facts = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.choices = [QPushButton(f"第{at}个可能的单位") for at in "一二三"]
        self.other = QPushButton("其他单位…（0）")
        self.text = QPlainTextEdit(readOnly=True)
        self.bar, self._rest = ButtonRow("", STEPS), QWidget()
        self._lay_out()
        self.which.activated.connect(self._show_one)
        self.bar.asked.connect(self.asked)
        self.other.clicked.connect(partial(self._ask, "claim"))
        for at, button in enumerate(self.choices):
            button.clicked.connect(partial(self._claim, at))

    @property
    def reply(self) -> Reply | None:
        """The one that is shown."""
        at = self.which.currentIndex()
        return self._replies[at] if 0 <= at < len(self._replies) else None

    def show_replies(self, replies: Sequence[Reply]) -> None:
        """Show other replies, the last one first seen."""
        if tuple(replies) != self._replies:
            self._replies = tuple(replies)
            self.which.clear()
            self.which.addItems([path_of(one) for one in replies])
            self.which.setCurrentIndex(len(replies) - 1)
            self._show_one()

    def show_match(self, match: Match | None, names: dict[int, str], *, may: bool) -> None:
        """Whose it may be; None where that is known."""
        candidates = match.offered if match is not None else ()
        for at, button in enumerate(self.choices):
            button.setVisible(at < len(candidates))
            button.setEnabled(may)
            if at < len(candidates):
                one = candidates[at]
                button.setText(f"{at + 1}　{names.get(one.unit, '')}")
                button.setAccessibleName(button.text())
                button.setToolTip(one.reason)
                button.setAccessibleDescription(one.reason)
        self.other.setVisible(match is not None)
        self.other.setEnabled(may)

    def _lay_out(self) -> None:
        self.which.setAccessibleName("报送件")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.which.setSizeAdjustPolicy(policy)
        self.text.setAccessibleName("报送件的内容")
        self.facts.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, 0, 0)
        column.setSpacing(theme.STEP)
        for part in (self.which, self.facts, *self.choices, self.other):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addWidget(self._rest, 1)
        column.addWidget(self.bar)
        self.show_match(None, {}, may=False)
        self._show_one()

    def _show_one(self) -> None:
        reply = self.reply
        self.which.setVisible(len(self._replies) > 1)
        self.facts.setText(NOTHING if reply is None else facts_of(reply))
        self.text.setVisible(reply is not None and bool(reply.sha256))
        self._rest.setVisible(self.text.isHidden())
        self.text.setPlainText("" if reply is None else reply.text or reply.unread)
        self.bar.setVisible(reply is not None and bool(reply.sha256))

    def _claim(self, at: int, _checked: bool = False) -> None:
        self.claimed.emit(at)

    def _ask(self, step: str, _checked: bool = False) -> None:
        self.asked.emit(step)


def facts_of(reply: Reply) -> str:
    """Name, moment, size, how its unit became known, and what the clerk said."""
    moment = f"{arabic_date(reply.received.date())} {reply.received:%H:%M} 收到"
    told = (
        path_of(reply),
        f"{moment}，{_size(reply.size)}" if reply.sha256 else moment,
        f"认领依据：{reply.claim.value}",
        f"{reply.fate.value}：{reply.remark}" if reply.remark else "",
        reply.unread if reply.text else "",
    )
    return "\n".join(filter(None, told))


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} KB"
