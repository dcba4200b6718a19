"""Who must answer and who has: by the distribution, by what the clerk changed, by the day of the first reply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from models.distribution import Allotment, Distribution
from models.replies.reply import Fate, Reply
from models.replies.roll import Adjustment, Expected, Roll, expected_of
from models.replies.standing import State, beyond, counting, standings, unclaimed
from models.unit import Purpose, Roster, Unit

DUE = date(2007, 1, 31)
UNITS = (
    Unit("甲区人事局", "区", id=1),
    Unit("乙区人事局", "区", id=2),
    Unit("丙局", "局", id=3),
    Unit("丙局信息中心", "局", id=4),
    Unit("丁大学", "高校", id=5),
)
ROSTER = Roster(units=UNITS)
LIST = Distribution(
    1,
    (
        *(Allotment(unit.name, Purpose.MAIN, unit.category, unit.id) for unit in UNITS[:4]),
        Allotment("甲区人事局", Purpose.MAIN, "区", 1),
        Allotment("某办事处"),
        Allotment("办公室", Purpose.INTERNAL),
        Allotment("备用", Purpose.SPARE),
    ),
)


def reply(number: int, unit: int | None, day: int = 20, **more: object) -> Reply:
    made = Reply(1, datetime(2007, 1, 1), unit, is_electronic=True, id=number)
    return replace(made, received=datetime(2007, 1 + day // 32, day % 32 or 1, 9), **more)  # pyright: ignore[reportArgumentType] - fields by name


def states(replies: list[Reply], roll: Roll, due: date | None = DUE) -> dict[str, str]:
    found = standings(expected_of(LIST, roll, ROSTER), replies, due)
    return {one.expected.name: one.state.value for one in found}


def test_the_addressees_must_answer_each_once() -> None:
    expected = expected_of(LIST, Roll(1), ROSTER)
    names = ["甲区人事局", "乙区人事局", "丙局", "丙局信息中心", "某办事处"]
    assert [one.name for one in expected] == names
    assert expected_of(None, Roll(1), ROSTER) == ()


def test_the_clerk_adds_and_exempts() -> None:
    changes = (Adjustment(5, is_added=True), Adjustment(2, is_exempt=True, note="新设"))
    expected = expected_of(LIST, Roll(1, adjustments=changes), ROSTER)
    assert expected[-1] == Expected("丁大学", 5, "高校")
    assert expected[1] == Expected("乙区人事局", 2, "区", is_exempt=True, note="新设")
    told = states([], Roll(1, adjustments=changes))
    assert (told["乙区人事局"], told["丁大学"]) == ("免报", "未报")


def test_late_is_a_fact_of_the_day() -> None:
    told = states([reply(1, 1, 31), reply(2, 2, 33)], Roll(1))
    assert told["甲区人事局"] == "已报"
    assert told["乙区人事局"] == "迟报"
    assert told["某办事处"] == "未报"
    assert states([reply(2, 2, 33)], Roll(1), None)["乙区人事局"] == "已报"


def test_a_superior_answers_for_its_subordinate() -> None:
    joint = Roll(1, adjustments=(Adjustment(4, superior=3),))
    found = standings(expected_of(LIST, joint, ROSTER), [reply(1, 3)], DUE)
    assert (found[3].state, found[3].by) == (State.IN_TIME, "丙局")
    own = standings(expected_of(LIST, joint, ROSTER), [reply(1, 3), reply(2, 4, 40)], DUE)
    assert (own[3].state, own[3].by) == (State.LATE, "")
    assert states([], joint)["丙局信息中心"] == "未报"


def test_a_later_version_stands_in_the_place_of_the_earlier() -> None:
    first, second = reply(1, 1), reply(2, 1, 40, replaces=1)
    third = reply(3, 1, 41, replaces=2, fate=Fate.WITHDRAWN)
    (line, *_) = standings(expected_of(LIST, Roll(1), ROSTER), [first, second, third], DUE)
    assert (line.replies, line.state) == ((second,), State.IN_TIME)
    gone = [first, replace(second, fate=Fate.WITHDRAWN), third]
    assert counting(gone) == (first,)
    kept = [first, gone[1], replace(third, fate=Fate.KEPT)]
    assert [one.id for one in counting(kept)] == [3]


def test_versions_that_name_each_other_do_not_hang() -> None:
    assert counting([reply(1, 1, replaces=2), reply(2, 1, replaces=1)]) == ()


def test_what_was_sent_back_or_taken_back_is_told() -> None:
    back = [reply(1, 1, fate=Fate.SENT_BACK), reply(2, 2, fate=Fate.WITHDRAWN)]
    told = states(back, Roll(1))
    assert (told["甲区人事局"], told["乙区人事局"]) == ("退回修改", "未报")
    assert states([*back, reply(3, 1, 40, replaces=1)], Roll(1))["甲区人事局"] == "已报"


def test_paper_and_file_are_two_ticks() -> None:
    paper = replace(reply(1, 1), is_electronic=False, on_paper=True)
    (line, other, *_) = standings(expected_of(LIST, Roll(1), ROSTER), [paper, reply(2, 2)], DUE)
    assert (line.on_paper, line.is_electronic) == (True, False)
    assert (other.on_paper, other.is_electronic) == (False, True)


def test_what_belongs_to_nobody_or_was_not_asked_for_is_told_apart() -> None:
    replies = [reply(1, None), reply(2, 5), reply(3, 1)]
    assert [one.id for one in unclaimed(replies)] == [1]
    assert [one.id for one in beyond(expected_of(LIST, Roll(1), ROSTER), replies)] == [2]
