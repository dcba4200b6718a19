"""What is to be done today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.affair import Affair, Goal
from models.distribution import Allotment
from models.proceeding import Step
from models.replies.standing import Standing, State
from models.rules.errands import Errand, backup_errand, errands
from models.rules.handing import send, sign
from tests.models.affair_values import (
    ALL_IN,
    BEGUN,
    DRAFTED,
    DUE,
    HEDONG,
    LIST,
    PRINTED,
    TODAY,
    affairs,
    through,
)

NUMBERED = replace(DRAFTED, doc_number="津人〔2007〕1号")
QUIET = replace(BEGUN, standings=ALL_IN)


def told(affair: Affair, today: date = TODAY) -> list[str]:
    return [one.words for one in errands(affair, (), None, today)]


def test_nothing_is_to_be_done_where_all_is_well() -> None:
    assert told(QUIET) == []
    assert errands(None, (), None, TODAY) == ()


def test_a_deadline_tells_the_day_what_is_left_and_who_is_missing() -> None:
    (one,) = errands(BEGUN, (), None, TODAY)
    assert one.words == "报送期限1月31日（星期三），还有3个工作日，还有1个单位未报"
    assert (one.goal, one.notice, one.is_urgent) == (Goal.REPLIES, 1, True)


def test_a_deadline_that_is_far_is_not_urgent() -> None:
    far = replace(BEGUN, deadline=replace(DUE, left=4))
    assert [one.is_urgent for one in errands(far, (), None, TODAY)] == [False]


def test_a_deadline_of_long_ago_is_nobodys_errand() -> None:
    assert told(replace(BEGUN, deadline=replace(DUE, left=-251))) == []
    assert len(told(replace(BEGUN, deadline=replace(DUE, left=-250)))) == 1


@pytest.mark.parametrize(("left", "count"), [(10, 1), (11, 0)])
def test_of_other_notices_only_near_deadlines_are_told(left: int, count: int) -> None:
    other = replace(BEGUN, deadline=replace(DUE, left=left), unknown=("各驻外机构",))
    found = errands(None, (other,), None, TODAY)
    assert len(found) == count
    assert all(one.words.startswith("《关于报送工作安排的通知》报送期限") for one in found)


@pytest.mark.parametrize(
    ("affair", "words"),
    [
        (replace(QUIET, proceeding=through(Step.SIGN)), "已签发，还没有编号"),
        (
            replace(QUIET, notice=NUMBERED, proceeding=through(Step.SIGN)),
            "津人〔2007〕1号 已签发，还没有登记",
        ),
        (
            replace(
                QUIET,
                notice=replace(NUMBERED, title="", issuing_office=""),
                proceeding=through(Step.SIGN, Step.REGISTER),
            ),
            "已签发，还缺标题、印发机关",
        ),
        (
            replace(QUIET, notice=replace(DRAFTED, copies=15)),
            "分发份数不符：合计 12，比共印 15 份少 3 份",
        ),
        (
            replace(QUIET, notice=replace(DRAFTED, copies=None)),
            "分发份数不符：合计 12，没有填共印份数",
        ),
        (
            replace(QUIET, unknown=("各驻外机构",)),
            "主送、抄送机关里“各驻外机构”没有对应的单位",
        ),
        (replace(QUIET, distribution=PRINTED), "已印好，还有2个单位的7份没有送发"),
        (replace(QUIET, unclaimed=3), "有3份报送件待认领"),
    ],
)
def test_what_waits_is_told(affair: Affair, words: str) -> None:
    assert told(affair) == [words]


def test_a_unit_that_must_do_it_again_is_told() -> None:
    back = replace(BEGUN, standings=(Standing(HEDONG, State.SENT_BACK),))
    assert told(back)[-1] == "有1个单位退回修改后还没有再报"


def test_a_receipt_that_is_missing_is_told_after_three_days() -> None:
    sent = replace(QUIET, distribution=send(PRINTED, (0, 1), TODAY - timedelta(3)))
    assert told(sent) == ["送发已满3天，还有2个单位没有登记签收"]
    assert told(sent, TODAY - timedelta(1)) == []
    assert sent.distribution is not None
    signed = sign(sign(sent.distribution, 0, "李明", TODAY), 1, "王强", TODAY)
    assert told(replace(sent, distribution=signed)) == []


def test_what_stays_in_the_office_is_not_waited_for() -> None:
    kept = replace(PRINTED, allotments=PRINTED.allotments[2:])
    assert not any("送发" in words for words in told(replace(QUIET, distribution=kept)))
    assert told(replace(QUIET, distribution=replace(LIST, allotments=(Allotment("甲"),))))


def test_a_notice_that_is_filed_asks_for_nothing() -> None:
    assert told(replace(BEGUN, proceeding=through(Step.FILE), unclaimed=3)) == []


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (6, False), (7, True), (400, True)])
def test_a_backup_that_is_a_week_old_is_told(days: int, *, is_told: bool) -> None:
    errand = backup_errand(TODAY - timedelta(days), TODAY)
    assert (errand is not None) == is_told
    assert errand is None or f"{days}天前" in errand.words


def test_a_file_that_was_never_backed_up_is_told() -> None:
    errand = backup_errand(None, TODAY)
    assert errand == Errand("这个数据文件还没有备份过", Goal.BACKUP)
    assert errands(None, (), errand, TODAY) == (errand,)


@given(affairs, st.lists(affairs, max_size=2), st.dates())
def test_what_is_urgent_stands_first_and_all_have_words(
    affair: Affair, others: list[Affair], today: date
) -> None:
    found = errands(affair, others, backup_errand(None, today), today)
    urgent = [one.is_urgent for one in found]
    assert urgent == sorted(urgent, reverse=True)
    assert all(one.words for one in found)
