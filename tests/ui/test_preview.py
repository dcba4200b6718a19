"""The pages in the window: scrolled, zoomed, pointed at, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtTest import QTest

from exports.jobs import lay_out, notice_pdf
from exports.page import Source
from models.errors import UserError
from tests.support.cases import CASES
from tests.support.ink import black_ink
from ui.parts.paper import Paper, prepared
from ui.printing.notice import NoticePrinting

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from exports.page import Page
    from exports.typeset.fonts import FontBook
    from ui.main_window import MainWindow


def spot_of(window: MainWindow, field: str) -> QPoint:
    """Where a text of the first page stands in the view."""
    preview = window.page.preview
    page = preview.pages[0]
    mark = next(m for m in page.texts if m.source and m.source.field == field)
    scale = preview.percent / 100 * preview.logicalDpiX() / 72
    left = preview.page_rect(0).left()
    top = preview.page_rect(0).top()
    return QPoint(round(left + (mark.x + 8) * scale), round(top + (mark.baseline - 4) * scale))


def wheel(window: MainWindow, turn: int, keys: Qt.KeyboardModifier) -> None:
    nowhere, turned = QPointF(50, 50), QPoint(0, turn)
    phase = Qt.ScrollPhase.NoScrollPhase
    button = Qt.MouseButton.NoButton
    event = QWheelEvent(nowhere, nowhere, QPoint(), turned, button, keys, phase, False)
    window.page.preview.wheelEvent(event)


def test_ink_lies_where_the_marks_are(sample: MainWindow) -> None:
    image = sample.page.preview.viewport().grab().toImage()
    spot = spot_of(sample, "title")
    around = [
        image.pixelColor(spot.x() + x, spot.y() + y).lightness()
        for x in range(-8, 30)
        for y in range(-12, 6)
    ]
    assert min(around) < 90
    assert max(around) > 240


def test_click_on_the_paper_puts_the_keyboard_into_its_field(
    sample: MainWindow, qtbot: QtBot
) -> None:
    for field in ("title", "addressees"):
        spot = spot_of(sample, field)
        QTest.mouseClick(sample.page.preview.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.waitUntil(sample.page.form.rows[field][1].hasFocus)


def test_a_paragraph_of_the_paper_is_chosen_in_the_outline(sample: MainWindow) -> None:
    sample.page.focus_source(Source("pieces", 0, 3))
    assert sample.page.outline.place == (0, 3)
    assert sample.page.preview.page > 1
    sample.page.focus_source(Source("pieces", 0))
    assert sample.page.outline.place == (0, -1)


def test_zoom_by_keys_wheel_and_fit(sample: MainWindow) -> None:
    preview = sample.page.preview
    wide = preview.percent
    sample.actions_by_name["fit_page"].trigger()
    assert preview.percent < wide
    sample.actions_by_name["true_size"].trigger()
    assert preview.percent == 100
    wheel(sample, 120, Qt.KeyboardModifier.ControlModifier)
    assert preview.percent == 110
    sample.actions_by_name["smaller"].trigger()
    assert preview.percent == 100
    assert preview.zoom == "100"


def test_wheel_scrolls_and_the_page_is_told(sample: MainWindow) -> None:
    preview = sample.page.preview
    for _ in range(60):
        wheel(sample, -120, Qt.KeyboardModifier.NoModifier)
    assert preview.page > 1
    preview.verticalScrollBar().setValue(preview.verticalScrollBar().maximum())
    assert preview.page == 12


def test_printed_pages_are_those_that_were_asked_for(
    sample: MainWindow, fonts: FontBook, tmp_path: Path
) -> None:
    printing = NoticePrinting(sample.page.preview.pages, "公文", Paper(fonts))
    printer = printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "all.pdf"))
    printing.paint(printer)
    assert (tmp_path / "all.pdf").read_bytes().count(b"/Type /Page\n") == 12
    printer = printing.printer()
    printer.setFromTo(2, 3)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "some.pdf"))
    printing.paint(printer)
    assert (tmp_path / "some.pdf").read_bytes().count(b"/Type /Page\n") == 2


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_dead_printer_is_told_in_a_sentence(sample: MainWindow, fonts: FontBook) -> None:
    printing = NoticePrinting(sample.page.preview.pages, "公文", Paper(fonts))
    printer = printing.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all.pdf")
    with pytest.raises(UserError, match="打印机"):
        printing.paint(printer)


def test_the_preview_of_qt_is_shown(sample: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def refuse(dialog: QPrintPreviewDialog) -> int:
        shown.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(QPrintPreviewDialog, "exec", refuse)
    sample.actions_by_name["print_preview"].trigger()
    assert shown == ["打印预览 - 关于印发天津市2007年人事工作要点的通知"]


def test_red_is_red(sample: MainWindow, fonts: FontBook) -> None:
    image = QImage(600, 850, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Paper(fonts).paint(painter, sample.page.preview.pages[0])
    painter.end()
    colours = {image.pixelColor(300, y).name() for y in range(850)}
    assert any(QColor(c).red() > 200 and QColor(c).green() < 120 for c in colours)


def test_white_paper_points_at_nothing(sample: MainWindow) -> None:
    preview = sample.page.preview
    assert Paper(sample.page.fonts).place_at(preview.pages[0], 1.0, 1.0) is None


@pytest.mark.parametrize(("case", "page"), [("turned table-2012", 3), ("bold and Latin-2012", 1)])
def test_what_is_painted_is_what_is_written(case: str, page: int, fonts: FontBook) -> None:
    shown = CASES[case]
    layout = lay_out(shown.notice, fonts, shown.practice)
    painted = ink_painted(layout.pages[page - 1], fonts)
    written = black_ink(notice_pdf(shown.notice, layout, fonts), page)
    ends = (written.left, written.top, written.right, written.bottom)
    assert painted == pytest.approx(ends, abs=0.4)


def ink_painted(page: Page, fonts: FontBook) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is black on a painted page, mm."""
    dots = 8  # in a millimetre
    image = QImage(210 * dots, 297 * dots, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = prepared(QPainter(image))
    painter.scale(dots * 25.4 / 72, dots * 25.4 / 72)
    Paper(fonts).paint(painter, page)
    painter.end()
    size = image.width(), image.height()
    data = bytes(byte < 60 for byte in bytes(image.constBits()))
    box = Image.frombuffer("L", size, data, "raw", "L", image.bytesPerLine(), 1).getbbox()
    assert box is not None
    left, top, right, bottom = (edge / dots for edge in box)
    return left, top, right, bottom


def test_a_turned_text_can_be_pointed_at(fonts: FontBook) -> None:
    shown = CASES["turned table-2012"]
    page = lay_out(shown.notice, fonts, shown.practice).pages[2]
    mark = next(mark for mark in page.texts if mark.text == "1行1列")
    paper = Paper(fonts)
    assert paper.place_at(page, mark.x - 4, mark.baseline - 20) == (mark.source, 2)
    assert paper.place_at(page, mark.x - 4, mark.baseline + 20) != (mark.source, 2)
