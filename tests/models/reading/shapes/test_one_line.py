"""Texts that lost their line ends: with gaps, with single blanks, or with nothing between the parts."""

from __future__ import annotations

import re
from datetime import date

import pytest

from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

LINES = (
    "云岭市人事局文件",
    "云人发〔2011〕40号",
    "关于加强事业单位考勤管理工作的通知",
    "各区人事局，市直各事业单位：",
    "为严肃工作纪律，提高工作效率，经研究，现就加强事业单位考勤管理工作通知如下。",
    "一、明确考勤范围。凡在编在岗工作人员，均应参加考勤，不得由他人代办。",
    "二、完善考勤办法。",
    "（一）各单位应当逐日登记，按月汇总，专人保管考勤记录。",
    "（二）因公外出的，应当事先登记去向和时间。",
    "三、严肃考勤纪律。对无故缺勤的，按有关规定处理。",
    "请于2011年9月30日前报送本单位考勤办法。",
    "云岭市人事局",
    "二〇一一年八月十五日",
)


@pytest.mark.parametrize("gap", ["\n", "\r\n", "     ", "\u00a0 \u00a0", "\u3000\u3000", " ", ""])
def test_parts_are_found_whatever_stands_between(gap: str) -> None:
    reading = read_text(gap.join(LINES))
    notice = reading.notice
    assert notice.title == LINES[2]
    assert notice.doc_number == LINES[1]
    assert notice.addressees == LINES[3].rstrip("：")
    assert [p.number for p in notice.body if p.number] == [
        "一、",
        "二、",
        "（一）",
        "（二）",
        "三、",
    ]
    assert notice.signatures == ("云岭市人事局",)
    assert notice.date == date(2011, 8, 15)
    assert notice.reply_due == date(2011, 9, 30)
    assert_lossless(reading)


def test_addressees_that_run_into_the_text_are_parted_from_it() -> None:
    reading = read_text(f"{LINES[2]}\n{LINES[3]}{LINES[4] * 4}{''.join(LINES[5:])}")
    assert reading.notice.addressees == LINES[3].rstrip("：")
    assert reading.notice.body[0].text == LINES[4] * 4
    assert_lossless(reading)


@pytest.mark.parametrize("gap", ["\n", "    "])
def test_half_width_marks_read_like_full_width_ones(gap: str) -> None:
    half = str.maketrans("，：（）；", ",:();")
    notice = read_text(gap.join(LINES).translate(half)).notice
    assert notice.title == LINES[2]
    assert notice.addressees == "各区人事局,市直各事业单位"
    assert [p.number for p in notice.body if p.number] == ["一、", "二、", "(一)", "(二)", "三、"]


def test_full_width_digits_read_like_half_width_ones() -> None:
    wide = {ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)}
    notice = read_text("\n".join(LINES).translate(wide)).notice
    assert notice.reply_due == date(2011, 9, 30)
    assert notice.doc_number == "云人发〔２０１１〕４０号"


@pytest.mark.parametrize("zero", "〇○零OoО0Ｏ")
def test_every_zero_of_a_typed_year_is_known(zero: str) -> None:
    notice = read_text("\n".join(LINES).replace("二〇一一", f"二{zero}一一")).notice
    assert notice.date == date(2011, 8, 15)


def test_regulation_in_one_line_is_cut_at_its_articles() -> None:
    text = (
        "云岭市会场管理办法 第一章 总则 第一条 为规范会场使用，依照第三条所列原则，制定本办法。第二条 会场由办公室管理，其他科室不得占用。"
        "第二章 使用 第三条 使用会场，应当提前两日申请，并遵守下列原则：（一）节约；（二）安全。第四条 本办法自印发之日起施行，由办公室负责解释。"
    )
    notice = read_text(text).notice
    assert notice.title == "云岭市会场管理办法"
    numbers = [p.number.strip("\u3000") for p in notice.body if p.number]
    assert [n for n in numbers if n.endswith("条")] == ["第一条", "第二条", "第三条", "第四条"]


def test_years_and_amounts_are_no_numbers() -> None:
    text = (
        "云岭市人事局关于表彰的决定 2010年，全市新增就业12.4万人。 3.5亿元的投资按期完成，其中第一条生产线已投产，一、二号车间已验收，"
        "成绩显著，经研究，决定予以表彰。 希望再接再厉。 云岭市人事局 2011年1月5日 （此件公开发布）"
    )
    notice = read_text(text).notice
    assert all(not p.number for p in notice.body)


@pytest.mark.parametrize("gap", ["\n", "    "])
def test_blanks_around_digits_hide_nothing_and_do_not_stand_in_names(gap: str) -> None:
    """As they are copied from a PDF of an office program."""
    close = ("附件：1. 2011 年考勤表", *LINES[11:])
    lines = (*LINES[:2], "关于加强 2011 年度考勤管理工作的通知", *LINES[3:11], *close)
    reading = read_text(
        gap.join(re.sub(r"(?<=[^\d ]) ?(\d+) ?(?=[^\d .])", r" \1 ", line) for line in lines)
    )
    notice = reading.notice
    assert notice.doc_number == LINES[1]
    assert notice.title == lines[2].replace(" ", "")
    assert notice.reply_due == date(2011, 9, 30)
    assert notice.attachment_notes == ("2011年考勤表",)
    assert_lossless(reading)
