"""汇总 as a value: which paragraphs of the replies are about which items of the plan, as the clerk said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assignment:
    """A paragraph of a reply that is about an item of the plan.

    Attributes:
        reply: The row of the reply.
        paragraph: Its place in the text of the reply, counted from 0, empty lines left out.
        item: The row of the paragraph that is the item.
    """

    reply: int
    paragraph: int
    item: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What was assigned of the replies to a notice."""

    notice: int = 0
    assignments: tuple[Assignment, ...] = ()
