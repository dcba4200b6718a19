"""The printed set for a printer: each paper as placed pages, and the document with its number on each copy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exports.copy_number import is_copy_number, with_copy_number
from exports.forms import lay_out_form
from exports.jobs import notice_pdf
from exports.set_papers import ALL, Output, SetPapers
from models.errors import UserError
from models.progress import no_tick

if TYPE_CHECKING:
    from exports.page import Page
    from exports.set_papers import Case, Wish
    from exports.typeset.fonts import FontBook
    from models.progress import Tick


@dataclass(frozen=True, slots=True)
class Sheaf:
    """One paper of the set as a printer gets it.

    Attributes:
        sha256: Of its PDF; of the document only, whose print run is recorded.
    """

    output: Output
    pages: tuple[Page, ...]
    sha256: str = ""

    @property
    def is_numbered(self) -> bool:
        """Whether a 份号 stands on it, another one on each copy."""
        return any(is_copy_number(mark) for mark in self.pages[0].marks)

    def copy(self, number: str) -> tuple[Page, ...]:
        """The pages of the copy with this 份号."""
        return (with_copy_number(self.pages[0], number), *self.pages[1:])


def print_set(
    case: Case, fonts: FontBook, wish: Wish = ALL, tick: Tick = no_tick
) -> tuple[Sheaf, ...]:
    """Place the papers of the set, in their order.

    Raises:
        UserError: none is wanted, one that is would be empty, a text does not fit its box, a character is in no font.
    """
    papers = SetPapers(case, fonts, wish)
    outputs = papers.outputs()
    if not outputs:
        raise UserError("一样也没有选，没有打印。请先勾选要打印的文件。")
    made: list[Sheaf] = []
    for done, output in enumerate(outputs):
        tick(done, len(outputs), output.value)
        if output is Output.NOTICE:
            content = notice_pdf(case.notice, papers.layout, fonts, is_cmyk=wish.is_cmyk)
            digest = hashlib.sha256(content).hexdigest()
            made.append(Sheaf(output, papers.layout.pages, digest))
        else:
            made.append(Sheaf(output, lay_out_form(papers.form(output), fonts).pages))
    return tuple(made)
