"""The documents that follow from who has answered: whom they name, what they count, in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.notice import Level, Notice, Paragraph
from models.office import Office
from models.replies.chasing.bulletin import WHOLE, NobodyAsked, bulletin, percent, shares
from models.replies.chasing.demand import Demand, demand_of
from models.replies.chasing.lists import addressees
from models.replies.chasing.reminder_notice import (
    NobodyToRemind,
    reminder_notice,
    reminder_notices,
    you_of,
)
from models.replies.standing import State, plain_list
from tests.support.chases import AGAIN, NOTICE, REPLIES, chase, reply
from tests.support.sample import sample_notice

if TYPE_CHECKING:
    from tests.support.golden import Golden


def told(notice: Notice) -> str:
    pieces = [
        f"[{one.label} {one.title}]\n" + "\n".join(p.whole for p in one.paragraphs)
        for one in notice.pieces
    ]
    lines = [notice.title, f"{notice.addressees}：", *(one.whole for one in notice.body)]
    return "\n".join([*lines, f"共印{notice.copies}份", *pieces]) + "\n"


def test_the_documents_are_those_reviewed(golden: Golden) -> None:
    few, many = chase(), chase(40)
    documents = [*reminder_notices(few), reminder_notice(few), bulletin(few), reminder_notice(many)]
    golden.check("chasing.txt", "\n----\n".join(map(told, documents)))


def test_each_document_is_of_the_office_and_of_the_day() -> None:
    for one in (reminder_notice(chase()), bulletin(chase())):
        assert one.organs == one.signatures == ("云屏市人事局",)
        assert one.date == one.issued_on == date(2007, 2, 5)
        assert one.doc_number == ""  # it gets its own
        assert one.id is None


def test_what_the_notice_asks_for_is_found() -> None:
    assert demand_of(sample_notice()) == Demand("工作安排意见", "市人事局办公室", "1月底前")
    plain = replace(NOTICE, body=(Paragraph("请认真贯彻执行。"),))
    assert demand_of(plain) == Demand()
    unsaid = replace(chase(), notice=plain, due=None)
    assert "要求各单位将有关材料报云屏市人事局。" in reminder_notice(unsaid).body[0].text


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("请于1月底前将工作总结报送市局办公室。", Demand("工作总结", "市局办公室", "1月底前")),
        ("请各单位在3月5日前认真研究并将意见报至我局。", Demand("意见", "我局", "3月5日前")),
        ("请将名单于收到本通知5日内送局人事处（301室）。", Demand("名单", "局人事处", "收到本通知5日内")),
        ("请于5月8日前把报表一式两份报市局。", Demand("报表", "市局", "5月8日前")),
        ("各单位要于10月底前报送年度计划。", Demand("年度计划", "", "10月底前")),
        ("今年要抓好考录工作，加强培训。", Demand()),
    ],
)  # fmt: skip
def test_every_way_to_ask_is_understood(text: str, demand: Demand) -> None:
    assert demand_of(replace(NOTICE, body=(Paragraph(text),))) == demand


def test_a_deadline_stands_in_the_words_of_the_notice_and_with_its_extension() -> None:
    told = replace(chase(), notice=replace(NOTICE, reply_due=date(2007, 1, 31)))
    assert "于1月底前将工作安排意见报市人事局办公室。" in reminder_notice(told).body[0].text
    later = replace(told, due=date(2007, 2, 3))
    assert "报市人事局办公室，后延期至2月3日。" in reminder_notice(later).body[0].text
    next_year = NOTICE.body[0].text.replace("1月底", "今年1月底")
    vague = replace(told, notice=replace(told.notice, body=(Paragraph(next_year),)))
    assert "于1月31日前" in reminder_notice(vague).body[0].text


def test_addressees_are_parted_by_their_categories() -> None:
    found = chase(6, ()).standings
    units = "东城区人事局、西城区人事局、南城区人事局、北城区人事局"
    assert addressees(found[:5]) == f"{units}，市财政局"


def test_who_must_do_it_again_is_told_so() -> None:
    back = chase(6, (*REPLIES, reply(5, 1, 20)))
    for notice in (reminder_notice(back), *reminder_notices(back)):
        assert "已退回修改，尚未重新报送。" in notice.body[0].text
        assert "请修改后重新报送" in notice.body[1].text
    many = tuple(replace(one, id=at, unit=at) for at, one in enumerate([REPLIES[3]] * 39, 1))
    text = "".join(one.whole for one in reminder_notice(chase(40, many)).body)
    assert "附件所列39个单位报送的工作安排意见已退回修改" in text


def test_a_unit_that_is_answered_for_is_not_reminded_itself() -> None:
    joint = replace(chase().standings[4], state=State.SENT_BACK, by="北城区人事局")
    told = replace(chase(), standings=(*chase().standings[:4], joint))
    assert [one.addressees for one in reminder_notices(told)] == ["北城区人事局"]


@pytest.mark.parametrize(
    ("name", "you"),
    [("市财政局", "你局"), ("市建委", "你委"), ("滨海大学", "你校"), ("市一轻集团公司", "你公司"),
     ("市委办公厅", "你厅"), ("市委组织部", "你部"), ("市法院", "你院"), ("市总工会", "你单位")],
)  # fmt: skip
def test_a_unit_is_called_as_in_letters(name: str, you: str) -> None:
    assert you_of(name) == you


def test_a_day_of_another_year_is_told_with_its_year() -> None:
    late = replace(chase(), today=date(2008, 1, 5), again=date(2008, 1, 9))
    text = reminder_notice(late).body[0].text
    assert "于2007年1月31日前" in text
    assert "截至1月5日" in text


def test_without_contact_the_place_is_left_open() -> None:
    assert "联系人：……" in reminder_notice(replace(chase(), office=Office())).body[-1].text


def test_who_has_answered_is_not_reminded() -> None:
    all_in = tuple(reply(unit, 1, 20) for unit in range(1, 6))
    with pytest.raises(NobodyToRemind, match="没有要催报的单位"):
        reminder_notices(chase(6, all_in))
    text = "".join(one.whole for one in bulletin(chase(6, all_in)).body)
    assert "按时报送5个，占100%" in text
    assert AGAIN.isoformat() not in text
    assert "尚未报送" not in text


def test_many_are_listed_in_attachments_in_standing_order() -> None:
    stands = chase(60, (*REPLIES, *(reply(unit, 1, 21) for unit in range(20, 45))))
    notice = bulletin(stands)
    assert notice.attachment_notes == ("按时报送的单位名单", "尚未报送的单位名单")
    assert [one.label for one in notice.pieces] == ["附件1", "附件2"]
    (table,) = notice.pieces[1].paragraphs
    assert table.level is Level.TABLE
    assert [row[0] for row in table.rows[1:]] == [str(at) for at in range(1, len(table.rows))]
    missing = [one.expected.name for one in stands.of(State.MISSING)]
    assert [row[1] for row in table.rows[1:]] == missing


def test_nobody_asked_is_told() -> None:
    with pytest.raises(NobodyAsked, match="没有应报单位"):
        bulletin(replace(chase(), standings=()))


def test_a_list_for_a_chat() -> None:
    assert plain_list(chase().standings[:2]) == "东城区人事局、西城区人事局（共2个单位）"


@given(st.lists(st.integers(0, 500), min_size=1, max_size=6))
def test_percentages_add_up_to_a_hundred(counts: list[int]) -> None:
    found = shares(counts)
    assert sum(found) == (WHOLE if sum(counts) else 0)
    total = sum(counts) or 1
    assert all(
        abs(share - WHOLE * count / total) < 1 for share, count in zip(found, counts, strict=True)
    )
    assert all(share == 0 for share, count in zip(found, counts, strict=True) if not count)


def test_percentages_are_told_to_a_tenth_where_they_need_it() -> None:
    assert [percent(one) for one in shares((27, 1, 1, 30))] == ["45.8%", "1.7%", "1.7%", "50.8%"]
    assert [percent(one) for one in shares((1, 1, 0))] == ["50%", "50%", "0%"]
    assert [percent(one) for one in shares((1, 1, 1))] == ["33.4%", "33.3%", "33.3%"]
