"""Lines and boxes at absolute places of a page, as anchored DrawingML: red line and 版记.

Measured with LibreOffice 7.4: an anchored line asked for 262.00 mm is drawn there to 0.02 mm, while floating tables
and frames at the bottom of a page stay in the flow of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Ink, Rule
from exports.writers.word_xml import emu

if TYPE_CHECKING:
    from collections.abc import Iterator

SHAPE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(slots=True)
class Drawings:
    """Makes drawings, each with a number of its own as the format wants."""

    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def rule(self, rule: Rule) -> str:
        """A run that holds a horizontal line."""
        colour = standard.RED_RGB if rule.ink is Ink.RED else "000000"
        shape = (
            f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu(rule.length)}" cy="0"/>'
            f'</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{emu(rule.width)}">'
            f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/>'
        )
        return self._anchored(shape, rule.x, rule.y, rule.length, 0.0)

    def box(self, content: str, x: float, y: float, width: float, height: float) -> str:
        """A run that holds a text box without border or insets; `content` are its paragraphs."""
        shape = (
            f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>"
            '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
        )
        return self._anchored(shape, x, y, width, height)

    def _anchored(self, shape: str, x: float, y: float, width: float, height: float) -> str:
        number = next(self._numbers)
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="'
            f'{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/>'
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{emu(x)}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(y)}</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="{emu(width)}" cy="{emu(height)}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
            f'<wp:wrapNone/><wp:docPr id="{number}" name="drawing{number}"/><wp:cNvGraphicFramePr/>'
            f'<a:graphic><a:graphicData uri="{SHAPE_URI}"><wps:wsp>{shape}</wps:wsp>'
            "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )
