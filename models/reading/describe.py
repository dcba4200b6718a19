"""A reading in words for the eye: each element that was understood, then what was left out and what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.notice import Level
from models.numerals import arabic_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from models.notice import Notice, Paragraph, Piece
    from models.reading.reading import Reading

_WIDTH = 40


def describe(reading: Reading) -> str:
    """What was understood, a line for each element that the text tells."""
    lines = [f"{name}：{value}" for name, value in _facts(reading.notice) if value]
    lines += _text("正文", reading.notice.body)
    for piece in reading.notice.pieces:
        lines += _piece(piece)
    lines += _left_out(reading)
    questions = (doubt.question for doubt in reading.doubts)
    lines += [f"待确认：{words}" for words in (*questions, *reading.unread)]
    return "\n".join(lines)


def _facts(notice: Notice) -> Iterator[tuple[str, str]]:
    yield "文种", notice.kind
    yield "标题", notice.title
    yield "发文机关", "、".join(notice.organs)
    yield "发文字号", notice.doc_number
    yield "签发人", "、".join(notice.signers)
    yield "份号", notice.copy_number
    yield "密级", notice.secrecy
    yield "紧急程度", notice.urgency
    yield "主送机关", notice.addressees
    yield "附件说明", "；".join(notice.attachment_notes)
    yield "署名", "、".join(notice.signatures)
    yield "成文日期", _day(notice.date)
    yield "附注", notice.notes
    yield "主题词", " ".join(notice.subject_words)
    yield "抄送机关", notice.cc
    yield "印发机关", notice.issuing_office
    yield "印发日期", _day(notice.issued_on)
    yield "共印份数", str(notice.copies or "")
    yield "报送期限", _day(notice.reply_due)


def _day(day: date | None) -> str:
    return arabic_date(day) if day else ""


def _piece(piece: Piece) -> list[str]:
    name = piece.label or "印发件"
    return [f"{name}：{piece.title or '（没有标题）'}", *_text(f"{name}正文", piece.paragraphs)]


def _text(name: str, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    if not paragraphs:
        return []
    lines = [_shortened("  " + paragraph.whole) for paragraph in paragraphs]
    plain = sum(paragraph.level is Level.PLAIN for paragraph in paragraphs)
    return [f"{name}：{len(paragraphs)} 段，其中不带编号的 {plain} 段", *lines]


def _left_out(reading: Reading) -> list[str]:
    texts = [reading.text[span.start : span.end] for span in reading.left_out]
    return [_shortened(f"未采用：{' '.join(text.split())}") for text in texts]


def _shortened(line: str) -> str:
    return line if len(line) <= _WIDTH else line[: _WIDTH - 1] + "…"
