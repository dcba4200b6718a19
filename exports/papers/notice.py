"""The official document on paper: each of its formats as elements in reading order (GB/T 9704)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports.papers import document, letter, minutes, order
from exports.papers.latin import with_latin
from exports.papers.styles import Room, styles_of
from models.form import Form
from models.practice import Practice

if TYPE_CHECKING:
    from exports.page import Element
    from models.notice import Notice

_FORMATS = {
    Form.DOCUMENT: document.compose,
    Form.LETTER: letter.compose,
    Form.ORDER: order.compose,
    Form.MINUTES: minutes.compose,
}


def compose(
    notice: Notice, practice: Practice | None = None, room: Room = Room.USUAL
) -> tuple[Element, ...]:
    """The whole document in its edition and format. What is not known leaves its place empty."""
    styles = styles_of(notice.edition_in_use, practice or Practice(), room)
    elements = _FORMATS[notice.form_in_use](notice, styles)
    return with_latin(elements) if styles.practice.latin_digits else elements
