"""收意见: who must answer the open notice and who has; files are dropped here, and those that wait get their units."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import UserError
from models.replies.standing import State, plain_list
from models.replies.ticks import Medium
from ui import messages, theme
from ui.parts.blank import Blank
from ui.parts.button_row import ButtonRow, Step
from ui.parts.notice_box import NoticeBox
from ui.replying.answering import Answering
from ui.replying.chasing import Chasing
from ui.replying.deeds import ReplyDeeds
from ui.replying.intake import ReplyIntake
from ui.replying.lines import (
    ELECTRONIC,
    NOTE,
    ROLL,
    Tile,
    counts_of,
)
from ui.replying.originals import Originals
from ui.replying.paper_bar import PaperBar
from ui.replying.reply_view import ReplyView
from ui.replying.roll_view import RollView
from ui.replying.told import told_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QMenu

    from exports.typeset.fonts import FontBook
    from models.cells import Edit
    from models.replies.reply import Reply
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.listing import Listing

STEPS = (
    Step("paper", "补登纸质件", "输入拼音首字母、按回车，逐个登记收到的纸质件（Insert）"),
    Step("due", "期限…", "改报送期限（延期）"),
    Step("copy", "复制未报名单", "把未报单位复制成一句话，可以粘贴到聊天窗口"),
    Step("call", "电话记录…", "登记给选中的单位打的电话：接话人、答复情况（Ctrl+T）"),
    Step("chase", "催报…", "起草催报通知、通报，或生成统计表（F8）"),
    Step("files", "收文件…", "选一个或几个文件收下"),
    Step("folder", "收文件夹…", "选一个文件夹或把它拖进来，全部收下（Ctrl+I）", is_primary=True),
)
WRITING = ("paper", "due", "call", "chase", "files", "folder")
FIRST = {"page_units": "去“单位”页读入名册", "page_notices": "去“文件”页打开公文"}
REPLY_DEEDS = {
    "claim": "认领给其他单位…",
    "share": "也代表另一个单位…",
    "release": "退出认领",
    "send_back": "退回修改…",
    "withdraw": "撤回（收错文件）…",
    "open": "打开原件",
    "save": "另存原件…",
}
UNIT_DEEDS = {
    "exempt": "免报（再按一次恢复）",
    "join": "合并报送…",
    "part": "分别报送",
    "add": "增加应报单位…",
}
LEFT, RIGHT = 920, 310
WHYS, MOST_ASKED = 20, 3
KEYS = {
    QKeyCombination(Qt.Key.Key_Insert): "paper",
    QKeyCombination(Qt.Key.Key_F8): "chase",
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_T): "call",
}


class RepliesPage(QWidget):
    """The replies to the open notice.

    Signals:
        page_asked: The command that shows the page with what is missing.
        counted: How many are missing may be another number.
        noted: What was done, for the foot of the window.
    """

    page_asked = Signal(str)
    counted = Signal()
    noted = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, listing: Listing, fonts: FontBook) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.answering = Answering(desk, draft, listing, self)
        self.deeds = ReplyDeeds(desk, self.answering, self)
        self.intake = ReplyIntake(desk, self.answering, self)
        self.originals = Originals(desk, self)
        self.chasing = Chasing(desk, draft, self.answering, fonts, self)
        self.bar, self.notices = ButtonRow("", STEPS), NoticeBox()
        self.deadline = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.paper = PaperBar()
        self.roll = RollView()
        self.tiles, self.grid, self.waiting = self.roll.tiles, self.roll.grid, self.roll.waiting
        self.told, self.why = QLabel(textFormat=Qt.TextFormat.PlainText), QPushButton("看原因…")
        self.view = ReplyView()
        self.blank = Blank(
            "还不知道谁要报送", "打开要求报送的公文、有了单位名册，这里列出应报单位。", FIRST
        )
        self.splitter, self._stack = QSplitter(), QStackedWidget()
        self._lay_out()
        self._connect()

    def panes(self) -> Sequence[QWidget]:
        """Rows, what one says, tiles; where nobody is asked, the first steps."""
        return (self.blank, self.grid, self.waiting, self.view, self.tiles, self.bar)

    def count(self) -> int:
        """How many units have not answered."""
        answers = self.answering.answers if self.isVisible() else None
        if answers is not None:
            self._missing = counts_of(answers)[Tile.MISSING]
        return self._missing

    def summary(self) -> str:
        """The lines that are seen."""
        if self.answering.answers is None:
            return "没有应报单位"
        return f"{self.tiles.key.value}：{self.roll.seen.grid.rowCount()} 行"

    def seek(self) -> None:
        """Ctrl+F."""
        self.roll.seek()

    def do(self, step: str) -> None:
        """Take a step by its name."""
        self._answers()[step]()

    def take(self, places: Sequence[Path]) -> None:
        """Take in what was dropped; where the open document asks for nothing, the clerk says which one does."""
        self._draft.flush()
        if not self._is_meant():
            return
        self.intake.take(places)

    def reload(self) -> None:
        """Show the answers to the open notice."""
        answers, may = self.answering.answers, not self._desk.file.read_only
        self._show_notices()
        self.grid.grid.is_read_only = not may
        for name, button in self.bar.buttons.items():
            button.setEnabled(answers is not None and (may or name not in WRITING))
        self._stack.setCurrentWidget(self.blank if answers is None else self.splitter)
        for part in (self.tiles, self.deadline):
            part.setVisible(answers is not None)
        self._show_deadline()
        self.roll.show_answers(answers, self.answering.match, self._desk.roster.names())
        self.counted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is shown now."""
        super().showEvent(event)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page."""
        if (step := KEYS.get(event.keyCombination())) is not None:
            self.do(step)
        else:
            super().keyPressEvent(event)

    def _answers(self) -> Mapping[str, Callable[[], object]]:
        deeds, originals = self.deeds, self.originals
        return {
            "paper": self._enter_papers,
            "due": deeds.ask_due,
            "copy": self._copy_missing,
            "files": self.intake.ask_files,
            "folder": self.intake.ask_folder,
            "claim": partial(self._with_reply, deeds.ask_claim),
            "share": partial(self._with_reply, deeds.ask_share),
            "release": partial(self._with_reply, deeds.release),
            "send_back": partial(self._with_reply, deeds.send_back),
            "withdraw": partial(self._with_reply, deeds.withdraw),
            "open": partial(self._with_reply, originals.open),
            "save": partial(self._with_reply, lambda reply: originals.ask_save([reply])),
            "exempt": partial(self._with_chosen, deeds.exempt),
            "join": partial(self._with_chosen, deeds.ask_superior),
            "part": partial(self._with_chosen, deeds.part),
            "add": deeds.ask_added,
            "call": partial(self._with_chosen, self.chasing.ask_call),
            "chase": self.chasing.ask,
            "export": self.chasing.export,
        }

    def _lay_out(self) -> None:
        self.bar.put_first(self.notices)
        self.told.setProperty("role", "warning")
        said = QHBoxLayout()
        for part in (self.told, self.why):
            part.hide()
            said.addWidget(part)
        said.addStretch()
        head = QHBoxLayout()
        head.addWidget(self.tiles)
        head.addWidget(self.deadline)
        self.splitter.addWidget(self.roll)
        self.splitter.addWidget(self.view)
        self.splitter.setSizes([LEFT, RIGHT])
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setChildrenCollapsible(False)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.GAP] * 4)
        column.setSpacing(theme.GAP)
        column.addWidget(self.bar)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self.paper)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._missing, self._why = 0, ""
        self.answering.changed.connect(self._on_changed)
        self._draft.shown.connect(self._forget_taken)
        self.bar.asked.connect(self.do)
        self.notices.chosen.connect(self._draft.open)
        self.blank.asked.connect(self.page_asked)
        self.why.clicked.connect(self._tell_why)
        self.intake.taken.connect(self._on_taken)
        self.paper.entered.connect(self.deeds.enter_paper)
        self.view.asked.connect(self.do)
        self.view.claimed.connect(self._claim)
        self.grid.edited.connect(self._on_edited)
        self.grid.spaced.connect(self._tick)
        self.roll.looked_at.connect(self._show_reply)
        self.roll.claimed.connect(self._claim)
        self.roll.asked.connect(self.do)
        self.tiles.picked.connect(self.counted)
        for grid in (self.grid, self.waiting):
            grid.menu_asked.connect(self._add_to_menu)

    def _forget_taken(self) -> None:
        """What became of files was said of another document."""
        self.told.hide()
        self.why.hide()

    def _on_changed(self) -> None:
        """Typing on another page does not wait for the answers."""
        if self.isVisible():
            self.reload()

    def _show_notices(self) -> None:
        notice = self._draft.notice
        self.notices.show_lines(self._desk.notices.lines(), notice.id if notice else None)

    def _show_deadline(self) -> None:
        deadline = self.answering.deadline
        words = "公文没有写明报送期限" if deadline is None else f"期限 {deadline}"
        self.deadline.setText(words)
        self.deadline.setToolTip(words)

    def _show_reply(self) -> None:
        reply, standing = self.roll.waiting_reply, self.roll.standing
        shown = (reply,) if reply is not None else standing.replies if standing is not None else ()
        self.view.show_replies(shown)
        match = None if reply is None else self.answering.match(reply)
        self.view.show_match(match, self._desk.roster.names(), may=not self._desk.file.read_only)

    def _with_reply(self, deed: Callable[[Reply], object]) -> None:
        if (reply := self.view.reply) is not None:
            deed(reply)
            self._go_on()

    def _with_chosen(self, deed: Callable[[Sequence[int]], object]) -> None:
        deed(self.grid.chosen_keys())

    def _claim(self, at: int) -> None:
        """The next one that waits has the keyboard then; after the last one the missing units are shown."""
        if (reply := self.roll.waiting_reply) is not None and not self._desk.file.read_only:
            self.deeds.claim_candidate(reply, at)
            self._go_on()

    def _go_on(self) -> None:
        answers = self.answering.answers
        is_done = answers is not None and not answers.waiting
        if is_done and self.tiles.key is Tile.WAITING:
            self.tiles.choose(Tile.MISSING)
            self.grid.setFocus()

    def _tick(self) -> None:
        """Space sets the tick of its column, that of paper elsewhere."""
        at = self.grid.currentIndex()
        if at.isValid() and not self._desk.file.read_only:
            is_electronic = ROLL[at.column()].field == ELECTRONIC
            medium = Medium.ELECTRONIC if is_electronic else Medium.PAPER
            self.deeds.tick(self.grid.chosen_keys(), medium)

    def _on_edited(self, _label: str, edits: tuple[Edit, ...]) -> None:
        for edit in edits:
            if edit.field == NOTE:
                self.deeds.note(edit.row, edit.text)

    def _on_taken(self) -> None:
        told = told_of(self.intake.last)
        self.told.setText(told.line)
        self._why = told.whole
        self.told.show()
        self.why.setVisible(bool(told.whole))
        answers = self.answering.answers
        if answers is not None and answers.waiting:
            self.tiles.choose(Tile.WAITING)
            self.waiting.setFocus()

    def _tell_why(self) -> None:
        texts = self._why.split("\n")
        more = f"\n……共 {len(texts)} 件" if len(texts) > WHYS else ""
        messages.tell(self, "\n".join(texts[:WHYS]) + more)

    def _is_meant(self) -> bool:
        """Whether the open notice is the one that is answered, now."""
        notice, answers = self._draft.notice, self.answering.answers
        asking = [one for one in self._desk.notices.lines() if one.reply_due]
        if not asking or notice is None or (answers is not None and answers.due is not None):
            return True
        names = {f"《{one.title[:30]}》": one.id for one in asking[-MOST_ASKED:]}
        here = "现在打开的这份"
        words = "现在打开的公文没有写明报送期限。收到的文件是对哪一份公文的报送？"
        chosen = messages.choose(self, words, *names, here)
        if chosen in names:
            self._draft.open(names[chosen])
        return chosen is not None

    def _enter_papers(self) -> None:
        answers = self.answering.answers
        if answers is not None:
            asked = {one.unit for one in answers.expected}
            self.paper.begin([one for one in self._desk.roster.units if one.id in asked])

    def _copy_missing(self) -> None:
        """Put the units that are missing into the clipboard, as words for a chat."""
        answers = self.answering.answers
        standings = () if answers is None else answers.standings
        missing = [one for one in standings if one.state is State.MISSING]
        if not missing:
            raise UserError("没有未报的单位。")
        QGuiApplication.clipboard().setText(plain_list(missing))
        self.noted.emit(f"已复制 {len(missing)} 个未报单位，可以粘贴到聊天窗口。")

    def _add_to_menu(self, menu: QMenu) -> None:
        if self._desk.file.read_only:
            return
        answers = self._answers()
        menu.addSeparator()
        if self.view.reply is not None:
            for name, words in REPLY_DEEDS.items():
                menu.addAction(words, answers[name])
            menu.addSeparator()
        if self.tiles.key is not Tile.WAITING:
            for name, words in UNIT_DEEDS.items():
                menu.addAction(words, answers[name])
