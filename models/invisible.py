"""Characters that nobody sees: no font has them, and in names of files they are traps."""

from __future__ import annotations

import re

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e01ef]"
)


def visible(text: str) -> str:
    """The text without them; tabs and line feeds stay."""
    return _INVISIBLE.sub("", text)
