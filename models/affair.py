"""An affair (一件事): all that is known of one notice on its way, as it looks today. It is gathered, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.distribution import Distribution
    from models.notice import Notice
    from models.proceeding import Proceeding
    from models.replies.deadline import Deadline
    from models.replies.standing import Standing


class Goal(Enum):
    """Where something is done."""

    DRAFT = auto()  # the first element that lacks something
    PROCEED = auto()  # the next step of the proceeding
    UNITS = auto()
    DISTRIBUTION = auto()
    SPARE = auto()  # the row 备用 of the distribution
    REPLIES = auto()
    BACKUP = auto()


@dataclass(frozen=True, slots=True)
class Affair:
    """One notice with its proceeding, its list and its replies.

    Attributes:
        distribution: As it is kept, else as its addressees ask for it; None where there are no units.
        unknown: Addressees that mean no unit.
        standings: How each unit of the roll stands.
        unclaimed: Replies of which nobody knows whose they are.
        deadline: By when replies are due; None where none are asked for.
    """

    notice: Notice
    proceeding: Proceeding
    distribution: Distribution | None = None
    unknown: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    unclaimed: int = 0
    deadline: Deadline | None = None
