"""What only says how a text looks, cut out of the XML before it is parsed: most of what a Word file consists of."""

from __future__ import annotations

import re

from models.reading.doors.word_names import WORD

LOOKS = (  # the frequent ones first, as they are tried in turn
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
_LOOK = re.compile(rf"<w:(?:{'|'.join(LOOKS)})(?:/>| [^<>]*/>)".encode())
_EMPTY = re.compile(rb"<w:rPr(?:></w:rPr|/)>")


def without_looks(data: bytes) -> bytes:
    """The XML without elements of `LOOKS`; as it is where they may be written in another way, or stand in a comment."""
    if data.count(_DECLARED) != 1 or data.count(b"xmlns:w=") != 1 or b"<!" in data:
        return data
    return _EMPTY.sub(b"", _LOOK.sub(b"", data))
