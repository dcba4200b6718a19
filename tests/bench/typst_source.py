"""The elements of a paper as a source for typst: the same text in the same fonts on comparable pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from exports.page import Align, Break, Face, Foot, Line, Row, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exports.page import Element, Run

FAMILIES = {
    Face.FANG_SONG: "FandolFang R",
    Face.HEI: "FandolHei",
    Face.KAI: "FandolKai",
    Face.SONG: "FandolSong",
    Face.XIAO_BIAO_SONG: "Noto Serif SC",
    Face.RARE: "Noto Serif SC",
}
HEAD = """
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm), numbering: "— 1 —")
#set text(font: ("FandolFang R", "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn", tracking: -0.25pt)
#set text(top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: 12.95pt, spacing: 12.95pt, justify: true)
"""


def typst_source(elements: Iterable[Element]) -> str:
    """The whole source."""
    return "\n\n".join((HEAD, *(part for element in elements for part in _parts(element))))


def _parts(element: Element) -> Iterator[str]:
    match element:
        case Text():
            yield _paragraph(element)
        case Row():
            yield "#h(1fr)".join(_runs(cell.runs) for cell in element.cells)
        case Line():
            yield "#line(length: 100%, stroke: 1.42pt + red)"
        case Break():
            yield "#pagebreak()"
        case Foot():
            yield "#v(1fr)"
            for row in element.rows:
                yield from _parts(row.content)
                yield "#line(length: 100%)"
        case _:
            pass


def _paragraph(element: Text) -> str:
    setting = element.setting
    if not element.text:
        return "#v(16pt)"
    align = "left" if setting.align is Align.JUSTIFY else setting.align.value
    indent = f"#set par(first-line-indent: (amount: {setting.first_indent}pt, all: true))"
    return f"#align({align})[#set text(size: {setting.size}pt)\n{indent}\n{_runs(element.runs)}]"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(
        f'#text(font: ("{FAMILIES[run.face]}", "Noto Serif SC"), {json.dumps(run.text, ensure_ascii=False)})'
        for run in runs
    )
