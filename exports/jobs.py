"""The jobs that the window and the command line ask for."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from exports.grid import grid_of, numbering_of
from exports.page import Glyphs, Role
from exports.papers.notice import compose
from exports.papers.styles import Room
from exports.typeset.paginate import FootTooTall, typeset
from exports.writers.document_info import Bookmark, DocumentInfo
from models.files import make_folder, safe_name, write_together
from models.practice import Practice
from models.progress import no_tick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from exports.page import Element, Page, Source
    from exports.typeset.fonts import FontBook
    from models.notice import Notice
    from models.progress import Tick

TEXTS = ("body", "pieces")
OUTLINE_ROLES = (Role.TITLE, Role.PIECE_TITLE, Role.HEADING_1)


@dataclass(frozen=True, slots=True)
class Layout:
    """A notice on paper: what stands on it, and where."""

    elements: tuple[Element, ...]
    pages: tuple[Page, ...]
    practice: Practice

    @property
    def lines(self) -> int:
        """How many lines the paragraphs of its body and its pieces fill."""
        return sum(
            len({m.baseline for m in page.texts if m.source is not None and _is_text(m.source)})
            for page in self.pages
        )


def _is_text(source: Source) -> bool:
    return source.paragraph >= 0 and source.field in TEXTS


def lay_out(notice: Notice, fonts: FontBook, practice: Practice | None = None) -> Layout:
    """Place a notice on pages; the preview, the printer and all files come from this.

    Where page 1 would show no text, first the 标志 and then the 主送机关 give way (7.3.2).

    Raises:
        UserError: a character is in no font, the 版记 does not fit on a page.
    """
    practice = practice or Practice()
    first = _laid_out(notice, fonts, practice, Room.USUAL)
    if not notice.body or _opens_with_text(first):
        return first
    others = _roomier(notice, fonts, practice)
    return next(filter(_opens_with_text, others), first)


def _roomier(notice: Notice, fonts: FontBook, practice: Practice) -> Iterator[Layout]:
    """Layouts in which something gives way; 主送机关 that fill more than a page cannot move."""
    for room in list(Room)[1:]:
        with contextlib.suppress(FootTooTall):
            yield _laid_out(notice, fonts, practice, room)


def _laid_out(notice: Notice, fonts: FontBook, practice: Practice, room: Room) -> Layout:
    elements, grid = compose(notice, practice, room), grid_of(practice)
    pages = typeset(elements, fonts, grid, numbering_of(practice))
    return Layout(elements, pages, practice)


def _opens_with_text(layout: Layout) -> bool:
    return any(m.source is not None and m.source.field == "body" for m in layout.pages[0].texts)


def notice_pdf(notice: Notice, layout: Layout, fonts: FontBook, *, is_cmyk: bool = False) -> bytes:
    """The PDF file of a notice that was laid out; `is_cmyk`: its red is mixed for the printing house."""
    from exports.writers.pdf import pdf_bytes  # the window starts without its writers

    return pdf_bytes(layout.pages, fonts, info_of(notice, layout, is_cmyk=is_cmyk))


def notice_word(notice: Notice, layout: Layout, fonts: FontBook) -> bytes:
    """The Word file of a notice that was laid out."""
    from exports.writers.word import word_bytes  # as above

    grid, numbering = grid_of(layout.practice), numbering_of(layout.practice)
    info = info_of(notice, layout)
    return word_bytes(layout.elements, layout.pages, grid, fonts, info, numbering=numbering)


def issue(
    notice: Notice,
    folder: Path,
    fonts: FontBook,
    tick: Tick = no_tick,
    *,
    practice: Practice | None = None,
    is_cmyk: bool = False,
) -> tuple[Path, ...]:
    """Write a notice as PDF and Word into `folder`, both whole or nothing.

    Returns:
        The files written.

    Raises:
        UserError: the folder cannot be written, the disk is full, a character is in no font.
    """
    layout = lay_out(notice, fonts, practice)
    makers = notice_makers(notice, layout, fonts, is_cmyk=is_cmyk)
    return write_made(notice.title, folder, makers, tick)


def notice_makers(
    notice: Notice, layout: Layout, fonts: FontBook, *, is_cmyk: bool = False
) -> dict[str, Callable[[], bytes]]:
    """What makes each file of a notice, by what its name ends in."""
    return {
        ".pdf": partial(notice_pdf, notice, layout, fonts, is_cmyk=is_cmyk),
        ".docx": partial(notice_word, notice, layout, fonts),
    }


def write_made(
    title: str, folder: Path, makers: Mapping[str, Callable[[], bytes]], tick: Tick
) -> tuple[Path, ...]:
    """Make every file, then write all of them into `folder`, or none; they are named after `title`.

    Raises:
        UserError: the folder cannot be written, the disk is full.
    """
    make_folder(folder)
    contents: dict[Path, bytes] = {}
    for done, (ending, make) in enumerate(makers.items()):
        path = folder / safe_name(title, ending)
        tick(done, len(makers), path.name)
        contents[path] = make()
    write_together(contents)
    tick(len(makers), len(makers), "完成")
    return tuple(contents)


def paths_of(notice: Notice, folder: Path) -> tuple[Path, Path]:
    """Where the PDF and the Word file of a notice go."""
    return folder / safe_name(notice.title, ".pdf"), folder / safe_name(notice.title, ".docx")


def info_of(notice: Notice, layout: Layout, *, is_cmyk: bool = False) -> DocumentInfo:
    """What the files of a notice say of themselves."""
    author = "、".join(notice.organs)
    return DocumentInfo(notice.title, author, tuple(_bookmarks(layout)), is_cmyk=is_cmyk)


def _bookmarks(layout: Layout) -> Iterator[Bookmark]:
    """Titles and first-level headings, each with all its lines as one entry."""
    for _, entry in groupby(_outline_marks(layout), key=lambda placed: placed[1].source):
        pages, marks = zip(*entry, strict=True)
        text = "".join(mark.text for mark in marks)
        # a heading that runs into its paragraph ends at its full stop
        title, _, _ = text.partition("。")
        yield Bookmark(title, pages[0], marks[0].baseline - marks[0].size)


def _outline_marks(layout: Layout) -> Iterator[tuple[int, Glyphs]]:
    for page in layout.pages:
        for mark in page.texts:
            if mark.role in OUTLINE_ROLES:
                yield page.number, mark
