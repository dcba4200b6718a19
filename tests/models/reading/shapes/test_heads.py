"""The head of the paper: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, and joint issue."""

from __future__ import annotations

import pytest

from models.reading.reading import Role
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

FULL_HEAD = """000123
机密★5年
特急
云屏市人事局文件
云人〔2009〕17号　　　　　　签发人：陆青禾
云屏市人事局关于申请增加考场经费的请示
云屏市人民政府：
　　今年报考人数增加较多，原有考场不能满足需要。拟增设考场三处，需经费二十万元。
　　妥否，请批示。
云屏市人事局
二〇〇九年三月二日
（联系人：白露，电话：5550123）
"""

JOINT = """云屏市人事局
云屏市财政局　文件
云屏市教育局
云人联〔2013〕5号
云屏市人事局　云屏市财政局　云屏市教育局
关于调整乡村教师津贴标准的通知
各区县人事局、财政局、教育局：
　　经市政府同意，现将乡村教师津贴标准调整如下。
　　一、调整范围。在乡镇以下学校任教的在编教师。
　　二、执行时间。自2013年7月1日起执行。
云屏市人事局　　云屏市财政局　　云屏市教育局
2013年6月20日
"""


def test_full_head_is_read() -> None:
    reading = read_text(FULL_HEAD)
    notice = reading.notice
    assert (notice.copy_number, notice.secrecy, notice.urgency) == ("000123", "机密★5年", "特急")
    assert notice.organs == ("云屏市人事局",)
    assert (notice.doc_number, notice.signers) == ("云人〔2009〕17号", ("陆青禾",))
    assert notice.notes == "联系人：白露，电话：5550123"
    assert (notice.kind, notice.addressees) == ("请示", "云屏市人民政府")
    assert_lossless(reading)


@pytest.mark.parametrize(
    "line",
    ["各区人民政府，市政府各委、办、局", "各区县，各委、办、局，各直属单位", "市政府各部、委、办"],
)
def test_kinds_of_offices_that_share_one_each_are_addressed(line: str) -> None:
    reading = read_text(FULL_HEAD.replace("云屏市人民政府：", f"{line}："))
    assert reading.notice.addressees == line
    assert_lossless(reading)


def test_a_number_before_the_organ_mark_on_its_line_is_taken_once() -> None:
    below = FULL_HEAD.split("陆青禾\n")[1]
    reading = read_text(f"第12号  云屏市人事局文件\n{below}")
    assert reading.notice.doc_number == "第12号"
    assert reading.notice.organs == ("云屏市人事局",)
    assert_lossless(reading)


def test_head_on_one_line_is_parted_at_its_gaps() -> None:
    line = "000123  秘密★1年  特急\n" + FULL_HEAD.split("特急\n")[1]
    notice = read_text(line).notice
    assert (notice.copy_number, notice.secrecy, notice.urgency) == ("000123", "秘密★1年", "特急")


def test_two_signers_are_two() -> None:
    text = FULL_HEAD.replace("签发人：陆青禾", "签发人：陆青禾　石一苇")
    assert read_text(text).notice.signers == ("陆青禾", "石一苇")


def test_joint_issue_has_three_organs_in_head_and_foot() -> None:
    reading = read_text(JOINT)
    names = ("云屏市人事局", "云屏市财政局", "云屏市教育局")
    assert reading.notice.organs == names
    assert reading.notice.signatures == names
    assert reading.notice.doc_number == "云人联〔2013〕5号"
    assert reading.notice.title.endswith("云屏市教育局关于调整乡村教师津贴标准的通知")
    assert len(reading.notice.body) == 3
    assert_lossless(reading)


def test_signatures_on_lines_of_their_own_are_all_taken() -> None:
    lines = "云屏市人事局\n云屏市财政局\n云屏市教育局\n2013年6月20日"
    text = JOINT[: JOINT.index("云屏市人事局　　")] + lines
    notice = read_text(text).notice
    assert notice.signatures == ("云屏市人事局", "云屏市财政局", "云屏市教育局")


def test_number_with_square_brackets_and_fullwidth_digits_is_kept_as_printed() -> None:
    text = FULL_HEAD.replace("云人〔2009〕17号", "云人［２００９］１７号")
    reading = read_text(text)
    assert reading.said(Role.DOC_NUMBER) == ("云人［２００９］１７号",)


def test_quoted_number_is_not_the_own_number() -> None:
    text = FULL_HEAD.replace("云人〔2009〕17号　　　　　　签发人：陆青禾\n", "").replace(
        "今年", "按照《关于考场设置的通知》（云教〔2008〕3号），今年"
    )
    assert read_text(text).notice.doc_number == ""


@pytest.mark.parametrize(
    "line",
    [
        "各区人民政府，市政府各委、办、局",
        "市委各部、委、办、局",
        "各镇（街道）、村",
        "各科室、所",
        "各位专家",
    ],
)
def test_bodies_named_by_their_last_character_are_addressees(line: str) -> None:
    text = f"关于做好年度考核的通知\n\n{line}：\n\n　　现将有关事项通知如下。\n\n松岭市人事局\n2024年3月5日\n"
    assert read_text(text).notice.addressees == line


def test_signers_stand_in_several_lines_as_the_standard_has_them() -> None:
    reading = read_text(
        "柳岸市人事局　柳岸市财政局　柳岸市教育局\n签发人：秦岭　韩松\n柳联发〔2014〕5号　　　陆川\n关于调整工资的请示\n市政府：\n请批示。\n"
    )
    assert reading.notice.signers == ("秦岭", "韩松", "陆川")
    assert reading.notice.doc_number == "柳联发〔2014〕5号"
    assert_lossless(reading)


def test_line_under_the_signers_that_is_no_name_is_none() -> None:
    reading = read_text(
        "柳岸市人事局文件\n柳联发〔2014〕5号　签发人：秦岭\n柳岸市财政局\n关于调整工资的请示\n市政府：\n请批示。\n"
    )
    assert reading.notice.signers == ("秦岭",)
