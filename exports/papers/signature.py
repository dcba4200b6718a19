"""签名章: the post of each who signs, room for the stamp at its right, the date below (2012: 7.3.5.3; 1999: order)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Cell, Face, Role, Row, Run, Source, Stamping
from exports.papers.styles import nominal_width, plain
from models.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice


def signed(notice: Notice, date: str, styles: Styles) -> Iterator[Element]:
    """A row for each stamp: its right edge 4 字 from the right, the post 2 字 to its left on its middle."""
    is_old = notice.edition_in_use is Edition.GB1999
    width, height = (standard.pt(size) for size in standard.SIGNATURE_STAMP)
    right = standard.DATE_RIGHT_CHARS * standard.CHAR_PT
    edge = styles.grid.width - right - width
    posts = [_post_and_name(entry) for entry in notice.signatures]
    longest = max((nominal_width(post, styles.left) for post, _ in posts), default=0.0)
    start = edge - standard.SIGNATURE_POST_CHARS * standard.CHAR_PT - longest
    yield from styles.blank(0 if is_old else standard.BLANK_LINES_ABOVE_SIGNATURE, keep=True)
    for at, (post, name) in enumerate(posts):
        room = height + standard.pt(standard.SEALS_APART)
        yield Stamping(((edge + width / 2, room / 2),), width, height, (name,), is_round=False)
        cell = Cell((Run(post, Face.FANG_SONG),), start, source=Source("signatures", paragraph=at))
        white = (room - styles.grid.pitch) / 2
        setting = replace(styles.left, space_before=white, space_after=white, keep_with_next=True)
        yield Row(Role.SIGNATURE, (cell,), setting)
    yield from styles.blank(0 if is_old else 1, keep=True)
    chars = standard.ORDER_DATE_CHARS_1999 if is_old else standard.DATE_RIGHT_CHARS
    setting = replace(styles.right, right=chars * standard.CHAR_PT)
    yield plain(Role.DATE, date, setting.aligned(Align.RIGHT), Source("date"))


def _post_and_name(entry: str) -> tuple[str, str]:
    """市长　李明: the post is printed, the name is in the stamp."""
    post, _, name = entry.replace("\u3000", " ").strip().rpartition(" ")
    return (post.strip(), name) if post else (entry, "")
