"""The outline: body and pieces with their sections and items, each paragraph to be chosen, moved, added, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.notice import PieceKind
from models.places import BODY, Place, text_of
from models.rules.drafting.outlining import depths_of
from ui.parts.drafting.paragraph_tree import PLACE, ParagraphTree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import SignalInstance

    from models.notice import Notice, Paragraph, Piece

SHOWN_CHARS = 40
ROW_HEIGHT = 24
TIPS = {
    "添加": "在所选段落后面添加一段（Ins）",
    "删除": "删除所选段落，可以撤销（Del）",
    "上移": "连同下级移到前一段之前（Alt+↑）",
    "下移": "连同下级移到后一段之后（Alt+↓）",
    "升级": "如（一）变为一、（Shift+Tab）",
    "降级": "如一、变为（一）（Tab）",
    "编号": "编号怎样接续，重新编号",
}


class Outline(QWidget):
    """The tree of paragraphs with its buttons.

    Attributes:
        tree, items: The tree, and its rows by place.
        buttons: By what they say.
        note: What a deed did to the numbers of other paragraphs.
        menu: That of the numbers.
        runs_on: Whether the numbers of the chosen paragraph's level run on over the headings.
        renumber: To count all numbers anew.

    Signals:
        chosen: The place that is chosen.
        add_asked, remove_asked, edit_asked: At the place that is chosen.
        move_asked: By so many steps.
        level_asked: Deeper (1) or shallower (-1).
        dropped: Before which place.
        running_asked: Whether the numbers of the level shall run on.
        numbers_asked: To count all numbers anew.
        menu_asked: The menu of the numbers is about to be shown.
    """

    chosen = Signal(object)
    add_asked = Signal()
    remove_asked = Signal()
    edit_asked = Signal()
    move_asked = Signal(int)
    level_asked = Signal(int)
    dropped = Signal(object)
    running_asked = Signal(bool)
    numbers_asked = Signal()
    menu_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = ParagraphTree()
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.buttons = {text: _button(text, tip) for text, tip in TIPS.items()}
        self._numbers = self.buttons["编号"]
        self.menu = QMenu(self._numbers)
        self.runs_on = self.menu.addAction("本级编号全文连续")
        self.renumber = self.menu.addAction("重新编号")
        self._is_read_only = False
        self.items: dict[Place, QTreeWidgetItem] = {}
        self._lay_out()
        self._connect()
        self.tell("")

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of the tree, in order."""
        return tuple(self.items)

    @property
    def place(self) -> Place:
        """The place that is chosen; the body where none is."""
        return self.tree.place

    def show_notice(self, notice: Notice, place: Place | None = None) -> None:
        """Show the paragraphs of a notice; `place` or the one chosen before stays chosen."""
        wanted, selected = place or self.place, self.tree.chosen if place is None else ()
        shapes = _shapes(notice)
        self.tree.blockSignals(True)
        if [(p, d) for p, _, d in shapes] == self._shape() and len(
            self._heads(notice)
        ) == self.tree.topLevelItemCount():
            self._rename(notice, shapes)
        else:
            self._build(notice, shapes)
        if wanted in self.items and self.items[wanted] is not self.tree.currentItem():
            self.tree.setCurrentItem(self.items[wanted])
        self._select(Place(wanted.piece, at) for at in selected)
        self.tree.blockSignals(False)
        self._on_chosen()

    def select(self, piece: int, chosen: Iterable[int]) -> None:
        """Choose several paragraphs of a text, the first with the keyboard."""
        places = [Place(piece, at) for at in chosen if Place(piece, at) in self.items]
        if places:
            self.choose(places[0])
            self._select(places)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the paragraphs may only be looked at."""
        self._is_read_only = read_only
        self.tree.set_read_only(read_only=read_only)
        self.buttons["添加"].setEnabled(not read_only)
        self._on_chosen()

    def choose(self, place: Place) -> None:
        """Choose a paragraph."""
        if place in self.items:
            self.tree.setCurrentItem(self.items[place])
            self.tree.scrollToItem(self.items[place])

    def tell(self, words: str, more: str = "") -> None:
        """Say what became of the numbers; nothing where nothing did."""
        self.note.setText(words)
        self.note.setToolTip(more)
        self.note.setVisible(bool(words))

    def _select(self, places: Iterable[Place]) -> None:
        for place in places:
            if place in self.items:
                self.items[place].setSelected(True)

    def _shape(self) -> list[tuple[Place, int]]:
        return [
            (place, int(item.data(0, PLACE + 1)))
            for place, item in self.items.items()
            if place.paragraph >= 0
        ]

    def _heads(self, notice: Notice) -> list[tuple[Place, str]]:
        heads = [(Place(BODY, -1), "正文")]
        return heads + [(Place(at, -1), _piece_words(p)) for at, p in enumerate(notice.pieces)]

    def _rename(self, notice: Notice, shapes: list[tuple[Place, str, int]]) -> None:
        for place, words in (*self._heads(notice), *((p, w) for p, w, _ in shapes)):
            _name(self.items[place], words)

    def _build(self, notice: Notice, shapes: list[tuple[Place, str, int]]) -> None:
        self.tree.clear()
        self.items = {}
        for head, words in self._heads(notice):
            top = QTreeWidgetItem(self.tree)
            self._put(top, head, words, -1)
            above = {-1: top}
            for place, text, depth in (s for s in shapes if s[0].piece == head.piece):
                parent = above[max(d for d in above if d < depth)]
                item = QTreeWidgetItem(parent)
                self._put(item, place, text, depth)
                above = {d: i for d, i in above.items() if d < depth} | {depth: item}
        self.tree.expandAll()

    def _put(self, item: QTreeWidgetItem, place: Place, words: str, depth: int) -> None:
        item.setData(0, PLACE, tuple(place))
        item.setData(0, PLACE + 1, depth)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        flag = Qt.ItemFlag
        drag = flag.ItemIsDragEnabled if depth >= 0 else flag.ItemIsDropEnabled
        item.setFlags(flag.ItemIsEnabled | flag.ItemIsSelectable | drag)
        _name(item, words)
        self.items[place] = item

    def _lay_out(self) -> None:
        self.runs_on.setCheckable(True)
        self._numbers.setMenu(self.menu)
        self._numbers.setProperty("role", "menu")
        self._numbers.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.note.setProperty("role", "note")
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.tree)
        column.addWidget(self.note)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.tree.itemSelectionChanged.connect(self._show_buttons)
        self.tree.level_asked.connect(self.level_asked)
        self.tree.move_asked.connect(self.move_asked)
        self.tree.add_asked.connect(self.add_asked)
        self.tree.remove_asked.connect(self.remove_asked)
        self.tree.edit_asked.connect(self.edit_asked)
        self.tree.dropped.connect(self.dropped)
        self.buttons["添加"].clicked.connect(self.add_asked)
        self.buttons["删除"].clicked.connect(self.remove_asked)
        for name, asked, step in (
            ("上移", self.move_asked, -1),
            ("下移", self.move_asked, 1),
            ("升级", self.level_asked, -1),
            ("降级", self.level_asked, 1),
        ):
            self.buttons[name].clicked.connect(partial(_ask, asked, step))
        self.menu.aboutToShow.connect(self.menu_asked)
        self.runs_on.triggered.connect(self.running_asked)
        self.renumber.triggered.connect(self.numbers_asked)

    def _on_chosen(self) -> None:
        self._show_buttons()
        self.chosen.emit(self.place)

    def _show_buttons(self) -> None:
        place, chosen = self.place, self.tree.chosen
        last = max((p.paragraph for p in self.items if p.piece == place.piece), default=-1)
        may = not self._is_read_only and bool(chosen)
        for name in ("删除", "升级", "降级"):
            self.buttons[name].setEnabled(may)
        self._numbers.setEnabled(not self._is_read_only and last >= 0)
        self.buttons["上移"].setEnabled(may and chosen[0] > 0)
        self.buttons["下移"].setEnabled(may and chosen[-1] < last)


def _ask(asked: SignalInstance, step: int, _checked: bool = False) -> None:
    asked.emit(step)


def _shapes(notice: Notice) -> list[tuple[Place, str, int]]:
    """Each paragraph's place, words and depth."""
    return [
        (Place(piece, at), _words(paragraph), depth)
        for piece in range(BODY, len(notice.pieces))
        for at, (paragraph, depth) in enumerate(
            zip(text_of(notice, piece), depths_of(text_of(notice, piece)), strict=True)
        )
    ]


def _words(paragraph: Paragraph) -> str:
    return paragraph.whole[:SHOWN_CHARS] or "（空段）"


def _piece_words(piece: Piece) -> str:
    name = "印发件" if piece.kind is PieceKind.ISSUED else piece.label or "附件"
    return f"{name}：{piece.title or '（无标题）'}"


def _name(item: QTreeWidgetItem, words: str) -> None:
    if item.text(0) != words:
        item.setText(0, words)


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setProperty("role", "tight")
    button.setAccessibleName(f"{text}段落")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
