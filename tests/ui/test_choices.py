"""Edition, format and sealing are chosen, follow the standard where nobody chose, and show on the paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage, QPainter

from exports.page import Stamp
from models.edition import Edition
from models.form import Form, Sealing
from ui.parts.paper import Paper
from ui.parts.seal import paint_stamps

if TYPE_CHECKING:
    from enum import Enum

    from pytestqt.qtbot import QtBot

    from exports.page import Page
    from exports.typeset.fonts import FontBook
    from ui.main_window import MainWindow


def choose(window: MainWindow, field: str, at: int) -> None:
    box = window.page.form.choices.lists[field]
    box.setCurrentIndex(at)
    box.activated.emit(at)


@pytest.mark.parametrize(
    ("field", "at", "value"),
    [
        ("edition", 2, Edition.GB2012),
        ("form", 2, Form.LETTER),
        ("sealing", 2, Sealing.NONE),
    ],
)
def test_a_choice_is_kept_and_undone(field: str, at: int, value: Enum, sample: MainWindow) -> None:
    choose(sample, field, at)
    notice = sample.draft.notice
    assert notice is not None
    assert getattr(notice, field) is value
    sample.desk.undo.undo()
    assert sample.page.form.choices.lists[field].currentIndex() == 0
    choose(sample, field, at)
    choose(sample, field, 0)
    assert sample.draft.notice is not None
    assert getattr(sample.draft.notice, field) is None


def test_what_the_standard_would_choose_is_said(sample: MainWindow) -> None:
    texts = [box.itemText(0) for box in sample.page.form.choices.lists.values()]
    assert texts == [
        "自动（按日期为 1999）",
        "自动（按文种为文件格式）",
        "自动（按格式为加盖印章）",
    ]


def test_another_format_reaches_the_paper(sample: MainWindow, qtbot: QtBot) -> None:
    choose(sample, "form", 2)

    def is_letter() -> bool:
        return not any(m.role.value == "页码" for m in sample.page.preview.pages[0].texts)

    qtbot.waitUntil(is_letter)


def test_the_place_of_the_seal_is_shown_and_not_printed(
    sample: MainWindow, fonts: FontBook, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(sample.page.preview.pages))
    page = next(
        page for page in sample.page.preview.pages if any(isinstance(m, Stamp) for m in page.marks)
    )
    assert reds(page, None) > 1000
    assert (
        reds(replace(page, marks=tuple(m for m in page.marks if isinstance(m, Stamp))), fonts) == 0
    )


def reds(page: Page, fonts: FontBook | None) -> int:
    """How many red points the seals of a page leave on the screen, or the printer where fonts are given."""
    image = QImage(600, 850, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    if fonts is None:
        paint_stamps(painter, page)
    else:
        Paper(fonts).paint(painter, page)
    painter.end()
    colours = (image.pixelColor(x, y) for x in range(600) for y in range(850))
    return sum(colour.red() > 200 and colour.green() < 220 for colour in colours)
