# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingTypeArgument=false, reportArgumentType=false
# pyright: reportOperatorIssue=false, reportUnknownLambdaType=false, reportAttributeAccessIssue=false
"""Measuring what a page shows: rendered, not asked of the program. Millimetres from the top left corner."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pdfplumber
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

DPI = 600
MM_PT = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Box:
    """Where ink lies."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text as a reader finds it on the page."""

    text: str
    left: float
    right: float
    bottom: float


def rows_of(pdf: bytes) -> list[list[Row]]:
    """The lines of each page, from the top; characters within 2 mm of each other's foot share a line.

    Lines that read up the sheet follow, from its left; their left and right are counted from its lower edge.
    """
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        return [
            [
                *_rows([char for char in page.chars if char["upright"]]),
                *_rows([_laid(char, page.height) for char in page.chars if not char["upright"]]),
            ]
            for page in file.pages
        ]


def _laid(char: dict[str, float | str], height: float) -> dict[str, float | str]:
    """A character that reads up the sheet as if the sheet were turned to the reader."""
    return {
        "text": char["text"],
        "x0": height - float(char["bottom"]),
        "x1": height - float(char["top"]),
        "bottom": float(char["x1"]),
    }


def _rows(chars: list[dict[str, float | str]]) -> Iterator[Row]:
    lines: list[list[dict[str, float | str]]] = []
    for char in sorted(chars, key=lambda char: float(char["bottom"])):
        if not str(char["text"]).strip():
            continue
        if lines and float(char["bottom"]) - float(lines[-1][-1]["bottom"]) < 2 * MM_PT:
            lines[-1].append(char)
        else:
            lines.append([char])
    for line in lines:
        line.sort(key=lambda char: float(char["x0"]))
        yield Row(
            "".join(str(char["text"]) for char in line),
            min(float(char["x0"]) for char in line) / MM_PT,
            max(float(char["x1"]) for char in line) / MM_PT,
            max(float(char["bottom"]) for char in line) / MM_PT,
        )


def rules_of(pdf: bytes, page: int) -> list[Box]:
    """The straight lines drawn on a page, from the top."""
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        lines = sorted(file.pages[page - 1].lines, key=lambda line: line["top"])
        return [
            Box(*(float(line[edge]) / MM_PT for edge in ("x0", "top", "x1", "bottom")))
            for line in lines
        ]


def red_ink(pdf: bytes, page: int, top: float = 0.0, bottom: float = 297.0) -> Box:
    """The box of all red ink between two heights.

    Raises:
        AssertionError: there is none; a measure of nothing must not pass.
    """
    red, green, _ = _rendered(pdf, page).split()
    mask = green.point(lambda value: 255 if value < 128 else 0)
    reddish = red.point(lambda value: 255 if value > 200 else 0)
    mask.paste(0, mask=reddish.point(lambda value: 255 - value))
    return _box(mask, top, bottom)


def black_ink(pdf: bytes, page: int, top: float = 0.0, bottom: float = 297.0) -> Box:
    """The box of all black ink between two heights."""
    red, _, _ = _rendered(pdf, page).split()
    return _box(red.point(lambda value: 255 if value < 128 else 0), top, bottom)


def _rendered(pdf: bytes, page: int) -> Image:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page - 1].render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        document.close()


def _box(mask: Image, top: float, bottom: float) -> Box:
    scale = DPI / 25.4
    band = mask.crop((0, round(top * scale), mask.width, round(bottom * scale)))
    found = band.getbbox()
    assert found is not None, "no ink where some was expected"
    left, upper, right, lower = (edge / scale for edge in found)
    return Box(left, upper + top, right, lower + top)
