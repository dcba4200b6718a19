"""填报表 as a Word file: a table whose cells are content controls, by whose tags it is read back."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from exports.standard import pt
from models.replies.exchange import FIELDS, PREFIX, UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from models.replies.exchange import Field

HINT = "单击此处填写"
LABEL, VALUE, LINE, MARGIN = 30.0, 130.0, 9.0, 25.0  # mm
FANG_SONG, HEI = "仿宋", "黑体"
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def exchange_docx(title: str, words: str, values: Mapping[str, str]) -> bytes:
    """The form with its title, the words above it, and what is known already."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(MARGIN)
    body = next(document.element.iter(qn("w:body")))
    body[:0] = [parse_xml(xml) for xml in _parts(title, words, values)]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _parts(title: str, words: str, values: Mapping[str, str]) -> Iterator[str]:
    """The elements of the body from above to below."""
    space = nsdecls("w")
    yield f'<w:p {space}><w:pPr><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr>{_run(title, HEI, 36)}</w:p>'
    yield f'<w:p {space}><w:pPr><w:spacing w:after="120"/></w:pPr>{_run(words, FANG_SONG, 24)}</w:p>'
    rows = "".join(_row(field, values.get(field.name, "")) for field in FIELDS)
    yield (
        f'<w:tbl {space}><w:tblPr><w:tblW w:w="{_twips(LABEL + VALUE)}" w:type="dxa"/>'
        f'<w:tblBorders>{_EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_twips(LABEL)}"/><w:gridCol w:w="{_twips(VALUE)}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _row(field: Field, value: str) -> str:
    height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{_twips(LINE * field.lines)}"/></w:trPr>'
    label = _cell(LABEL, _run(field.title, HEI, 28), "center")
    return f"<w:tr>{height}{label}{_cell(VALUE, _control(field, value), 'left')}</w:tr>"


def _cell(width: float, content: str, side: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="{side}"/></w:pPr>{content}</w:p></w:tc>'
    )


def _control(field: Field, value: str) -> str:
    """A field: 填报单位 is locked where it is known."""
    lock = '<w:lock w:val="sdtContentLocked"/>' if field.name == UNIT and value else ""
    hint = "" if value else "<w:showingPlcHdr/>"
    tag = quoteattr(PREFIX + field.name)
    said = _run(value or HINT, FANG_SONG, 28, "" if value else '<w:color w:val="808080"/>')
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(field.title)}/><w:tag w:val={tag}/>{lock}{hint}"
        f'<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>{said}</w:sdtContent></w:sdt>'
    )


def _run(text: str, face: str, half_points: int, colour: str = "") -> str:
    fonts = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}"/>'
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(map(escape, text.split("\n")))
    return f'<w:r><w:rPr>{fonts}{colour}<w:sz w:val="{half_points}"/></w:rPr><w:t xml:space="preserve">{lines}</w:t></w:r>'


def _twips(length: float) -> int:
    """Of a length in mm."""
    return round(pt(length) * 20)
