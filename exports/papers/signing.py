"""Who signs and when, in words and as lines: what every way of closing is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from exports.page import Role, Source
from exports.papers.styles import kept, plain
from models.numerals import arabic_date, hanzi_date

if TYPE_CHECKING:
    from exports.page import Text
    from exports.papers.styles import Styles
    from models.notice import Notice


def signing_organs(notice: Notice) -> tuple[str, ...]:
    """The names under the text: those of the text itself, else the issuing organs."""
    return notice.signatures or notice.organs


def date_text(notice: Notice, styles: Styles) -> str:
    """成文日期 in the numerals of the edition."""
    if notice.date is None:
        return ""
    if styles.measures.hanzi_date:
        return hanzi_date(notice.date, styles.practice.zero)
    return arabic_date(notice.date)


def name_line(organ: str, at: int, right: float, styles: Styles) -> Text:
    """The name of the organ that signs as number `at`, with `right` points free at its right."""
    setting = replace(styles.right, right=right)
    return kept(plain(Role.SIGNATURE, organ, setting, Source("signatures", paragraph=at)))


def date_line(text: str, right: float, styles: Styles) -> Text:
    """The date with `right` points free at its right."""
    setting = replace(styles.right, right=right)
    return plain(Role.DATE, text, setting, Source("date"))
