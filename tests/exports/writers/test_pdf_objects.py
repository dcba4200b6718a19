# pyright: reportUnknownMemberType=false
"""The PDF file as a reader sees it: what it says of itself, its outline, its table of objects."""

from __future__ import annotations

import io
import re

import pdfplumber
from pdfminer.psparser import LIT

from exports.page import Page
from exports.typeset.fonts import FontBook
from exports.writers.document_info import Bookmark, DocumentInfo
from exports.writers.pdf import pdf_bytes

BLANK = tuple(Page(number, (), 595.276, 841.89, 79.4) for number in (1, 2))
INFO = DocumentInfo(
    "关于𠮷家岭（旧址）的通知\\)", "青川市人事局", (Bookmark("一、𠮷家岭", 2, 100.0),)
)


def test_title_and_author_come_back_also_beyond_the_basic_plane() -> None:
    with pdfplumber.open(io.BytesIO(pdf_bytes(BLANK, FontBook(), INFO))) as pdf:
        assert pdf.metadata["Title"] == INFO.title
        assert pdf.metadata["Author"] == INFO.author
        assert pdf.metadata["Producer"] == "印发"
        assert pdf.doc.catalog["Lang"] == b"\xfe\xff" + "zh-CN".encode("utf-16-be")
        (entry,) = pdf.doc.get_outlines()
    assert entry[1] == "一、𠮷家岭"
    assert entry[2][1:] == [LIT("XYZ"), 0, 741.89, 0]


def test_each_object_stands_where_the_table_says() -> None:
    file = pdf_bytes(BLANK, FontBook(), INFO)
    table = int(file.split(b"startxref\n")[1].split()[0])
    assert file[table:].startswith(b"xref\n")
    places = [int(row) for row in re.findall(rb"(\d{10}) 00000 n \n", file[table:])]
    for number, place in enumerate(places, 1):
        assert file[place:].startswith(b"%d 0 obj\n" % number)
    assert b"/Size %d" % (len(places) + 1) in file[table:]


def test_a_file_without_headings_has_no_outline() -> None:
    assert b"/Outlines" not in pdf_bytes(BLANK, FontBook(), DocumentInfo("通知"))
