"""署名, 成文日期 and the place of the seals, in every case of the standard (2012: 7.3.5; 1999: 8.2.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exports import standard
from exports.page import Stamping
from exports.papers.seals import lines_under_seal, seal_rows, two_seals
from exports.papers.signature import signed
from exports.papers.signing import date_line, date_text, name_line, signing_organs
from exports.papers.styles import nominal_width
from models.edition import Edition
from models.form import Sealing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exports.page import Element
    from exports.papers.styles import Styles
    from models.notice import Notice


def closing(notice: Notice, styles: Styles) -> Iterator[Element]:
    """What stands between the text and the 附注; held to the last lines of the text."""
    if notice.date is None:
        return
    if notice.sealing_in_use is Sealing.SIGNATURE:
        yield from signed(notice, styles)
    elif notice.sealing_in_use is Sealing.NONE:
        yield from _unsealed(notice, styles)
    elif len(signing_organs(notice)) > 1:
        yield from _sealed_by_several(notice, styles)
    else:
        yield from _sealed_by_one(notice, styles)


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
        yield name_line(organ, at, free, styles)
    yield date_line(text, right, styles)


def _seal(organs: tuple[str, ...], is_named: bool, from_right: float, styles: Styles) -> Stamping:
    """It presses name and date, its middle a little above theirs; in 1999 it stands 2 to 4 mm under the text."""
    size = styles.seal_pt
    if is_named:
        y = styles.grid.pitch - standard.pt(standard.SEAL_ABOVE)
    else:
        blank = standard.BLANK_LINES_ABOVE_DATE * styles.grid.pitch
        y = standard.pt(standard.SEAL_GAP_1999) + size / 2 - blank
    return Stamping(((styles.grid.width - from_right, y),), size, size, organs[:1] or ("",))


def _unsealed(notice: Notice, styles: Styles) -> Iterator[Element]:
    """The date begins 2 字 further in than the names; the longer of them ends 2 字 from the right (7.3.5.2)."""
    organs, text = signing_organs(notice), date_text(notice, styles)
    shift = standard.UNSEALED_CHARS * standard.CHAR_PT
    day = nominal_width(text, styles.right)
    widths = [nominal_width(organ, styles.right) for organ in organs]
    widest = max(widths, default=0.0)
    if day > widest:
        name_right, date_right = shift + day + shift - widest, shift
    else:
        name_right, date_right = shift, widest - day
    yield from styles.blank(1, keep=True)
    for at, (organ, width) in enumerate(zip(organs, widths, strict=True)):
        yield name_line(organ, at, name_right + widest - width, styles)
    yield date_line(text, date_right, styles)


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
