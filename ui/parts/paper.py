"""Painting placed pages with Qt, for the screen and for the printer: it draws, it never decides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from exports import standard
from exports.memo import Memo
from exports.page import Glyphs, Ink, Page, Rule
from exports.typeset.fonts import BOLD_STROKE
from ui.parts.raw_fonts import RawFonts

if TYPE_CHECKING:
    from exports.page import Source
    from exports.typeset.fonts import FontBook

INK = {Ink.BLACK: QColor("#000000"), Ink.RED: QColor(f"#{standard.RED_RGB}")}
ASCENT, DESCENT = 0.95, 0.25  # of a clickable line, in parts of its size
MOST_RUNS = 4000  # lines of more than a hundred pages
TINT = QColor(166, 27, 27, 22)


class Paper:
    """Paints pages in points with the very glyphs the typesetter measured.

    Attributes:
        fonts: What the pages are set in.
    """

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._raw = RawFonts(fonts)
        self._runs: Memo[QGlyphRun] = Memo(MOST_RUNS, lambda _run: 1)

    def paint(
        self,
        painter: QPainter,
        page: Page,
        pointed: Source | None = None,
        within: tuple[float, float] | None = None,
    ) -> None:
        """Draw the marks of a page; a painter whose unit is the point.

        Args:
            painter: Draws.
            page: What is drawn.
            pointed: Its text is tinted.
            within: Highest and lowest place that is wanted; lines elsewhere are passed over.
        """
        for mark in page.marks:
            if isinstance(mark, Glyphs):
                if within and not mark.is_turned and not _is_within(mark, within):
                    continue
                if pointed is not None and mark.source == pointed:
                    painter.fillRect(self.box(mark), TINT)
                painter.setPen(INK[mark.ink])
                self._draw(painter, mark)
            elif isinstance(mark, Rule):
                painter.fillRect(_box_of_rule(mark), INK[mark.ink])

    def _draw(self, painter: QPainter, mark: Glyphs) -> None:
        """Along the way of its pen; bold type is drawn twice, a little apart."""
        run, pen = self._run(mark), QPointF(mark.x, mark.baseline)
        if mark.is_turned:
            painter.save()
            painter.translate(pen)
            painter.rotate(-90)
            pen = QPointF()
        painter.drawGlyphRun(pen, run)
        if self.fonts.files[mark.face].is_bold:
            painter.drawGlyphRun(pen + QPointF(mark.size * BOLD_STROKE, 0), run)
        if mark.is_turned:
            painter.restore()

    def place_at(self, page: Page, x: float, y: float) -> tuple[Source, int] | None:
        """Where the text under a place comes from, and which of its characters is there."""
        for mark in page.texts:
            if mark.source is not None and self.box(mark).contains(x, y):
                way = mark.baseline - y if mark.is_turned else x - mark.x
                return mark.source, mark.start + self._passed(mark, way)
        return None

    def _passed(self, mark: Glyphs, way: float) -> int:
        """How many characters of a mark are passed on the way of its pen; the nearer side of one counts."""
        advances, pen = self.fonts.advances(mark.face), 0.0
        for at, char in enumerate(mark.text):
            step = advances[char] * mark.size + mark.spacing
            if way < pen + step / 2:
                return at
            pen += step
        return len(mark.text)

    def box(self, mark: Glyphs) -> QRectF:
        """The place a stretch of text takes."""
        advances = self.fonts.advances(mark.face)
        width = sum(advances[char] * mark.size + mark.spacing for char in mark.text)
        ascent, height = ASCENT * mark.size, (ASCENT + DESCENT) * mark.size
        if mark.is_turned:
            return QRectF(mark.x - ascent, mark.baseline - width, height, width)
        return QRectF(mark.x, mark.baseline - ascent, width, height)

    def _run(self, mark: Glyphs) -> QGlyphRun:
        """Made once for each text, as a keystroke changes few of them."""
        key = (mark.face, mark.size, mark.spacing, mark.text)
        return self._runs.once(key, partial(self._new_run, mark))

    def _new_run(self, mark: Glyphs) -> QGlyphRun:
        font, advances = self.fonts.font(mark.face), self.fonts.advances(mark.face)
        places: list[QPointF] = []
        pen = 0.0
        for char in mark.text:
            places.append(QPointF(pen, 0.0))
            pen += advances[char] * mark.size + mark.spacing
        run = QGlyphRun()
        run.setRawFont(self._raw.of(mark.face, mark.size))
        run.setGlyphIndexes([font.glyph(char) for char in mark.text])
        run.setPositions(places)
        return run


def _is_within(mark: Glyphs, within: tuple[float, float]) -> bool:
    """Whether a line may touch a band; the 标志 reaches further than any other."""
    return mark.baseline + mark.size >= within[0] and mark.baseline - 2 * mark.size <= within[1]


def _box_of_rule(rule: Rule) -> QRectF:
    half = rule.width / 2
    if rule.is_upright:
        return QRectF(rule.x - half, rule.y, rule.width, rule.length)
    return QRectF(rule.x, rule.y - half, rule.length, rule.width)


def prepared(painter: QPainter) -> QPainter:
    """Smooth shapes and letters."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.setPen(Qt.PenStyle.NoPen)
    return painter
