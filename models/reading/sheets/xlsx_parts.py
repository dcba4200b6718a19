"""What belongs to all sheets of a workbook: their names, the texts they share, the formats that fill with zeros."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.doors.events import GAP, Events
from models.reading.doors.refusals import broken
from models.reading.doors.related import targets_of, usual
from models.reading.sheets.sheet import MAX_CELL, cell_too_long, too_full

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from models.reading.doors.events import Attributes
    from models.reading.doors.package import Package

WORKBOOK = "xl/workbook.xml"
MAX_TEXTS = 500_000
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main" + GAP
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships" + GAP
_CELLS = "/worksheet"  # a sheet may be one of a chart, too
_ZEROS = re.compile(r'"?(0+)"?')


def run(
    package: Package,
    part: str,
    starts: Mapping[str, Callable[[Attributes], None]],
    ends: Mapping[str, Callable[[], None]] | None = None,
    text: Callable[[str], None] = lambda _: None,
) -> None:
    """Go through a part of the package, where it is there.

    Raises:
        UserError: it is broken or hostile.
    """
    if part not in package:
        return
    Events(starts, ends or {}, text).run(usual(package.read(part)), package.file_name)


def sheet_parts(package: Package) -> Iterator[tuple[str, str]]:
    """The title and the part of each visible sheet of cells.

    Raises:
        Refused: one is named and not there.
    """
    sheets: list[tuple[str, str]] = []

    def sheet(attributes: Attributes) -> None:
        if attributes.get("state", "visible") == "visible":
            sheets.append((attributes.get("name", ""), attributes.get(_R + "id", "")))

    run(package, WORKBOOK, {S + "sheet": sheet})
    targets = targets_of(package, WORKBOOK)
    for title, one in sheets:
        target = targets.get(one)
        if target is None or target.part not in package:
            raise broken(package.file_name)
        if target.kind.endswith(_CELLS):
            yield title, target.part


def shared_texts(package: Package) -> list[str]:
    """The texts that cells point at, without the marks of their pronunciation (rPh)."""
    texts: list[str] = []
    inside: list[str] = []

    def begin(_: Attributes) -> None:
        texts.append("")
        if len(texts) > MAX_TEXTS:
            raise too_full(package.file_name)

    def enter(name: str) -> Callable[[Attributes], None]:
        return lambda _: inside.append(name)

    def leave() -> None:
        inside.pop()

    def take(text: str) -> None:
        if inside == ["t"] and texts:
            texts[-1] += text
            if len(texts[-1]) > MAX_CELL:
                raise cell_too_long(package.file_name)

    starts = {S + "si": begin, S + "t": enter("t"), S + "rPh": enter("rPh")}
    run(package, "xl/sharedstrings.xml", starts, {S + "t": leave, S + "rPh": leave}, take)
    return texts


def zero_widths(package: Package) -> dict[str, int]:
    """By the number of a cell format, how many digits it fills with zeros from the left, as those of postcodes do."""
    codes: dict[str, int] = {}
    widths: list[int] = []
    inside: list[bool] = []

    def code(attributes: Attributes) -> None:
        if zeros := _ZEROS.fullmatch(attributes.get("formatCode", "")):
            codes[attributes.get("numFmtId", "")] = len(zeros[1])

    def form(attributes: Attributes) -> None:
        if inside:
            widths.append(codes.get(attributes.get("numFmtId", ""), 0))

    starts: dict[str, Callable[[Attributes], None]] = {
        S + "numFmt": code,
        S + "cellXfs": lambda _: inside.append(True),
        S + "xf": form,
    }
    run(package, "xl/styles.xml", starts, {S + "cellXfs": inside.clear})
    return {str(at): width for at, width in enumerate(widths) if width}
