"""Numbered copies (份号): as many as are printed, each with a number of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exports.jobs import info_of, lay_out
from models.errors import UserError
from models.files import make_folder, safe_name, write_atomically
from models.progress import no_tick

if TYPE_CHECKING:
    from pathlib import Path

    from exports.jobs import Layout
    from exports.typeset.fonts import FontBook
    from models.notice import Notice
    from models.practice import Practice
    from models.progress import Tick

USUAL_DIGITS = 6  # GB/T 9704-2012, 7.2.1; of 1999 seven are common, its text leaves it free
MOST_COPIES = 10_000  # of one go: a file that readers still open


@dataclass(frozen=True, slots=True)
class CopyRange:
    """The 份号 from `first` to `last`, both among them, with zeros before them to so many digits.

    Raises:
        UserError: there is no such range.
    """

    first: int
    last: int
    digits: int = USUAL_DIGITS

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if self.first < 1:
            raise UserError("份号从 1 开始编，请把起始号改成 1 或更大的数。")
        if self.last < self.first:
            raise UserError("份号的终止号比起始号小，一份也印不出来。请核对份数和起止号。")
        if len(str(self.last)) > self.digits:
            raise UserError(f"份号 {self.last} 超过 {self.digits} 位。请减小号数，或增加位数。")
        if self.last - self.first >= MOST_COPIES:
            raise UserError(f"一次最多编 {MOST_COPIES} 份。请分几次，每次给出起止号。")

    @property
    def numbers(self) -> tuple[str, ...]:
        """What stands on the copies."""
        return tuple(f"{number:0{self.digits}}" for number in range(self.first, self.last + 1))


def issue_numbered(
    notice: Notice,
    folder: Path,
    fonts: FontBook,
    copies: CopyRange,
    tick: Tick = no_tick,
    *,
    practice: Practice | None = None,
    is_cmyk: bool = False,
) -> tuple[Path]:
    """Write all copies into one PDF in `folder`, whole or not at all.

    Raises:
        UserError: the folder cannot be written, the disk is full, a character is in no font.
    """
    from exports.writers.pdf_copies import copies_pdf  # the window starts without its writers

    numbers = copies.numbers
    path = folder / safe_name(notice.title, f"（份号 {numbers[0]}—{numbers[-1]}）.pdf")
    tick(0, 2, "排版")
    layout = _numbered(notice, numbers, fonts, practice)
    info = info_of(notice, layout, is_cmyk=is_cmyk)
    content = copies_pdf(layout.pages, fonts, info, numbers)
    tick(1, 2, path.name)
    make_folder(folder)
    write_atomically(path, content)
    tick(2, 2, "完成")
    return (path,)


def issue_separately(
    notice: Notice,
    folder: Path,
    fonts: FontBook,
    copies: CopyRange,
    tick: Tick = no_tick,
    *,
    practice: Practice | None = None,
    is_cmyk: bool = False,
) -> tuple[Path, ...]:
    """Write each copy into a PDF of its own, whose name ends in its 份号; those written stay when it is stopped.

    Raises:
        UserError: as above.
    """
    from exports.writers.pdf_copies import separate_pdfs  # as above

    numbers = copies.numbers
    layout = _numbered(notice, numbers, fonts, practice)
    info = info_of(notice, layout, is_cmyk=is_cmyk)
    contents = separate_pdfs(layout.pages, fonts, info, numbers)
    make_folder(folder)
    files = tuple(folder / safe_name(notice.title, f"-{number}.pdf") for number in numbers)
    for done, (path, content) in enumerate(zip(files, contents, strict=True)):
        tick(done, len(files), path.name)
        write_atomically(path, content)
    tick(len(files), len(files), "完成")
    return files


def _numbered(
    notice: Notice, numbers: tuple[str, ...], fonts: FontBook, practice: Practice | None
) -> Layout:
    """The first copy."""
    return lay_out(replace(notice, copy_number=numbers[0]), fonts, practice)
