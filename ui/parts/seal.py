"""Where a seal or a 签名章 will be pressed, as a pale shape on the screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from exports.page import Stamp

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from exports.page import Page

PALE = QColor(255, 0, 0, 110)
RING = 3.4  # points: 1.2 mm
STAR = 0.16  # of the width of the seal


def paint_stamps(painter: QPainter, page: Page) -> None:
    """Show where seals will be pressed: for the eye, never for the printer."""
    for mark in page.marks:
        if isinstance(mark, Stamp):
            _paint_stamp(painter, mark)


def _paint_stamp(painter: QPainter, stamp: Stamp) -> None:
    """A ring with a star for a seal, a frame for a 签名章; a painter whose unit is the point."""
    painter.save()
    painter.setPen(QPen(PALE, RING if stamp.is_round else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(stamp.x - stamp.width / 2, stamp.y - stamp.height / 2, stamp.width, stamp.height)
    if stamp.is_round:
        painter.drawEllipse(box.adjusted(RING / 2, RING / 2, -RING / 2, -RING / 2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PALE)
        painter.drawPolygon(_star(stamp), Qt.FillRule.WindingFill)
    else:
        painter.drawRect(box)
    painter.restore()


def _star(stamp: Stamp) -> QPolygonF:
    """Five points, each joined with the next but one."""
    radius = STAR * stamp.width
    angles = (math.radians(-90 + 144 * at) for at in range(5))
    return QPolygonF(
        [
            QPointF(stamp.x + radius * math.cos(angle), stamp.y + radius * math.sin(angle))
            for angle in angles
        ]
    )
