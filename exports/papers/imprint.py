"""The 版记 at the foot of the last page (2012: 7.4; 1999: 8.3, with 主题词 and 印发份数)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Face, Foot, FootRow, Role, Row, Run, Source, Text
from exports.papers.styles import plain, plain_cell
from models.numerals import arabic_date
from models.practice import CopiesPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.papers.styles import Styles
    from models.notice import Notice

SEPARATOR = "\u3000"  # one character between subject words


def imprint(notice: Notice, styles: Styles, *, with_addressees: bool = False) -> Iterator[Foot]:
    """The 版记, or nothing where nothing of it is known; the 主送机关 stand in it where page 1 has no room."""
    measures = styles.measures
    contents = tuple(_contents(notice, styles, with_addressees=with_addressees))
    inner = standard.pt(measures.imprint_rule_inner)
    last = standard.pt(standard.IMPRINT_RULE_LAST)
    rows = tuple(
        FootRow(content, last if at == len(contents) - 1 else (inner if has_rule else 0.0))
        for at, (content, has_rule) in enumerate(contents)
    )
    if rows:
        yield Foot(rows, standard.pt(measures.imprint_rule_above))


def bare_imprint(notice: Notice, styles: Styles) -> Iterator[Foot]:
    """The 版记 of a letter: copies to whom, without rules, office and date, on the last page whatever its number."""
    if notice.cc:
        row = FootRow(_organs("抄送：", notice.cc, "cc", styles), 0.0)
        yield Foot((row,), on_even_page=False)


def _contents(
    notice: Notice, styles: Styles, *, with_addressees: bool
) -> Iterator[tuple[Text | Row, bool]]:
    """Each row, and whether a rule follows it."""
    measures = styles.measures
    if measures.subject_words and notice.subject_words:
        yield _subject_words(notice.subject_words, styles), True
    if with_addressees:
        has_rule = not notice.cc or measures.rule_under_addressees
        yield _organs("主送：", notice.addressees, "addressees", styles), has_rule
    if notice.cc:
        yield _organs("抄送：", notice.cc, "cc", styles), True
    for row in _issue_rows(notice, styles):
        yield row, True


def _issue_rows(notice: Notice, styles: Styles) -> Iterator[Text | Row]:
    """印发机关 with 印发日期, and 共印份数 above or below."""
    place = styles.practice.copies_place
    count = notice.copies if styles.measures.copies_row else None
    copies = [_copies(count, styles)] if count else []
    if place is CopiesPlace.ABOVE:
        yield from copies
    if notice.issuing_office or notice.issued_on:
        yield _issued(notice, styles)
    if place is CopiesPlace.BELOW:
        yield from copies


def _copies(count: int, styles: Styles) -> Text:
    right = styles.practice.copies_right_chars * styles.measures.imprint_pt
    setting = replace(styles.imprint(Align.RIGHT), right=right)
    return plain(Role.IMPRINT, f"（共印{count}份）", setting, Source("copies"))


def _subject_words(words: tuple[str, ...], styles: Styles) -> Text:
    label = Run("主题词：", Face.HEI)
    terms = Run(SEPARATOR.join(words), Face.XIAO_BIAO_SONG)
    setting = replace(styles.left, lead=None)
    return Text(Role.SUBJECT_WORDS, (label, terms), setting, Source("subject_words"))


def _organs(label: str, text: str, field: str, styles: Styles) -> Text:
    """Continuation lines align with the first character after the colon."""
    hang = len(label) * styles.measures.imprint_pt
    blank = _blank(styles)
    setting = replace(
        styles.imprint(Align.JUSTIFY), left=blank + hang, first_indent=-hang, right=blank
    )
    return plain(Role.IMPRINT, f"{label}{text}。", setting, Source(field))


def _issued(notice: Notice, styles: Styles) -> Row:
    left = _blank(styles)
    right = styles.grid.width - left
    day = f"{arabic_date(notice.issued_on)}印发" if notice.issued_on else ""
    office = plain_cell(notice.issuing_office, left, Source("issuing_office"))
    printed = plain_cell(day, right, Source("issued_on"), Align.RIGHT)
    return Row(Role.IMPRINT, (office, printed), styles.imprint())


def _blank(styles: Styles) -> float:
    """What stays white at either side of a row."""
    return standard.SPREAD_CHARS * styles.measures.imprint_pt
