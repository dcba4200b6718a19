"""The paragraph that is chosen in the outline, or the title of a piece, to be edited."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from models.notice import Level, Notice, Paragraph
from models.places import BODY, Place, paragraph_at, replaced, with_piece
from ui import theme
from ui.parts.drafting.body_text import BodyText
from ui.parts.drafting.paste_note import PasteNote
from ui.parts.fields import ManyLines, OneLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.parts.fields import Field

LEVELS = {
    Level.PLAIN: "无编号",
    Level.FIRST: "一、",
    Level.SECOND: "（一）",
    Level.THIRD: "1.",
    Level.FOURTH: "（1）",
    Level.CHAPTER: "第一章",
    Level.SECTION: "第一节",
    Level.ARTICLE: "第一条",
    Level.TABLE: "表格",
}


class ParagraphForm(QWidget):
    """Level, number, heading and text of one paragraph; of a piece its title.

    Attributes:
        level_field, number_field, heading_field, text_field, piece_title_field: Its widgets.
        paste_note: What was cleaned of the last paste, and the way back.

    Signals:
        edited: The label of the step, the notice as it is now, the key of the burst.
        level_asked: The level that was chosen.
        entered: A field has the keyboard, at which character of the whole paragraph.
        left: A field lost it.
    """

    edited = Signal(str, object, str)
    level_asked = Signal(object)
    entered = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self._place = Place(BODY, -1)
        self.level_field, self.number_field = QComboBox(), OneLine()
        self.heading_field, self.text_field = ManyLines(), BodyText()
        self.piece_title_field = ManyLines()
        self.paste_note = PasteNote()
        self._rows: dict[QWidget, QLabel] = {}
        self._hint = QLabel(
            "在上面选一段来修改，或者按“添加”。", textFormat=Qt.TextFormat.PlainText
        )
        self._lay_out()
        self._connect()

    def show_place(self, notice: Notice, place: Place) -> None:
        """Show the paragraph at a place."""
        self._notice, self._place = notice, place
        paragraph = paragraph_at(notice, place)
        is_piece = paragraph is None and BODY < place.piece < len(notice.pieces)
        for widget, label in self._rows.items():
            is_shown = is_piece if widget is self.piece_title_field else paragraph is not None
            widget.setVisible(is_shown)
            label.setVisible(is_shown)
        self._hint.setVisible(paragraph is None and not is_piece)
        if paragraph is not None:
            self._show(paragraph)
        elif is_piece:
            self.piece_title_field.show_text(notice.pieces[place.piece].title)

    def set_read_only(self, *, read_only: bool) -> None:
        """Whether the fields only show and let copy."""
        self.level_field.setEnabled(not read_only)
        for field in (
            self.number_field,
            self.heading_field,
            self.text_field,
            self.piece_title_field,
        ):
            field.setReadOnly(read_only)

    def focus(self) -> None:
        """Put the keyboard where the words are."""
        wanted = (self.text_field, self.piece_title_field)
        paragraph = paragraph_at(self._notice, self._place) if self._notice else None
        field = next((w for w in wanted if not w.isHidden()), None)
        if paragraph is not None and paragraph.heading and not paragraph.text:
            field = self.heading_field
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_at(self, offset: int) -> None:
        """Put the keyboard to a character of the whole paragraph, or of the title of the piece."""
        number, heading = len(self.number_field.text()), len(self.heading_field.text())
        if not self.piece_title_field.isHidden():
            self._focus(self.piece_title_field, offset)
        elif offset < number + heading:
            self._focus(self.heading_field, max(offset - number, 0))
        elif self.heading_field.text() and not self.text_field.text():
            self._focus(self.heading_field, heading)
        else:
            self._focus(self.text_field, offset - number - heading)

    def show_words(self, span: tuple[int, int], border: int) -> Field:
        """Select a stretch of heading and words, which meet at `border`; the field where it begins."""
        start, end = span
        if not self.piece_title_field.isHidden():
            field = self.piece_title_field
        elif start < border:
            field, end = self.heading_field, min(end, border)
        else:
            field, start, end = self.text_field, start - border, end - border
        field.select(start, end)
        return field

    def begin(self, place: int = 0) -> None:
        """Put the keyboard to a place of the words."""
        self._focus(self.text_field, place)

    def _focus(self, field: Field, place: int) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.select(place, place)

    def _on_cursor(self, field: Field, *_: int) -> None:
        if not field.hasFocus():
            return
        before: dict[Field, int] = {
            self.heading_field: len(self.number_field.text()),
            self.text_field: len(self.number_field.text()) + len(self.heading_field.text()),
        }
        self.entered.emit(before.get(field, 0) + field.spot())

    def _show(self, paragraph: Paragraph) -> None:
        self.level_field.setCurrentIndex(tuple(LEVELS).index(paragraph.level))
        self.number_field.show_text(paragraph.number)
        self.heading_field.show_text(paragraph.heading)
        self.text_field.show_text(paragraph.text)
        self.text_field.is_table = paragraph.level is Level.TABLE
        self.text_field.may_join = not paragraph.heading and self._place.paragraph > 0

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.STEP)
        self.level_field.addItems(list(LEVELS.values()))
        self.number_field.setMaximumWidth(96)
        names = (
            (self.piece_title_field, "标题", "印发件或附件的标题"),
            (self.level_field, "层次", "段落的层次，决定用什么字体"),
            (self.number_field, "编号", "如 一、；没有则空"),
            (self.heading_field, "段首标题", "编号后面的第一句，连同句号"),
            (self.text_field, "内容", "段落的其余文字"),
        )
        for row, (widget, name, tip) in enumerate(names):
            label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
            label.setBuddy(widget)
            label.setFixedWidth(64)
            widget.setAccessibleName(f"段落{name}" if row else "印发件标题")
            widget.setToolTip(tip)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, row, 1)
            self._rows[widget] = label
        self._hint.setProperty("role", "quiet")
        grid.addWidget(self._hint, len(names), 0, 1, 2)
        grid.addWidget(self.paste_note, len(names) + 1, 0, 1, 2)
        grid.setRowStretch(len(names) - 1, 1)

    def _connect(self) -> None:
        self.level_field.activated.connect(self._on_level)
        self.number_field.typed.connect(self._on_number)
        self.heading_field.typed.connect(self._on_heading)
        self.text_field.typed.connect(self._on_text)
        self.piece_title_field.typed.connect(self._on_piece_title)
        for field in (
            self.number_field,
            self.heading_field,
            self.text_field,
            self.piece_title_field,
        ):
            field.entered.connect(partial(self._on_cursor, field))
            field.cursorPositionChanged.connect(partial(self._on_cursor, field))
            field.left.connect(self.left)

    def _on_level(self, at: int) -> None:
        self.level_asked.emit(tuple(LEVELS)[at])

    def _on_number(self, text: str) -> None:
        self._change("修改编号", "number", lambda p: replace(p, number=text))

    def _on_heading(self, text: str) -> None:
        self._change("修改段首标题", "heading", lambda p: replace(p, heading=_joined(text)))

    def _on_text(self, text: str) -> None:
        self._change("修改段落", "text", lambda p: replace(p, text=_text_of(p.level, text)))

    def _on_piece_title(self, text: str) -> None:
        notice, at = self._notice, self._place.piece
        if notice is None or not 0 <= at < len(notice.pieces):
            return
        piece = replace(notice.pieces[at], title=_joined(text))
        self.edited.emit("修改印发件标题", with_piece(notice, at, piece), f"piece{at}")

    def _change(self, label: str, field: str, made: Callable[[Paragraph], Paragraph]) -> None:
        if self._notice is None:
            return
        paragraph = paragraph_at(self._notice, self._place)
        if paragraph is None or made(paragraph) == paragraph:
            return
        key = f"{field}{self._place.piece}.{self._place.paragraph}" if field else ""
        self.edited.emit(label, replaced(self._notice, self._place, made(paragraph)), key)


def _text_of(level: Level, text: str) -> str:
    """The lines of a table are its rows."""
    return text if level is Level.TABLE else _joined(text)


def _joined(text: str) -> str:
    """A paragraph has no line ends of its own."""
    return text.replace("\n", "")
