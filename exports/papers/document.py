"""文件格式, the ordinary format: 版头, 主体, pieces and 版记 (2012: 7; 1999: 8)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.page import Role, Source
from exports.papers.body import addressees, body, notes, pieces, title
from exports.papers.closing import closing
from exports.papers.head import head
from exports.papers.imprint import imprint

if TYPE_CHECKING:
    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice


def compose(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """The whole document."""
    is_moved = styles.room.moves_addressees and bool(notice.addressees)
    shown = replace(notice, addressees="") if is_moved else notice
    return (
        *head(notice, styles),
        *title(notice.title, Role.TITLE, Source("title"), styles),
        *addressees(shown, styles),
        *body(notice, styles),
        *closing(notice, styles),
        *notes(notice, styles),
        *pieces(notice, styles),
        *imprint(notice, styles, with_addressees=is_moved),
    )
