"""The pages as they will be printed: all of them scroll, those in view are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from exports import standard
from exports.page import Glyphs
from ui.parts.paper import Paper, prepared
from ui.parts.seal import paint_stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from exports.page import Page, Source
    from exports.typeset.fonts import FontBook

MARGIN, BETWEEN = 16, 16
ZOOM_STEP = 1.1
SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
WIDTH, PAGE = "width", "page"
EDGE = 2.0  # points around what is painted anew
SHADOW, SHADE = 3, 14  # pixels, and what each adds to the darkness of 255


class Preview(QAbstractScrollArea):
    """Painted straight from the placed pages.

    Signals:
        pointed: The clerk clicked on a text that comes from here, and on which of its characters.
        page_changed: The page in view and how many there are.
        zoomed: Percent of the true size.
    """

    pointed = Signal(object, int)
    page_changed = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, fonts: FontBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = Paper(fonts)
        self._pages: Sequence[Page] = ()
        self._source: Source | None = None
        self._offset, self._near = -1, 0
        self._fit = WIDTH
        self._scale = 1.0  # pixels a point
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("版面预览")
        self.setAccessibleDescription("公文打印出来的样子。点文字跳到左边对应的一栏。")
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self.setMinimumWidth(240)

    @property
    def pages(self) -> Sequence[Page]:
        """What is shown."""
        return self._pages

    @property
    def zoom(self) -> str:
        """`width`, `page`, or percent."""
        return self._fit or str(self.percent)

    @property
    def scale(self) -> float:
        """Pixels a point of the paper."""
        return self._scale

    @property
    def percent(self) -> int:
        """Size of the paper against the true one."""
        return round(100 * self._scale / self._true_scale())

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view, 0 where there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        step = self._page_size().height() + BETWEEN
        return min(int(max(middle - MARGIN, 0) // step) + 1, len(self._pages))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show other pages, painting only what differs; the view moves only after the cursor."""
        before, self._pages = self._pages, pages
        if len(before) != len(pages):
            self._arrange()
        else:
            self._update_changes(before)
        if self._offset >= 0:
            self._scroll_to_source()

    def _update_changes(self, before: Sequence[Page]) -> None:
        """Paint anew the bands in which pages in view differ from those before."""
        for at, (old, new) in enumerate(zip(before, self._pages, strict=True)):
            place = self.page_rect(at)
            if old is not new and place.intersects(QRectF(self.viewport().rect())):
                top, bottom = band(old, new)
                height = (bottom - top) * self._scale
                across = place.adjusted(EDGE, 0, -EDGE, 0)  # the shadow stays
                across.setTop(place.top() + top * self._scale)
                across.setHeight(height)
                self.viewport().update(across.toAlignedRect())

    def set_zoom(self, zoom: str) -> None:
        """Fit to `width` or `page`, or show at so many percent."""
        self._fit = zoom if zoom in (WIDTH, PAGE) else ""
        if not self._fit:
            self._scale = self._true_scale() * int(zoom) / 100
        self._arrange()

    def step_zoom(self, steps: float) -> None:
        """Larger or smaller, around the middle of the view."""
        wanted = self.percent / 100 * ZOOM_STEP**steps
        wanted = min(max(wanted, SMALLEST_ZOOM), LARGEST_ZOOM)
        bar = self.verticalScrollBar()
        part = (bar.value() + bar.pageStep() / 2) / max(bar.maximum() + bar.pageStep(), 1)
        self.set_zoom(str(round(wanted * 100)))
        bar.setValue(round(part * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    @property
    def source(self) -> Source | None:
        """Where the tinted text comes from."""
        return self._source

    def show_source(self, source: Source | None, offset: int = -1) -> None:
        """Tint the text that comes from `source`, and bring it into view: its start, or one of its characters."""
        if (source, offset) == (self._source, self._offset):
            return
        is_other = source != self._source
        self._source, self._offset = source, offset
        self._scroll_to_source()
        if is_other:
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """Room for a page."""
        return QSize(620, 600)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl with the wheel zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(event.angleDelta().y() / 120)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a text points at where it comes from."""
        for at, page in enumerate(self._pages):
            place = self.page_rect(at)
            if place.contains(event.position()):
                spot = (event.position() - place.topLeft()) / self._scale
                found = self._paper.place_at(page, spot.x(), spot.y())
                if found is not None:
                    self.pointed.emit(*found)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view."""
        painter = prepared(QPainter(self.viewport()))
        painter.fillRect(event.rect(), self.palette().dark())
        for at, page in enumerate(self._pages):
            place = self.page_rect(at)
            if place.intersects(QRectF(event.rect())):
                self._paint_page(painter, page, place, QRectF(event.rect()))
        painter.end()

    def _paint_page(self, painter: QPainter, page: Page, place: QRectF, dirty: QRectF) -> None:
        _paint_shadow(painter, place, dirty.toAlignedRect())
        painter.fillRect(place.toAlignedRect(), Qt.GlobalColor.white)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(self._scale, self._scale)
        paint_stamps(painter, page)
        top = (dirty.top() - place.top()) / self._scale
        self._paper.paint(painter, page, self._source, (top, top + dirty.height() / self._scale))
        painter.restore()

    def _true_scale(self) -> float:
        return self.logicalDpiX() / 72

    def _page_size(self) -> QSize:
        width = standard.pt(standard.PAGE_WIDTH) * self._scale
        return QSize(round(width), round(standard.pt(standard.PAGE_HEIGHT) * self._scale))

    def page_rect(self, at: int) -> QRectF:
        """Where a page lies in the view."""
        size, view = self._page_size(), self.viewport()
        left = max((view.width() - size.width()) // 2, MARGIN) - self.horizontalScrollBar().value()
        top = MARGIN + at * (size.height() + BETWEEN) - self.verticalScrollBar().value()
        return QRectF(QPointF(left, top), size)

    def _arrange(self) -> None:
        """The scale that fits, and how far there is to scroll."""
        view = self.viewport().size()
        if self._fit:
            across = (view.width() - 2 * MARGIN) / standard.pt(standard.PAGE_WIDTH)
            down = (view.height() - 2 * MARGIN) / standard.pt(standard.PAGE_HEIGHT)
            self._scale = max(across if self._fit == WIDTH else min(across, down), 0.1)
        size = self._page_size()
        whole = 2 * MARGIN - BETWEEN + len(self._pages) * (size.height() + BETWEEN)
        bars = (
            (self.verticalScrollBar(), whole, view.height()),
            (self.horizontalScrollBar(), size.width() + 2 * MARGIN, view.width()),
        )
        for bar, length, room in bars:
            bar.setPageStep(room)
            bar.setSingleStep(40)
            bar.setRange(0, max(length - room, 0))
        self.zoomed.emit(self.percent)
        self._tell_page()
        self.viewport().update()

    def _tell_page(self) -> None:
        self.page_changed.emit(self.page, len(self._pages))

    def _scroll_to_source(self) -> None:
        """Bring the line with the character into view, where it is not there already."""
        bar, found = self.verticalScrollBar(), self._line_of_source()
        if found is not None:
            at, baseline = found
            y = self.page_rect(at).top() + baseline * self._scale
            if not 0 < y < self.viewport().height() - 24:
                bar.setValue(round(bar.value() + y - self.viewport().height() / 3))

    def _line_of_source(self) -> tuple[int, float] | None:
        """Page and baseline of the line with the character; looked for first around where the last one was."""
        near = range(max(self._near - 1, 0), min(self._near + 2, len(self._pages)))
        for span in (near, range(len(self._pages))):
            found: tuple[int, float] | None = None
            for at in span:
                for mark in self._pages[at].texts:
                    is_it = mark.source == self._source and self._source is not None
                    if is_it and (found is None or mark.start <= self._offset):
                        found = (at, mark.baseline)
            if found is not None:
                self._near = found[0]
                return found
        return None


def band(old: Page, new: Page) -> tuple[float, float]:
    """The highest and the lowest place, in points, where two pages differ; marks that begin and end alike do not."""
    pairs = list(zip(old.marks, new.marks, strict=False))
    alike = next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))
    behind = pairs[alike:]
    rest = zip(reversed(old.marks[alike:]), reversed(new.marks[alike:]), strict=False)
    ending = next((at for at, (a, b) in enumerate(rest) if a != b), len(behind))
    changed = [
        mark
        for page in (old, new)
        for mark in page.marks[alike : len(page.marks) - min(ending, len(page.marks) - alike)]
    ]
    if not changed or any(not isinstance(mark, Glyphs) or mark.is_turned for mark in changed):
        return 0.0, new.height
    lines = [mark for mark in changed if isinstance(mark, Glyphs)]
    return (
        min(mark.baseline - mark.size for mark in lines) - EDGE,
        max(mark.baseline + mark.size for mark in lines) + EDGE,
    )


def _paint_shadow(painter: QPainter, place: QRectF, dirty: QRect) -> None:
    """Rings of one pixel, the outer ones fainter: six whole sheets took longer than all the text on them."""
    for spread in range(SHADOW):
        shade = QColor(0, 0, 0, SHADE * (SHADOW - spread))
        edge = place.adjusted(-spread, 2 - spread, spread, 2 + spread).toRect()
        for side in (
            QRect(edge.left(), edge.top(), edge.width(), 1),
            QRect(edge.left(), edge.bottom(), edge.width(), 1),
            QRect(edge.left(), edge.top(), 1, edge.height()),
            QRect(edge.right(), edge.top(), 1, edge.height()),
        ):
            if side.intersects(dirty):
                painter.fillRect(side, shade)
