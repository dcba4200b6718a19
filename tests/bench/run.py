"""All benchmarks as one table of ratios. Called as `python -m tests.bench.run`."""

from __future__ import annotations

import pickle
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

import resources
from exports.forms import form_pdf, lay_out_form
from exports.jobs import lay_out, notice_pdf, notice_word
from exports.numbered import CopyRange
from exports.page import Face, Table
from exports.papers.forms.distribution_list import distribution_list
from exports.papers.notice import compose
from exports.typeset.fonts import BUNDLED, FontBook
from exports.typeset.listing import Listing
from exports.writers.document_info import DocumentInfo
from exports.writers.pdf_copies import copies_pdf
from models.distribution import Allotment, Distribution
from models.notice import Level, Notice, Paragraph
from models.reading.files import read_file
from models.rules.dealing import deal
from tests.bench import peers
from tests.bench.harness import (
    Row,
    in_turn,
    peak_mb,
    percentile_99,
    process_ms,
    processes_in_turn,
    table,
)
from tests.bench.typst_source import typst_source

COLD = str(Path(__file__).parent / "cold.py")
MOST_MB, MOST_MS = 64.0, 16.0
ROWS = 10_000
EDITED = 14  # a paragraph in the middle of the sample
NEW = "猫狗兔鼠牛虎蛇羊猴鸡猪鹅鸭鹰鱼鸟"  # stand nowhere in the sample


def main() -> None:
    """Measure everything and print the table."""
    notice = replace(read_file(resources.SAMPLE).notice, organs=("天津市人事局",))
    with tempfile.TemporaryDirectory() as folder:
        rows = [
            *cold(notice, Path(folder)),
            *warm(notice),
            *numbered(notice),
            long_table(),
            long_list(),
            *keystroke(notice),
            word(notice),
        ]
    sys.stdout.write("\n".join(table(rows)) + "\n")


def edited(notice: Notice, turn: int, *, new: str = "") -> Notice:
    """The notice after a key was struck in the middle of it."""
    piece = notice.pieces[0]
    paragraphs = list(piece.paragraphs)
    text = paragraphs[EDITED].text
    at = 1 + turn % (len(text) - 2)
    struck = new or text[at] * (1 + turn % 3)
    paragraphs[EDITED] = replace(paragraphs[EDITED], text=text[:at] + struck + text[at:])
    piece = replace(piece, paragraphs=tuple(paragraphs))
    return replace(notice, pieces=(piece, *notice.pieces[1:]))


def pdf(notice: Notice, fonts: FontBook) -> bytes:
    """The whole way from a notice to its PDF."""
    return notice_pdf(notice, lay_out(notice, fonts), fonts)


def cold(notice: Notice, folder: Path) -> list[Row]:
    """Whole processes."""
    pickled, source = folder / "notice.pickle", folder / "notice.typ"
    pickled.write_bytes(pickle.dumps(notice))
    source.write_text(typst_source(compose(notice)), encoding="utf-8")
    target = str(folder / "out.pdf")
    ours = [COLD, "notice", str(pickled), target]
    peer = [COLD, "typst", str(source), target]
    known = processes_in_turn(ours, peer, 15)
    read = processes_in_turn([COLD, "text", str(resources.SAMPLE), target], peer, 15)
    start = median(process_ms(["-c", "pass"]) for _ in range(9))
    memory, theirs = peak_mb(ours, folder), peak_mb(peer, folder)
    return [
        Row("PDF cold : typst", known.ours, known.peer, "ms", 0.75),
        Row("PDF cold, the text also understood : typst", read.ours, read.peer, "ms", 0),
        Row("an empty Python process : typst", start, known.peer, "ms", 0),
        Row("peak memory of one PDF : 64 MB", memory, MOST_MB, "MB", 1),
        Row("peak memory of one PDF : typst", memory, theirs, "MB", 0),
    ]


def warm(notice: Notice) -> list[Row]:
    """After an edit, in a process that goes on."""
    fonts, compile_typst = FontBook(), peers.typst_compiler(resources.FONTS)

    def typst(turn: int) -> object:
        return compile_typst(sources[turn])

    sources = [typst_source(compose(edited(notice, turn))) for turn in range(26)]
    same = in_turn(lambda turn: pdf(edited(notice, turn), fonts), typst, 25)
    sources = [
        typst_source(compose(edited(notice, turn, new=char))) for turn, char in enumerate(NEW)
    ]
    new = in_turn(lambda turn: pdf(edited(notice, turn, new=NEW[turn]), fonts), typst, len(NEW) - 1)
    return [
        Row("PDF after an edit : typst, its compiler reused", same.ours, same.peer, "ms", 0.6),
        Row(
            "PDF after an edit that brings a new character : the same", new.ours, new.peer, "ms", 0
        ),
    ]


def numbered(notice: Notice) -> list[Row]:
    """550 copies, with fonts opened anew; the peer is given one copy that is made already."""
    numbers = CopyRange(1, 550).numbers
    first = replace(notice, copy_number=numbers[0])
    one = pdf(first, FontBook())

    def ours(_: int) -> bytes:
        fonts = FontBook()
        return copies_pdf(lay_out(first, fonts).pages, fonts, DocumentInfo(), numbers)

    taken = in_turn(ours, lambda _: peers.duplicated(one, numbers), 5)
    sizes = len(ours(0)) / 1024, len(one) / 1024
    return [
        Row("550 copies : pages duplicated by pikepdf", taken.ours, taken.peer, "ms", 1 / 8),
        Row("size of 550 copies : one copy", *sizes, "KB", 5),
    ]


def long_table() -> Row:
    """10,000 rows of the kind that a list of units has, with fonts opened anew."""

    def listed(turn: int) -> Notice:
        rows = (f"{at}\t第{at}单位\t{at % 9 + 1}\t交换\t{turn}" for at in range(1, ROWS + 1))
        body = Paragraph("\n".join(("序号\t单位\t份数\t送达\t备注", *rows)), Level.TABLE)
        return Notice(title="分发表", body=(body,))

    def ours(turn: int) -> bytes:
        return pdf(listed(turn), FontBook())

    def peer(turn: int) -> bytes:
        (body,) = listed(turn).body
        return peers.long_table(body.rows, made.widths, BUNDLED[Face.FANG_SONG].path)

    made = next(one for one in compose(listed(0)) if isinstance(one, Table))
    taken = in_turn(ours, peer, 3)
    return Row("table of 10,000 rows : LongTable of reportlab", taken.ours, taken.peer, "ms", 0.2)


def long_list() -> Row:
    """A distribution list of 10,000 units to be signed, with sums on every page; the peer sums up nothing."""

    def listed(turn: int) -> Distribution:
        rows = (
            Allotment(
                f"第{at}单位", category=f"第{at // 999}类", quantity=at % 9 + 1, note=str(turn)
            )
            for at in range(1, ROWS + 1)
        )
        return deal(Distribution(1, tuple(rows)))

    def ours(turn: int) -> bytes:
        fonts = FontBook()
        return form_pdf(lay_out_form(distribution_list(Notice(), listed(turn)), fonts), fonts)

    def peer(turn: int) -> bytes:
        form = distribution_list(Notice(), listed(turn)).content
        assert isinstance(form, Listing)
        rows = (*form.table.rows, *(entry.cells for entry in form.entries))
        return peers.long_table(rows, form.table.widths, BUNDLED[Face.FANG_SONG].path)

    taken = in_turn(ours, peer, 3)
    return Row("list of 10,000 units : LongTable of reportlab", taken.ours, taken.peer, "ms", 0.2)


def keystroke(notice: Notice) -> list[Row]:
    """A key struck, the page painted anew in the preview at 150 %."""
    from PySide6.QtWidgets import QApplication

    from ui.parts.preview import Preview

    application, fonts = QApplication([]), FontBook()
    preview = Preview(fonts)
    preview.set_zoom("150")
    preview.show_pages(lay_out(notice, fonts).pages)
    preview.resize(preview.page_rect(2).size().toSize())
    preview.show()
    application.processEvents()
    preview.verticalScrollBar().setValue(round(preview.page_rect(2).top()))
    size = preview.page_rect(2).size().toSize()

    def ours(turn: int) -> None:
        preview.show_pages(lay_out(edited(notice, turn), fonts).pages)
        preview.viewport().repaint()

    def peer(turn: int) -> None:
        peers.rendered(pdf(edited(notice, turn), fonts), 2, size)

    taken, slowest = in_turn(ours, peer, 25), percentile_99(ours, 300)
    return [
        Row("keystroke to painted page : PDF, then QtPdf", taken.ours, taken.peer, "ms", 0.3),
        Row("keystroke, 99th percentile : 16 ms", slowest, MOST_MS, "ms", 1),
    ]


def word(notice: Notice) -> Row:
    """The Word file after an edit, its pages known."""
    fonts = FontBook()
    layout = lay_out(notice, fonts)

    def ours(turn: int) -> bytes:
        changed = edited(notice, turn)
        return notice_word(changed, replace(layout, elements=compose(changed)), fonts)

    taken = in_turn(ours, lambda turn: peers.word_by_runs(compose(edited(notice, turn)), fonts), 15)
    return Row("Word file : runs of python-docx", taken.ours, taken.peer, "ms", 0.2)


if __name__ == "__main__":
    main()
