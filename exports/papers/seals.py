"""Seals of several organs: which stands where, none touching another (2012: 7.3.5.1; 1999: 8.2.5)."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Role, Row, Source, Stamping
from exports.papers.styles import nominal_width, plain, plain_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.page import Element
    from exports.papers.styles import Styles


def two_seals(organs: Sequence[str], date: str, styles: Styles) -> Iterator[Element]:
    """1999: the date drawn out between 7 字 at either side, the lead's seal at its left, both pressing it."""
    size, gap = styles.seal_pt, standard.pt(standard.SEAL_GAP_1999)
    middle = styles.grid.width / 2
    half = (size + gap) / 2
    yield from styles.blank(standard.BLANK_LINES_ABOVE_DATE, keep=True)
    centres = ((middle - half, styles.grid.pitch / 2), (middle + half, styles.grid.pitch / 2))
    yield Stamping(centres, size, size, tuple(organs))
    free = standard.TWO_SEALS_CHARS_1999 * standard.CHAR_PT
    setting = replace(styles.flush.aligned(Align.SPREAD), left=free, right=free)
    yield plain(Role.DATE, date, setting, Source("date"))


def seal_rows(organs: Sequence[str], last: float | None, styles: Styles) -> Iterator[Element]:
    """Rows of names, a seal on each; the caller sets the date under the last.

    Args:
        organs: The names in their order.
        last: Where the middle of the last name stands, points from the left: over the date. None centres each row.
        styles: Of the document.
    """
    size, pitch = styles.seal_pt, styles.grid.pitch
    places = _places(organs, last, styles)
    rows = [
        range(at, min(at + len(places), len(organs))) for at in range(0, len(organs), len(places))
    ]
    between = int((size + standard.pt(standard.SEALS_APART)) / pitch)
    for number, row in enumerate(rows):
        yield from styles.blank(between if number else standard.BLANK_LINES_ABOVE_DATE, keep=True)
        xs = places[-len(row) :] if last is not None else _centred(places, len(row), styles)
        names = [organs[at] for at in row]
        y = pitch / 2 - standard.pt(standard.SEAL_ABOVE)
        yield Stamping(tuple((x, y) for x in xs), size, size, tuple(names))
        yield _names(row, names, xs, styles)


def lines_under_seal(styles: Styles) -> int:
    """How many lines a seal takes below that of the name it presses."""
    below = styles.seal_pt / 2 - standard.pt(standard.SEAL_ABOVE) - styles.grid.pitch / 2
    return math.ceil(below / styles.grid.pitch)


def _names(row: range, names: Sequence[str], xs: Sequence[float], styles: Styles) -> Row:
    cells = (
        plain_cell(name, x, Source("signatures", paragraph=at), Align.CENTER)
        for at, name, x in zip(row, names, xs, strict=True)
    )
    return Row(Role.SIGNATURE, tuple(cells), replace(styles.left, keep_with_next=True))


def _places(organs: Sequence[str], last: float | None, styles: Styles) -> list[float]:
    """The middles of a full row: as many as fit beside each other, three at most."""
    width = styles.grid.width
    need = max(styles.seal_pt + standard.pt(standard.SEALS_APART), _widest(organs, styles))
    right = width - need / 2 if last is None else min(last, width - need / 2)
    count = min(standard.MOST_SEALS_IN_ROW, len(organs), max(1, int((right + need / 2) / need)))
    step = need if count == 1 else min((right - need / 2) / (count - 1), width / count)
    return [right - step * (count - 1 - at) for at in range(count)]


def _centred(places: Sequence[float], count: int, styles: Styles) -> list[float]:
    """The places of a row of `count`, in the middle of the type area."""
    step = places[1] - places[0] if len(places) > 1 else 0.0
    start = styles.grid.width / 2 - step * (count - 1) / 2
    return [start + step * at for at in range(count)]


def _widest(organs: Sequence[str], styles: Styles) -> float:
    return max(nominal_width(organ, styles.left) for organ in organs) + standard.CHAR_PT
