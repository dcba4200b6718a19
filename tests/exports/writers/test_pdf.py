"""The PDF writer: inks, and pages without text."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from exports.page import Ink, Page, Role, Rule
from exports.writers.document_info import DocumentInfo
from exports.writers.pdf import pdf_bytes

if TYPE_CHECKING:
    from exports.typeset.fonts import FontBook

RULES = Page(
    1,
    tuple(Rule(10, 20, 100, 1, ink, Role.MARK) for ink in Ink),
    595.276,
    841.89,
    79.37,
)


def operators(pdf: bytes) -> str:
    streams = re.findall(rb"stream\r?\n(.*?)\r?\n?endstream", pdf, re.DOTALL)
    return "\n".join(zlib.decompress(stream).decode("latin-1") for stream in streams)


def test_red_is_mixed_for_the_screen_or_for_the_printing_house(fonts: FontBook) -> None:
    screen = operators(pdf_bytes([RULES], fonts, DocumentInfo()))
    press = operators(pdf_bytes([RULES], fonts, DocumentInfo(is_cmyk=True)))
    assert "1 0 0 RG" in screen
    assert "0.0 0.8 0.8 0.0 K" in press
    assert "RG" not in press
    assert "0 G" in screen


def test_no_number_is_written_with_an_exponent(fonts: FontBook) -> None:
    tiny = Page(1, (Rule(1e-9, 1e-7, 100, 1e-6, Ink.BLACK, Role.MARK),), 595.0, 842.0, 79.4)
    assert "e-" not in operators(pdf_bytes([tiny], fonts, DocumentInfo()))
