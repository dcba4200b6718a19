"""The papers of the printed set: the document itself and every form around it, in the order an office needs them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from exports.forms_standard import LABEL_SHEETS, Envelope
from exports.jobs import lay_out
from exports.papers.forms.dispatch_list import dispatch_list
from exports.papers.forms.distribution_list import distribution_list
from exports.papers.forms.draft_form import draft_form
from exports.papers.forms.envelopes import envelopes
from exports.papers.forms.labels import labels
from exports.papers.forms.printing_order import printing_order
from exports.papers.forms.recall_list import recall_list
from exports.papers.forms.registers import sending_register
from models.distribution import Distribution
from models.practice import USUAL, Practice
from models.proceeding import Proceeding
from models.rules.parcels import by_box, parcels_of
from models.rules.registers import Registered, year_of
from models.unit import Roster

if TYPE_CHECKING:
    from exports.forms_standard import LabelSheet
    from exports.papers.forms.printed_form import PrintedForm
    from exports.typeset.fonts import FontBook
    from models.notice import Notice
    from models.rules.parcels import Parcel


NO_UNITS, NOT_BEGUN = Roster(), Proceeding()


class Stock(Enum):
    """The kinds of paper; an office has a printer, or a tray, for each."""

    DOCUMENT = "公文纸"
    PLAIN = "白纸"
    LABELS = "标签纸"
    ENVELOPES = "信封"


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

    @property
    def stock(self) -> Stock:
        """What it is printed on."""
        match self:
            case Output.NOTICE:
                return Stock.DOCUMENT
            case Output.LABELS:
                return Stock.LABELS
            case Output.ENVELOPES:
                return Stock.ENVELOPES
            case _:
                return Stock.PLAIN


OF_PARCELS = (Output.DISPATCH, Output.LABELS, Output.ENVELOPES, Output.SENDING)
OF_COPIES = (Output.LIST, *OF_PARCELS, Output.RECALL)


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known of a notice when its set is made.

    Attributes:
        distribution: None where nobody is known who gets it.
    """

    notice: Notice
    distribution: Distribution | None = None
    roster: Roster = NO_UNITS
    proceeding: Proceeding = NOT_BEGUN
    practice: Practice = USUAL


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


def usual_outputs(distribution: Distribution | None) -> frozenset[Output]:
    """The papers that have something on them: parcels only where there are units, a recall only of what was sent."""
    if distribution is None:
        return frozenset(Output) - frozenset(OF_COPIES)
    absent: set[Output] = set()
    if not parcels_of(distribution, Roster()):
        absent.update(OF_PARCELS)
    if not any(one.sendings for one in distribution.allotments):
        absent.add(Output.RECALL)
    return frozenset(Output) - absent


class SetPapers:
    """Knows what stands on each paper of the set of a notice, which is laid out once: its pages are counted.

    Attributes:
        layout: The notice on its pages.
    """

    def __init__(self, case: Case, fonts: FontBook, wish: Wish) -> None:
        self._case, self._wish = case, wish
        self._list = case.distribution or Distribution()
        self.layout = lay_out(case.notice, fonts, case.practice)

    def outputs(self) -> tuple[Output, ...]:
        """The papers that are wanted, in their order."""
        wanted = self._wish.outputs
        if wanted is None:
            wanted = usual_outputs(self._case.distribution)
        return tuple(output for output in Output if output in wanted)

    def form(self, output: Output) -> PrintedForm:
        """Any paper but the document itself.

        Raises:
            UserError: it would be empty.
        """
        notice, distribution, wish = self._case.notice, self._list, self._wish
        match output:
            case Output.DRAFT:
                return draft_form(notice, len(self.layout.pages), self._case.proceeding)
            case Output.ORDER:
                return printing_order(notice, self._case.distribution, len(self.layout.pages))
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
        notice, roster = self._case.notice, self._case.roster
        if output is Output.DISPATCH:
            return dispatch_list(notice, parcels_of(self._list, roster))
        return sending_register([Registered(notice, self._list)], year_of(notice) or 0, roster)

    def _parcels(self) -> tuple[Parcel, ...]:
        return by_box(parcels_of(self._list, self._case.roster, self._wish.only))
