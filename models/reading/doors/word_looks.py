"""What only says how a text looks, cut out of the XML before it is parsed: most of what a Word file consists of."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

from models.reading.doors.word_names import WORD

LOOKS = (
    "rFonts", "sz", "szCs", "spacing", "jc", "ind", "color", "kern", "b", "lang", "bCs", "i", "iCs",
    "u", "em", "highlight", "shd", "bdr", "strike", "noProof", "webHidden", "w", "position",
    "fitText", "effect", "keepNext", "keepLines", "widowControl", "wordWrap", "overflowPunct",
    "topLinePunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid", "adjustRightInd", "textAlignment",
    "contextualSpacing", "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd",
    "cantSplit", "tblHeader", "tcW", "vAlign", "gridCol", "tblW", "tblInd", "tblLayout", "tblStyle",
    "trHeight", "tblLook",
)  # fmt: skip
"""Elements of WordprocessingML without text."""
_DECLARED = f'xmlns:w="{WORD}"'.encode()
_BY_INITIAL = "|".join(  # most elements are none of them: the initial tells it soonest
    f"{initial}(?:{'|'.join(name[1:] for name in names)})"
    for initial, names in groupby(sorted(LOOKS), key=itemgetter(0))
)
_LOOK = re.compile(rf"<w:(?:{_BY_INITIAL})(?:/>| [^<>]*/>)".encode())
_EMPTY = re.compile(rb"<w:rPr(?:></w:rPr|/)>")


def without_looks(data: bytes) -> bytes:
    """The XML without elements of `LOOKS`; as it is where they may be written in another way, or stand in a comment."""
    is_usual = _DECLARED in data and data.count(b"xmlns:w=") == 1
    if not is_usual or (b"!" in data and b"<!" in data):  # the first is found much faster
        return data
    return _EMPTY.sub(b"", _LOOK.sub(b"", data))
