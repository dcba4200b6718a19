"""A unit is assigned only where its name is proved and nothing speaks against it; the rest is offered with reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.office import Office
from models.replies.handling import confirmed
from models.replies.matching.decide import Match, matcher_for
from models.replies.matching.inside import voices_in
from models.replies.matching.learning import taught
from models.replies.naming import name_parts, subject_of
from models.replies.reply import Claim, Reply
from models.unit import FormerName, Roster, Unit
from tests.samples.make_units import sample_roster

NAMES = ("南开区人事局", "河西区人事局", "大港区人事局", "市教育委员会", "市市政工程局", "市水利局", "市师范大学", "市民政局")  # fmt: skip
UNITS = (
    *(Unit(name, id=at) for at, name in enumerate(NAMES, 1)),
    Unit("市人事考试中心", id=20),
    Unit("市老年委员会", id=21, merged_into="市民政局"),
    Unit("市劳动局", id=22, former_names=(FormerName("市水利局", date(1990, 1, 1)),)),
)
KNOWN = replace(UNITS[3], short_names=("市教委",))
ROSTER = Roster(units=(*UNITS[:3], KNOWN, *UNITS[4:]))
OFFICE = Office("天津市人事局", issuing_office="天津市人事局办公室")
MATCHER = matcher_for(ROSTER, range(1, 9), OFFICE)


def unit_of(match: Match) -> str | None:
    return None if match.unit is None else NAMES[match.unit - 1]


def text_by(name: str, day: str = "2007年1月25日") -> str:
    return (
        f"关于2007年人事工作安排的意见\n市人事局：\n一、抓好录用。\n二、做好培训。\n{name}\n{day}\n"
    )


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("南开人事局.doc", ("南开人事局",)),
        ("附件1：工作安排意见（定稿）最终版.docx", ()),
        ("扫描件.pdf", ()),
        ("mmexport1169539200000.jpg", ()),
        ("新建 Microsoft Word 文档 (2).doc", ()),
        ("关于报送2007年工作安排意见的函-市教委人事处.doc", ("市教委人事处",)),
        ("蓟县人事局关于贯彻落实2007年人事工作要点的安排意见.doc", ("蓟县人事局",)),
        ("３７．塘沽区人事局（张建国）.DOC", ("塘沽区人事局", "张建国")),
        ("市委教育工作委员会2007年工作安排.doc", ("市委教育工作委员会",)),
        ("复件 市旅游局意见_v2 - 副本.docx", ("市旅游局",)),
    ],
)
def test_the_name_of_a_file_says_whose_it_is_apart_from_what_all_write(
    name: str, parts: tuple[str, ...]
) -> None:
    assert name_parts(name) == parts


@pytest.mark.parametrize("name", [unit.name for unit in sample_roster().units[:164]])
def test_a_name_may_hold_words_that_stand_around_names(name: str) -> None:
    """和 begins 和平区, 计划 stands in 计划生育委员会, 版 in 新闻出版局, 改 in 发展和改革委员会."""
    matcher = matcher_for(Roster(units=(Unit(name, id=1),)), (1,), OFFICE)
    for pattern in (
        "{}.doc",
        "{}2007年人事工作计划（改）.doc",
        "报送：{}工作安排意见最终版.doc",
        "1.{}-安排.doc",
    ):
        assert matcher.match(pattern.format(name)).unit == 1
    for text in (f"{name}\n关于2007年工作的意见\n", f"{name}2007年人事工作安排\n", text_by(name)):
        assert matcher.match("意见.doc", text).unit == 1


def test_two_versions_have_their_subject_in_common() -> None:
    assert subject_of("南开人事局（定稿）.doc") == subject_of("南开人事局 最终版(2).docx")
    assert subject_of("扫描件.pdf") != subject_of("附件.pdf")


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("南开区人事局.doc", "南开区人事局"),
        ("天津市南开区人事局2007年人事工作安排意见（定稿）.doc", "南开区人事局"),
        ("市教委人事处-工作安排.doc", "市教育委员会"),
        ("教委.doc", "市教育委员会"),
        ("市政工程局.doc", "市市政工程局"),
        ("天津市政工程局.doc", "市市政工程局"),
        ("河西区人事局（李四）.doc", "河西区人事局"),
        ("市老年委员会.doc", "市民政局"),
        ("报市人事局：师范大学.doc", "市师范大学"),
    ],
)
def test_a_known_name_in_a_file_name_is_proof(name: str, whose: str) -> None:
    found = MATCHER.match(name)
    assert (unit_of(found), found.claim) == (whose, Claim.NAME)
    assert found.reason.startswith("文件名“")


@pytest.mark.parametrize(
    "name",
    [
        "南开人事局.doc",  # 人事局 of the own office stands in it
        "大港油田.doc",
        "大港油田人事处.doc",
        "市人事局.doc",
        "天津市人事局办公室.doc",
        "人事考试中心.doc",  # was not asked
        "市水利局培训中心.doc",
        "水利局.doc",  # two have borne it
        "南开区人事局、河西区人事局.doc",
        "河北省人事厅.doc",
        "张建国.doc",
        "工作安排.doc",
    ],
)
def test_what_is_no_proof_is_assigned_to_nobody(name: str) -> None:
    assert MATCHER.match(name).unit is None


@pytest.mark.parametrize(
    "text",
    [
        text_by("南开区人事局"),
        text_by("天津市南开区人事局（盖章）"),
        text_by("南 开 区 人 事 局", "二○○七年一月二十五日"),
        text_by("").replace("\n\n", "\n南开区人事局 2007年1月25日\n"),
        "南开区人事局2007年人事工作安排意见\n一、抓好录用。\n",
        "南开区人事局文件\n南开人〔2007〕3号\n关于工作安排的报告\n市人事局：\n",
        "2007年人事工作安排表\n填报单位：南开区人事局　填报日期：2007.1.25\n",
        "填报单位（盖章）：天津市南开区人事局\t2007-1-25\n",
    ],
)
def test_who_speaks_in_a_text_is_proof(text: str) -> None:
    found = MATCHER.match("附件1：工作安排意见.doc", text)
    assert (unit_of(found), found.claim) == ("南开区人事局", Claim.INSIDE)


@pytest.mark.parametrize(
    "text",
    [
        "关于南开区人事局工作的意见\n",
        "转发南开区人事局关于工作的意见\n各科室：\n",
        "工作安排\n南开区人事局：\n请审阅。\n",
        "抄送：南开区人事局\n",
        "要学习南开区人事局的做法。\n" * 9,
        text_by("南开区人事局") + text_by("河西区人事局"),
        text_by("天津市人事局"),
        "工作安排\n一、分工\n南开区人事局\n",
        "",
    ],
)
def test_who_is_only_spoken_of_is_not(text: str) -> None:
    assert MATCHER.match("意见.doc", text).unit is None


def test_a_text_says_each_name_once_with_its_place() -> None:
    said = [(voice.name, voice.where) for voice in voices_in(text_by("甲局\n乙委员会"))]
    assert said == [("乙委员会", "落款"), ("甲局", "落款")]
    assert voices_in("甲局关于工作的意见\n" + text_by("甲局"))[0].where == "落款"


def test_a_copied_text_with_the_neighbours_name_is_offered_not_assigned() -> None:
    found = MATCHER.match("南开区人事局.doc", text_by("河西区人事局"))
    assert found.unit is None
    assert [NAMES[one.unit - 1] for one in found.candidates[:2]] == ["河西区人事局", "南开区人事局"]
    assert found.candidates[0].reason == "落款“河西区人事局”"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("河西人事局.doc", text_by("南开区人事局")),
        ("南开区人事局.doc", text_by("河西区人事劳动局")),
        ("人事考试中心.doc", text_by("南开区人事局")),
        ("南开区人事局.doc", text_by("青山区粮食局")),
        ("南开区人事局培训中心.doc", text_by("南开区人事局")),
    ],
)
def test_a_name_that_may_be_anothers_speaks_against_a_proof(name: str, text: str) -> None:
    found = MATCHER.match(name, text)
    assert found.unit is None
    assert "南开区人事局" in [NAMES[one.unit - 1] for one in found.candidates]


def test_a_near_spelling_of_the_same_unit_does_not() -> None:
    assert unit_of(MATCHER.match("南开人事局.doc", text_by("南开区人事局"))) == "南开区人事局"
    assert unit_of(MATCHER.match("师大.doc", text_by("市师范大学"))) == "市师范大学"


def test_candidates_come_likeliest_first_and_say_why() -> None:
    found = MATCHER.match("南开人事局意见.doc")
    first, *others = found.candidates
    assert len(others) <= 2
    assert NAMES[first.unit - 1] == "南开区人事局"
    assert first.reason == "文件名“南开人事局”与它的名称相近"
    assert MATCHER.match("扫描件.pdf") == Match()


def test_the_folder_of_a_file_counts_like_its_name() -> None:
    assert unit_of(MATCHER.match("扫描件.pdf", folder="报送/南开区人事局")) == "南开区人事局"
    assert MATCHER.match("扫描件.pdf", folder="河西").candidates[0].unit == 2


def reply(name: str, text: str = "", folder: str = "") -> Reply:
    return Reply(1, datetime(2007, 1, 25), name=name, text=text, folder=folder)


@pytest.mark.parametrize(
    ("one", "aliases"),
    [
        (reply("南开人事局2007年安排.doc"), ("南开人事局",)),
        (reply("南开区人事局.doc"), ()),
        (reply("张建国.doc"), ()),
        (reply("安排.doc", text_by("南开区人事劳动局")), ("南开区人事劳动局",)),
        (reply("南开.doc", text_by("南开区人事劳动局")), ("南开", "南开区人事劳动局")),
        (reply("安排.doc", folder="全部/南开人事"), ("南开人事",)),
        (reply("河西区人事局.doc", text_by("南开区人事局")), ()),
        (reply("市人事局.doc"), ()),
    ],
)
def test_a_confirmation_teaches_the_names_that_proved_nothing(
    one: Reply, aliases: tuple[str, ...]
) -> None:
    after = taught(ROSTER, MATCHER, one, 1)
    assert after.units[0].aliases == aliases
    assert after.units[1:] == ROSTER.units[1:]


def test_next_year_it_is_known() -> None:
    text = text_by("南开区人事劳动局")
    before = reply("南开局.doc", text)
    assert MATCHER.match(before.name, text).unit is None
    after = matcher_for(taught(ROSTER, MATCHER, before, 1), range(1, 9), OFFICE)
    assert unit_of(after.match("南开局2008年意见（二稿）.doc", text)) == "南开区人事局"
    assert confirmed(before, 1).claim is Claim.CLERK


def test_an_unknown_unit_or_a_name_of_one_character_teaches_nothing() -> None:
    assert taught(ROSTER, MATCHER, reply("南开局.doc"), 99) == ROSTER


def test_an_office_of_which_nothing_is_known_matches_by_whole_names() -> None:
    matcher = matcher_for(ROSTER, range(1, 9), Office())
    assert unit_of(matcher.match("南开区人事局.doc")) == "南开区人事局"
    assert matcher.match("天津市水利局.doc").unit is None
    assert matcher_for(Roster(), (), Office()).match("甲局.doc", text_by("乙局")) == Match()
