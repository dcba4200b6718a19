"""What a notice still lacks before it can go out: asked for, never invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edition import Edition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.notice import Notice

WITHOUT_ADDRESSEES = frozenset(("公告", "通告", "令", "命令", "公报", "决议", "纪要", "会议纪要"))
UPWARD = frozenset(("请示", "报告", "议案"))  # 上行文: the signer is printed (7.2.6)


TO_FILL = "……"
"""Stands in a skeleton where the clerk is to write."""


def missing(notice: Notice) -> tuple[str, ...]:
    """The standard's names of the elements that are wanted and not known, in the order of the paper."""
    return tuple(_missing(notice))


def _missing(notice: Notice) -> Iterator[str]:
    if not notice.organs:
        yield "发文机关"
    if not notice.doc_number:
        yield "发文字号"
    if notice.kind in UPWARD and not notice.signers:
        yield "签发人"
    if _is_open(notice.title):
        yield "标题"
    if _is_open(notice.addressees) and notice.kind not in WITHOUT_ADDRESSEES:
        yield "主送机关"
    if not notice.body:
        yield "正文"
    if notice.date is None:
        yield "成文日期"
    yield from _missing_imprint(notice)


def _is_open(text: str) -> bool:
    """Whether an element is empty, or as its skeleton left it."""
    return not text or TO_FILL in text


def _missing_imprint(notice: Notice) -> Iterator[str]:
    if notice.edition_in_use is Edition.GB1999 and not notice.subject_words:
        yield "主题词"
    if not notice.issuing_office:
        yield "印发机关"
    if notice.issued_on is None:
        yield "印发日期"
