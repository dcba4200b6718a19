"""催办 as values: whom the office reminded, when and how, and what was answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Means(Enum):
    """How a unit was reminded."""

    PHONE = "电话"
    LETTER = "书面"
    VISIT = "登门"
    MEETING = "会议"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder (催办).

    Attributes:
        unit: The row of the unit.
        reminded_at: When.
        told_to: 接话人.
        matter: 催办事项.
        answer: 答复情况.
    """

    unit: int
    reminded_at: datetime
    means: Means = Means.PHONE
    told_to: str = ""
    matter: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Reminders:
    """All reminders about the replies to a notice, in the order in which they were noted."""

    notice: int = 0
    reminders: tuple[Reminder, ...] = ()

    def counts(self) -> Counter[int]:
        """How often each unit was reminded (已催), by its row."""
        return Counter(one.unit for one in self.reminders)
