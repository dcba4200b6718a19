"""Which parts of an office package name which others (ECMA-376-2, 6.5), in the words of the usual variant of the format."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple

from models.reading.doors.markup import tree_of

if TYPE_CHECKING:
    from models.reading.doors.package import Package

_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(re.escape(_STRICT) + rb"(\w+)/")


class Target(NamedTuple):
    """A part that another one names, and what it is to it: an address that ends in its kind."""

    kind: str
    part: str


def targets_of(package: Package, part: str) -> dict[str, Target]:
    """The parts of the package that a part names, by the names it uses.

    Raises:
        Refused: it is broken, or made to exhaust the machine.
    """
    folder, file = posixpath.split(part)
    data = package.read(posixpath.join(folder, "_rels", f"{file}.rels"))
    if not data:
        return {}
    return {
        named.get("Id", ""): Target(named.get("Type", ""), beside(part, named.get("Target", "")))
        for named in tree_of(data, package.file_name)
        if named.get("TargetMode") != "External"
    }


def beside(part: str, place: str) -> str:
    """The part that another one means by a place, which may start from its own folder."""
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, place.strip())).lstrip("/")


def usual(data: bytes) -> bytes:
    """The strict variant of the format (ECMA-376-1) in the names of the usual one (ECMA-376-4)."""
    if _STRICT not in data:
        return data
    return _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
