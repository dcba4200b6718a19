"""The steps of a notice: their order and days, their names, and the text that is frozen by the signature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edition import Edition
from models.form import Sealing
from models.notice import Notice, Paragraph
from models.proceeding import Proceeding, Step
from models.rules.proceeding import (
    CannotProceed,
    amended,
    changes_text,
    next_step,
    proceeded,
    withdrawn,
)
from tests.models.proceeding_values import PROCEEDING, SIGNED_ON

NOTICE = Notice(kind="通知", title="关于核对名册的通知", body=(Paragraph("请核对。"),))
OLD = Edition.GB1999


def through(*steps: Step) -> Proceeding:
    proceeding = Proceeding(1)
    for step in steps:
        proceeding = proceeded(proceeding, step, SIGNED_ON, "王强", OLD)
    return proceeding


def test_steps_bear_the_words_of_their_edition() -> None:
    assert [step.name_in(OLD) for step in Step] == [
        *("拟稿", "审核", "会签", "签发", "复核", "登记", "缮印", "用印", "分发", "归档")
    ]
    new = [step.name_in(Edition.GB2012) for step in Step]
    assert (new[0], new[6], new[8]) == ("起草", "印制", "核发")


def test_one_step_follows_the_other_and_countersigning_is_not_every_notices() -> None:
    proceeding, told = Proceeding(1), list[Step]()
    while (step := next_step(proceeding, NOTICE)) is not None:
        told.append(step)
        proceeding = proceeded(proceeding, step, SIGNED_ON, "", OLD)
    assert told == [step for step in Step if step is not Step.COUNTERSIGN]
    unsealed = replace(NOTICE, sealing=Sealing.NONE)
    assert next_step(through(Step.SIGN, Step.REGISTER, Step.PRINT), unsealed) is Step.DISPATCH
    assert next_step(through(Step.COUNTERSIGN), NOTICE) is Step.SIGN


@pytest.mark.parametrize("step", [Step.RECHECK, Step.REGISTER, Step.PRINT, Step.FILE])
def test_nothing_goes_out_unsigned(step: Step) -> None:
    with pytest.raises(CannotProceed, match=f"不能办理“{step.value}”。请先登记签发"):
        proceeded(Proceeding(1), step, SIGNED_ON, "", OLD)


def test_days_follow_the_order_of_the_steps() -> None:
    with pytest.raises(CannotProceed, match="签发的日期（2007年1月4日）早于拟稿的日期"):
        proceeded(PROCEEDING, Step.SIGN, date(2007, 1, 4), "王强", OLD)
    with pytest.raises(CannotProceed, match="早于拟稿的日期"):
        proceeded(PROCEEDING, Step.DRAFT, date(2007, 1, 20), "李明", OLD)


@given(st.permutations([Step.DRAFT, Step.REVIEW, Step.COUNTERSIGN, Step.SIGN]))
def test_however_they_are_noted_they_stand_in_their_order(steps: list[Step]) -> None:
    assert [one.step for one in through(*steps).done] == sorted(steps, key=lambda s: s.place)


def test_a_step_noted_again_is_told_anew() -> None:
    again = proceeded(PROCEEDING, Step.SIGN, date(2007, 1, 8), "赵刚", OLD)
    signed = again.of(Step.SIGN)
    assert signed is not None
    assert (signed.who, signed.on) == ("赵刚", date(2007, 1, 8))
    assert len(again.done) == 2


def test_a_step_is_taken_back_with_all_after_it() -> None:
    whole = through(*Step)
    assert [one.step for one in withdrawn(whole, Step.SIGN).done] == list(Step)[:3]


def test_a_change_of_a_signed_text_has_a_reason() -> None:
    with pytest.raises(CannotProceed, match="写明原因"):
        amended(PROCEEDING, SIGNED_ON, "　", "李明")
    with pytest.raises(CannotProceed, match="最多 60 个字"):
        amended(PROCEEDING, SIGNED_ON, "长" * 61, "李明")
    assert amended(PROCEEDING, SIGNED_ON, " 错字 ", "李明").amendments[-1].reason == "错字"


@pytest.mark.parametrize(
    ("change", "is_frozen"),
    [
        ({"title": "关于核对名单的通知"}, True),
        ({"body": ()}, True),
        ({"addressees": "市财政局"}, True),
        ({"sealing": Sealing.NONE}, True),
        ({"doc_number": "津人〔2007〕1号"}, False),
        ({"issued_on": SIGNED_ON}, False),
        ({"copies": 550}, False),
        ({"date": SIGNED_ON}, False),
    ],
)
def test_what_was_signed_is_frozen(change: dict[str, object], is_frozen: bool) -> None:
    assert changes_text(NOTICE, replace(NOTICE, **change)) is is_frozen  # pyright: ignore[reportArgumentType]


def test_a_day_that_was_signed_is_frozen() -> None:
    dated = replace(NOTICE, date=SIGNED_ON)
    assert changes_text(dated, replace(dated, date=date(2007, 1, 10)))
