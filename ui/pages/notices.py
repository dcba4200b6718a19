"""The page of the notices: the list, the form with the outline, and the pages as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from exports.jobs import Layout, lay_out
from exports.page import Source
from models.errors import UserError
from models.office import Office
from models.places import BODY, Place
from ui.parts.drafting.replace_bar import ReplaceBar
from ui.parts.empty import empty_notices
from ui.parts.fields import ManyLines, OneLine
from ui.parts.form import NoticeForm
from ui.parts.notice_list import NoticeList
from ui.parts.outline import Outline
from ui.parts.paragraph import ParagraphForm
from ui.parts.preview import Preview
from ui.parts.proceeding_bar import ProceedingBar
from ui.text_deeds import TextDeeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.typeset.fonts import FontBook
    from ui.desk import Desk
    from ui.draft import Draft
    from ui.parts.fields import Field

WIDTHS = (180, 400, 674)


class NoticesPage(QWidget):
    """Everything about one notice on one screen.

    Attributes:
        fonts: What the pages are set in.
        deeds: What is done to its paragraphs.
        layout_now: The notice as it is placed on paper; None where there is none.

    Signals:
        laid_out: The pages were made anew.
    """

    laid_out = Signal()

    def __init__(self, desk: Desk, draft: Draft, fonts: FontBook) -> None:
        super().__init__()
        self._desk, self._draft, self.fonts = desk, draft, fonts
        self.layout_now: Layout | None = None
        self.list = NoticeList()
        self.form, self.outline, self.paragraph = NoticeForm(), Outline(), ParagraphForm()
        self.deeds = TextDeeds(draft, self.outline, self.paragraph)
        self.replace_bar = ReplaceBar()
        self.preview = Preview(fonts)
        self.empty = empty_notices()
        self.bar = ProceedingBar()
        self.banner = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.splitter, self.text_splitter = QSplitter(), QSplitter(Qt.Orientation.Vertical)
        self._tabs, self._stack = QTabWidget(), QStackedWidget()
        self._relayout = QTimer(self, singleShot=True, interval=0)
        self._doubts = ""
        self._shown: Field | None = None
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Show what is on the desk; a file that cannot be written is for reading only."""
        for pane in (self.form, self.outline, self.paragraph, self.replace_bar):
            pane.set_read_only(read_only=self._desk.file.read_only)
        self._show_lines()
        self._on_shown()

    def say_doubts(self, words: str) -> None:
        """Show what the clerk should look at, until another notice is shown."""
        self._doubts = words
        self._show_banner("")

    def focus_source(self, source: Source, offset: int = -1) -> None:
        """Put the keyboard where a text of the paper is edited, at one of its characters."""
        if source.field in ("body", "pieces"):
            self._tabs.setCurrentWidget(self.text_splitter)
            self.outline.choose(Place(source.piece, source.paragraph))
            if offset >= 0:
                self.paragraph.focus_at(offset)
            else:
                self.paragraph.focus()
        else:
            self._tabs.setCurrentWidget(self.form)
            self.form.focus(source.field, source.paragraph, offset)

    def show_words(self, source: Source, span: tuple[int, int], border: int) -> None:
        """Select words where they are edited and show them on paper; the keyboard stays where it is.

        Args:
            source: Where they come from.
            span: From where to where of its text.
            border: How much of that text is the heading of a paragraph.
        """
        is_apart = source.field in ("attachment_notes", "signatures", "body", "pieces")
        self.preview.show_source(source if is_apart else Source(source.field), span[0])
        if source.field not in ("body", "pieces"):
            self._tabs.setCurrentWidget(self.form)
            self._shown = self.form.show_words(source.field, source.paragraph, span)
            return
        self._tabs.setCurrentWidget(self.text_splitter)
        self.outline.choose(Place(source.piece, source.paragraph))
        self._shown = self.paragraph.show_words(span, border)

    def focus_shown(self) -> None:
        """Put the keyboard where words were shown last, with these selected."""
        if self._shown is not None:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self) -> Field | None:
        """The field with the keyboard; in the outline the words of the paragraph that is chosen."""
        field = self.window().focusWidget()
        if isinstance(field, OneLine | ManyLines):
            return field
        words = self.paragraph.text_field
        return words if words.isVisible() else None

    def begin(self) -> None:
        """Put the keyboard into the first field that lacks something."""
        self._tabs.setCurrentWidget(self.form)
        self.form.begin()

    def panes(self) -> Sequence[QWidget]:
        """The list, the open tab and the paper; where there is none, the first steps."""
        tab = self.form if self._tabs.currentWidget() is self.form else self.outline
        return (self.list, tab, self.preview, self.empty)

    def count(self) -> int:
        """How many notices there are."""
        return self.list.count()

    def summary(self) -> str:
        """It has paper, no table."""
        return ""

    def fresh_layout(self) -> Layout | None:
        """The pages of what is typed at this moment."""
        if self._relayout.isActive():
            self._relayout.stop()
            self._place()
        return self.layout_now

    def _lay_out(self) -> None:
        self.banner.setProperty("role", "banner")
        self.banner.hide()
        self.text_splitter.addWidget(self.outline)
        self.text_splitter.addWidget(self.paragraph)
        self.text_splitter.setSizes([320, 260])
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName("要素和段落")
        self._tabs.addTab(self.form, "要素")
        self._tabs.addTab(self.text_splitter, "正文和附件")
        for pane in (self.list, self._tabs, self.preview):
            self.splitter.addWidget(pane)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes(list(WIDTHS))
        for at, stretch in enumerate((0, 0, 1)):
            self.splitter.setStretchFactor(at, stretch)
            self.splitter.setCollapsible(at, False)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.replace_bar)
        column.addWidget(self.banner)
        column.addWidget(self.bar)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._desk.opened.connect(self.reload)
        self._draft.shown.connect(self._on_shown)
        self._draft.changed.connect(self._show)
        self._draft.stored.connect(self._show)
        self._relayout.timeout.connect(self._place)
        self.list.chosen.connect(self._draft.open)
        self.form.edited.connect(self._draft.edit)
        self.form.choices.chosen.connect(self._draft.edit)
        self.form.entered.connect(self._on_entered)
        self.form.left.connect(self._draft.flush)
        self.paragraph.edited.connect(self._draft.edit)
        self.paragraph.entered.connect(self._point_at_paragraph)
        self.paragraph.left.connect(self._draft.flush)
        self.outline.chosen.connect(self._on_place)
        self.preview.pointed.connect(self.focus_source)

    def _on_changed(self, kind: type) -> None:
        if kind is Office:
            self._relayout.start()
        else:
            self._show_lines()

    def _show_lines(self) -> None:
        notice = self._draft.notice
        self.list.show_lines(self._desk.notices.lines(), notice.id if notice else None)

    def _on_shown(self) -> None:
        notice = self._draft.notice
        self._stack.setCurrentWidget(self.splitter if notice else self.empty)
        self._doubts = ""
        self._show_lines()
        self.preview.show_source(None)
        self.preview.verticalScrollBar().setValue(0)
        if notice is None:
            self.layout_now = None
            self.preview.show_pages(())
            self._show_banner("")
            self.laid_out.emit()
        else:
            self._show(Place(BODY, -1))

    def _show(self, place: Place | None = None) -> None:
        notice = self._draft.notice
        if notice is not None:
            self.deeds.forget()
            self.form.show_notice(notice)
            self.outline.show_notice(notice, place)
            self._relayout.start()

    def _place(self) -> None:
        """Make the pages; several changes in one breath make them once."""
        notice = self._draft.notice
        if notice is None:
            return
        try:
            self.layout_now = lay_out(notice, self.fonts, self._desk.office.practice)
        except UserError as error:
            self._show_banner(str(error))
            return
        self.preview.show_pages(self.layout_now.pages)
        self._show_banner("")
        self.laid_out.emit()

    def _show_banner(self, fault: str) -> None:
        words = fault or self._doubts
        self.banner.setText(words)
        self.banner.setVisible(bool(words))

    def _on_place(self, place: Place) -> None:
        if self._draft.notice is not None:
            self.paragraph.show_place(self._draft.notice, place)
            if self._tabs.currentWidget() is self.text_splitter and place != self._pointed():
                self._point_at_paragraph()

    def _on_entered(self, field: str, at: int, offset: int) -> None:
        """Names that stand apart on paper are tinted one by one."""
        is_apart = field in ("attachment_notes", "signatures")
        self.preview.show_source(Source(field, paragraph=max(at, 0) if is_apart else -1), offset)

    def _pointed(self) -> Place | None:
        """The paragraph that is tinted on paper; its cursor is followed already."""
        source = self.preview.source
        is_text = source is not None and source.field in ("body", "pieces")
        return Place(source.piece, source.paragraph) if is_text and source is not None else None

    def _point_at_paragraph(self, offset: int = -1) -> None:
        place = self.outline.place
        field = "body" if place.piece == BODY else "pieces"
        self.preview.show_source(Source(field, place.piece, place.paragraph), offset)
