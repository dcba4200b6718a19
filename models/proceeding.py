"""The proceeding (办理) of a notice: which steps it went through, by whom and when, and what was changed once it was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from models.edition import Edition


class Step(Enum):
    """The steps in their order, by their names in the 办法 of 2000 (art. 24 to 33)."""

    DRAFT = "拟稿"
    REVIEW = "审核"
    COUNTERSIGN = "会签"
    SIGN = "签发"
    RECHECK = "复核"
    REGISTER = "登记"
    PRINT = "缮印"
    SEAL = "用印"
    DISPATCH = "分发"
    FILE = "归档"

    def name_in(self, edition: Edition) -> str:
        """Its name in the rules that go with an edition of the standard."""
        return self.value if edition is Edition.GB1999 else _OF_2012.get(self, self.value)

    @property
    def place(self) -> int:
        """Where it stands in the order."""
        return list(Step).index(self)


_OF_2012 = {Step.DRAFT: "起草", Step.PRINT: "印制", Step.DISPATCH: "核发"}
"""The 条例 of 2012, art. 18 to 25, where it has other words."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step with who did it and when."""

    step: Step
    on: date
    who: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change to a text that was signed (签发后修改)."""

    on: date
    reason: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Proceeding:
    """How far a notice is.

    Attributes:
        notice: The row of the notice.
        done: The steps, in the order of the standard.
    """

    notice: int = 0
    done: tuple[StepDone, ...] = ()
    amendments: tuple[Amendment, ...] = ()

    def of(self, step: Step) -> StepDone | None:
        """The step, where it is done."""
        return next((one for one in self.done if one.step is step), None)

    @property
    def is_signed(self) -> bool:
        """Whether the text is frozen (签发)."""
        return self.of(Step.SIGN) is not None
