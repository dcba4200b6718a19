"""What the clerk chooses of a notice rather than types: edition, format and how it is sealed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from models.edition import Edition
from models.form import Form, Sealing
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from models.notice import Notice


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a field of `Notice`, its values by name, and the name of what stands where none is chosen."""

    field: str
    name: str
    values: tuple[tuple[Enum, str], ...]
    usual: Callable[[Notice], str]


CHOICES = (
    Choice(
        "edition",
        "版式",
        (
            (Edition.GB1999, "1999 版（GB/T 9704-1999）"),
            (Edition.GB2012, "2012 版（GB/T 9704-2012）"),
        ),
        lambda notice: f"自动（按日期为 {replace(notice, edition=None).edition_in_use.value}）",
    ),
    Choice(
        "form",
        "格式",
        tuple((form, form.value) for form in Form),
        lambda notice: f"自动（按文种为{replace(notice, form=None).form_in_use.value}）",
    ),
    Choice(
        "sealing",
        "用印",
        tuple((sealing, sealing.value) for sealing in Sealing),
        lambda notice: f"自动（按格式为{replace(notice, sealing=None).sealing_in_use.value}）",
    ),
)


class Choices(QWidget):
    """A list for each choice; the first entry leaves it to the standard.

    Signals:
        chosen: The label of the step, the notice as it is now.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self.lists = {choice.field: self._list_of(choice) for choice in CHOICES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.STEP)
        grid.setColumnStretch(1, 1)
        for row, choice in enumerate(CHOICES):
            label = QLabel(choice.name, textFormat=Qt.TextFormat.PlainText)
            label.setFixedWidth(theme.LABEL_WIDTH)
            label.setBuddy(self.lists[choice.field])
            grid.addWidget(label, row, 0)
            grid.addWidget(self.lists[choice.field], row, 1)

    def show_notice(self, notice: Notice) -> None:
        """Show what is chosen, and what the standard would choose."""
        self._notice = notice
        for choice in CHOICES:
            box = self.lists[choice.field]
            box.setItemText(0, choice.usual(notice))
            values = [None, *(value for value, _ in choice.values)]
            box.setCurrentIndex(values.index(getattr(notice, choice.field)))

    def _list_of(self, choice: Choice) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(choice.name)
        box.addItems(["自动", *(name for _, name in choice.values)])
        box.activated.connect(partial(self._on_activated, choice))
        return box

    def _on_activated(self, choice: Choice, at: int) -> None:
        if self._notice is not None:
            value = choice.values[at - 1][0] if at else None
            notice = replace(self._notice, **{choice.field: value})  # pyright: ignore[reportArgumentType] - the table pairs fields with values
            self.chosen.emit(f"修改{choice.name}", notice)
