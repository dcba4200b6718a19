"""The printed set of a document: itself and every form around it, in the order in which an office needs them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from exports.forms import form_pdf, form_word, lay_out_form
from exports.forms_standard import LABEL_SHEETS, Envelope
from exports.jobs import lay_out, notice_makers, write_made
from exports.papers.forms.as_sheet import sheet_of
from exports.papers.forms.dispatch_list import dispatch_list
from exports.papers.forms.distribution_list import distribution_list
from exports.papers.forms.draft_form import draft_form
from exports.papers.forms.envelopes import envelopes
from exports.papers.forms.labels import labels
from exports.papers.forms.printing_order import printing_order
from exports.papers.forms.recall_list import recall_list
from exports.papers.forms.registers import sending_register
from exports.typeset.listing import Listing
from exports.workbooks import LIST_ENDING, distribution_xlsx
from models.progress import no_tick
from models.rules.parcels import by_box, parcels_of
from models.rules.registers import Registered, year_of
from models.unit import Roster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from exports.forms_standard import LabelSheet
    from exports.papers.forms.printed_form import PrintedForm
    from exports.typeset.fonts import FontBook
    from models.distribution import Distribution
    from models.notice import Notice
    from models.practice import Practice
    from models.progress import Tick
    from models.rules.parcels import Parcel

Maker = tuple[str, "Callable[[], bytes]"]
"""What the name of a file ends in, and what makes it."""


class Output(Enum):
    """The papers of the set, in their order."""

    DRAFT = "发文稿纸"
    NOTICE = "公文"
    ORDER = "印制通知单"
    LIST = "分发表"
    DISPATCH = "封发清单"
    LABELS = "标签"
    ENVELOPES = "信封"
    SENDING = "送文登记簿"
    RECALL = "清退单"


OF_PARCELS = (Output.DISPATCH, Output.LABELS, Output.ENVELOPES, Output.SENDING)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of the set.

    Attributes:
        outputs: The papers; None: all that have something on them.
        only: Names of units, for labels and envelopes that are printed again; empty: all.
        skip: Labels of the first sheet that are used up already.
    """

    outputs: frozenset[Output] | None = None
    only: tuple[str, ...] = ()
    sheet: LabelSheet = LABEL_SHEETS[0]
    skip: int = 0
    envelope: Envelope = Envelope.ZL
    is_cmyk: bool = False


ALL = Wish()


def issue_set(
    notice: Notice,
    distribution: Distribution,
    folder: Path,
    fonts: FontBook,
    practice: Practice | None = None,
    tick: Tick = no_tick,
    *,
    roster: Roster | None = None,
    wish: Wish = ALL,
) -> tuple[Path, ...]:
    """Write the set of a notice into `folder`, all files together or none.

    Returns:
        The files written, in the order of the set.

    Raises:
        UserError: a paper that is wanted would be empty, a text does not fit its box, a character is in no font, the
            folder cannot be written.
    """
    made = _Set(notice, distribution, roster or Roster(), fonts, practice, wish)
    return write_made(notice.title, folder, dict(made.makers()), tick)


def usual_outputs(distribution: Distribution) -> frozenset[Output]:
    """The papers that have something on them: parcels only where there are units, a recall only of what was sent."""
    absent: set[Output] = set()
    if not parcels_of(distribution, Roster()):
        absent.update(OF_PARCELS)
    if not any(one.sendings for one in distribution.allotments):
        absent.add(Output.RECALL)
    return frozenset(Output) - absent


class _Set:
    """Knows how each paper of a set is made; the notice is laid out once, for its pages are counted."""

    def __init__(
        self,
        notice: Notice,
        distribution: Distribution,
        roster: Roster,
        fonts: FontBook,
        practice: Practice | None,
        wish: Wish,
    ) -> None:
        self._notice, self._distribution, self._roster = notice, distribution, roster
        self._fonts, self._wish = fonts, wish
        self._layout = lay_out(notice, fonts, practice)

    def makers(self) -> Iterator[Maker]:
        """What makes each file, in the order of the set."""
        wanted = self._wish.outputs
        if wanted is None:
            wanted = usual_outputs(self._distribution)
        for output in Output:
            if output in wanted:
                yield from self._makers_of(output)

    def _makers_of(self, output: Output) -> Iterator[Maker]:
        if output is Output.NOTICE:
            ink = self._wish.is_cmyk
            yield from notice_makers(self._notice, self._layout, self._fonts, is_cmyk=ink).items()
            return
        form = self._form(output)
        layout = lay_out_form(form, self._fonts)
        yield f"（{output.value}）.pdf", partial(form_pdf, layout, self._fonts)
        if (
            output is not Output.ENVELOPES
        ):  # each is a sheet of its own to a printer; Word would only get in the way
            yield f"（{output.value}）.docx", partial(form_word, layout, self._fonts)
        if output is Output.LIST:
            yield LIST_ENDING, partial(distribution_xlsx, self._notice, self._distribution)
        elif isinstance(form.content, Listing):
            yield f"（{output.value}）.xlsx", partial(_workbook, form, form.content)

    def _form(self, output: Output) -> PrintedForm:
        notice, distribution, wish = self._notice, self._distribution, self._wish
        match output:
            case Output.DRAFT:
                return draft_form(notice, len(self._layout.pages))
            case Output.ORDER:
                return printing_order(notice, distribution, len(self._layout.pages))
            case Output.LIST:
                return distribution_list(notice, distribution)
            case Output.RECALL:
                return recall_list(notice, distribution)
            case Output.LABELS:
                return labels(notice, self._parcels(), wish.sheet, wish.skip)
            case Output.ENVELOPES:
                return envelopes(notice, self._parcels(), wish.envelope)
            case _:
                return self._book(output)

    def _book(self, output: Output) -> PrintedForm:
        """What lists all parcels."""
        if output is Output.DISPATCH:
            return dispatch_list(self._notice, parcels_of(self._distribution, self._roster))
        this = Registered(self._notice, self._distribution)
        return sending_register([this], year_of(self._notice) or 0, self._roster)

    def _parcels(self) -> tuple[Parcel, ...]:
        return by_box(parcels_of(self._distribution, self._roster, self._wish.only))


def _workbook(form: PrintedForm, listing: Listing) -> bytes:
    from exports.writers.sheet import workbook_bytes  # the window starts without its writers

    is_landscape = form.grid.page_width > form.grid.page_height
    return workbook_bytes([sheet_of(form.name, listing, is_landscape=is_landscape)], form.name)
