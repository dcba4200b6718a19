"""The 版头: what stands above the red line on page 1 (7.2; 1999: 8.1 眉首)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Cell, Element, Face, Ink, Line, Role, Row, Run, Source, Text
from exports.papers import settings
from exports.papers.settings import blank, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.standard import Measures
    from models.notice import Notice

DOCUMENT = "文件"  # follows the name of the organ in the 标志
IDEOGRAPHIC_SPACE = "\u3000"


def head(notice: Notice, measures: Measures) -> tuple[Element, ...]:
    """份号, 密级, 紧急程度, 标志, 发文字号 with 签发人, and the red line.

    The place of the 标志 stays free where the organ is not known: such paper may bear it already.
    """
    corner = tuple(_corner(notice, measures))
    height = sum(text.setting.pitch for text in corner)
    return (
        *corner,
        _mark(notice, measures, height),
        *blank(standard.BLANK_LINES_AROUND_NUMBER),
        _number(notice),
        Line(_gap_below_box(), standard.RED_LINE_PT, Ink.RED),
        *blank(standard.BLANK_LINES_ABOVE_TITLE),
    )


def _corner(notice: Notice, measures: Measures) -> Iterator[Text]:
    """What stands in the corners of the first lines, one under the other."""
    if notice.copy_number:
        yield plain(Role.COPY_NUMBER, notice.copy_number, settings.HEAD_LEFT, Source("copy_number"))
    setting = settings.HEAD_RIGHT if measures.secrecy_right else settings.HEAD_LEFT
    for role, text, field in (
        (Role.SECRECY, notice.secrecy, "secrecy"),
        (Role.URGENCY, notice.urgency, "urgency"),
    ):
        if text:
            shown = _spaced(text) if measures.secrecy_right else text
            yield Text(role, (Run(shown, Face.HEI),), setting, Source(field))


def _spaced(text: str) -> str:
    """1999: one character's space between the two of 机密 or 特急, unless a period follows."""
    return IDEOGRAPHIC_SPACE.join(text) if len(text) == 2 else text


def _mark(notice: Notice, measures: Measures, height_above: float) -> Text:
    text = "\n".join((*notice.organs[:-1], notice.organs[-1] + DOCUMENT)) if notice.organs else ""
    top = measures.mark_top_upward if notice.signers else measures.mark_top
    setting = settings.mark_setting(
        _mark_size(text, measures.mark_pt), standard.pt(top) - height_above
    )
    run = Run(text, Face.XIAO_BIAO_SONG)
    return Text(Role.MARK, (run,), setting, Source("organs"), broken=True)


def _mark_size(text: str, largest: float) -> float:
    """The largest type in which the longest row fits into the type area."""
    longest = max((settings.cells(row) for row in text.split("\n")), default=0.0)
    return min(largest, int(standard.pt(standard.AREA_WIDTH) / max(longest, 1.0)))


def _number(notice: Notice) -> Element:
    """发文字号 in the middle, or at the left of the 签发人 where the document goes to a superior."""
    number = Run(notice.doc_number, Face.FANG_SONG)
    if not notice.signers:
        return Text(Role.DOC_NUMBER, (number,), settings.CENTERED, Source("doc_number"))
    indent = standard.SPREAD_CHARS * standard.CHAR_PT
    names = Run(IDEOGRAPHIC_SPACE.join(notice.signers), Face.KAI)
    signers = (Run("签发人：", Face.FANG_SONG), names)
    return Row(
        Role.DOC_NUMBER,
        (
            Cell((number,), indent, source=Source("doc_number")),
            Cell(signers, settings.AREA_PT - indent, Align.RIGHT, Source("signers")),
        ),
        settings.HEAD_LEFT,
    )


def _gap_below_box() -> float:
    """The red line lies 4 mm under the characters, whose box ends before their line does."""
    leading = (standard.PITCH_PT - standard.BODY_PT) / 2
    return standard.pt(standard.RED_LINE_GAP) - leading
