"""The outline: body and pieces with their sections and items, each paragraph to be chosen, moved, added, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.notice import Level, PieceKind
from models.places import BODY, Place, text_of
from ui import theme

if TYPE_CHECKING:
    from models.notice import Notice, Paragraph, Piece

SHOWN_CHARS = 40
ROW_HEIGHT = 24
DEPTH = {
    Level.CHAPTER: 0,
    Level.FIRST: 0,
    Level.SECTION: 1,
    Level.ARTICLE: 2,
    Level.SECOND: 2,
    Level.PLAIN: 2,
    Level.THIRD: 2,
    Level.FOURTH: 3,
    Level.TABLE: 2,
}
PLACE = Qt.ItemDataRole.UserRole


class Outline(QWidget):
    """The tree of paragraphs with its buttons.

    Signals:
        chosen: The place that is chosen.
        add_asked, remove_asked: At the place that is chosen.
        move_asked: By so many steps.
    """

    chosen = Signal(object)
    add_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = QTreeWidget()
        self._tree.setAccessibleName("段落")
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._add = _button("添加", "在所选段落后面添加一段")
        self._remove = _button("删除", "删除所选段落，可以撤销")
        self._up = _button("上移", "与前一段对调")
        self._down = _button("下移", "与后一段对调")
        self._is_read_only = False
        self._items: dict[Place, QTreeWidgetItem] = {}
        self._lay_out()
        self._connect()

    @property
    def places(self) -> tuple[Place, ...]:
        """All places of the tree, in order."""
        return tuple(self._items)

    @property
    def place(self) -> Place:
        """The place that is chosen; the body where none is."""
        item = self._tree.currentItem()
        place: object = item.data(0, PLACE) if item else None  # pyright: ignore[reportUnnecessaryComparison] - None where none is chosen
        return Place(*place) if isinstance(place, tuple) else Place(BODY, -1)  # pyright: ignore[reportUnknownArgumentType] - kept as a Place

    def show_notice(self, notice: Notice, place: Place | None = None) -> None:
        """Show the paragraphs of a notice; `place` or the one chosen before stays chosen."""
        wanted = place or self.place
        shapes = [(p, _words(q), DEPTH[q.level]) for p, q in _paragraphs(notice)]
        self._tree.blockSignals(True)
        if [(p, d) for p, _, d in shapes] == self._shape() and len(
            self._heads(notice)
        ) == self._tree.topLevelItemCount():
            self._rename(notice, shapes)
        else:
            self._build(notice, shapes)
        if wanted in self._items:
            self._tree.setCurrentItem(self._items[wanted])
        self._tree.blockSignals(False)
        self._on_chosen()

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the paragraphs may only be looked at."""
        self._is_read_only = read_only
        self._add.setEnabled(not read_only)
        self._on_chosen()

    def choose(self, place: Place) -> None:
        """Choose a paragraph."""
        if place in self._items:
            self._tree.setCurrentItem(self._items[place])
            self._tree.scrollToItem(self._items[place])

    def _shape(self) -> list[tuple[Place, int]]:
        return [
            (place, int(item.data(0, PLACE + 1)))
            for place, item in self._items.items()
            if place.paragraph >= 0
        ]

    def _heads(self, notice: Notice) -> list[tuple[Place, str]]:
        heads = [(Place(BODY, -1), "正文")]
        return heads + [(Place(at, -1), _piece_words(p)) for at, p in enumerate(notice.pieces)]

    def _rename(self, notice: Notice, shapes: list[tuple[Place, str, int]]) -> None:
        for place, words in (*self._heads(notice), *((p, w) for p, w, _ in shapes)):
            _name(self._items[place], words)

    def _build(self, notice: Notice, shapes: list[tuple[Place, str, int]]) -> None:
        self._tree.clear()
        self._items = {}
        for head, words in self._heads(notice):
            top = QTreeWidgetItem(self._tree)
            self._put(top, head, words, -1)
            above = {-1: top}
            for place, text, depth in (s for s in shapes if s[0].piece == head.piece):
                parent = above[max(d for d in above if d < depth)]
                item = QTreeWidgetItem(parent)
                self._put(item, place, text, depth)
                above = {d: i for d, i in above.items() if d < depth} | {depth: item}
        self._tree.expandAll()

    def _put(self, item: QTreeWidgetItem, place: Place, words: str, depth: int) -> None:
        item.setData(0, PLACE, tuple(place))
        item.setData(0, PLACE + 1, depth)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        _name(item, words)
        self._items[place] = item

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(theme.STEP)
        for button in (self._add, self._remove, self._up, self._down):
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._tree)

    def _connect(self) -> None:
        self._tree.currentItemChanged.connect(self._on_chosen)
        self._add.clicked.connect(self.add_asked)
        self._remove.clicked.connect(self.remove_asked)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)

    def _on_up(self) -> None:
        self.move_asked.emit(-1)

    def _on_down(self) -> None:
        self.move_asked.emit(1)

    def _on_chosen(self) -> None:
        place = self.place
        last = max((p.paragraph for p in self._items if p.piece == place.piece), default=-1)
        may = not self._is_read_only
        self._remove.setEnabled(may and place.paragraph >= 0)
        self._up.setEnabled(may and place.paragraph > 0)
        self._down.setEnabled(may and 0 <= place.paragraph < last)
        self.chosen.emit(place)


def _paragraphs(notice: Notice) -> list[tuple[Place, Paragraph]]:
    return [
        (Place(piece, at), paragraph)
        for piece in range(BODY, len(notice.pieces))
        for at, paragraph in enumerate(text_of(notice, piece))
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
    button.setAccessibleName(f"{text}段落")
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
