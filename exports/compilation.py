"""汇编成册 as files: one PDF and one Word file of all replies, and the originals in standing order beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exports.grid import grid_of, numbering_of
from exports.jobs import Layout, notice_makers, write_made
from exports.page import Face
from exports.papers.compilation import Entry, compilation, starts_of
from exports.typeset.paginate import typeset
from models.edition import Edition
from models.errors import UserError
from models.files import make_folder, safe_name, write_together
from models.notice import Notice, Paragraph
from models.practice import Practice
from models.progress import no_tick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exports.typeset.fonts import FontBook
    from models.progress import Tick

UNREAD = "（本单位报送的文件没有读出文字，见所附原件：{names}。）"
ORIGINALS = "原件"
NO_GLYPH = "〓"


@dataclass(frozen=True, slots=True)
class Reported:
    """What a unit sent.

    Attributes:
        texts: Of its files, in their order.
        originals: The names of its files.
    """

    unit: str
    texts: tuple[str, ...]
    originals: tuple[str, ...] = ()


def lay_out_compilation(title: str, reported: Sequence[Reported], fonts: FontBook) -> Layout:
    """Place the book: once to see where each unit begins, and again with those numbers on its contents page.

    Raises:
        UserError: nobody sent anything, a character is in no font.
    """
    if not reported:
        raise UserError("还没有收到报送件，不能汇编。请先在“收意见”页收取。")
    practice, edition = Practice(), Edition.GB2012
    entries = [Entry(one.unit, tuple(_paragraphs(one, fonts))) for one in reported]
    unknown: list[int | None] = [None] * len(entries)
    first = compilation(title, entries, unknown, edition)
    grid, numbering = grid_of(practice), numbering_of(practice)
    starts = starts_of(typeset(first, fonts, grid, numbering), len(entries))
    elements = compilation(title, entries, starts, edition)
    return Layout(elements, typeset(elements, fonts, grid, numbering), practice)


def write_compilation(
    title: str,
    reported: Sequence[Reported],
    original: Callable[[int, int], bytes],
    folder: Path,
    fonts: FontBook,
    tick: Tick = no_tick,
) -> tuple[Path, ...]:
    """Write the book, all or nothing, then the originals; `original` gives the bytes of a file of a unit by their places.

    Raises:
        UserError: nobody sent anything, the folder cannot be written.
    """
    layout = lay_out_compilation(title, reported, fonts)
    makers = notice_makers(Notice(title=title), layout, fonts)
    written = write_made(title, folder, makers, tick)
    place = folder / f"{safe_name(title)}{ORIGINALS}"
    make_folder(place)
    for at, one in enumerate(reported):
        tick(at, len(reported), one.unit)
        names = [_numbered(at, one.unit, count, name) for count, name in enumerate(one.originals)]
        if names:
            write_together({place / name: original(at, count) for count, name in enumerate(names)})
    return written


def _paragraphs(one: Reported, fonts: FontBook) -> list[Paragraph]:
    lines = [line.strip() for text in one.texts for line in text.splitlines() if line.strip()]
    if not lines:
        lines = [UNREAD.format(names="、".join(one.originals) or "纸质件")]
    return [Paragraph(_printable(line.replace("\t", "　"), fonts)) for line in lines]


def _printable(text: str, fonts: FontBook) -> str:
    """A text of somebody else with a mark for each character that no font has: the book is not held up by one."""
    faces = [fonts.font(face) for face in (Face.FANG_SONG, Face.RARE)]
    known = {char for char in set(text) if any(font.glyph(char) for font in faces)}
    return "".join(char if char in known else NO_GLYPH for char in text)


def _numbered(at: int, unit: str, count: int, name: str) -> str:
    """`003 河西区人事局（2）.docx`: the folder shows the files in standing order."""
    more = f"（{count + 1}）" if count else ""
    return safe_name(f"{at + 1:03} {unit}{more}", Path(safe_name(name)).suffix)
