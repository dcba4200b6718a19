"""The printed set of a document as files: each paper as PDF, what a clerk edits as Word, lists as spreadsheets."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exports.forms import form_pdf, form_word, lay_out_form
from exports.jobs import notice_makers, write_made
from exports.papers.forms.as_sheet import sheet_of
from exports.set_papers import ALL, Output, SetPapers
from exports.typeset.listing import Listing
from exports.workbooks import LIST_ENDING, distribution_xlsx
from models.distribution import Distribution
from models.progress import no_tick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from exports.papers.forms.printed_form import PrintedForm
    from exports.set_papers import Case, Wish
    from exports.typeset.fonts import FontBook
    from models.progress import Tick

Maker = tuple[str, "Callable[[], bytes]"]
"""What the name of a file ends in, and what makes it."""


def issue_set(
    case: Case, folder: Path, fonts: FontBook, wish: Wish = ALL, tick: Tick = no_tick
) -> tuple[Path, ...]:
    """Write the set of a notice into `folder`, all files together or none.

    Returns:
        The files written, in the order of the set.

    Raises:
        UserError: a paper that is wanted would be empty, a text does not fit its box, a character is in no font, the
            folder cannot be written.
    """
    papers, notice = SetPapers(case, fonts, wish), case.notice
    makers: dict[str, Callable[[], bytes]] = {}
    for output in papers.outputs():
        if output is Output.NOTICE:
            makers.update(notice_makers(notice, papers.layout, fonts, is_cmyk=wish.is_cmyk))
        else:
            makers.update(_form_makers(output, papers.form(output), fonts))
        if output is Output.LIST:
            makers[LIST_ENDING] = partial(
                distribution_xlsx, notice, case.distribution or Distribution()
            )
    return write_made(notice.title, folder, makers, tick)


def _form_makers(output: Output, form: PrintedForm, fonts: FontBook) -> Iterator[Maker]:
    layout = lay_out_form(form, fonts)
    yield f"（{output.value}）.pdf", partial(form_pdf, layout, fonts)
    if output is not Output.ENVELOPES:
        # each envelope is a sheet of its own to a printer; Word would only get in the way
        yield f"（{output.value}）.docx", partial(form_word, layout, fonts)
    if output is not Output.LIST and isinstance(form.content, Listing):
        yield f"（{output.value}）.xlsx", partial(_workbook, form, form.content)


def _workbook(form: PrintedForm, listing: Listing) -> bytes:
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    is_landscape = form.grid.page_width > form.grid.page_height
    return workbook_bytes([sheet_of(form.name, listing, is_landscape=is_landscape)], form.name)
