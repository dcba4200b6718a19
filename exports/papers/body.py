"""The 主体 but for its closing: title, addressees, text with 附件说明, 附注 and pieces (2012: 7.3; 1999: 8.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Break, Element, Face, Role, Run, Source, Table, Text
from exports.papers.styles import LEVEL_ROLES, kept, nominal_width, plain
from exports.papers.table import table
from exports.papers.title import title_rows
from models.notice import Level, Notice, Paragraph, Piece, PieceKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from exports.papers.styles import Styles

SENTENCE_ENDS = ("。", "；", "：", "，", "！", "？")  # a heading on its own line has none
KEPT_CHARS = (
    8 * standard.CHARS_PER_LINE
)  # a last paragraph up to this long moves whole with the date


def title(text: str, role: Role, source: Source, styles: Styles) -> tuple[Text, ...]:
    """A title in rows that end between words (7.3.1)."""
    rows = title_rows(text, styles.grid.width / standard.TITLE_PT)
    runs = (Run("\n".join(rows), Face.XIAO_BIAO_SONG),)
    return (Text(role, runs, styles.title, source, broken=True),)


def addressees(notice: Notice, styles: Styles) -> Iterator[Text]:
    """主送机关 under one blank line (7.3.2)."""
    yield from styles.blank(standard.BLANK_LINES_ABOVE_ADDRESSEES)
    if notice.addressees:
        source = Source("addressees")
        yield plain(Role.ADDRESSEES, f"{notice.addressees}：", styles.flush, source)


def body(notice: Notice, styles: Styles, without: Container[int] = ()) -> Iterator[Text | Table]:
    """正文 and 附件说明; paragraphs `without` stand elsewhere."""
    shown = [(at, paragraph) for at, paragraph in enumerate(notice.body) if at not in without]
    last = shown[-1][0] if shown else None
    for at, paragraph in shown:
        text = _paragraph(paragraph, Source("body", paragraph=at), styles)
        is_short = len(paragraph.whole) <= KEPT_CHARS
        yield kept(text) if at == last and is_short and isinstance(text, Text) else text
    yield from _attachment_notes(notice.attachment_notes, styles)


def notes(notice: Notice, styles: Styles) -> Iterator[Text]:
    """附注 in brackets (7.3.6)."""
    for line in notice.notes.splitlines():
        yield plain(Role.NOTES, f"（{line}）", styles.body, Source("notes"))


def pieces(notice: Notice, styles: Styles) -> Iterator[Element]:
    """Every text that goes out with the notice."""
    for at, piece in enumerate(notice.pieces):
        yield from _piece(piece, at, styles)


def _paragraph(paragraph: Paragraph, source: Source, styles: Styles) -> Text | Table:
    """A paragraph with the face of its level: 一、黑体, （一）楷体, 1. and （1）仿宋 (7.3.3); or a table."""
    if paragraph.level is Level.TABLE:
        return table(paragraph.rows, source, styles)
    if paragraph.level is Level.PLAIN:
        return plain(Role.BODY, paragraph.whole, styles.body, source)
    face = styles.level_face(paragraph.level)
    heading = Run(paragraph.number + paragraph.heading, face)
    runs = (heading, Run(paragraph.text, Face.FANG_SONG)) if paragraph.text else (heading,)
    text = Text(LEVEL_ROLES[paragraph.level], runs, styles.body, source)
    is_heading = not paragraph.text and not paragraph.heading.endswith(SENTENCE_ENDS)
    return kept(text) if is_heading else text


def _attachment_notes(names: tuple[str, ...], styles: Styles) -> Iterator[Text]:
    """附件：name, or 附件：1. name with the others aligned under the first (7.3.4)."""
    if not names:
        return
    yield from styles.blank(standard.BLANK_LINES_ABOVE_NOTES)
    for at, name in enumerate(names):
        label = "附件：" if at == 0 else ""
        number = f"{at + 1}{styles.practice.note_dot}" if len(names) > 1 else ""
        hang = nominal_width("附件：" + number, styles.flush)
        lead = nominal_width("附件：", styles.flush) if at else 0.0
        setting = replace(
            styles.flush,
            left=standard.INDENT_PT + hang,
            first_indent=lead - hang,
        )
        source = Source("attachment_notes", paragraph=at)
        yield plain(Role.ATTACHMENT_NOTES, label + number + name, setting, source)


def _piece(piece: Piece, at: int, styles: Styles) -> Iterator[Element]:
    """A text of its own on a new page; a turned table that opens it takes what stands above it along."""
    yield Break()
    opening = tuple(_opening(piece, at, styles))
    texts = [
        _paragraph(paragraph, Source("pieces", at, index), styles)
        for index, paragraph in enumerate(piece.paragraphs)
    ]
    if texts and isinstance(texts[0], Table) and texts[0].is_turned:
        texts[0], opening = replace(texts[0], above=opening), ()
    yield from (*opening, *texts)


def _opening(piece: Piece, at: int, styles: Styles) -> Iterator[Text]:
    """An issued piece has only its title, an attachment its label too (7.3.7)."""
    if piece.kind is PieceKind.ATTACHMENT:
        face = Face.HEI if styles.measures.attachment_label_hei else Face.FANG_SONG
        label = Run(piece.label or "附件", face)
        yield Text(Role.PIECE_LABEL, (label,), styles.left, Source("pieces", piece=at))
        yield from styles.blank(1)
    yield from title(piece.title, Role.PIECE_TITLE, Source("pieces", piece=at), styles)
    yield from styles.blank(1, keep=True)
