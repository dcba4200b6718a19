"""The Word file as an office program shows it: the same pages, lines and rules as our PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out, notice_pdf, notice_word
from models.edition import Edition
from tests.support.ink import Box, rows_of, rules_of
from tests.support.invented import filled_notice, full_notice
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.typeset.fonts import FontBook
    from models.notice import Notice

TOLERANCE = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """One notice twice: the PDF we write, and our Word file as rendered."""

    ours: bytes
    word: bytes


NOTICES = {
    f"{make.__name__}-{edition.value}": replace(make(), edition=edition)
    for make in (full_notice, sample_notice, filled_notice)
    for edition in Edition
}


@pytest.fixture(scope="module", params=NOTICES.values(), ids=list(NOTICES))
def pair(
    request: pytest.FixtureRequest, fonts: FontBook, word_to_pdf: Callable[[bytes], bytes]
) -> Pair:
    notice: Notice = request.param
    layout = lay_out(notice, fonts)
    word = word_to_pdf(notice_word(notice, layout, fonts))
    return Pair(notice_pdf(notice, layout, fonts), word)


def test_every_line_of_every_page_breaks_where_ours_does(pair: Pair) -> None:
    assert texts(pair.word) == texts(pair.ours)


def test_lines_begin_where_ours_do(pair: Pair) -> None:
    """Centred lines with digits come out up to 0.81 mm further right in LibreOffice, which kerns.

    It also forgets the mirrored margins of the section that holds nothing but the 版记, whose box and rules have
    absolute places; so its page number is left out.
    """
    for ours, word in zip(rows_of(pair.ours), rows_of(pair.word), strict=True):
        lefts = [(theirs.left, mine.left) for theirs, mine in zip(word, ours, strict=True)]
        assert [left for left, _ in lefts[:-1]] == pytest.approx(
            [left for _, left in lefts[:-1]], abs=0.9
        )


def test_the_red_line_lies_where_ours_does(pair: Pair) -> None:
    assert_same_place(rules_of(pair.word, 1)[0], rules_of(pair.ours, 1)[0])


def test_the_rules_of_the_imprint_lie_where_ours_do(pair: Pair) -> None:
    last = len(rows_of(pair.ours))
    ours, word = rules_of(pair.ours, last), rules_of(pair.word, last)
    assert len(ours) >= 2
    for mine, theirs in zip(ours, word, strict=True):
        assert_same_place(theirs, mine)


def texts(pdf: bytes) -> list[list[str]]:
    return [[row.text for row in page] for page in rows_of(pdf)]


def assert_same_place(box: Box, expected: Box) -> None:
    assert (box.left, box.top, box.right) == pytest.approx(
        (expected.left, expected.top, expected.right), abs=TOLERANCE
    )
