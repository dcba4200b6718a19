"""How far an affair is: the words of each stage, and the one that is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from models.affair import Affair, Goal
from models.notice import Notice
from models.proceeding import Proceeding, Step
from models.rules.handing import send
from models.rules.stages import Progress, Stage, stages
from tests.models.affair_values import ALL_IN, BEGUN, DRAFTED, HALF, PRINTED, affairs, through

REGISTERED = (Step.SIGN, Step.REGISTER)
NUMBERED = replace(DRAFTED, doc_number="津人〔2007〕1号")


def stage(affair: Affair, name: str) -> Stage:
    return next(one for one in stages(affair) if one.name == name)


def due(affair: Affair) -> list[str]:
    return [one.name for one in stages(affair) if one.progress is Progress.DUE]


def test_the_stages_are_those_of_the_year() -> None:
    names = [one.name for one in stages(BEGUN)]
    assert names == ["起草", "签发", "编号登记", "印制", "分发", "收意见", "归档"]


def test_an_affair_goes_from_stage_to_stage() -> None:
    signed = replace(BEGUN, proceeding=through(Step.SIGN))
    registered = replace(BEGUN, notice=NUMBERED, proceeding=through(*REGISTERED))
    printed = replace(registered, distribution=PRINTED)
    sent = replace(printed, distribution=send(PRINTED, (0, 1), date(2007, 1, 15)))
    answered = replace(sent, standings=ALL_IN)
    filed = replace(answered, proceeding=through(*REGISTERED, Step.FILE))
    way = [BEGUN, signed, registered, printed, sent, answered, filed]
    assert [due(one) for one in way] == [
        *(["签发"], ["编号登记"], ["印制"], ["分发"], ["收意见"], ["归档"], [])
    ]


def test_an_empty_draft_says_what_it_lacks() -> None:
    one = stage(Affair(Notice(), Proceeding()), "起草")
    assert (one.progress, one.goal) == (Progress.DUE, Goal.DRAFT)
    assert one.words == "还缺发文机关、标题等5项"
    lacks = replace(BEGUN, notice=replace(DRAFTED, title=""))
    assert stage(lacks, "起草").words == "还缺标题"
    assert stage(BEGUN, "起草").words == "要素齐全"


@pytest.mark.parametrize(
    ("affair", "name", "words"),
    [
        (BEGUN, "签发", "待签发"),
        (replace(BEGUN, proceeding=through(Step.REVIEW)), "签发", "已审核，待签发"),
        (replace(BEGUN, proceeding=through(Step.SIGN)), "签发", "王强 2007年1月9日"),
        (BEGUN, "编号登记", "签发后编号"),
        (replace(BEGUN, proceeding=through(Step.SIGN)), "编号登记", "待编号"),
        (replace(BEGUN, notice=NUMBERED), "编号登记", "津人〔2007〕1号，没有登记"),
        (BEGUN, "印制", "待印12份"),
        (replace(BEGUN, notice=replace(DRAFTED, copies=None)), "印制", "没有填共印份数"),
        (replace(BEGUN, proceeding=through(Step.PRINT)), "印制", "王强 2007年1月9日"),
        (replace(BEGUN, distribution=PRINTED), "印制", "已印12份"),
        (BEGUN, "分发", "2个单位，待发7份"),
        (replace(BEGUN, distribution=None), "分发", "没有单位名册"),
        (
            replace(BEGUN, distribution=None, proceeding=through(Step.DISPATCH)),
            "分发",
            "已登记",
        ),
        (
            replace(BEGUN, distribution=send(PRINTED, (0,), date(2007, 1, 15))),
            "分发",
            "已发4份，还有3份",
        ),
        (BEGUN, "收意见", "已报1，应报2"),
        (replace(BEGUN, unclaimed=2), "收意见", "已报1，应报2，待认领2"),
        (replace(BEGUN, standings=()), "收意见", "还没有应报单位"),
        (replace(BEGUN, deadline=None, standings=HALF[1:]), "收意见", "不要求报送"),
        (BEGUN, "归档", "办完后归档"),
    ],
)
def test_each_stage_tells_what_it_has_come_to(affair: Affair, name: str, words: str) -> None:
    assert stage(affair, name).words == words


@given(affairs)
def test_at_most_one_stage_is_due_and_all_before_it_are_done(affair: Affair) -> None:
    found = [one.progress for one in stages(affair) if one.progress is not Progress.NONE]
    first = next((at for at, one in enumerate(found) if one is not Progress.DONE), None)
    assert found.count(Progress.DUE) == (first is not None)
    assert first is None or found[first] is Progress.DUE
    assert all(one.words for one in stages(affair))
