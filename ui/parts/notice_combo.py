"""The documents of the data file in a combo; another one that is chosen becomes the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.draft import Draft

SHORTEST = 12  # characters


class NoticeCombo(QComboBox):
    """Stands at the head of a page that is about the open notice."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        super().__init__()
        self._desk, self._draft = desk, draft
        self.setAccessibleName("公文")
        self.setMinimumContentsLength(SHORTEST)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.activated.connect(self._on_chosen)

    def reload(self) -> None:
        """Show what is in the data file, and which is open."""
        notice = self._draft.notice
        self.clear()
        for line in self._desk.notices.lines():
            self.addItem(f"{line.doc_number} {line.title or '（无标题）'}".strip(), line.id)
        self.setCurrentIndex(self.findData(notice.id) if notice else -1)
        self.setToolTip(self.currentText())

    def _on_chosen(self, at: int) -> None:
        self._draft.open(self.itemData(at))
