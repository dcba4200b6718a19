"""Paragraphs: chosen, edited, added, removed, moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from exports.page import Role, Source
from models.notice import Level, Notice, Paragraph
from models.places import Place, paragraph_at
from ui.parts.paragraph import LEVELS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


def chosen(window: MainWindow) -> Paragraph | None:
    assert window.draft.notice is not None
    return paragraph_at(window.draft.notice, window.page.outline.place)


@pytest.fixture
def outline(sample: MainWindow) -> MainWindow:
    """The second tab, an item chosen."""
    sample.page.focus_source(Source("pieces", 0, 2))
    return sample


def test_all_paragraphs_stand_in_the_tree(outline: MainWindow) -> None:
    assert outline.draft.notice is not None
    notice = outline.draft.notice
    places = [place for place in outline.page.outline.places if place.paragraph >= 0]
    assert len(places) == len(notice.body) + len(notice.pieces[0].paragraphs)


@pytest.mark.parametrize("level", list(Level))
def test_paragraph_of_every_level_can_be_shown(window: MainWindow, level: Level) -> None:
    window.draft.create("新建公文", Notice(body=(Paragraph("甲", level, "第一节", "乙"),)))
    window.page.focus_source(Source("body", paragraph=0))
    assert window.page.paragraph.number_field.text() == "第一节"


def test_what_a_spreadsheet_copies_becomes_a_table(outline: MainWindow, qtbot: QtBot) -> None:
    form = outline.page.paragraph
    form.text_field.selectAll()
    QGuiApplication.clipboard().setText("姓名\t单位\n李明\t市人事局")
    form.text_field.paste()
    at = list(LEVELS).index(Level.TABLE)
    form.level_field.setCurrentIndex(at)
    form.level_field.activated.emit(at)
    form.text_field.selectAll()
    form.text_field.paste()

    def cells() -> list[str]:
        marks = (m for page in outline.page.preview.pages for m in page.texts)
        return [m.text for m in marks if m.role is Role.TABLE]

    qtbot.waitUntil(lambda: "市人事局" in cells())
    assert cells()[-4:] == ["姓名", "单位", "李明", "市人事局"]
    assert not outline.grab().isNull()


def test_text_is_typed_into_the_paragraph(outline: MainWindow) -> None:
    QTest.keyClicks(outline.page.paragraph.text_field, "AB")
    outline.draft.flush()
    paragraph = chosen(outline)
    assert paragraph is not None
    assert paragraph.text.startswith("AB突出抓好")
    outline.actions_by_name["undo"].trigger()
    paragraph = chosen(outline)
    assert paragraph is not None
    assert paragraph.text.startswith("突出抓好")
    assert outline.page.paragraph.text_field.text() == paragraph.text


def test_level_number_and_heading_are_edited(outline: MainWindow) -> None:
    form = outline.page.paragraph
    form.level_field.setCurrentIndex(2)
    form.level_field.activated.emit(2)
    QTest.keyClicks(form.number_field, "9")
    QTest.keyClicks(form.heading_field, "H")
    outline.draft.flush()
    paragraph = chosen(outline)
    assert paragraph is not None
    assert paragraph.level is Level.SECOND
    assert "9" in paragraph.number
    assert "H" in paragraph.heading


def test_paragraph_is_added_behind_and_removed(outline: MainWindow) -> None:
    outline.page.outline.add_asked.emit()
    assert outline.page.outline.place == Place(0, 3)
    QTest.keyClicks(outline.page.paragraph.text_field, "N")
    outline.draft.flush()
    QTest.keyClicks(outline.page.paragraph.text_field, "M")
    outline.draft.flush()
    paragraph = chosen(outline)
    assert paragraph is not None
    assert (paragraph.text, paragraph.level) == ("NM", Level.THIRD)
    assert outline.draft.notice is not None
    assert all(p.id is not None for p in outline.draft.notice.pieces[0].paragraphs)
    outline.page.outline.remove_asked.emit()
    assert outline.page.outline.place == Place(0, 2)


def test_paragraph_moves_up_and_down_and_numbers_follow(outline: MainWindow) -> None:
    before = chosen(outline)
    assert before is not None
    outline.page.outline.move_asked.emit(1)
    assert outline.page.outline.place == Place(0, 3)
    assert chosen(outline) == replace(before, number="2、")
    outline.page.outline.move_asked.emit(-1)
    assert outline.page.outline.place == Place(0, 2)
    assert chosen(outline) == before


def test_heading_without_text_takes_the_keyboard(window: MainWindow) -> None:
    heading = Paragraph("", Level.FIRST, "一、", "总体要求")
    window.draft.create("新建公文", Notice(body=(heading,)))
    window.page.focus_source(Source("body", paragraph=0))
    assert window.page.paragraph.heading_field.hasFocus()


def test_title_of_the_piece_is_edited(outline: MainWindow) -> None:
    outline.page.outline.choose(Place(0, -1))
    outline.page.paragraph.focus()
    QTest.keyClicks(outline.page.paragraph.piece_title_field, "T")
    outline.draft.flush()
    assert outline.draft.notice is not None
    assert outline.draft.notice.pieces[0].title == "T天津市2007年人事工作要点"


def test_body_as_a_whole_asks_to_choose(outline: MainWindow) -> None:
    outline.page.outline.choose(Place(-1, -1))
    assert outline.page.paragraph.text_field.isHidden()
