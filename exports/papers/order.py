"""命令（令）格式: 标志, 令号, text and 签名章; no red line, no title (2012: 10.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Face, Role, Run, Source, Text
from exports.papers.body import body, notes, pieces
from exports.papers.closing import closing
from exports.papers.head import corner
from exports.papers.imprint import imprint
from exports.papers.mark import single

if TYPE_CHECKING:
    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice

ORDER = "令"


def compose(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """The whole order."""
    above = tuple(corner(notice, styles))
    height = sum(text.setting.pitch for text in above)
    space = standard.pt(standard.ORDER_MARK_TOP) - height
    number = Run(notice.doc_number, Face.FANG_SONG)
    return (
        *above,
        single(_mark_text(notice), styles, space),
        *styles.blank(standard.BLANK_LINES_AROUND_NUMBER),
        Text(Role.DOC_NUMBER, (number,), styles.centered, Source("doc_number")),
        *styles.blank(standard.BLANK_LINES_UNDER_ORDER_NUMBER),
        *body(notice, styles),
        *closing(notice, styles),
        *notes(notice, styles),
        *pieces(notice, styles),
        *imprint(notice, styles),
    )


def _mark_text(notice: Notice) -> str:
    """The organ's full name and 令 or 命令; a title that says just that is the 标志 itself."""
    if not notice.organs:
        return notice.title
    return notice.organs[0] + (notice.kind if notice.kind in ("令", "命令") else ORDER)
