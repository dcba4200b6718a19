"""No door loses a character: what was put into a file is in one understood element, or was left out, exactly once."""

from __future__ import annotations

import html
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.jobs import lay_out, notice_pdf, notice_word
from models.reading.doors.door import open_bytes
from models.reading.doors.pdf import open_pdf
from models.reading.doors.web import open_web
from models.reading.files import understood
from models.reading.fold import fold, tight
from tests.models.reading.doors.test_ofd import ofd, text
from tests.models.reading.lossless import assert_lossless
from tests.models.reading.shapes.test_property import PIECES
from tests.support.cases import CASES
from tests.support.packages import paragraph, word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exports.typeset.fonts import FontBook
    from models.reading.doors.opened import Opened

HEADS_AGAIN = "序号班次名称时间人数说明" * 2  # of a table on its further pages
LINES = st.lists(st.sampled_from([piece for piece in PIECES if piece.isprintable()]), max_size=20)


def as_word(lines: Sequence[str]) -> Opened:
    body = "".join(paragraph(html.escape(line)) for line in lines)
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    return open_bytes(word(body + section, footer1=paragraph("— 1 —")), "文.docx")


def as_table(lines: Sequence[str]) -> Opened:
    cells = "".join(f"<w:tc>{paragraph(html.escape(line))}</w:tc>" for line in lines)
    return open_bytes(word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"), "文.docx")


def as_page(lines: Sequence[str]) -> Opened:
    page = "<html>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return open_web(page.encode(), "文.html")


def as_ofd(lines: Sequence[str]) -> Opened:
    page = "".join(text(html.escape(line), 28, 30 + 8 * at) for at, line in enumerate(lines))
    return open_bytes(ofd(page + text("青川市第9号", 28, 20)), "文.ofd")


def as_text(lines: Sequence[str]) -> Opened:
    return open_bytes("\n".join(("青", *lines)).encode("gb18030"), "文.txt")


@pytest.mark.parametrize(
    ("door", "more"),
    [
        (as_word, "— 1 —"),
        (as_table, ""),
        (as_page, ""),
        (as_ofd, "青川市第9号"),
        (as_text, "青"),
    ],
)
@settings(max_examples=60, deadline=None)
@given(lines=LINES)
def test_each_character_comes_through_each_door_once(
    door: Callable[[Sequence[str]], Opened], more: str, lines: list[str]
) -> None:
    opened = door(lines)
    reading = understood(opened)
    assert_lossless(reading)
    said = Counter(tight(fold(reading.text)))
    assert said == Counter(tight(fold("".join((*lines, more)))))


@pytest.mark.parametrize("name", CASES)
def test_each_character_on_our_pages_comes_back(fonts: FontBook, name: str) -> None:
    """PDF and Word hold the same characters, page numbers apart, which Word writes once."""
    case = CASES[name]
    layout = lay_out(case.notice, fonts, case.practice)
    pdf = open_pdf(notice_pdf(case.notice, layout, fonts), "文.pdf")
    words = open_bytes(notice_word(case.notice, layout, fonts), "文.docx")
    assert_lossless(understood(pdf))
    assert_lossless(understood(words))
    printed = Counter(tight(fold(pdf.text))) - Counter(tight(fold(words.text)))
    assert printed <= Counter(HEADS_AGAIN)
