"""The frame of the window: the pages by name at the left, with how much is in each, and the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 112


class Page(Protocol):
    """What the frame asks of a page."""

    def panes(self) -> Sequence[QWidget]:
        """Its parts, as F6 goes round them."""
        ...

    def count(self) -> int:
        """How much is in it, for its name at the left; 0: nothing to tell."""
        ...

    def summary(self) -> str:
        """What is in its table, for the foot of the window; empty where it has none."""
        ...


class Frame(QWidget):
    """Pages in a stack.

    Attributes:
        names: The list at the left.

    Signals:
        shown: Another page is shown: its place.
    """

    shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names, self._stack = QListWidget(), QStackedWidget()
        self._pages: list[tuple[str, Page]] = []
        self.names.setProperty("role", "pages")
        self.names.setAccessibleName("页面")
        self.names.setFixedWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.names)
        row.addWidget(self._stack, 1)
        self.names.currentRowChanged.connect(self._on_row)

    @property
    def place(self) -> int:
        """The place of the page that is shown."""
        return self._stack.currentIndex()

    def add(self, name: str, keys: str, page: Page) -> None:
        """Add a page below the others; the first is shown."""
        self._pages.append((name, page))
        if isinstance(page, QWidget):
            self._stack.addWidget(page)
        item = QListWidgetItem(name, self.names)
        item.setToolTip(f"{name}（{keys}）")
        if len(self._pages) == 1:
            self.names.setCurrentRow(0)

    def show_page(self, place: int) -> None:
        """Show the page at a place and put the keyboard into it."""
        self.names.setCurrentRow(place)
        for pane in [pane for pane in self._pages[place][1].panes() if pane.isVisible()][:1]:
            enter(pane)

    def show_counts(self) -> None:
        """Tell how much is in each page."""
        for row, (name, page) in enumerate(self._pages):
            count = page.count()
            item = self.names.item(row)
            item.setText(f"{name}　{count}" if count else name)

    def summary(self) -> str:
        """What is in the table that is shown."""
        return self._pages[self.place][1].summary()

    def next_pane(self) -> None:
        """F6: the keyboard goes to the next part of the page, behind the last to the names of the pages."""
        panes = [p for p in (self.names, *self._pages[self.place][1].panes()) if p.isVisible()]
        focus = self.window().focusWidget()
        inside = [i for i, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))]
        enter(panes[(inside[0] + 1) % len(panes) if inside else 0])

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._stack.setCurrentIndex(row)
            self.shown.emit(row)


def enter(pane: QWidget) -> None:
    """Put the keyboard into a part of a page: into itself, else into the first field of it."""
    fields = pane.findChildren(QWidget)
    if not isinstance(pane, QScrollArea):
        fields.insert(0, pane)
    tab = Qt.FocusPolicy.TabFocus.value
    first = next((f for f in fields if f.focusPolicy().value & tab and f.isVisibleTo(pane)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
