"""纪要格式: the name of the meeting as 标志, and who was there under the text; no seal (2012: 10.3)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Align, Cell, Face, Role, Row, Run, Source, Text
from exports.papers.body import body, notes, pieces, title
from exports.papers.closing import date_text
from exports.papers.head import corner, red_line
from exports.papers.imprint import imprint
from exports.papers.mark import single
from exports.papers.styles import nominal_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice

_ATTENDANCE = re.compile(r"^(出席|请假|列席|参加|缺席)(?:人员|单位|领导)?：")


def compose(notice: Notice, styles: Styles) -> tuple[Element, ...]:
    """The whole minutes. Paragraphs that begin 出席：, 请假： or 列席： stand under the text."""
    present = [at for at, p in enumerate(notice.body) if _ATTENDANCE.match(p.whole)]
    return (
        *_head(notice, styles),
        *_title(notice, styles),
        *body(notice, styles, without=present),
        *_attendance(notice, present, styles),
        *notes(notice, styles),
        *pieces(notice, styles),
        *imprint(notice, styles),
    )


def _head(notice: Notice, styles: Styles) -> Iterator[Element]:
    """Under the 标志 its number, then organ and day above the red line, as offices do."""
    above = tuple(corner(notice, styles))
    height = sum(text.setting.pitch for text in above)
    yield from above
    yield single(_mark_text(notice, styles), styles, standard.pt(styles.measures.mark_top) - height)
    yield from styles.blank(standard.BLANK_LINES_AROUND_NUMBER)
    if notice.doc_number:
        number = Run(notice.doc_number, Face.FANG_SONG)
        yield Text(Role.DOC_NUMBER, (number,), styles.centered, Source("doc_number"))
    yield _organ_and_day(notice, styles)
    yield red_line(styles)
    yield from styles.blank(styles.practice.blank_lines_above_title)


def _organ_and_day(notice: Notice, styles: Styles) -> Row:
    indent = standard.SPREAD_CHARS * standard.CHAR_PT
    organ = (Run("、".join(notice.signatures or notice.organs), Face.FANG_SONG),)
    day = (Run(date_text(notice, styles), Face.FANG_SONG),)
    return Row(
        Role.DATE,
        (
            Cell(organ, indent, source=Source("organs")),
            Cell(day, styles.grid.width - indent, Align.RIGHT, Source("date")),
        ),
        styles.left,
    )


def _is_mark(notice: Notice) -> bool:
    """A title that only names the meeting is the 标志 itself."""
    return notice.title.endswith("纪要") and "关于" not in notice.title


def _mark_text(notice: Notice, styles: Styles) -> str:
    if _is_mark(notice):
        return notice.title
    return notice.organs[0] + styles.measures.minutes_mark if notice.organs else ""


def _title(notice: Notice, styles: Styles) -> Iterator[Element]:
    if notice.title and not _is_mark(notice):
        yield from title(notice.title, Role.TITLE, Source("title"), styles)
        yield from styles.blank(standard.BLANK_LINES_ABOVE_ADDRESSEES)


def _attendance(notice: Notice, present: Sequence[int], styles: Styles) -> Iterator[Text]:
    """One blank line below the text; the label in 黑体, further lines under the first name (10.3)."""
    if present:
        yield from styles.blank(1)
    for at in present:
        label, _, names = notice.body[at].whole.partition("：")
        hang = nominal_width(f"{label}：", styles.flush)
        setting = replace(styles.flush, left=standard.INDENT_PT + hang, first_indent=-hang)
        runs = (Run(f"{label}：", Face.HEI), Run(names, Face.FANG_SONG))
        yield Text(Role.ATTENDANCE, runs, setting, Source("body", paragraph=at))
