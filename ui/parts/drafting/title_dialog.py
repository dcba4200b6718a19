"""拟写标题: the title from its parts, shown whole as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from models.rules.drafting.titling import TitleParts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

WIDTH = 520
LONG = 50
HINTS = {"organs": "如 天津市人事局", "matter": "如 做好2007年人事工作，不用写“关于”和“的”"}


def ask_title(
    parent: QWidget, parts: TitleParts, organs: str, kinds: Sequence[str]
) -> TitleParts | None:
    """Ask for the parts of a title; None where the clerk thought better of it.

    Args:
        parent: Where the dialog stands.
        parts: What the title says now.
        organs: Whose name may be written before it.
        kinds: The 文种 to choose from.
    """
    dialog = TitleDialog(parts, kinds, parent)
    if not parts.organs:
        dialog.organs.setText(organs)
    answer = dialog.parts() if dialog.exec() else None
    dialog.deleteLater()
    return answer


class TitleDialog(QDialog):
    """Three fields and the title they make.

    Attributes:
        organs, with_organs, matter, kind, title: Its widgets.
    """

    def __init__(
        self, parts: TitleParts, kinds: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.organs, self.matter = (QLineEdit(placeholderText=hint) for hint in HINTS.values())
        self.with_organs = QCheckBox("写上发文机关")
        self.kind = QComboBox(editable=True)
        self.title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.buttons = QDialogButtonBox()
        self._lay_out(parts, kinds)
        self._connect()
        self._show()

    def parts(self) -> TitleParts:
        """What the fields say now."""
        organs = self.organs.text() if self.with_organs.isChecked() else ""
        return TitleParts(organs, self.matter.text(), self.kind.currentText())

    def _lay_out(self, parts: TitleParts, kinds: Sequence[str]) -> None:
        self.setWindowTitle("拟写标题")
        self.resize(WIDTH, self.sizeHint().height())
        self.kind.addItems(list(kinds))
        self.kind.setCurrentText(parts.kind)
        self.organs.setText(parts.organs)
        self.matter.setText(parts.matter)
        self.with_organs.setChecked(bool(parts.organs))
        self.title.setProperty("role", "group")
        self.title.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.title.setAccessibleName("标题")
        self.note.setProperty("role", "quiet")
        form = QFormLayout()
        for name, widget in (
            ("发文机关", self.organs),
            ("", self.with_organs),
            ("事由", self.matter),
            ("文种", self.kind),
            ("标题", self.title),
            ("", self.note),
        ):
            widget.setAccessibleName(widget.accessibleName() or name)
            label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(widget)
            form.addRow(label, widget)
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton("采用", role.AcceptRole).setProperty("primary", "true")
        self.buttons.addButton("取消", role.RejectRole)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.matter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.organs.textChanged.connect(self._show)
        self.matter.textChanged.connect(self._show)
        self.kind.currentTextChanged.connect(self._show)
        self.with_organs.toggled.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show(self) -> None:
        whole = self.parts().whole
        self.organs.setEnabled(self.with_organs.isChecked())
        self.title.setText(whole)
        self.note.setText(
            f"共 {len(whole)} 字。" + ("偏长，请考虑精简。" if len(whole) > LONG else "")
        )
