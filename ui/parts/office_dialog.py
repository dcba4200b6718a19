"""机关资料和版面做法: the facts of the office, and its own way where the standard leaves a choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.practice import Practice
from ui.parts.office_entries import FACTS, PRACTICES, Measure, Option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from models.office import Office
    from ui.parts.office_entries import Fact

SIZE = (520, 560)


def ask_office(parent: QWidget, office: Office) -> Office | None:
    """Ask for the facts and the practice of the office; None where the clerk thought better of it."""
    dialog = OfficeDialog(office, parent)
    return dialog.office() if dialog.exec() else None


class OfficeDialog(QDialog):
    """Facts and practice on two tabs."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self.facts = {fact.field: _field_of(fact) for fact in FACTS}
        self.copies = QSpinBox(maximum=999_999, suffix=" 份")
        self.practices = {entry.field: _box_of(entry) for entry in PRACTICES}
        self.usual = QPushButton("按国家标准")
        self.buttons = QDialogButtonBox()
        self.copies.setSpecialValueText("未定")
        self.tabs = QTabWidget()
        still = _Still(self)
        for box in self.practices.values():
            box.installEventFilter(still)
        self._lay_out()
        self._connect()
        self._show_facts()
        self.show_practice(office.practice)

    def office(self) -> Office:
        """What the dialog says now."""
        facts = {name: field.text().strip() for name, field in self.facts.items()}
        copies = self.copies.value() or None
        return replace(self._office, **facts, copies=copies, practice=self._practice())

    def show_practice(self, practice: Practice) -> None:
        """Show another practice."""
        for entry in PRACTICES:
            box, value = self.practices[entry.field], getattr(practice, entry.field)
            if isinstance(entry, Option):
                _choose(box, [one for one, _ in entry.values], value)
            elif isinstance(box, QDoubleSpinBox | QSpinBox):
                box.setValue(value)

    def _practice(self) -> Practice:
        told = {entry.field: _value_of(entry, self.practices[entry.field]) for entry in PRACTICES}
        return replace(self._office.practice, **told)  # pyright: ignore[reportArgumentType] - the table pairs fields with values

    def _lay_out(self) -> None:
        self.setWindowTitle("机关资料和版面做法")
        self.resize(*SIZE)
        facts = {fact.name: self.facts[fact.field] for fact in FACTS}
        self.tabs.addTab(_page({**facts, "通常印": self.copies}), "机关资料")
        practices = {entry.name: self.practices[entry.field] for entry in PRACTICES}
        self.tabs.addTab(_page({**practices, "": self.usual}), "版面做法")
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton("确定", role.AcceptRole)
        self.buttons.addButton("取消", role.RejectRole)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs)
        column.addWidget(self.buttons)

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.usual.clicked.connect(self._on_usual)

    def _show_facts(self) -> None:
        for name, field in self.facts.items():
            field.setText(getattr(self._office, name))
        self.copies.setValue(self._office.copies or 0)

    def _on_usual(self) -> None:
        self.show_practice(Practice())


class _Still(QObject):
    """Keeps the wheel, which scrolls the page, from turning values on its way."""

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Stop it where the box has no keyboard."""
        if event.type() == QEvent.Type.Wheel and isinstance(box, QWidget) and not box.hasFocus():
            event.ignore()
            return True
        return False


def _field_of(fact: Fact) -> QLineEdit:
    field = QLineEdit(placeholderText=fact.hint)
    field.setAccessibleName(fact.name)
    return field


def _box_of(entry: Measure | Option) -> QComboBox | QDoubleSpinBox | QSpinBox:
    if isinstance(entry, Option):
        box = QComboBox()
        box.addItems([name for _, name in entry.values])
    elif isinstance(entry.step, int):
        box = QSpinBox(minimum=int(entry.least), maximum=int(entry.most))
        box.setSuffix(f" {entry.unit}")
    else:
        box = QDoubleSpinBox(minimum=entry.least, maximum=entry.most, singleStep=entry.step)
        box.setSuffix(f" {entry.unit}")
    box.setAccessibleName(entry.name)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box


def _value_of(entry: Measure | Option, box: QWidget) -> object:
    if isinstance(entry, Option) and isinstance(box, QComboBox):
        return entry.values[box.currentIndex()][0]
    if isinstance(box, QSpinBox | QDoubleSpinBox):
        return box.value()
    raise TypeError(f"{entry.field} has no box")


def _choose(box: QWidget, values: Sequence[object], value: object) -> None:
    if isinstance(box, QComboBox):
        box.setCurrentIndex(values.index(value))


def _page(fields: Mapping[str, QWidget]) -> QScrollArea:
    inner = QWidget()
    form = QFormLayout(inner)
    for name, field in fields.items():
        label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
        label.setBuddy(field)
        form.addRow(label, field)
    area = QScrollArea(widgetResizable=True)
    area.setWidget(inner)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
