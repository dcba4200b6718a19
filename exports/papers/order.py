"""命令（令）格式: 标志, 令号, text and 签名章; no red line, no title (2012: 10.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Role, Source
from exports.papers.body import body, notes, pieces
from exports.papers.closing import closing
from exports.papers.head import corner_and_mark
from exports.papers.imprint import imprint
from exports.papers.styles import plain

if TYPE_CHECKING:
    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice

ORDER = "令"


def compose(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """The whole order."""
    return (
        *corner_and_mark(notice, _mark_text(notice), standard.ORDER_MARK_TOP, styles),
        *styles.blank(standard.BLANK_LINES_AROUND_NUMBER),
        plain(Role.DOC_NUMBER, notice.doc_number, styles.centered, Source("doc_number")),
        *styles.blank(standard.BLANK_LINES_UNDER_ORDER_NUMBER),
        *body(notice, styles),
        *closing(notice, styles),
        *notes(notice, styles),
        *pieces(notice, styles),
        *imprint(notice, styles),
    )


def _mark_text(notice: Notice) -> str:
    """The organ's full name and 令 or 命令; the title where the organ is not known."""
    if not notice.organs:
        return notice.title
    return notice.organs[0] + (notice.kind if notice.kind in ("令", "命令") else ORDER)
