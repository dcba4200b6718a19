"""How a notice goes from step to step, and what may not change any more once it is signed."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from models.errors import UserError
from models.form import Sealing
from models.notice import Notice
from models.numerals import arabic_date
from models.proceeding import Amendment, Proceeding, Step, StepDone
from models.rules.missing import UPWARD

if TYPE_CHECKING:
    from datetime import date

    from models.edition import Edition

NOT_FROZEN = frozenset(
    ("id", "doc_number", "copy_number", "issued_on", "copies", "reply_due", "edition")
)
"""What is set, or read off, only after the text is signed."""


MOST_OF_REASON = 60


class CannotProceed(UserError):
    """The step is not due."""


def next_step(proceeding: Proceeding, notice: Notice) -> Step | None:
    """What is to be done now; None where all is done. 会签 is not every notice's, 用印 only of a sealed one.

    A number is never forgotten, also where it was void and another is due.
    """
    furthest = max((one.step.place for one in proceeding.done), default=-1)
    if furthest > Step.REGISTER.place and proceeding.of(Step.REGISTER) is None:
        return Step.REGISTER
    unusual = {Step.COUNTERSIGN}
    if notice.sealing_in_use is Sealing.NONE:
        unusual.add(Step.SEAL)
    return next((step for step in Step if step.place > furthest and step not in unusual), None)


def proceeded(
    proceeding: Proceeding, step: Step, on: date, who: str, edition: Edition
) -> Proceeding:
    """Note a step; one that is done already is told anew.

    Raises:
        CannotProceed: it needs the signature and that is not there, or its day lies before that of a step before it.
    """
    check_signed(proceeding, step, edition)
    others = [one for one in proceeding.done if one.step is not step]
    for one in others:
        first, second = sorted((one, StepDone(step, on, who)), key=lambda done: done.step.place)
        if second.on < first.on:
            raise CannotProceed(
                f"{second.step.name_in(edition)}的日期（{arabic_date(second.on)}）"
                f"早于{first.step.name_in(edition)}的日期（{arabic_date(first.on)}）。请核对日期。"
            )
    done = sorted((*others, StepDone(step, on, who)), key=lambda one: one.step.place)
    return replace(proceeding, done=tuple(done))


def check_signed(proceeding: Proceeding, step: Step, edition: Edition) -> None:
    """See whether a step may be noted.

    Raises:
        CannotProceed: it comes after the signature, and that is not there.
    """
    if step.place > Step.SIGN.place and not proceeding.is_signed:
        raise CannotProceed(
            f"还没有登记签发，不能办理“{step.name_in(edition)}”。请先登记签发人和签发日期。"
        )


def signed(notice: Notice, before: StepDone | None, who: str, on: date) -> Notice:
    """成文日期 is the day of the signature (7.3.5), an upward document names who signed (7.2.6).

    What the clerk set herself stays; what came from an earlier note of the signature (`before`) does not.
    """
    day, signers = notice.date, notice.signers
    if day is None or (before is not None and day == before.on):
        day = on
    if before is not None and signers == (before.who,):
        signers = ()
    if not signers and who and notice.kind in UPWARD:
        signers = (who,)
    return replace(notice, date=day, signers=signers)


def withdrawn(proceeding: Proceeding, step: Step) -> Proceeding:
    """Take back a step and all after it."""
    done = tuple(one for one in proceeding.done if one.step.place < step.place)
    return replace(proceeding, done=done)


def without(proceeding: Proceeding, step: Step) -> Proceeding:
    """Take back this step alone."""
    return replace(proceeding, done=tuple(one for one in proceeding.done if one.step is not step))


def amended(proceeding: Proceeding, on: date, reason: str, who: str) -> Proceeding:
    """Note why a signed text is changed.

    Raises:
        CannotProceed: no reason is given, or one that finds no room on the form.
    """
    if not reason.strip():
        raise CannotProceed("签发以后修改公文要写明原因。请填写原因，或按“取消”不作修改。")
    if len(reason.strip()) > MOST_OF_REASON:
        raise CannotProceed(f"原因最多 {MOST_OF_REASON} 个字，要印在发文稿纸上。请写得短一些。")
    told = Amendment(on, reason.strip(), who.strip())
    return replace(proceeding, amendments=(*proceeding.amendments, told))


def changes_text(before: Notice, after: Notice) -> bool:
    """Whether what was signed would be changed; 成文日期 may be set where there is none."""
    frozen = {field.name for field in fields(Notice)} - NOT_FROZEN
    if before.date is None:
        frozen.discard("date")
    return any(getattr(before, name) != getattr(after, name) for name in frozen)
