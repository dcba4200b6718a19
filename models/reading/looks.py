"""Whether a text looks like a whole official document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.reading.reading import Reading

LEAST = 60  # characters: shorter is a phrase


def is_like_notice(reading: Reading) -> bool:
    """A title with its 文种, text under it, and what only an official document has: addressees, a number or a date."""
    notice = reading.notice
    marks = (notice.addressees, notice.doc_number, notice.date)
    return len(reading.text) >= LEAST and bool(notice.kind and notice.body) and any(marks)
