"""The form: every element of the notice, and in words what was not found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models.rules.missing import missing
from ui import theme
from ui.parts.choices import Choices
from ui.parts.elements import (
    GROUPS,
    Element,
    NotUnderstood,
    shown,
    shown_before,
    text_at,
    with_text,
)
from ui.parts.fields import Field, ManyLines, OneLine

if TYPE_CHECKING:
    from models.notice import Notice


class NoticeForm(QScrollArea):
    """All elements but the paragraphs.

    Attributes:
        rows: Element, field and note by the name in `Notice`.
        title_button: Asks for the title to be made of its parts.

    Signals:
        edited: The label of the step, the notice as it is now, the key of the burst.
        entered: The field with the keyboard by its name in `Notice`, which of its texts the cursor is in (-1: it has
            only one), and at which character of that.
        left: A field lost the keyboard.
    """

    edited = Signal(str, object, str)
    entered = Signal(str, int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self.rows: dict[str, tuple[Element, Field, QLabel]] = {}
        self.choices, self.title_button = Choices(), _title_button()
        self._lay_out()
        self._connect()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; what is being typed is not touched where it means the same."""
        before, self._notice = self._notice, notice
        lacking = missing(notice)
        for element, field, note in self.rows.values():
            waits = note.property("wrong") and _is_as_before(element, notice, before)
            if not waits and not self._says_already(element, field, notice):
                field.show_text(shown(element, notice))
                _note(field, note, "")
            if not note.property("wrong"):
                is_lacking = element.name in lacking
                _mark(field, note, f"未找到{element.name}，请填写。" if is_lacking else "")
        self.choices.show_notice(notice)

    def focus(self, field: str, at: int = -1, offset: int = -1) -> bool:
        """Put the keyboard into a field, to a character of its `at`-th text; False where there is no such field."""
        if field not in self.rows:
            return False
        element, widget, _ = self.rows[field]
        self.ensureWidgetVisible(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if max(at, offset) >= 0:
            place = shown_before(element, self._texts(field)[: max(at, 0)])
            place += (
                offset if at < 0 else 0
            )  # what stands before a name of several is no part of it
            widget.select(place, place)
        return True

    def show_words(self, field: str, at: int, span: tuple[int, int]) -> Field:
        """Select words of a field, where it is one of several texts of the `at`-th; the field they are in."""
        element, widget, _ = self.rows[field]
        before = shown_before(element, self._texts(field)[: max(at, 0)])
        self.ensureWidgetVisible(widget)
        widget.select(before + span[0], before + span[1])
        return widget

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the fields only show and let copy."""
        self.choices.setEnabled(not read_only)
        self.title_button.setEnabled(not read_only)
        for _, field, _ in self.rows.values():
            field.setReadOnly(read_only)

    def not_understood(self) -> tuple[str, ...]:
        """The elements whose fields say what they cannot mean; the notice still has what they said before."""
        return tuple(
            element.name for element, _, note in self.rows.values() if note.property("wrong")
        )

    def begin(self) -> None:
        """Put the keyboard into the first field that lacks something, else into the title."""
        names = missing(self._notice) if self._notice else ()
        lacking = [name for name, (element, _, _) in self.rows.items() if element.name in names]
        self.focus(lacking[0] if lacking else "title")

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 8, 12, 16)
        column.setSpacing(theme.GAP)
        for title, elements in GROUPS:
            column.addWidget(_heading(title))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.GAP)
            grid.setVerticalSpacing(theme.STEP)
            for at, element in enumerate(elements):
                self._add_row(grid, 2 * at, element)
            column.addLayout(grid)
            column.addSpacing(theme.GAP)
        column.addWidget(_heading("版面"))
        column.addWidget(self.choices)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _add_row(self, grid: QGridLayout, row: int, element: Element) -> None:
        field = ManyLines() if element.notation.several_lines else OneLine()
        field.setAccessibleName(element.name)
        field.setAccessibleDescription(element.hint)
        field.setPlaceholderText(element.hint)
        label = QLabel(element.name, textFormat=Qt.TextFormat.PlainText)
        label.setBuddy(field)
        label.setFixedWidth(theme.LABEL_WIDTH)
        note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        note.setProperty("role", "warning")
        note.hide()
        top = Qt.AlignmentFlag.AlignTop
        label.setContentsMargins(0, theme.STEP, 0, 0)
        grid.addWidget(label, row, 0, top)
        if element.field == "title":
            grid.addLayout(_beside(field, self.title_button), row, 1)
        else:
            grid.addWidget(field, row, 1)
        grid.addWidget(note, row + 1, 1)
        self.rows[element.field] = (element, field, note)

    def _connect(self) -> None:
        for element, field, note in self.rows.values():
            field.typed.connect(partial(self._on_typed, element, field, note))
            field.entered.connect(partial(self._on_cursor, element, field))
            field.cursorPositionChanged.connect(partial(self._on_cursor, element, field))
            field.left.connect(self.left)

    def _on_typed(self, element: Element, field: Field, note: QLabel, text: str) -> None:
        if self._notice is None:
            return
        try:
            notice = with_text(element, self._notice, text)
        except NotUnderstood as error:
            _note(field, note, str(error))
            return
        _note(field, note, "")
        self.edited.emit(f"修改{element.name}", notice, element.field)

    def _on_cursor(self, element: Element, field: Field, *_: int) -> None:
        if field.hasFocus():
            at, offset = text_at(element, self._texts(element.field), field.spot())
            self.entered.emit(element.field, at, offset)

    def _texts(self, field: str) -> tuple[str, ...]:
        """The texts of a field of several; none of a field of one."""
        value: object = getattr(self._notice, field, None)
        return cast("tuple[str, ...]", value) if isinstance(value, tuple) else ()

    def _says_already(self, element: Element, field: Field, notice: Notice) -> bool:
        """Whether what stands in the field means the value of the notice, however it is written."""
        try:
            return with_text(element, notice, field.text()) == notice
        except NotUnderstood:
            return field.hasFocus()


def _is_as_before(element: Element, notice: Notice, before: Notice | None) -> bool:
    """Whether an element of the same notice did not change, so that a wrong text in its field waits to be mended."""
    return (
        before is not None
        and before.id == notice.id
        and shown(element, before) == shown(element, notice)
    )


def _heading(text: str) -> QLabel:
    label = QLabel(text, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", "group")
    return label


def _beside(field: Field, button: QToolButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.STEP)
    row.addWidget(field, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _title_button() -> QToolButton:
    button = QToolButton()
    button.setText("拟写…")
    button.setAccessibleName("拟写标题")
    button.setToolTip("由发文机关、事由和文种拟出标题（Ctrl+T）")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _note(field: Field, note: QLabel, wrong: str) -> None:
    note.setProperty("wrong", bool(wrong))
    _mark(field, note, wrong)


def _mark(field: Field, note: QLabel, words: str) -> None:
    """Say in words and colour what is to be done here."""
    note.setText(words)
    note.setVisible(bool(words))
    if bool(field.property("lacking")) != bool(words):
        field.setProperty("lacking", bool(words))
        field.style().unpolish(field)
        field.style().polish(field)
