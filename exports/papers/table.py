"""A table in the text: how wide its columns are and in which type it fits (5.2.1; tables keep to the type area)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Setting, Table
from exports.papers.styles import width_in_chars
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.page import Source
    from exports.papers.styles import Styles

Rows = tuple[tuple[str, ...], ...]

TRIED = (  # size and whether it is turned
    *((size, False) for size in standard.TABLE_PTS[:2]),
    *((size, True) for size in standard.TABLE_PTS),
)
TURNED_SPARE = (
    3.0  # points that a turned table leaves free: Word has a paragraph before and after it
)
LEAST_CHARS = 2.0  # characters that every column has room for
UPRIGHT_CHARS = 4.0  # that a column of so many or more has where the table is not turned
SHORT_CHARS = 8.0  # columns of cells up to this long are centred


class TableTooWide(UserError):
    """A table has more columns than fit beside each other."""


def table(rows: Rows, source: Source, styles: Styles) -> Table:
    """A table as wide as the type area, in the largest type that gives every column room; else turned (2012: 9).

    Raises:
        TableTooWide: no type does.
    """
    needs = [max(map(width_in_chars, column)) for column in zip(*rows, strict=True)]
    for size, is_turned in TRIED:
        across = styles.grid.height - TURNED_SPARE if is_turned else styles.grid.width
        padding = 2 * standard.pt(standard.TABLE_PADDING)
        room = across / size - len(needs) * padding / size
        least = LEAST_CHARS if is_turned else UPRIGHT_CHARS
        if room >= sum(min(max(need, LEAST_CHARS), least) for need in needs):
            widths = tuple(share * size + padding for share in _shares(needs, room))
            setting = Setting(size, size * standard.TABLE_PITCH, Align.LEFT)
            heads = 1 if len(rows) > 1 else 0
            aligns = _aligns(needs)
            return Table(rows, widths, aligns, setting, heads, source, is_turned=is_turned)
    raise TableTooWide(f"表格有 {len(needs)} 列，纸上排不下。请减少列数，或把它拆成几个表格。")


def _shares(needs: Sequence[float], room: float) -> list[float]:
    """The characters each column gets: what it needs, as long as the others keep a fair share; the rest in proportion."""
    shares = [0.0] * len(needs)
    left, waiting = room, sorted(range(len(needs)), key=lambda at: needs[at])
    for done, at in enumerate(waiting):
        fair = left / (len(waiting) - done)
        shares[at] = min(max(needs[at], LEAST_CHARS), fair)
        left -= shares[at]
    stretch = room / sum(shares)
    return [share * stretch for share in shares]


def _aligns(needs: Sequence[float]) -> tuple[Align, ...]:
    return tuple(Align.CENTER if need <= SHORT_CHARS else Align.LEFT for need in needs)
