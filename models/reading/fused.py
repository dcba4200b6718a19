"""Where one element ends and the next begins in a line that has nothing between them, as OCR leaves it.

Borders are taken where the structure of official documents makes them certain: the colon behind the addressees, the
formulas of the close, numbers in their order, an organ that signs with its day. Everywhere else the line stays whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.reading.fused_close import closing_cuts
from models.reading.fused_head import head_cuts, head_organs
from models.reading.numbering import parts_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.notice import Level


def fused_cuts(plain: str, last: dict[Level, int], borders: Collection[int] = ()) -> list[int]:
    """The borders inside a folded line that runs on, in order.

    `last` are the numbers that stand before it; `borders` are those that are known.
    """
    cuts = {*borders, *head_cuts(plain), *closing_cuts(plain, head_organs(plain))}
    cuts.update(parts_of(plain, last, cuts))
    return sorted(cut for cut in cuts if 0 < cut < len(plain))


def fused_borders(plain: str) -> list[int]:
    """The borders of head and close in a line that begins with marks or title and addressees, nothing between them."""
    head = head_cuts(plain)
    if len(head) < 2:
        return []
    return sorted({*head, *closing_cuts(plain, head_organs(plain))})
