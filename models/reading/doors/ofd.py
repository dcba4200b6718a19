"""The door for OFD (GB/T 33190): the text objects of its pages, put in lines by where they stand."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.doors.layout import Line, Page, paragraphs_of
from models.reading.doors.markup import tree_of
from models.reading.doors.opened import Opened
from models.reading.doors.refusals import broken, locked, scanned
from models.reading.doors.related import beside

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from models.reading.doors.package import Package

ROOT = "OFD.xml"
_FARTHEST = 1e6  # mm, beyond any page
_SHOWN = 20  # characters of a text that is only told of
_A4_WIDTH = 210.0  # mm
_SAME = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Bit:
    """Characters that stand together, in mm from the upper left of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class _Templates:
    """What stands on the background of pages, by its ID; each is unpacked once, however many pages share it."""

    package: Package
    parts: dict[str, str] = field(default_factory=dict[str, str])
    _trees: dict[str, Element] = field(default_factory=dict[str, "Element"])

    def under(self, page: Element) -> Iterator[Element]:
        """The backgrounds that a page names."""
        for used in _each(page, "Template"):
            part = self.parts.get(used.get("TemplateID", ""))
            if part is not None:
                if part not in self._trees:
                    self._trees[part] = _tree(self.package, part)
                yield self._trees[part]


def open_ofd(package: Package) -> Opened:
    """The text of an OFD file, its page numbers and running heads apart.

    Raises:
        Refused: it is broken, locked, or only pictures.
    """
    if any(part.endswith("encryptions.xml") for part in package.names()):
        raise locked(package.file_name)
    nowhere: list[str] = []
    pages = [
        page
        for document in _named(package, ROOT, "DocRoot")
        for page in _pages(package, document, nowhere)
    ]
    if not any(page.lines for page in pages) and not nowhere:
        raise scanned(package.file_name)
    text, furniture = paragraphs_of(pages)
    return Opened("\n".join(text), tuple(furniture), tuple(_unread(nowhere)))


def _unread(nowhere: list[str]) -> Iterator[str]:
    """What to say of texts that say nowhere to stand."""
    if nowhere:
        like = nowhere[0].strip()[:_SHOWN]
        yield f"文件里有 {len(nowhere)} 处文字没有标明位置，没有读出（如“{like}”），请核对。"


def _named(package: Package, part: str, element: str) -> list[str]:
    """The parts that elements of a part name."""
    return [beside(part, named.text or "") for named in _each(_tree(package, part), element)]


def _tree(package: Package, part: str) -> Element:
    data = package.read(part)
    if not data:
        raise broken(package.file_name)
    return tree_of(data, package.file_name)


def _each(root: Element, name: str) -> Iterator[Element]:
    """Elements by name, whichever edition of the standard they are of."""
    return (element for element in root.iter() if element.tag.rpartition("}")[2] == name)


def _pages(package: Package, document: str, nowhere: list[str]) -> Iterator[Page]:
    root = _tree(package, document)
    width = _width(root) or _A4_WIDTH
    templates = _Templates(package)
    for page in _each(root, "TemplatePage"):
        templates.parts[page.get("ID", "")] = beside(document, page.get("BaseLoc", ""))
    for page in _each(root, "Page"):
        content = _tree(package, beside(document, page.get("BaseLoc", "")))
        bits = [
            bit for layer in (*templates.under(content), content) for bit in _bits(layer, nowhere)
        ]
        yield Page(list(_lines(bits)), _width(content) or width)


def _width(root: Element) -> float:
    boxes = (_numbers(box.text) for box in _each(root, "PhysicalBox"))
    return next((box[2] for box in boxes if len(box) == 4), 0.0)


def _bits(root: Element, nowhere: list[str]) -> Iterator[_Bit]:
    """The texts of a layer; those that do not say where they stand, or how large they are, go to `nowhere`."""
    for thing in _each(root, "TextObject"):
        box = _numbers(thing.get("Boundary"))
        size = next(iter(_numbers(thing.get("Size"))), 0.0)
        codes = [code for code in _each(thing, "TextCode") if (code.text or "").strip()]
        if len(box) != 4 or size <= 0:
            nowhere += [code.text or "" for code in codes]
            continue
        turned = _numbers(thing.get("CTM"))
        matrix = tuple(turned) if len(turned) == 6 else _SAME
        for code in codes:
            yield _bit(code, box, size, matrix)


def _bit(code: Element, box: list[float], size: float, matrix: tuple[float, ...]) -> _Bit:
    a, b, c, d, e, f = matrix
    x = next(iter(_numbers(code.get("X"))), 0.0)
    y = next(iter(_numbers(code.get("Y"))), 0.0)
    text = code.text or ""
    steps = _steps(code.get("DeltaX"), len(text) - 1)
    length = sum(steps) if steps else size * (len(text) - 1)
    left = box[0] + a * x + c * y + e
    wide = abs(a) * size if a else size
    return _Bit(text, left, left + (a or 1.0) * length + wide, box[1] + b * x + d * y + f, wide)


def _steps(said: str | None, most: int) -> list[float]:
    """The first steps from character to character; `g 3 5.5` stands for three of 5.5."""
    steps: list[float] = []
    words = iter((said or "").split())
    try:
        for word in words:
            count = int(_number(next(words, ""))) if word == "g" else 1
            step = _number(next(words, "") if word == "g" else word)
            steps += [step] * min(count, most - len(steps))
    except ValueError:
        return []
    return steps


def _numbers(said: str | None) -> list[float]:
    """Numbers that are none, or beyond any page, count as nothing said."""
    try:
        return [_number(word) for word in (said or "").split()]
    except ValueError:
        return []


def _number(word: str) -> float:
    number = float(word)
    if not abs(number) < _FARTHEST:  # nor is nan
        raise ValueError(word)
    return number


def _lines(bits: list[_Bit]) -> Iterator[Line]:
    """Bits one after the other at the same height are a line."""
    line: list[_Bit] = []
    for bit in bits:
        if line and abs(bit.base - line[-1].base) > min(bit.size, line[-1].size) / 2:
            yield _line(line)
            line = []
        line.append(bit)
    if line:
        yield _line(line)


def _line(bits: list[_Bit]) -> Line:
    ordered = sorted(bits, key=_left)
    text = ordered[0].text
    for before, bit in itertools.pairwise(ordered):
        text += (" " if bit.left - before.right > bit.size / 2 else "") + bit.text
    first, size = ordered[0], max(bit.size for bit in bits)
    right = max(bit.right for bit in bits)
    return Line(text.strip(), first.left, right, first.base - size / 2, size)


def _left(bit: _Bit) -> float:
    return bit.left
