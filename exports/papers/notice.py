"""The official document on paper: 版头, 主体 and 版记 as elements in reading order (GB/T 9704)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Break, Element, Face, Role, Run, Setting, Source, Text
from exports.papers import settings
from exports.papers.head import head
from exports.papers.imprint import imprint
from exports.papers.settings import blank, plain
from exports.papers.title import title_rows
from models.notice import Level, Notice, Paragraph, Piece, PieceKind
from models.numerals import arabic_date, hanzi_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.standard import Measures

KEPT_CHARS = (
    8 * standard.CHARS_PER_LINE
)  # a last paragraph up to this long moves whole with the date


def compose(notice: Notice) -> tuple[Element, ...]:
    """The whole document in the edition the notice is set in. What is not known leaves its place empty."""
    measures = standard.measures_of(notice.edition_in_use)
    return (
        *head(notice, measures),
        *_title(notice.title, Role.TITLE, Source("title")),
        *blank(standard.BLANK_LINES_ABOVE_ADDRESSEES),
        *_addressees(notice),
        *_body(notice),
        *_attachment_notes(notice.attachment_notes),
        *_closing(notice, measures),
        *(
            element
            for at, piece in enumerate(notice.pieces)
            for element in _piece(piece, at, measures)
        ),
        *imprint(notice, measures),
    )


def _title(text: str, role: Role, source: Source) -> tuple[Text, ...]:
    rows = title_rows(text, standard.pt(standard.AREA_WIDTH) / standard.TITLE_PT)
    runs = (Run("\n".join(rows), Face.XIAO_BIAO_SONG),)
    return (Text(role, runs, settings.TITLE, source, broken=True),)


def _addressees(notice: Notice) -> Iterator[Text]:
    if notice.addressees:
        yield plain(Role.ADDRESSEES, f"{notice.addressees}：", settings.FLUSH, Source("addressees"))


def _body(notice: Notice) -> Iterator[Text]:
    last = len(notice.body) - 1
    for at, paragraph in enumerate(notice.body):
        text = _paragraph(paragraph, Source("body", paragraph=at))
        is_short = len(paragraph.whole) <= KEPT_CHARS
        yield _kept(text) if at == last and is_short else text


def _kept(text: Text) -> Text:
    return replace(text, setting=replace(text.setting, keep_with_next=True))


def _paragraph(paragraph: Paragraph, source: Source) -> Text:
    """A paragraph with the face of its level: 一、黑体, （一）楷体, 1. and （1）仿宋 (7.3.3)."""
    if paragraph.level is Level.PLAIN:
        return plain(Role.BODY, paragraph.whole, settings.BODY, source)
    face = settings.LEVEL_FACES.get(paragraph.level, Face.FANG_SONG)
    heading = Run(paragraph.number + paragraph.heading, face)
    runs = (heading, Run(paragraph.text, Face.FANG_SONG)) if paragraph.text else (heading,)
    text = Text(settings.LEVEL_ROLES[paragraph.level], runs, settings.BODY, source)
    return text if paragraph.text else _kept(text)


def _attachment_notes(names: tuple[str, ...]) -> Iterator[Text]:
    """附件：name, or 附件：1. name with the others aligned under the first (7.3.4)."""
    if not names:
        return
    yield from blank(standard.BLANK_LINES_ABOVE_NOTES)
    for at, name in enumerate(names):
        label = "附件：" if at == 0 else ""
        number = f"{at + 1}. " if len(names) > 1 else ""
        hang = settings.nominal_width("附件：" + number)
        lead = settings.nominal_width("附件：") if at else 0.0
        setting = replace(
            settings.FLUSH,
            left=standard.INDENT_PT + hang,
            first_indent=lead - hang,
        )
        source = Source("attachment_notes", paragraph=at)
        yield plain(Role.ATTACHMENT_NOTES, label + number + name, setting, source)


def _closing(notice: Notice, measures: Measures) -> Iterator[Text]:
    """署名, 成文日期 and 附注 for one sealing organ (7.3.5.1; 1999: 8.2.5)."""
    if notice.date is not None:
        date = hanzi_date(notice.date) if measures.hanzi_date else arabic_date(notice.date)
        yield from blank(standard.BLANK_LINES_ABOVE_DATE, keep=True)
        yield from _signatures(notice, measures, settings.nominal_width(date))
        right = standard.DATE_RIGHT_CHARS * standard.CHAR_PT
        setting = replace(settings.HEAD_RIGHT, right=right)
        yield plain(Role.DATE, date, setting, Source("date"))
    if notice.notes:
        yield plain(Role.NOTES, f"（{notice.notes}）", settings.BODY, Source("notes"))


def _signatures(notice: Notice, measures: Measures, date_width: float) -> Iterator[Text]:
    """Each name centred on the date, without leaving the type area."""
    organs = notice.signatures or (notice.organs if measures.organ_signs else ())
    if len(organs) == 1 and not measures.organ_signs:
        return
    for at, organ in enumerate(organs):
        right = (
            standard.DATE_RIGHT_CHARS * standard.CHAR_PT
            + (date_width - settings.nominal_width(organ)) / 2
        )
        setting = Setting(
            standard.BODY_PT,
            standard.PITCH_PT,
            Align.RIGHT,
            right=max(right, 0.0),
            squeeze=standard.SQUEEZE_PT,
            keep_with_next=True,
        )
        yield plain(Role.SIGNATURE, organ, setting, Source("signatures", paragraph=at))


def _piece(piece: Piece, at: int, measures: Measures) -> Iterator[Element]:
    """A text of its own on a new page: an issued piece has only its title, an attachment its label too (7.3.7)."""
    yield Break()
    if piece.kind is PieceKind.ATTACHMENT:
        face = Face.HEI if measures.attachment_label_hei else Face.FANG_SONG
        label = Run(piece.label or "附件", face)
        yield Text(Role.PIECE_LABEL, (label,), settings.HEAD_LEFT, Source("pieces", piece=at))
        yield from blank(1)
    yield from _title(piece.title, Role.PIECE_TITLE, Source("pieces", piece=at))
    yield from blank(1, keep=True)
    for index, paragraph in enumerate(piece.paragraphs):
        yield _paragraph(paragraph, Source("pieces", at, index))
