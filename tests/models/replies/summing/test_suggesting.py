"""Which items of the plan a paragraph may be about: by number, by heading, by rare terms; and always why."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.plan import Plan, plan_of
from models.replies.summing.suggesting import (
    LEAST,
    MOST,
    Reason,
    Suggester,
    Suggestion,
    heading_of,
    is_heading_line,
    numbers_in,
    paragraphs_of,
)
from models.replies.summing.terms import Terms
from tests.support.sample import sample_notice


def sample_plan() -> Plan:
    piece = sample_notice().pieces[0]
    kept = tuple(replace(one, id=at) for at, one in enumerate(piece.paragraphs, 100))
    return plan_of(replace(piece, paragraphs=kept))


PLAN = sample_plan()
SUGGESTER = Suggester(PLAN)
NUMBERS = {item.paragraph.id: item.number for item in PLAN.items}


def suggested(*paragraphs: str) -> list[list[str]]:
    """The numbers of the items suggested for each paragraph."""
    return [[NUMBERS[one.item] for one in some] for some in SUGGESTER.suggest(paragraphs)]


def first(text: str) -> Suggestion:
    return SUGGESTER.suggest([text])[0][0]


def test_every_sentence_of_the_plan_leads_to_its_item() -> None:
    for item in PLAN.items:
        for sentence in re.findall("[^。]{12,}。", item.paragraph.whole):
            (found,) = SUGGESTER.suggest([sentence])
            assert item.paragraph.id in {one.item for one in found}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("做好公务员登记，规范工资发放秩序。", "7"),
        ("加强专业技术人员继续教育，举办高研班两期。", "5"),
        ("办好高校毕业生供需见面会，加强就业服务。", "18"),
        ("引进国外智力项目三个，选派人员出国。", "4"),
        ("清理规范津贴补贴，核定退休人员待遇。", "12"),
        ("加强人事档案管理和人事代理。", "14"),
        ("办好农村实用人才培训班，为非公经济组织引进人才。", ""),
    ],
)
def test_shared_terms_lead_to_the_item(text: str, number: str) -> None:
    assert NUMBERS[first(text).item] == number
    assert [one.reason for one in first(text).why] == [Reason.TERMS]


def test_a_suggestion_says_why() -> None:
    assert str(first("加强人事档案管理和人事代理。")) == "共有词语：人事档案管理、人事代理"
    named = first("按照要点第9项的要求，开展作风教育。")
    assert str(named) == "文中写明：要点第9项；共有词语：作风"
    assert (named.paragraph, NUMBERS[named.item]) == (0, "9")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("落实《2007年人事工作要点》第三条，制定方案。", [3]),
        ("选派人员出国（对应第4、8项）。", [4, 8]),
        ("（第十二项）规范津贴补贴。", [12]),
        ("根据《条例》第五条的规定办理。", []),
        ("要点下发以后，各处认真学习，第2次会议讨论。", []),
    ],
)
def test_items_that_are_named_are_found_by_their_numbers(text: str, numbers: list[int]) -> None:
    assert [number for number, _ in numbers_in(text)] == numbers


def test_a_number_that_the_plan_has_not_is_passed_over() -> None:
    assert suggested("落实要点第99项。") == [[]]


def test_headings_lead_to_the_item_for_what_stands_under_them() -> None:
    found = SUGGESTER.suggest(["一、人事争议仲裁", "开展调解。", "二、其他事项", "开展调解。"])
    assert [[NUMBERS[one.item] for one in some] for some in found[:2]] == [["22"], ["22"]]
    assert found[0][0].why[0].reason is Reason.HEADING
    assert [one.reason for one in found[1][0].why] == [Reason.ABOVE, Reason.TERMS]
    assert all(NUMBERS[one.item] != "22" or one.why[0].reason is Reason.TERMS for one in found[3])


def test_what_is_about_nothing_is_left_alone() -> None:
    texts = ("青川区人事局", "2007年1月25日", "做好各项工作，完成全年任务。", "联系人：李明")
    assert suggested(*texts) == [[], [], [], []]


def test_few_are_suggested_and_the_likeliest_first() -> None:
    text = "".join(item.paragraph.whole for item in PLAN.items)
    (found,) = SUGGESTER.suggest([text])
    assert len(found) == MOST
    weights = [one.weight for one in found]
    assert weights == sorted(weights, reverse=True)
    assert min(weights) >= LEAST


def test_items_that_were_never_kept_are_not_suggested() -> None:
    assert Suggester(plan_of(sample_notice().pieces[0])).suggest(["加强继续教育。"]) == ((),)
    assert SUGGESTER.suggest([]) == ()


def test_what_a_heading_is() -> None:
    assert is_heading_line("一、公务员管理")
    assert not is_heading_line("公务员管理")
    assert not is_heading_line("1.做好考录工作。")
    assert heading_of("1.做好考录工作。组织笔试。") == "做好考录工作"
    assert heading_of("做好考录工作。") == ""
    assert heading_of("一、" + "长" * 40) == ""
    assert paragraphs_of("标题\n\n 　一、正文 \n") == ("标题", "一、正文")


def test_terms_do_not_overlap_and_say_more_the_fewer_have_them() -> None:
    terms = Terms(["做好职称评审工作", "职称改革", "抓好考录", "考录工作和职称"])
    found = terms.shared("组织职称评审，抓好考录")
    assert {at: [term.text for term in told] for at, told in found.items()} == {0: ["职称评审"]}
    (term,) = found[0]
    assert "组织职称评审，抓好考录"[term.start : term.end] == term.text
