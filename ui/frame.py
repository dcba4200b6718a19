"""The frame of the window: the pages by name at the left, with how much is in each, and the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

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

    from PySide6.QtGui import QShowEvent

    from ui.parts.grid import Grid

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


@runtime_checkable
class Table(Protocol):
    """What is asked besides of a page that is a table."""

    grid: Grid

    def seek(self) -> None:
        """Ctrl+F."""
        ...

    def do(self, step: str) -> None:
        """Take a step by its name."""
        ...


class Frame(QWidget):
    """Pages in a stack, each known by a name that the clerk never sees.

    Attributes:
        names: The list at the left.
        pages: By name, from above to below.

    Signals:
        shown: Another page is shown: its name.
    """

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names, self._stack = QListWidget(), QStackedWidget()
        self.pages: dict[str, Page] = {}
        self._words: dict[str, str] = {}
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
    def name(self) -> str:
        """The name of the page that is shown."""
        return list(self.pages)[self._stack.currentIndex()]

    @property
    def table(self) -> Table | None:
        """The page that is shown, where it is a table."""
        page = self.pages[self.name]
        return page if isinstance(page, Table) else None

    @property
    def tables(self) -> dict[str, Table]:
        """The pages that are tables."""
        return {name: page for name, page in self.pages.items() if isinstance(page, Table)}

    def add(self, name: str, words: str, keys: str, page: Page) -> None:
        """Add a page below the others under the words that the clerk reads; the first is shown."""
        self.pages[name], self._words[name] = page, words
        if isinstance(page, QWidget):
            self._stack.addWidget(page)
        item = QListWidgetItem(words, self.names)
        item.setToolTip(f"{words}（{keys}）")
        if len(self.pages) == 1:
            self.names.setCurrentRow(0)

    def show_page(self, name: str) -> None:
        """Show a page and put the keyboard into it."""
        self.names.setCurrentRow(list(self.pages).index(name))
        for pane in [pane for pane in self.pages[name].panes() if pane.isVisible()][:1]:
            enter(pane)

    def show_counts(self) -> None:
        """Tell how much is in each page."""
        for row, (name, page) in enumerate(self.pages.items()):
            count, words = page.count(), self._words[name]
            self.names.item(row).setText(f"{words}　{count}" if count else words)

    def summary(self) -> str:
        """What is in the table that is shown."""
        return self.pages[self.name].summary()

    def next_pane(self) -> None:
        """F6: the keyboard goes to the next part of the page, behind the last to the names of the pages."""
        panes = [p for p in (self.names, *self.pages[self.name].panes()) if p.isVisible()]
        focus = self.window().focusWidget()
        inside = [i for i, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))]
        enter(panes[(inside[0] + 1) % len(panes) if inside else 0])

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is in the page from the first moment."""
        super().showEvent(event)
        if not event.spontaneous():
            self.show_page(self.name)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self._stack.setCurrentIndex(row)
            self.shown.emit(self.name)


def enter(pane: QWidget) -> None:
    """Put the keyboard into a part of a page: into itself, else into the first field of it."""
    fields = pane.findChildren(QWidget)
    if not isinstance(pane, QScrollArea):
        fields.insert(0, pane)
    tab = Qt.FocusPolicy.TabFocus.value
    first = next((f for f in fields if f.focusPolicy().value & tab and f.isVisibleTo(pane)), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
