"""The notices of the data file as a list: number, title, date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.numerals import arabic_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from models.store.notices import NoticeLine

ID = Qt.ItemDataRole.UserRole


class NoticeList(QListWidget):
    """Three lines a notice.

    Signals:
        chosen: The id of the notice that was chosen.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("公文列表")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(120)
        self.currentItemChanged.connect(self._on_current)

    def show_lines(self, lines: Sequence[NoticeLine], chosen: int | None) -> None:
        """Show all notices, `chosen` marked."""
        self.blockSignals(True)
        self.clear()
        for line in lines:
            day = arabic_date(line.date) if line.date else "无日期"
            title = line.title or "（无标题）"
            item = QListWidgetItem(f"{line.doc_number or '未编号'}\n{title}\n{day}", self)
            item.setData(ID, line.id)
            item.setToolTip(title)
            if line.id == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(int(item.data(ID)))
