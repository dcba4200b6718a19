"""署名, 成文日期 and the place of the seals, in every case of the standard (2012: 7.3.5; 1999: 8.2.5)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports import standard
from exports.page import Role, Source, Stamping
from exports.papers.seals import lines_under_seal, seal_rows, two_seals
from exports.papers.signature import signed
from exports.papers.styles import kept, nominal_width, plain
from models.edition import Edition
from models.form import Sealing
from models.numerals import arabic_date, hanzi_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Element, Text
    from exports.papers.styles import Styles
    from models.notice import Notice


def closing(notice: Notice, styles: Styles) -> Iterator[Element]:
    """What stands between the text and the 附注; held to the last lines of the text."""
    if notice.date is None:
        return
    if notice.sealing_in_use is Sealing.SIGNATURE:
        yield from signed(notice, date_text(notice, styles), styles)
    elif notice.sealing_in_use is Sealing.NONE:
        yield from _unsealed(notice, styles)
    elif len(signing_organs(notice)) > 1:
        yield from _sealed_by_several(notice, styles)
    else:
        yield from _sealed_by_one(notice, styles)


def signing_organs(notice: Notice) -> tuple[str, ...]:
    """The names under the text: those of the text itself, else the issuing organs."""
    return notice.signatures or notice.organs


def date_text(notice: Notice, styles: Styles) -> str:
    """成文日期 in the numerals of the edition."""
    if notice.date is None:
        return ""
    if styles.measures.hanzi_date:
        return hanzi_date(notice.date).replace("〇", styles.practice.zero)
    return arabic_date(notice.date)


def date_line(text: str, right: float, styles: Styles) -> Text:
    """The date with `right` points free at its right."""
    setting = replace(styles.right, right=right)
    return plain(Role.DATE, text, setting, Source("date"))


def _sealed_by_one(notice: Notice, styles: Styles) -> Iterator[Element]:
    """The date 4 字 from the right; in 2012 the name above it, both under one seal (7.3.5.1)."""
    text = date_text(notice, styles)
    width = nominal_width(text, styles.right)
    right = standard.DATE_RIGHT_CHARS * standard.CHAR_PT
    organs = signing_organs(notice)
    names = organs if styles.measures.organ_signs else ()
    yield from styles.blank(standard.BLANK_LINES_ABOVE_DATE, keep=True)
    yield _seal(organs, bool(names), right + width / 2, styles)
    for at, organ in enumerate(names):
        free = max(right + (width - nominal_width(organ, styles.right)) / 2, 0.0)
        setting = replace(styles.right, right=free)
        yield kept(plain(Role.SIGNATURE, organ, setting, Source("signatures", paragraph=at)))
    yield date_line(text, right, styles)


def _seal(organs: tuple[str, ...], is_named: bool, from_right: float, styles: Styles) -> Stamping:
    """It presses name and date, its middle a little above theirs; in 1999 it stands 2 to 4 mm under the text."""
    size = standard.pt(styles.practice.seal_mm)
    if is_named:
        y = styles.grid.pitch - standard.pt(standard.SEAL_ABOVE)
    else:
        blank = standard.BLANK_LINES_ABOVE_DATE * styles.grid.pitch
        y = standard.pt(standard.SEAL_GAP_1999) + size / 2 - blank
    return Stamping(((styles.grid.width - from_right, y),), size, size, organs[:1] or ("",))


def _unsealed(notice: Notice, styles: Styles) -> Iterator[Element]:
    """The name 2 字 from the right, the date on the next line 2 字 further in than the name (7.3.5.2)."""
    organs, text = signing_organs(notice), date_text(notice, styles)
    yield from styles.blank(1, keep=True)
    shift = standard.UNSEALED_CHARS * standard.CHAR_PT
    day = nominal_width(text, styles.right)
    widest = max((nominal_width(organ, styles.right) for organ in organs), default=0.0)
    name_right = max(shift, shift + day + shift - widest) if day > widest else shift
    for at, organ in enumerate(organs):
        free = name_right + widest - nominal_width(organ, styles.right)
        setting = replace(styles.right, right=free)
        yield kept(plain(Role.SIGNATURE, organ, setting, Source("signatures", paragraph=at)))
    right = name_right + widest - shift - day if organs else shift
    yield date_line(text, max(right, 0.0), styles)


def _sealed_by_several(notice: Notice, styles: Styles) -> Iterator[Element]:
    text, organs = date_text(notice, styles), signing_organs(notice)
    is_old = notice.edition_in_use is Edition.GB1999
    if is_old and len(organs) == 2:
        yield from two_seals(organs, text, styles)
        return
    chars = standard.MANY_SEALS_DATE_CHARS_1999 if is_old else standard.DATE_RIGHT_CHARS
    right = chars * standard.CHAR_PT
    middle = styles.grid.width - right - nominal_width(text, styles.right) / 2
    yield from seal_rows(organs, None if is_old else middle, styles)
    if is_old:
        yield from styles.blank(lines_under_seal(styles), keep=True)
    yield date_line(text, right, styles)
