"""What the clerk asks of the printers: which papers, how many of each, on which printer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from exports.set_papers import Output, Stock, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping

USUAL = frozenset({Output.NOTICE, Output.DRAFT, Output.ORDER, Output.LIST, Output.LABELS})
"""What is ticked where the clerk never said otherwise."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """The answer to the sheet of Ctrl+P.

    Attributes:
        copies: Of each paper that is wanted.
        printers: The printer for each kind of paper; empty: the usual one.
        is_recorded: The copies of the document count: their numbers are used up (付印). Else they are proofs (清样).
        is_duplex: The document stands on both sides.
    """

    wish: Wish
    copies: Mapping[Output, int]
    printers: Mapping[Stock, str] = field(default_factory=dict[Stock, str])
    is_recorded: bool = False
    is_duplex: bool = True
