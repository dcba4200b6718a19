"""No character may be lost: each printed one is in one element, or in what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.fold import fold

if TYPE_CHECKING:
    from models.reading.reading import Reading


def assert_lossless(reading: Reading) -> None:
    """Each printed character of the text is in exactly one found element or one span left out."""
    spans = [(f.start, f.end) for f in reading.found]
    spans += [(span.start, span.end) for span in reading.left_out]
    taken = [0] * len(reading.text)
    for start, end in spans:
        for at in range(start, end):
            taken[at] += 1
    plain = fold(reading.text)
    for at, mark in enumerate(plain):
        wanted = (0, 1) if mark.isspace() else (1,)
        assert taken[at] in wanted, (at, mark, taken[at])
