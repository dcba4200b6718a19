"""汇编: the contents page names the page on which each unit truly begins, and every text stands in the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exports.compilation import Reported, lay_out_compilation, write_compilation
from exports.page import Role
from exports.typeset.fonts import FontBook
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from exports.page import Page

FONTS = FontBook()
LONG = "\n".join(f"{at}．抓好第{at}件事，务求实效。" for at in range(1, 40))


def reported(count: int) -> list[Reported]:
    return [
        Reported(
            f"第{at}区人事局", (LONG if at % 3 == 0 else f"第{at}区的安排。",), (f"{at}.docx",)
        )
        for at in range(1, count + 1)
    ]


def told(page: Page) -> str:
    return "".join(mark.text for mark in page.texts if mark.role is not Role.PAGE_NUMBER)


@pytest.mark.parametrize("count", [1, 25, 60])
def test_the_contents_name_the_pages(count: int) -> None:
    pages = lay_out_compilation("汇编", reported(count), FONTS).pages
    begins = {
        mark.text: page.number
        for page in pages
        for mark in page.texts
        if mark.role is Role.PIECE_TITLE
    }
    assert len(begins) == count
    first = min(begins.values())
    rows: list[list[str]] = [[]]
    for page in pages[: first - 1]:
        cells = [mark.text for mark in page.texts if mark.role is Role.TABLE]
        rows += [cells[at : at + 3] for at in range(3, len(cells), 3)]
    named = {row[1]: int(row[2]) for row in rows if row}
    assert named == begins


def test_every_text_stands_in_the_book() -> None:
    pages = lay_out_compilation("汇编", reported(4), FONTS).pages
    whole = "".join(map(told, pages))
    assert "39．抓好第39件事，务求实效。" in whole
    assert whole.count("抓好第1件事") == 1


def test_what_could_not_be_read_is_told_with_its_original() -> None:
    sent = [Reported("甲局", ("",), ("扫描件.jpg",)), Reported("乙局", ())]
    whole = "".join(map(told, lay_out_compilation("汇编", sent, FONTS).pages))
    assert "没有读出文字，见所附原件：扫描件.jpg" in whole
    assert "见所附原件：纸质件" in whole


def test_originals_stand_in_order_under_legal_names(tmp_path: Path) -> None:
    sent = [Reported("甲/局", ("一",), ("a.docx", "b.DOC")), Reported("乙局", ("二",), ("c",))]
    write_compilation("汇编", sent, lambda at, count: f"{at}{count}".encode(), tmp_path, FONTS)
    found = {path.name: path.read_text() for path in (tmp_path / "汇编原件").iterdir()}
    assert found == {"001 甲／局.docx": "00", "001 甲／局（2）.DOC": "01", "002 乙局": "10"}


def test_nobody_sent_anything() -> None:
    with pytest.raises(UserError, match="还没有收到报送件"):
        lay_out_compilation("汇编", [], FONTS)


def test_a_unit_with_paper_alone_and_a_character_without_a_font_hold_nothing_up(
    tmp_path: Path,
) -> None:
    sent = [Reported("甲局", ("",), ()), Reported("乙局", ("𠮷😀字",), ("a.txt",))]
    written = write_compilation("汇编", sent, lambda _, __: b"x", tmp_path, FONTS)
    assert all(path.exists() for path in written)
    assert [path.name for path in (tmp_path / "汇编原件").iterdir()] == ["002 乙局.txt"]
    whole = "".join(map(told, lay_out_compilation("汇编", sent, FONTS).pages))
    assert "〓字" in whole
