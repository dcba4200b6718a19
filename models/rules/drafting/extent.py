"""How much a notice says, as office programs count it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from models.places import BODY, text_of

if TYPE_CHECKING:
    from models.notice import Notice

_COUNTED = re.compile("[A-Za-z0-9][A-Za-z0-9.,'%-]*|[^\\s A-Za-z0-9]")
_KEPT = 4096  # paragraphs; of those a keystroke changes one


def word_count(notice: Notice) -> int:
    """The 字数 of the body and of all pieces: each Chinese character and mark counts, a number or a word as one."""
    texts = (p for piece in range(BODY, len(notice.pieces)) for p in text_of(notice, piece))
    return sum(_count(paragraph.whole) for paragraph in texts)


@lru_cache(_KEPT)
def _count(text: str) -> int:
    return len(_COUNTED.findall(text))
