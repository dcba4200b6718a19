"""The Word file as an office program shows it: the same pages, lines and rules as our PDF, in every case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from exports.jobs import lay_out, notice_pdf, notice_word
from tests.support.cases import CASES
from tests.support.ink import Box, rows_of, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from exports.typeset.fonts import FontBook

TOLERANCE = 0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """One notice twice: the PDF we write, and our Word file as rendered."""

    ours: bytes
    word: bytes


@pytest.fixture(scope="module")
def pairs(
    fonts: FontBook, words_to_pdf: Callable[[Sequence[bytes]], list[bytes]]
) -> Mapping[str, Pair]:
    layouts = {name: lay_out(case.notice, fonts, case.practice) for name, case in CASES.items()}
    pdfs = [notice_pdf(CASES[name].notice, layout, fonts) for name, layout in layouts.items()]
    words = [notice_word(CASES[name].notice, layout, fonts) for name, layout in layouts.items()]
    made = zip(CASES, pdfs, words_to_pdf(words), strict=True)
    return {name: Pair(ours, word) for name, ours, word in made}


@pytest.fixture(params=list(CASES))
def pair(request: pytest.FixtureRequest, pairs: Mapping[str, Pair]) -> Pair:
    return pairs[request.param]


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


def test_the_rules_of_every_page_lie_where_ours_do(pair: Pair) -> None:
    for page, _ in enumerate(rows_of(pair.ours), 1):
        for mine, theirs in zip(rules_of(pair.ours, page), rules_of(pair.word, page), strict=True):
            assert_same_place(theirs, mine)


def texts(pdf: bytes) -> list[list[str]]:
    return [[row.text for row in page] for page in rows_of(pdf)]


def assert_same_place(box: Box, expected: Box) -> None:
    assert (box.left, box.top, box.right) == pytest.approx(
        (expected.left, expected.top, expected.right), abs=TOLERANCE
    )
