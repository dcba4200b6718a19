"""Styles and settings of the Word file: one style per role, real headings for the navigation pane."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from exports import standard
from exports.page import Align, Face, Role, Setting
from exports.writers.word_xml import NAMESPACES, paragraph_properties, run_properties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.grid import Grid
    from exports.typeset.fonts import FontFile

HEADINGS = {Role.HEADING_1: 1, Role.HEADING_2: 2, Role.HEADING_3: 3, Role.HEADING_4: 4}
OUTLINE_LEVELS = {Role.TITLE: 0, Role.PIECE_TITLE: 0} | HEADINGS

Styled = tuple[Setting, Face]
"""How the paragraphs of a role are set where they do not say otherwise, and their face."""


def style_id(role: Role) -> str:
    """The identifier of a role's style; headings bear Word's own, so that its navigation pane knows them."""
    if role in HEADINGS:
        return f"Heading{HEADINGS[role]}"
    return "Yinfa" + "".join(part.title() for part in role.name.split("_"))


def styles_xml(styled: Mapping[Role, Styled], families: Mapping[Face, FontFile], grid: Grid) -> str:
    """The whole style sheet."""
    body = families[Face.FANG_SONG].family
    base = Setting(standard.BODY_PT, grid.pitch, Align.JUSTIFY, squeeze=grid.squeeze)
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f"{paragraph_properties(base)}</w:pPr><w:rPr>{run_properties(base, body)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:style>'
    )
    roles = "".join(
        _style(role, setting, families[face].family) for role, (setting, face) in styled.items()
    )
    return f"<w:styles {NAMESPACES}><w:docDefaults/>{normal}{roles}</w:styles>"


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
