"""A 填报表 that came back: the texts of its named fields, out of a Word file or a workbook, wherever they stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.reading.doors.markup import tree_of
from models.reading.doors.package import Package
from models.reading.doors.related import usual
from models.reading.sheets.xlsx_parts import shared_texts, sheet_parts
from models.replies.exchange import PREFIX, TITLES, UNIT, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_DOCUMENT, _WORKBOOK = "word/document.xml", "xl/workbook.xml"
_MARK = PREFIX.encode()
_CELL = re.compile(r"'?(?P<sheet>.+?)'?!\$(?P<column>[A-Z]{1,2})\$(?P<row>\d{1,6})")


def exchange_text(data: bytes, name: str) -> str:
    """The text of the form; empty where the file is none.

    Raises:
        UserError: it is broken or hostile.
    """
    package = Package(data, name)
    if _DOCUMENT in package:
        found = dict(_fields_of_word(package))
    elif _WORKBOOK in package:
        found = dict(_fields_of_workbook(package))
    else:
        found = {}
    return as_text(found) if UNIT in found else ""


def _fields_of_word(package: Package) -> Iterator[tuple[str, str]]:
    content = package.read(_DOCUMENT)
    if _MARK not in content:
        return
    for control in tree_of(usual(content), package.file_name).iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        name = "" if tag is None else tag.get(f"{_W}val", "").removeprefix(PREFIX)
        if name in TITLES:
            is_hint = control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
            yield name, "" if is_hint else _words(control)


def _words(control: Element) -> str:
    """What is typed into a field; its paragraphs and breaks are lines."""
    parts: list[str] = []
    for one in control.iter():
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag in (f"{_W}br", f"{_W}cr") or (one.tag == f"{_W}p" and parts):
            parts.append("\n")
        elif one.tag == f"{_W}tab":
            parts.append("\t")
    return "".join(parts).strip()


def _fields_of_workbook(package: Package) -> Iterator[tuple[str, str]]:
    content = package.read(_WORKBOOK)
    if _MARK not in content:
        return
    parts, texts = dict(sheet_parts(package)), shared_texts(package)
    for named in tree_of(usual(content), package.file_name).iter(f"{_S}definedName"):
        name = named.get("name", "").removeprefix(PREFIX)
        place = _CELL.fullmatch(named.text or "")
        if name in TITLES and place is not None and place["sheet"] in parts:
            sheet = tree_of(usual(package.read(parts[place["sheet"]])), package.file_name)
            yield name, _cell(sheet, place["column"] + place["row"], texts)


def _cell(sheet: Element, place: str, texts: Sequence[str]) -> str:
    """What stands in a cell, with its line breaks."""
    cell = next((one for one in sheet.iter(f"{_S}c") if one.get("r") == place), None)
    if cell is None:
        return ""
    said = "".join(one.text or "" for one in cell.iter() if one.tag in (f"{_S}v", f"{_S}t"))
    if cell.get("t") == "s":
        said = texts[int(said)] if said.isdecimal() and int(said) < len(texts) else ""
    return said.replace("\r\n", "\n").strip()
