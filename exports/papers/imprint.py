"""The 版记 at the foot of the last page (7.4; 1999: 8.3, with 主题词 and 印发份数)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Cell, Face, Foot, FootRow, Role, Row, Run, Setting, Source, Text
from exports.papers import settings
from models.numerals import arabic_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.standard import Measures
    from models.notice import Notice

SEPARATOR = "\u3000"  # one character between subject words


def imprint(notice: Notice, measures: Measures) -> tuple[Foot, ...]:
    """The 版记, or nothing where nothing of it is known."""
    contents = tuple(_contents(notice, measures))
    inner = standard.pt(measures.imprint_rule_inner)
    last = standard.pt(measures.imprint_rule_last)
    rows = tuple(
        FootRow(content, last if at == len(contents) - 1 else inner)
        for at, content in enumerate(contents)
    )
    return (Foot(rows, standard.pt(measures.imprint_rule_above)),) if rows else ()


def _contents(notice: Notice, measures: Measures) -> Iterator[Text | Row]:
    row = Setting(measures.imprint_pt, standard.PITCH_PT, Align.LEFT)
    char = measures.imprint_pt
    if measures.subject_words and notice.subject_words:
        yield _subject_words(notice.subject_words)
    if notice.cc:
        yield _cc(notice.cc, row, char, measures.cc_right_chars * char)
    if notice.issuing_office or notice.issued_on:
        yield _issued(notice, row, char)
    if measures.copies_row and notice.copies:
        right = standard.COPIES_RIGHT_CHARS * char
        setting = replace(row.aligned(Align.RIGHT), right=right)
        text = f"（共印{notice.copies}份）"
        yield settings.plain(Role.IMPRINT, text, setting, Source("copies"))


def _subject_words(words: tuple[str, ...]) -> Text:
    label = Run("主题词：", Face.HEI)
    terms = Run(SEPARATOR.join(words), Face.XIAO_BIAO_SONG)
    return Text(Role.SUBJECT_WORDS, (label, terms), settings.HEAD_LEFT, Source("subject_words"))


def _cc(text: str, row: Setting, char: float, right: float) -> Text:
    """Continuation lines align with the first character after the colon."""
    label = "抄送："
    hang = len(label) * char
    setting = replace(row.aligned(Align.JUSTIFY), left=char + hang, first_indent=-hang, right=right)
    return settings.plain(Role.IMPRINT, f"{label}{text}。", setting, Source("cc"))


def _issued(notice: Notice, setting: Setting, char: float) -> Row:
    office = (Run(notice.issuing_office, Face.FANG_SONG),)
    day = (Run(f"{arabic_date(notice.issued_on)}印发" if notice.issued_on else "", Face.FANG_SONG),)
    return Row(
        Role.IMPRINT,
        (
            Cell(office, char, source=Source("issuing_office")),
            Cell(day, settings.AREA_PT - char, Align.RIGHT, Source("issued_on")),
        ),
        setting,
    )
