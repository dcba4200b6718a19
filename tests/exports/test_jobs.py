# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false
# pyright: reportMissingTypeArgument=false, reportArgumentType=false
# pyright: reportOperatorIssue=false, reportUnknownLambdaType=false, reportAttributeAccessIssue=false
"""The jobs: whole files or none, the text exactly, the same bytes for the same document."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from exports.jobs import issue, lay_out, notice_pdf, notice_word
from exports.page import Face, Glyphs, Ink, Role, Stamp
from exports.typeset.fonts import FontBook
from models.edition import Edition
from models.errors import Cancelled, UserError
from models.form import Form, Sealing
from models.notice import Notice, Paragraph
from models.practice import JointMark, Practice
from tests.support.golden import Golden, pages_text, xml_text
from tests.support.invented import full_notice
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from pathlib import Path

    from exports.page import Page


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return "".join("".join(pages).split())


@pytest.mark.parametrize("edition", list(Edition), ids=lambda edition: edition.value)
def test_the_placed_marks_are_those_reviewed(
    edition: Edition, fonts: FontBook, golden: Golden
) -> None:
    layout = lay_out(replace(full_notice(), edition=edition), fonts)
    golden.check(f"invented-{edition.value}.pages.txt", pages_text(layout.pages))


@pytest.mark.parametrize("edition", list(Edition), ids=lambda edition: edition.value)
def test_the_sample_fills_the_twelve_pages_reviewed(
    edition: Edition, fonts: FontBook, golden: Golden
) -> None:
    layout = lay_out(replace(sample_notice(), edition=edition), fonts)
    assert len(layout.pages) == 12
    golden.check(f"sample-{edition.value}.pages.txt", pages_text(layout.pages))


def test_the_parts_of_the_word_file_are_those_reviewed(fonts: FontBook, golden: Golden) -> None:
    notice = full_notice()
    with zipfile.ZipFile(io.BytesIO(notice_word(notice, lay_out(notice, fonts), fonts))) as file:
        for part in ("document", "styles", "settings"):
            golden.check(f"invented.{part}.xml", xml_text(file.read(f"word/{part}.xml")))


def test_the_text_layer_holds_the_text_of_the_document_and_nothing_else(fonts: FontBook) -> None:
    notice = full_notice()
    layout = lay_out(notice, fonts)
    placed = "".join(
        mark.text for page in layout.pages for mark in page.marks if isinstance(mark, Glyphs)
    )
    assert text_of(notice_pdf(notice, layout, fonts)) == "".join(placed.split())


def test_characters_beyond_the_basic_plane_come_back_from_the_text_layer(fonts: FontBook) -> None:
    char = next(c for c in map(chr, range(0x20000, 0x2A6DF)) if fonts.covers(Face.RARE, c))
    near = next(
        c
        for c in map(chr, range(0x4E00, 0x9FFF))
        if fonts.covers(Face.RARE, c) and not fonts.covers(Face.FANG_SONG, c)
    )
    notice = replace(full_notice(), body=(Paragraph(f"张{near}{char}同志任职。"),))
    text = text_of(notice_pdf(notice, lay_out(notice, fonts), fonts))
    assert f"张{near}{char}同志任职。" in text


def test_the_same_notice_gives_the_same_bytes(fonts: FontBook) -> None:
    notice = full_notice()
    layout = lay_out(notice, fonts)
    assert notice_pdf(notice, layout, fonts) == notice_pdf(notice, lay_out(notice, fonts), fonts)


def test_what_was_made_before_does_not_change_the_bytes(fonts: FontBook) -> None:
    rare = [chr(code) for code in range(0x20000, 0x2A6DF) if fonts.covers(Face.RARE, chr(code))]
    notices = [
        replace(full_notice(), body=(Paragraph(f"张{rare[at]}、李{rare[1 - at]}任职，{text}"),))
        for at, text in ((0, "请周知。"), (1, "另有新字：龘靐。"), (0, "请周知。"))
    ]
    used, fresh = FontBook(), [FontBook() for _ in notices]
    for notice, own in zip(notices, fresh, strict=True):
        made = notice_pdf(notice, lay_out(notice, used), used)
        assert made == notice_pdf(notice, lay_out(notice, own), own)
        assert notice.body[0].text in text_of(made)


def test_checkers_find_nothing_and_every_font_is_embedded(fonts: FontBook, tmp_path: Path) -> None:
    for tool in ("qpdf", "pdffonts", "pdftotext"):
        if shutil.which(tool) is None:
            say = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            say(f"{tool} is not installed")
    path = next(file for file in issue(full_notice(), tmp_path, fonts) if file.suffix == ".pdf")
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True)
    assert text.stderr == b""
    listed = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True)
    rows = listed.stdout.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_both_files_are_named_after_the_title(fonts: FontBook, tmp_path: Path) -> None:
    files = issue(replace(full_notice(), title="关于A/B“考核”的通知"), tmp_path / "new", fonts)
    assert [file.name for file in files] == [
        "关于A／B“考核”的通知.pdf",
        "关于A／B“考核”的通知.docx",
    ]
    assert sorted((tmp_path / "new").iterdir()) == sorted(files)


def test_a_character_in_no_font_stops_before_any_file(fonts: FontBook, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"U\+E001"):
        issue(replace(full_notice(), title="关于\ue001的通知"), tmp_path, fonts)
    assert not list(tmp_path.iterdir())


def test_a_cancelled_job_leaves_no_half_file(fonts: FontBook, tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        issue(full_notice(), tmp_path, fonts, stop)
    assert not list(tmp_path.iterdir())


def test_progress_names_each_file(fonts: FontBook, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    issue(full_notice(), tmp_path, fonts, lambda *step: told.append(step[:2]))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_bookmarks_lead_to_titles_and_first_headings(fonts: FontBook) -> None:
    notice = full_notice()
    document = pypdfium2.PdfDocument(notice_pdf(notice, lay_out(notice, fonts), fonts))
    titles = [item.get_title() for item in document.get_toc()]
    assert titles == [
        notice.title,
        "一、加强领导",
        notice.pieces[0].title,
        "一、抓好主体班次",
        notice.pieces[1].title,
    ]


@pytest.mark.parametrize(
    "notice",
    [
        Notice(),
        Notice(title="关于放假的通知"),
        Notice(title="关于工作的通知" * 700),
        Notice(addressees="、".join(f"第{at}单位" for at in range(300))),
        Notice(body=(Paragraph("国" * 130_000),)),
        Notice(body=(Paragraph("“‘" * 20 + "话" + "’”" * 20),)),
        Notice(organs=("青川市人事局", "青川市财政局"), date=date(2019, 3, 8)),
    ],
    ids=["empty", "title only", "long title", "300 addressees", "200 pages", "20 quotes", "joint"],
)
def test_odd_notices_are_laid_out_without_loss(notice: Notice, fonts: FontBook) -> None:
    layout = lay_out(notice, fonts)
    marks = [m for page in layout.pages for m in page.marks if isinstance(m, Glyphs)]
    placed = "".join(mark.text for mark in marks if mark.role is not Role.PAGE_NUMBER)
    for text in (notice.title, notice.addressees, *(p.whole for p in notice.body), *notice.organs):
        assert text in placed
    assert notice_word(notice, layout, fonts)
    assert notice_pdf(notice, layout, fonts)


def test_an_imprint_higher_than_a_page_is_refused_in_words(fonts: FontBook) -> None:
    crowded = replace(full_notice(), cc="、".join(f"第{at}单位" for at in range(300)))
    with pytest.raises(UserError, match="版记里的单位太多"):
        lay_out(crowded, fonts)


def test_addressees_that_fill_more_than_a_page_stay_above_the_text(fonts: FontBook) -> None:
    many = replace(full_notice(), addressees="、".join(f"第{at}单位" for at in range(300)))
    last = lay_out(many, fonts).pages[-1]
    assert not any("主送" in mark.text for mark in last.texts)


@pytest.mark.parametrize("joint_mark", list(JointMark), ids=lambda mark: mark.name)
@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
def test_paper_that_bears_its_head_leaves_the_same_room_for_it(
    form: Form, joint_mark: JointMark, fonts: FontBook
) -> None:
    notice = replace(full_notice(), form=form, organs=("青川市人事局", "青川市财政局"))
    usual = lay_out(notice, fonts, Practice(joint_mark=joint_mark)).pages[0]
    printed = lay_out(notice, fonts, Practice(joint_mark=joint_mark, preprinted=True)).pages[0]
    assert all(mark.ink is Ink.BLACK for mark in printed.marks if not isinstance(mark, Stamp))
    black = [mark for mark in usual.texts if mark.ink is Ink.BLACK]
    assert [mark.text for mark in printed.texts] == [mark.text for mark in black]
    assert [mark.baseline for mark in printed.texts] == pytest.approx(
        [mark.baseline for mark in black]
    )


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("sealing", list(Sealing))
def test_no_page_has_only_the_closing(edition: Edition, sealing: Sealing, fonts: FontBook) -> None:
    """Whatever the length of the text or of the last of its attachments' names, some of it stays with the date (7.3.5)."""
    short = replace(full_notice(), pieces=(), notes="", edition=edition, sealing=sealing)
    for lines in range(1, 50):
        text = "国" * (28 * lines - 2)
        for notice in (
            replace(short, body=(Paragraph("开头。"), Paragraph(text)), attachment_notes=()),
            replace(short, body=(Paragraph(text),), attachment_notes=("名单", "国" * 40)),
        ):
            pages = lay_out(notice, fonts).pages
            (page,) = (page for page in pages if "date" in fields_on(page))
            assert fields_on(page) & {"body", "attachment_notes"}


def fields_on(page: Page) -> set[str]:
    return {mark.source.field for mark in page.texts if mark.source is not None}
