"""Styles and settings of the Word file: one style per role, real headings for the navigation pane."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import quoteattr

from exports import standard
from exports.page import LOW, Align, Face, Foot, Frame, Placed, Role, Row, Setting, Table, Text
from exports.writers.word_xml import NAMESPACES, paragraph_properties, run_properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from exports.grid import Grid
    from exports.page import Element
    from exports.typeset.fonts import FontFile

HEADINGS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}
OUTLINE_LEVELS = {Role.TITLE: 0, Role.PIECE_TITLE: 0} | HEADINGS


class Style(NamedTuple):
    """How the paragraphs of a role are set where they do not say otherwise, and their face."""

    setting: Setting
    face: Face


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles of a file, and the fonts that serve its faces."""

    styles: Mapping[Role, Style]
    families: Mapping[Face, FontFile]


def style_id(role: Role) -> str:
    """The identifier of a role's style; headings bear Word's own, so that its navigation pane knows them."""
    if role in HEADINGS:
        return f"Heading{HEADINGS[role]}"
    return "Yinfa" + "".join(part.title() for part in role.name.split("_"))


def styles_in(elements: Iterable[Element]) -> dict[Role, Style]:
    """How each role is set where it appears first, with the face of its last run, that of its text."""
    styled: dict[Role, Style] = {}
    for element in (*_paragraphs(elements), LOW):
        if isinstance(element, Table):
            styled.setdefault(element.role, Style(element.setting, Face.FANG_SONG))
            continue
        runs = element.runs if isinstance(element, Text) else element.cells[0].runs
        faces = [run.face for run in runs if run.face is not Face.LATIN]
        face = faces[-1] if faces else Face.FANG_SONG
        setting = replace(element.setting, keep_with_next=False)
        styled.setdefault(element.role, Style(setting, face))
    return styled


def styles_xml(sheet: StyleSheet, grid: Grid) -> str:
    """The style sheet as XML."""
    body = sheet.families[Face.FANG_SONG].family
    base = Setting(standard.BODY_PT, grid.pitch, Align.JUSTIFY, squeeze=grid.squeeze)
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f"{paragraph_properties(base)}</w:pPr><w:rPr>{run_properties(base, body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )
    roles = "".join(
        _style(role, style.setting, sheet.families[style.face].family)
        for role, style in sheet.styles.items()
    )
    return f"<w:styles {NAMESPACES}><w:docDefaults/>{normal}{roles}</w:styles>"


def settings_xml(*, mirrored: bool) -> str:
    """Document settings, in the order of the schema."""
    mirror = "<w:mirrorMargins/>" if mirrored else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{mirror}<w:defaultTabStop w:val="632"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _paragraphs(elements: Iterable[Element]) -> Iterator[Text | Row | Table]:
    for element in elements:
        if isinstance(element, Table):
            yield from (*element.above, element)
        elif isinstance(element, Text | Row):
            yield element
        elif isinstance(element, Frame):
            yield from (text for box in element.boxes for text in box.texts)
        elif isinstance(element, Placed):
            yield element.text
        elif isinstance(element, Foot):
            yield from (row.content for row in element.rows)


def _style(role: Role, setting: Setting, family: str) -> str:
    name = f"heading {HEADINGS[role]}" if role in HEADINGS else f"公文{role.value}"
    outline = f'<w:outlineLvl w:val="{OUTLINE_LEVELS[role]}"/>' if role in OUTLINE_LEVELS else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(role)}"{_custom(role)}>'
        f'<w:name w:val={quoteattr(name)}/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph_properties(setting, after=outline)}</w:pPr>"
        f"<w:rPr>{run_properties(setting, family)}</w:rPr></w:style>"
    )


def _custom(role: Role) -> str:
    return "" if role in HEADINGS else ' w:customStyle="1"'
