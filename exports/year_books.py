"""The registers of a year as files: each as PDF, both in one workbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from exports.forms import form_pdf, lay_out_form
from exports.jobs import write_made
from exports.papers.forms.as_sheet import sheet_of
from exports.papers.forms.registers import issue_register, sending_register
from exports.typeset.listing import Listing
from models.progress import no_tick
from models.rules.parcels import parcels_of
from models.rules.registers import Registered

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from exports.papers.forms.printed_form import PrintedForm
    from exports.typeset.fonts import FontBook
    from models.progress import Tick
    from models.rules.registers import Registration
    from models.unit import Roster


def write_registers(
    entries: Sequence[Registration],
    year: int,
    roster: Roster,
    folder: Path,
    fonts: FontBook,
    tick: Tick = no_tick,
) -> tuple[Path, ...]:
    """Write the registers of a year into `folder`; the 送文登记簿 where any document has a list.

    Raises:
        UserError: there is no document, the folder cannot be written.
    """
    forms = [issue_register(entries, year)]
    documents = [one for one in entries if isinstance(one, Registered)]
    if any(one.distribution and parcels_of(one.distribution, roster) for one in documents):
        forms.append(sending_register(documents, year, roster))
    makers: dict[str, Callable[[], bytes]] = {
        f"{form.name}.pdf": partial(_pdf, form, fonts) for form in forms
    }
    makers["登记簿.xlsx"] = partial(_workbook, forms)
    return write_made(f"{year}年", folder, makers, tick)


def _pdf(form: PrintedForm, fonts: FontBook) -> bytes:
    return form_pdf(lay_out_form(form, fonts), fonts)


def _workbook(forms: Sequence[PrintedForm]) -> bytes:
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    sheets = [
        sheet_of(form.name, form.content, is_landscape=True)
        for form in forms
        if isinstance(form.content, Listing)
    ]
    return workbook_bytes(sheets, "登记簿")
