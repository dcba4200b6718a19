"""Pieces of WordprocessingML as text: lengths, fonts, runs and paragraphs in the order of the schema."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from exports import standard
from exports.grid import TWIPS
from exports.page import Face, Ink, Run, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from exports.typeset.fonts import FontFile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
EMU_PER_PT = 12700


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * TWIPS)


def emu(points: float) -> int:
    """Points as English metric units."""
    return round(points * EMU_PER_PT)


def fonts_xml(family: str) -> str:
    """One family for all scripts; the hint keeps “ ” — …… in it (Word would take them for Latin)."""
    name = quoteattr(family)
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii={name} w:eastAsia={name} w:hAnsi={name} w:cs={name}/>'
    )


def run_properties(setting: Setting, family: str) -> str:
    """The inside of a `w:rPr`."""
    red = f'<w:color w:val="{standard.RED_RGB}"/>' if setting.ink is Ink.RED else ""
    squeeze = f'<w:spacing w:val="{-twips(setting.squeeze)}"/>'  # 0 too: Normal has one to inherit
    size = round(setting.size * 2)
    return f'{fonts_xml(family)}{red}{squeeze}<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def paragraph_properties(
    setting: Setting, *, page_break: str = "", tabs: str = "", after: str = ""
) -> str:
    """The inside of a `w:pPr` behind its style; `after` is what the schema puts last."""
    keep = "<w:keepNext/><w:keepLines/>" if setting.keep_with_next else ""
    return f"{keep}{page_break}{tabs}{_spacing(setting)}{_indents(setting)}{_alignment(setting)}{after}"


def _spacing(setting: Setting) -> str:
    return (
        f'<w:spacing w:before="{twips(setting.space_before)}" w:after="{twips(setting.space_after)}" '
        f'w:line="{twips(setting.pitch)}" w:lineRule="exact"/>'
    )


def _indents(setting: Setting) -> str:
    first = twips(setting.first_indent)
    kind = f'w:firstLine="{first}"' if first >= 0 else f'w:hanging="{-first}"'
    return f'<w:ind w:left="{twips(setting.left)}" w:right="{twips(setting.right)}" {kind}/>'


def _alignment(setting: Setting) -> str:
    return f'<w:jc w:val="{setting.align.value}"/>'


def runs_xml(runs: Iterable[Run], style_face: Face, families: Mapping[Face, FontFile]) -> str:
    """The runs of a paragraph but for empty ones."""
    return "".join(_run_xml(run, style_face, families) for run in runs if run.text)


def _run_xml(run: Run, style_face: Face, families: Mapping[Face, FontFile]) -> str:
    """A run; its face is written only where it differs from that of the paragraph's style."""
    fonts = (
        '<w:rFonts w:hint="eastAsia"/>'
        if run.face is style_face
        else fonts_xml(families[run.face].family)
    )
    bold = "<w:b/>" if families[run.face].is_bold else ""
    spacing = (
        "" if run.spacing is None else f'<w:spacing w:val="{math.floor(run.spacing * TWIPS) - 1}"/>'
    )
    rows = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(row)}</w:t>' for row in run.text.split("\n") if row
    )
    return f"<w:r><w:rPr>{fonts}{bold}{spacing}</w:rPr>{rows}</w:r>"
