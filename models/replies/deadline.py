"""By when replies are due, and how many working days are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.workdays import weekday

if TYPE_CHECKING:
    from datetime import date

    from models.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day (报送期限) as it looks from another day.

    Attributes:
        left: Working days behind today, the last day among them; below zero once it has passed.
        holiday: What makes the last day a day off; empty where it is worked.
        unknown: Years whose 放假安排 nobody entered: their days were counted from Monday to Friday.
    """

    day: date
    today: date
    left: int
    holiday: str = ""
    unknown: tuple[int, ...] = ()

    def __str__(self) -> str:
        """For screen and print."""
        parts = [f"{self.day.month}月{self.day.day}日（{weekday(self.day)}）", self._left()]
        if self.holiday:
            parts.append(f"当天是休息日（{self.holiday}）")
        if self.unknown:
            years = "、".join(map(str, self.unknown))
            parts.append(f"{years}年的放假安排没有录入，按周一至周五计算")
        return "，".join(parts)

    def _left(self) -> str:
        if self.day == self.today:
            return "今天到期"
        if self.day < self.today:
            return f"已过期{-self.left}个工作日"
        return f"还有{self.left}个工作日"


def deadline_of(day: date, today: date, workdays: Workdays) -> Deadline:
    """The deadline `day` as it looks on `today`."""
    left = -workdays.count(day, today) if day < today else workdays.count(today, day)
    return Deadline(day, today, left, workdays.holiday(day), workdays.unknown(day, today))
