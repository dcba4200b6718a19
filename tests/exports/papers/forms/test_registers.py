"""The books of a year: each document once in the order of its number, each parcel with its day and who signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exports.forms import lay_out_form
from exports.papers.forms.as_sheet import sheet_of
from exports.papers.forms.printed_form import NothingToPrint
from exports.papers.forms.registers import issue_register, sending_register
from exports.typeset.fonts import FontBook
from exports.typeset.listing import Listing
from exports.writers.sheet import workbook_bytes
from models.notice import Notice
from models.number_book import NumberBook, VoidNumber
from models.rules.dealing import print_run
from models.rules.handing import send, sign
from models.rules.registers import Registered, book_of_year, of_year, year_of
from tests.support.forms import small, texts_of
from tests.support.golden import Golden, pages_text

FONTS = FontBook()
DAY = date(2019, 3, 11)


def documents() -> tuple[Registered, ...]:
    notice, _, distribution = small()
    sent = sign(send(print_run(distribution, DAY), {0, 1}, DAY), 0, "李明", date(2019, 3, 12))
    part = send(sent, {2}, DAY, 1)
    numbers = ("青人〔2019〕12号", "青人〔2019〕7号", "青人〔2018〕90号", "", "青人函〔2019〕1号")
    notices = [replace(notice, doc_number=number, issued_on=DAY) for number in numbers]
    return tuple(Registered(one, part if at == 1 else None) for at, one in enumerate(notices))


def test_the_books_are_those_reviewed(golden: Golden) -> None:
    mine = of_year(documents(), 2019)
    issued = lay_out_form(issue_register(mine, 2019), FONTS)
    sent = lay_out_form(sending_register(mine, 2019), FONTS)
    golden.check("issue-register.pages.txt", pages_text(issued.pages))
    golden.check("sending-register.pages.txt", pages_text(sent.pages))


def test_a_year_holds_its_documents_by_code_and_number() -> None:
    mine = [one.notice.doc_number for one in of_year(documents(), 2019)]
    assert mine == ["青人〔2019〕7号", "青人〔2019〕12号", "青人函〔2019〕1号", ""]
    assert [year_of(Notice(date=date(2001, 2, 3))), year_of(Notice())] == [2001, None]
    assert of_year([Registered(Notice())], 2019) == ()


def test_every_sheet_lies_and_every_document_stands_on_it_once() -> None:
    mine = of_year(documents(), 2019)
    pages = lay_out_form(issue_register(mine, 2019), FONTS).pages
    assert all(page.width > page.height for page in pages)
    said = [line for page in texts_of(pages) for line in page]
    assert sum(line.count("青人〔2019〕12号") for line in said) == 1
    assert any(line == "本年发文共4件。" for line in said)


def test_void_numbers_and_gaps_stand_in_their_places() -> None:
    book = NumberBook((VoidNumber("青人〔2019〕8号", DAY, "重号", "关于评选的通知"),))
    content = issue_register(book_of_year(documents(), book, 2019), 2019).content
    assert isinstance(content, Listing)
    rows = [entry.cells[2:4] for entry in content.entries]
    assert rows[:5] == [
        ("青人〔2019〕1号至6号", "空号"),
        ("青人〔2019〕7号", documents()[0].notice.title),
        ("青人〔2019〕8号", "作废：重号；关于评选的通知"),
        ("青人〔2019〕9号至11号", "空号"),
        ("青人〔2019〕12号", documents()[0].notice.title),
    ]
    said = [line for page in texts_of(lay_out_form(issue_register(
        book_of_year(documents(), book, 2019), 2019), FONTS).pages) for line in page]  # fmt: skip
    assert "本年发文共4件，作废1个号，空号9个。" in said


def test_copies_that_the_notice_does_not_say_are_those_of_its_list() -> None:
    notice, _, distribution = small()
    one = Registered(replace(notice, copies=None), distribution)
    content = issue_register([one], 2019).content
    assert isinstance(content, Listing)
    assert content.entries[0].cells[6] == "20"
    assert "抄送：市委组织部" in content.entries[0].cells[7]


def test_what_was_sent_in_part_has_a_row_for_the_rest() -> None:
    content = sending_register(of_year(documents(), 2019), 2019).content
    assert isinstance(content, Listing)
    rows = [entry.cells for entry in content.entries if entry.cells[1] == "003"]
    assert [(row[0], row[4]) for row in rows] == [("2019-03-11", "1"), ("", "2")]
    signed = next(entry.cells for entry in content.entries if entry.cells[1] == "001")
    assert signed[5:8] == ("加急 交换", "2019-03-12", "李明")
    assert content.total[4] == "18"


def test_both_go_into_one_workbook() -> None:
    mine = of_year(documents(), 2019)
    forms = (issue_register(mine, 2019), sending_register(mine, 2019))
    sheets = [
        sheet_of(form.name, form.content, is_landscape=True)
        for form in forms
        if isinstance(form.content, Listing)
    ]
    assert workbook_bytes(sheets, "登记簿")


def test_an_empty_year_is_said() -> None:
    with pytest.raises(NothingToPrint, match="2019年还没有发文"):
        issue_register((), 2019)
    with pytest.raises(NothingToPrint, match="2019年还没有要送的文件"):
        sending_register((Registered(Notice()),), 2019)
