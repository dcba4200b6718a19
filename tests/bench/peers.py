# pyright: reportUnknownMemberType=false, reportMissingImports=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportAttributeAccessIssue=false
# pyright: reportPrivateUsage=false, reportOptionalMemberAccess=false, reportUnknownLambdaType=false
"""The same work done by other programs, each in the fastest way its own documentation shows."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from exports.page import Align, Break, Foot, Ink, Row, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from docx.document import Document as WordDocument
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage

    from exports.page import Element
    from exports.typeset.fonts import FontBook

ALIGNED = {Align.LEFT: 0, Align.CENTER: 1, Align.RIGHT: 2, Align.JUSTIFY: 3}
NUMBER = b"BT 0 g /FANG_SONG 16 Tf 1 0 0 1 79.37 710 Tm <%b> Tj ET"


def typst_compiler(fonts: Path) -> Callable[[str], object]:
    """A compiler that is used again and again."""
    import typst

    compiler = typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)
    return lambda source: compiler.compile(source.encode(), format="pdf", pdf_tags=False)


def duplicated(one: bytes, numbers: Iterable[str]) -> bytes:
    """The pages of a PDF again for every number, which is laid over the first page; by pikepdf."""
    import pikepdf

    source, copies = pikepdf.open(io.BytesIO(one)), pikepdf.new()
    for number in numbers:
        first = len(copies.pages)
        copies.pages.extend(source.pages)
        digits = number.encode("utf-16-be").hex().encode("ascii")
        copies.pages[first].contents_add(NUMBER % digits)
    buffer = io.BytesIO()
    copies.save(buffer)
    return buffer.getvalue()


def rendered(pdf: bytes, page: int, size: QSize) -> QImage:
    """A page of a PDF as Qt shows it."""
    from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice
    from PySide6.QtPdf import QPdfDocument

    buffer, document = QBuffer(), QPdfDocument(QCoreApplication.instance() or QCoreApplication([]))
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    image = document.render(page, size)
    document.close()
    return image


def long_table(rows: Sequence[tuple[str, ...]], widths: Sequence[float], font: Path) -> bytes:
    """A table over many pages by reportlab's LongTable, its head repeated, its cells not broken into lines."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

    pdfmetrics.registerFont(TTFont("text", str(font)))
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    style = TableStyle([("FONT", (0, 0), (-1, -1), "text", 12), grid])
    buffer = io.BytesIO()
    table = LongTable(list(rows), colWidths=widths, repeatRows=1, style=style)
    SimpleDocTemplate(buffer, pagesize=A4).build([table])
    return buffer.getvalue()


def word_by_runs(elements: Iterable[Element], fonts: FontBook) -> bytes:
    """The paragraphs through the paragraph and run API of python-docx."""
    document = Document()
    for element in elements:
        match element:
            case Text():
                _add(document, element, fonts)
            case Row():
                _add(document, _as_text(element), fonts)
            case Break():
                document.add_page_break()
            case Foot():
                for row in element.rows:
                    content = row.content
                    _add(
                        document, content if isinstance(content, Text) else _as_text(content), fonts
                    )
            case _:
                pass
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _as_text(row: Row) -> Text:
    return Text(row.role, tuple(run for cell in row.cells for run in cell.runs), row.setting)


def _add(document: WordDocument, element: Text, fonts: FontBook) -> None:
    paragraph, setting = document.add_paragraph(), element.setting
    shape = paragraph.paragraph_format
    shape.alignment = ALIGNED[setting.align]
    shape.line_spacing, shape.first_line_indent = Pt(setting.pitch), Pt(setting.first_indent)
    shape.left_indent, shape.right_indent = Pt(setting.left), Pt(setting.right)
    shape.space_before, shape.space_after = Pt(setting.space_before), Pt(setting.space_after)
    for run in element.runs:
        added = paragraph.add_run(run.text)
        added.font.size, added.font.name = Pt(setting.size), fonts.files[run.face].family
        added._element.rPr.rFonts.set(qn("w:eastAsia"), fonts.files[run.face].family)
        if setting.ink is Ink.RED:
            added.font.color.rgb = RGBColor(255, 0, 0)
