"""Copy numbers as a clerk writes them: 000001—000005、9."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from models.errors import UserError
from models.spans import Span, union

if TYPE_CHECKING:
    from models.spans import Spans

_BETWEEN = re.compile(r"[、,;\s]+")
_SPAN = re.compile(r"(\d{1,9})(?:(?:[-—–~～]|——|至)(\d{1,9}))?")


class WrongSpans(UserError):
    """No copy numbers can be read from the text."""


def spans_from(text: str) -> Spans:
    """The numbers that were typed.

    Raises:
        WrongSpans: part of the text is no number, or there is none.
    """
    spans: list[Span] = []
    for part in filter(None, _BETWEEN.split(unicodedata.normalize("NFKC", text))):
        found = _SPAN.fullmatch(part)
        first = int(found[1]) if found else 0
        last = int(found[2] or found[1]) if found else 0
        if not 0 < first <= last:
            raise WrongSpans(f"份号“{part[:20]}”没有看懂。请写成 000001—000005、000009。")
        spans.append(Span(first, last))
    if not spans:
        raise WrongSpans("还没有填份号。请写成 000001—000005、000009。")
    return union(spans)
