"""A PDF is read from its text layer: lines become paragraphs again, page numbers stand apart."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import (
    registerFont,  # pyright: ignore[reportUnknownVariableType] - it says no type
)
from reportlab.pdfgen.canvas import Canvas

from exports.jobs import lay_out, notice_pdf, notice_word
from models.errors import UserError
from models.notice import Paragraph
from models.reading.doors.door import open_bytes
from models.reading.doors.pdf import open_pdf
from models.reading.fold import fold, tight
from tests.support.cases import CASES
from tests.support.invented import full_notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from exports.typeset.fonts import FontBook

# their tables and joint heads have cells beside each other, which a page does not tell from lines
LIKE_WORD = ["full-2012", "full-1999", "sample-2012", "corners-2012", "five organs-1999", "order-1999", "minutes-2012", "narrow margins-1999"]  # fmt: skip


def plain(lines: str) -> list[str]:
    return [tight(fold(line)) for line in lines.split("\n")]


@pytest.mark.parametrize("name", LIKE_WORD)
def test_our_pdf_says_what_our_word_file_says(fonts: FontBook, name: str) -> None:
    case = CASES[name]
    layout = lay_out(case.notice, fonts, case.practice)
    word = open_bytes(notice_word(case.notice, layout, fonts), "文.docx")
    pdf = open_pdf(notice_pdf(case.notice, layout, fonts), "文.pdf")
    assert plain(pdf.text) == plain(word.text)
    assert all("—" in number or number.isdigit() for number in pdf.furniture)


def test_rare_characters_are_read(fonts: FontBook) -> None:
    notice = replace(full_notice(), body=(Paragraph("经研究，同意聘任李𬭚为工程师。"),))
    pdf = open_pdf(notice_pdf(notice, lay_out(notice, fonts), fonts), "文.pdf")
    assert "李𬭚为" in pdf.text


def drawn(draw: Callable[[Canvas], None], lock: StandardEncryption | None = None) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=lock)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def lines(canvas: Canvas, *texts: tuple[float, float, str]) -> None:
    canvas.setFont("Helvetica", 12)
    for x, y, text in texts:
        canvas.drawString(x, y, text)


@pytest.mark.parametrize(("gap", "said"), [(3, "请于2024年前报"), (18, "请于 2024 年前报")])
def test_thin_gaps_between_chinese_and_digits_are_no_blanks(gap: float, said: str) -> None:
    """An office program leaves a quarter of a character there; cells of a table stand further apart."""
    registerFont(UnicodeCIDFont("STSong-Light"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("STSong-Light", 12)
        at = 72.0
        for part in ("请于", "2024", "年前报"):
            canvas.drawString(at, 700, part)
            at += canvas.stringWidth(part, "STSong-Light", 12) + gap

    assert open_pdf(drawn(draw), "文.pdf").text == said


def test_characters_that_are_only_drawn_are_told(fonts: FontBook) -> None:
    """One font of several does not say what its characters are; then none does."""
    notice = full_notice()
    data = notice_pdf(notice, lay_out(notice, fonts), fonts)
    places = [found.span() for found in re.finditer(rb"/ToUnicode \d+ 0 R", data)]
    counts = [_told_unmapped(_blanked(data, [place])) for place in places]
    assert sum(filter(None, counts)) > 0
    with pytest.raises(UserError, match="乱码"):
        open_pdf(_blanked(data, places), "文.pdf")


def _blanked(data: bytes, places: list[tuple[int, int]]) -> bytes:
    for start, end in places:
        data = data[:start] + b" " * (end - start) + data[end:]
    return data


def _told_unmapped(data: bytes) -> int | None:
    try:
        (told,) = open_pdf(data, "文.pdf").unread
    except UserError:
        return None
    return int(re.sub(r"\D", "", told))


def test_pages_without_text_are_told() -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, (72, 700, "Text"))
        canvas.showPage()
        canvas.rect(10, 10, 100, 100)
        canvas.showPage()

    assert open_pdf(drawn(draw), "文.pdf").unread == (
        "第 2 页没有文字，可能是图片，其中的内容没有读出，请核对。",
    )


def test_a_scan_is_refused() -> None:
    with pytest.raises(UserError, match="扫描件"):
        open_pdf(drawn(lambda canvas: canvas.rect(10, 10, 100, 100)), "扫描.pdf")


def test_a_locked_pdf_is_refused() -> None:
    data = drawn(lambda canvas: lines(canvas, (72, 700, "Text")), StandardEncryption("secret"))
    with pytest.raises(UserError, match="设了打开密码"):
        open_pdf(data, "锁.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(500)])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="已损坏"):
        open_pdf(data, "坏.pdf")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    """The same page, laid on its side by its own word: the long lines still join, the short one ends."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.saveState()
        match turn:
            case 90:
                canvas.translate(595, 0)
                canvas.rotate(90)
            case 180:
                canvas.translate(595, 842)
                canvas.rotate(180)
            case _:
                canvas.translate(0, 842)
                canvas.rotate(270)
        full = "word " * (16 if turn == 180 else 24)
        lines(canvas, (72, 500, full), (72, 480, full), (72, 460, "end."), (72, 440, "next"))
        canvas.restoreState()

    read = open_pdf(drawn(draw), "文.pdf").text.split("\n")
    assert [line.split()[-1] for line in read] == ["end.", "next"]
