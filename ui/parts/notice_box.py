"""Which notice a page is about, as a box to choose another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.store.notices import NoticeLine

SHORTEST = 12  # characters


class NoticeBox(QComboBox):
    """Number and title of each notice.

    Signals:
        chosen: The id of the notice that was chosen.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[NoticeLine] = ()
        self.setAccessibleName("公文")
        self.setMinimumContentsLength(SHORTEST)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.activated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[NoticeLine], chosen: int | None) -> None:
        """Offer all notices, one of them chosen."""
        if lines != self._lines:
            self._lines = lines
            self.clear()
            for line in lines:
                self.addItem(f"{line.doc_number} {line.title or '（无标题）'}".strip(), line.id)
        self.setCurrentIndex(-1 if chosen is None else self.findData(chosen))
        self.setToolTip(self.currentText())

    def _on_activated(self, at: int) -> None:
        self.chosen.emit(self.itemData(at))
