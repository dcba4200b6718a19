"""The 份号 on a placed page, the one thing in which the copies of a document differ."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from exports.page import Glyphs, Source

if TYPE_CHECKING:
    from exports.page import Mark, Page

_COPY_NUMBER = Source("copy_number")


def is_copy_number(mark: Mark) -> TypeGuard[Glyphs]:
    """By where its text comes from: it may stand in one line with the 密级."""
    return isinstance(mark, Glyphs) and mark.source == _COPY_NUMBER


def with_copy_number(page: Page, number: str) -> Page:
    """The page of the copy with this 份号; the same where none stands on it."""
    marks = tuple(replace(m, text=number) if is_copy_number(m) else m for m in page.marks)
    return replace(page, marks=marks)
