"""Page and form point at each other, to the character; and how much there is, at the foot."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from exports.page import Source
from models.edition import Edition
from models.form import Sealing
from models.notice import Level, Notice, Paragraph, Piece, PieceKind
from models.places import BODY, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from exports.page import Glyphs
    from ui.main_window import MainWindow

NOTICE = Notice(
    kind="请示",
    title="关于增加考试经费的请示",
    organs=("青川市人事局",),
    doc_number="青人〔2007〕3号",
    signers=("李明",),
    copy_number="000012",
    urgency="加急",
    addressees="市人民政府",
    body=(
        Paragraph("现将有关事项请示如下："),
        Paragraph("增加经费的理由如下。", Level.FIRST, "一、", "基本情况。"),
        Paragraph("妥否，请批示。"),
    ),
    attachment_notes=("经费测算表", "考试计划"),
    signatures=("青川市人事局",),
    date=date(2007, 1, 11),
    notes="联系人：李明",
    pieces=(Piece("经费测算表", (Paragraph("测算如下。"),), PieceKind.ATTACHMENT, "附件1"),),
    subject_words=("人事", "经费"),
    cc="市财政局",
    issuing_office="青川市人事局办公室",
    issued_on=date(2007, 1, 12),
    copies=20,
    edition=Edition.GB1999,
    sealing=Sealing.NONE,
)
UNPRINTED = ("kind", "reply_due", "secrecy")


@pytest.fixture
def drafted(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.draft.create("新建公文", NOTICE)
    qtbot.waitUntil(lambda: len(window.page.preview.pages) > 1)
    return window


def tinted(window: MainWindow) -> str:
    """What is tinted on the paper."""
    preview = window.page.preview
    marks = (m for page in preview.pages for m in page.texts)
    return "".join(m.text for m in marks if m.source == preview.source)


def click(window: MainWindow, mark: Glyphs, page: int, right: float) -> None:
    """Click on a mark, so many points behind its start."""
    preview = window.page.preview
    preview.verticalScrollBar().setValue(0)
    top = preview.page_rect(page).top() + mark.baseline * preview.scale
    preview.verticalScrollBar().setValue(round(top - 200))
    place = preview.page_rect(page)
    spot = QPoint(
        round(place.left() + (mark.x + right) * preview.scale),
        round(place.top() + (mark.baseline - 4) * preview.scale),
    )
    QTest.mouseClick(preview.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def mark_of(window: MainWindow, source: Source) -> tuple[Glyphs, int]:
    return next(
        (mark, at)
        for at, page in enumerate(window.page.preview.pages)
        for mark in page.texts
        if mark.source == source
    )


def test_every_element_under_the_cursor_is_tinted_on_the_page(drafted: MainWindow) -> None:
    for name in set(drafted.page.form.rows) - set(UNPRINTED):
        drafted.page.focus_source(Source(name))
        assert tinted(drafted), name


def test_every_text_of_the_page_leads_to_its_field_and_is_tinted(drafted: MainWindow) -> None:
    page = drafted.page
    sources = {m.source for p in page.preview.pages for m in p.texts if m.source is not None}
    assert len(sources) > 20
    for source in sources:
        mark, at = mark_of(drafted, source)
        click(drafted, mark, at, 6)
        focus = drafted.focusWidget()
        if source.field in ("body", "pieces"):
            assert page.outline.place == Place(source.piece, source.paragraph)
            assert focus is not None
            assert page.paragraph.isAncestorOf(focus)
        else:
            assert focus is page.form.rows[source.field][1]
        assert mark.text in tinted(drafted), source


def test_names_that_stand_apart_are_tinted_one_by_one(drafted: MainWindow) -> None:
    field = drafted.page.form.rows["attachment_notes"][1]
    drafted.page.focus_source(Source("attachment_notes", paragraph=1))
    assert tinted(drafted).endswith("考试计划")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert tinted(drafted).endswith("经费测算表")


def test_a_click_on_the_page_puts_the_cursor_to_that_character(drafted: MainWindow) -> None:
    mark, at = mark_of(drafted, Source("title"))
    click(drafted, mark, at, 3.1 * mark.size)
    assert drafted.page.form.rows["title"][1].spot() == 3
    places = [
        m for m in drafted.page.preview.pages[at].texts if m.text.startswith("增加经费的理由")
    ]
    click(drafted, places[0], at, 4.1 * places[0].size)
    assert drafted.focusWidget() is drafted.page.paragraph.text_field
    assert drafted.page.paragraph.text_field.spot() == 4


def test_the_page_follows_the_cursor(sample: MainWindow) -> None:
    sample.page.focus_source(Source("pieces", 0, 2))
    field = sample.page.paragraph.text_field
    first = sample.page.preview.page
    sample.page.preview.verticalScrollBar().setValue(0)
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert sample.page.preview.page >= first


def test_how_much_there_is_stands_at_the_foot(drafted: MainWindow, qtbot: QtBot) -> None:
    label = drafted.status.extent
    qtbot.waitUntil(lambda: label.text() == "40 字　4 行")
    drafted.page.outline.choose(Place(BODY, 2))
    drafted.page.paragraph.begin(99)
    QTest.keyClicks(drafted.page.paragraph.text_field, "ab")
    qtbot.waitUntil(lambda: label.text() == "41 字　4 行")
    drafted.frame.show_page("units")
    assert not label.isVisible()
    drafted.frame.show_page("notices")
    drafted.actions_by_name["delete"].trigger()
    qtbot.waitUntil(lambda: label.text() == "")
