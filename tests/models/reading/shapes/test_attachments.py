"""Attachments: their list under the body, their labels, titles, tables and numbering."""

from __future__ import annotations

import pytest

from models.notice import Level
from models.reading.answers import answers
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

THREE = """落霞市人事局关于开展人才统计的通知
各县区人事局：
　　现就开展人才统计有关事项通知如下。
　　一、统计范围
　　全市机关和事业单位。
　　二、报送时间
　　请于3月底前报送。
　　附件：1．人才统计表
　　　　　2．填表说明
　　　　　3．落霞市人才统计工作
　　　　　　 领导小组成员名单
落霞市人事局
2012年2月8日
（此件公开发布）
附件1
人才统计表
单位（盖章）　　　　填报时间
姓名　性别　学历
注：本表一式两份。
附件2
填表说明
一、本表由各单位填写。
二、学历按最高学历填写。
附件3
落霞市人才统计工作领导小组成员名单
组　长：安　然
副组长：方知远
"""


def test_three_attachments_are_listed_and_found() -> None:
    reading = read_text(THREE)
    notice = reading.notice
    names = ("人才统计表", "填表说明", "落霞市人才统计工作领导小组成员名单")
    assert notice.attachment_notes == names
    assert tuple(piece.title for piece in notice.pieces) == names
    assert [piece.label for piece in notice.pieces] == ["附件1", "附件2", "附件3"]
    assert notice.notes == "此件公开发布"
    assert_lossless(reading)


def test_headings_on_lines_of_their_own_and_text_are_paragraphs() -> None:
    reading = read_text(THREE)
    assert [p.number for p in reading.notice.body] == ["", "一、", "", "二、", ""]
    assert [s["in"] for s in answers(reading)["sections"]] == ["body", "body", "att2", "att2"]


def test_table_rows_stay_lines_of_the_piece() -> None:
    table = read_text(THREE).notice.pieces[0]
    assert len(table.paragraphs) == 3
    assert all(p.level is Level.PLAIN for p in table.paragraphs)


@pytest.mark.parametrize("label", ["附件：", "附：", "附件:", "附  件："])
def test_single_attachment_has_one_note(label: str) -> None:
    text = (
        THREE[: THREE.index("　　附件：")] + f"　　{label}人才统计表\n落霞市人事局\n2012年2月8日\n"
    )
    assert read_text(text).notice.attachment_notes == ("人才统计表",)


@pytest.mark.parametrize("label", ["附件1：", "附件1 ", "附件1.", "附件一："])
def test_label_and_title_may_share_a_line(label: str) -> None:
    text = THREE.replace("附件1\n", label)
    assert read_text(text).notice.pieces[0].title == "人才统计表"


def test_notes_on_one_line_are_parted_at_their_numbers() -> None:
    text = THREE[: THREE.index("　　附件：")] + (
        "　　附件：1. 人才统计表 2. 填表说明\n落霞市人事局\n2012年2月8日\n"
    )
    assert read_text(text).notice.attachment_notes == ("人才统计表", "填表说明")


def test_attachment_named_in_a_sentence_is_no_note() -> None:
    text = THREE[: THREE.index("　　附件：")] + (
        "　　附件1所列单位应当参加。\n落霞市人事局\n2012年2月8日\n"
    )
    notice = read_text(text).notice
    assert notice.attachment_notes == ()
    assert len(notice.body) == 6


def test_two_issued_pieces_are_told_by_their_names() -> None:
    text = """落霞市人事局关于印发《考勤办法》和《请假办法》的通知
各科室：
　　现将《考勤办法》和《请假办法》印发给你们，请遵照执行。
落霞市人事局
2012年2月8日
考勤办法
第一条　为严格纪律，制定本办法。
第二条　本办法自印发之日起施行。
请假办法
第一条　请假须经批准。
第二条　本办法自印发之日起施行。
"""
    pieces = read_text(text).notice.pieces
    assert [piece.title for piece in pieces] == ["考勤办法", "请假办法"]
    assert [len(piece.paragraphs) for piece in pieces] == [2, 2]


def test_columns_under_the_name_of_a_form_are_no_further_line_of_it() -> None:
    notice = read_text(
        "关于做好考核工作的通知\n各县人事局：\n请做好考核。\n附件：工资标准表\n柳岸市人事局\n2014年3月8日\n附件1\n工资标准表\n级别　标准\n一级　1000\n附件2\n一览表（样式）\n序号　单位\n"
    ).notice
    assert [(p.title, len(p.paragraphs)) for p in notice.pieces] == [
        ("工资标准表", 2),
        ("一览表（样式）", 1),
    ]


def test_joint_signatures_in_two_lines_are_as_many_organs() -> None:
    notice = read_text(
        "柳岸市人事局　柳岸市财政局\n柳岸市教育局\n关于调整工资的通知\n各县人事局：\n请执行。\n柳岸市人事局　　柳岸市财政局\n柳岸市教育局\n2014年3月8日\n"
    ).notice
    assert notice.signatures == ("柳岸市人事局", "柳岸市财政局", "柳岸市教育局")
