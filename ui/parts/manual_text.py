"""A chapter of the manual as it is read: nothing but the program's own help folder is ever opened for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import QEvent

MARGIN, NARROWEST, WIDEST, INDENT = 20, 240, 860, 24  # pixels; longer lines are hard to read
LINE_PERCENT, PARAGRAPH_GAP = 145, 6.0
RESIZED_MS = 60
PICTURE = "\ufffc"  # what stands for it in a text
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
DIALECT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class ManualText(QTextBrowser):
    """Shows Markdown; a link is only told of, and nobody follows it here.

    Signals:
        link_chosen: The file that a link names, without its folder; empty for what is no file beside the chapters.
    """

    link_chosen = Signal(str)

    def __init__(self, root: Path) -> None:
        """Pictures are read from below `root`; addresses start at the folder of the chapters in it."""
        super().__init__()
        self._root, self._folder = root.resolve(), (root / "manual").resolve()
        self._text = ""
        self._resized = QTimer(self, singleShot=True, interval=RESIZED_MS)
        self._resized.timeout.connect(self._show_again)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName("手册正文")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(MARGIN)
        self.document().setIndentWidth(INDENT)
        self.anchorClicked.connect(self._on_link)

    def show_text(self, text: str) -> None:
        """Show a chapter from its beginning."""
        self._text = text
        self.document().setMarkdown(text, DIALECT)
        self._dress()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, start: int, length: int) -> None:
        """Select a stretch and bring it in sight."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def loadResource(self, kind: int, name: QUrl) -> object:  # pyright: ignore[reportIncompatibleMethodOverride] - what is given back is a QVariant
        """A picture of the help folder, no wider than the page; an empty answer for everything else."""
        path = self._path_of(name)
        if kind != QTextDocument.ResourceType.ImageResource.value or path is None:
            return QByteArray()
        return self._fitted(QImage(str(path)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures fit the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setLineWrapColumnOrWidth(self._width)
            self._resized.start()

    def changeEvent(self, event: QEvent) -> None:
        """The keys in the text wear the colours of the theme."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._resized.start()

    def _fitted(self, picture: QImage) -> QImage:
        room = self._width - 2 * MARGIN - 1
        if picture.width() <= room:
            return picture
        width = min(picture.width(), int(room * self.devicePixelRatioF()))
        fitted = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(width / room)
        return fitted

    @property
    def _width(self) -> int:
        return max(min(self.viewport().width(), WIDEST), NARROWEST)

    def _path_of(self, name: QUrl) -> Path | None:
        """The file of the help folder that an address means; None where it means anything else."""
        if not name.isRelative() or name.host() or not name.path():
            return None
        path = (self._folder / name.path()).resolve()
        return path if path.is_relative_to(self._root) and path.is_file() else None

    def _on_link(self, name: QUrl) -> None:
        path = self._path_of(name)
        is_chapter = path is not None and path.parent == self._folder
        self.link_chosen.emit(path.name if path is not None and is_chapter else "")

    def _show_again(self) -> None:
        bar, cursor = self.verticalScrollBar(), self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        place = bar.value() / max(bar.maximum(), 1)
        self.show_text(self._text)
        bar.setValue(round(place * bar.maximum()))
        if end > start:
            self.mark(start, end - start)

    def _dress(self) -> None:
        """Lines have air, keys a ground of their own."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_PERCENT, PROPORTIONAL)
        spaced.setBottomMargin(PARAGRAPH_GAP)
        for block in _blocks(self.document()):
            cursor = QTextCursor(block)
            if not cursor.currentTable() and PICTURE not in block.text():
                cursor.mergeBlockFormat(spaced)
            for start, end in _keys_in(block):
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(self._key_format())

    def _key_format(self) -> QTextCharFormat:
        worn = QTextCharFormat()
        worn.setFontFamilies([self.font().family()])
        worn.setBackground(theme.colour(theme.look_of(self.palette()).chosen))
        return worn


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _keys_in(block: QTextBlock) -> list[tuple[int, int]]:
    """Where words in backticks stand."""
    mono = QTextFormat.Property.FontFixedPitch
    return [
        (one.start + block.position(), one.start + block.position() + one.length)
        for one in block.textFormats()
        if one.format.hasProperty(mono)
    ]
