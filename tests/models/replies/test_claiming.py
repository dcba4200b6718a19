"""A claim gives a reply its unit, makes it a later version where it is one, and finds what it teaches to find."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from models.office import Office
from models.replies.claiming import claim
from models.replies.matching.decide import Matcher, matcher_for
from models.replies.reply import Batch, Claim, Reply
from models.unit import Roster, Unit

MOMENT = datetime(2007, 1, 26, 9)
ROSTER = Roster(
    units=(
        Unit("市国土资源和房屋管理局", "局", id=1),
        Unit("市外国语学院", "高校", id=2),
        Unit("市农学院", "高校", id=3),
    )
)


def matcher_of(roster: Roster) -> Matcher:
    return matcher_for(roster, (1, 2, 3), Office(organ="市人事局"))


def reply(number: int, name: str, text: str = "2007年工作安排") -> Reply:
    return Reply(1, MOMENT, name=name, text=text, sha256=str(number), is_electronic=True, id=number)


def test_what_a_claim_teaches_finds_the_others_that_wait() -> None:
    there = (
        reply(1, "国土房管局安排.doc"),
        reply(2, "某学院.doc"),
        reply(3, "国土房管局（二）.docx", "另文"),
    )
    claimed = claim(there[0], 1, there, ROSTER, matcher_of)
    assert claimed.before == Batch((there[0], there[2]))
    assert [(one.id, one.unit, one.claim) for one in claimed.after.replies] == [
        (1, 1, Claim.CLERK),
        (3, 1, Claim.NAME),
    ]
    assert claimed.roster.units[0].aliases == ("国土房管局",)


def test_a_claimed_file_replaces_the_version_before_it_and_not_the_one_behind() -> None:
    text = "一、抓好录用。二、抓好培训。三、抓好工资。"
    first = replace(reply(1, "农学院.doc", text), unit=3)
    second = reply(2, "安排（改）.doc", text + "四、补充。")
    third = replace(reply(3, "农学院终稿.doc", text + "五、终稿。"), unit=3, replaces=1)
    claimed = claim(second, 3, (first, second, third), ROSTER, matcher_of)
    assert claimed.after.replies[0].replaces == 1


def test_a_wrong_claim_is_made_right() -> None:
    wrong = replace(reply(2, "安排.doc"), unit=3, replaces=1, claim=Claim.CLERK)
    claimed = claim(wrong, 2, (wrong,), ROSTER, partial(matcher_of))
    (now,) = claimed.after.replies
    assert (now.unit, now.replaces) == (2, None)
    assert claimed.before == Batch((wrong,))
