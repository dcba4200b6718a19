"""XML of strangers as a tree: no document type is let in, hence no entity; and no more marks than memory holds."""

from __future__ import annotations

import contextlib
from xml.etree import ElementTree as ET
from xml.parsers import expat

from models.reading.doors.refusals import broken, dangerous

MAX_TAGS = 600_000  # of start and end together: about 300 MB as a tree at the worst
MAX_ATTRIBUTES = 1_000_000
_FIRST_LOOK = 4_096  # bytes


class _DoctypeFound(Exception):
    """The text declares a document type."""


class _RootReached(Exception):
    """The prolog is over; no document type can follow."""


def tree_of(data: bytes, name: str) -> ET.Element:
    """The tree of an XML text that stands in the file `name`.

    Raises:
        Refused: it declares a document type, is too large, or is no XML.
    """
    if data.count(b"<") > MAX_TAGS or data.count(b"=") > MAX_ATTRIBUTES:
        raise dangerous(name, "内容过多")
    try:
        _check_prolog(data)
        return ET.fromstring(data)
    except _DoctypeFound as error:
        raise dangerous(name, "含有实体声明") from error
    except (expat.ExpatError, ET.ParseError, LookupError, ValueError) as error:
        raise broken(name) from error


def _check_prolog(data: bytes) -> None:
    """Let expat itself, whatever the encoding, read up to the first element."""

    def found(*_: object) -> None:
        raise _DoctypeFound

    def reached(*_: object) -> None:
        raise _RootReached

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = found
    parser.StartElementHandler = reached
    done, size = 0, _FIRST_LOOK
    with contextlib.suppress(_RootReached):
        while done < len(data):
            parser.Parse(data[done : done + size], False)
            done, size = done + size, 2 * size
