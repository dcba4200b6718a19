"""Titles: on several lines, with book names, letter-spaced, with a bracket behind, above and below a table of facts."""

from __future__ import annotations

from datetime import date

import pytest

from models.reading.answers import answers
from models.reading.understand import read_text

BODY = """各县（市、区）人事局，市直各单位：
　　现就有关事项通知如下。
　　一、加强领导。各单位要明确专人负责。
　　二、按时完成。请于5月10日前报送结果。
松岭市人事局
2011年4月2日
"""


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("松岭市人事局关于做好\n二〇一一年军队转业干部\n安置工作的通知", "松岭市人事局关于做好二〇一一年军队转业干部安置工作的通知"),
        ("松岭市人事局\n关于印发《松岭市聘用制干部\n管理办法（试行）》的通知", "松岭市人事局关于印发《松岭市聘用制干部管理办法（试行）》的通知"),
        ("关　于　开　展　检　查　的　通　知", "关于开展检查的通知"),
        ("关于公布考试成绩的通知（第二批）", "关于公布考试成绩的通知（第二批）"),
        ("松岭市人事局办公室转发省人事厅办公室关于规范考务收费的通知的通知", "松岭市人事局办公室转发省人事厅办公室关于规范考务收费的通知的通知"),
        ("松岭市人事局\n紧急通知\n关于停止报名的通知", "关于停止报名的通知"),
        ("松岭市人事局关于表彰先进集体和先进个人的决定", "松岭市人事局关于表彰先进集体和先进个人的决定"),
        ("松岭市人事局 松岭市财政局关于调整津贴的通知", "松岭市人事局 松岭市财政局关于调整津贴的通知"),
    ],
)  # fmt: skip
def test_title_is_joined(lines: str, title: str) -> None:
    notice = read_text(f"{lines}\n{BODY}").notice
    assert notice.title == title
    assert len(notice.body) == 3


def test_title_without_kind_above_addressees_is_taken_and_doubted() -> None:
    reading = read_text(f"松岭市人事局关于分解全年任务\n{BODY}")
    assert reading.notice.title == "松岭市人事局关于分解全年任务"
    assert reading.notice.kind == ""
    assert "文种" in reading.doubts[0].question


def test_text_without_title_is_doubted() -> None:
    reading = read_text(BODY)
    assert reading.notice.title == ""
    assert reading.doubts[0].question.startswith("没有认出标题")


def test_full_title_below_the_facts_wins_over_the_short_heading() -> None:
    page = (
        "首页 > 通知公告\n关于做好年度考核的通知\n发布时间：2011-04-03　09:30　浏览次数：51\n"
        "松人〔2011〕9号\n松岭市人事局\n关于做好年度考核的通知\n"
    )
    notice = read_text(page + BODY).notice
    assert notice.title == "松岭市人事局关于做好年度考核的通知"
    assert notice.doc_number == "松人〔2011〕9号"


def test_title_cut_short_in_the_heading_is_whole_in_the_document() -> None:
    page = "关于做好年度考…\n时间：2011-04-03 09:30\n松岭市人事局关于做好年度考核的通知\n"
    assert read_text(page + BODY).notice.title == "松岭市人事局关于做好年度考核的通知"


def test_date_in_brackets_below_the_title_belongs_to_a_decision() -> None:
    text = (
        "松岭市人民代表大会常务委员会关于设立节约用水日的决定\n（2011年4月2日松岭市第五届人民代表大会常务委员会第九次会议通过）\n"
        "　　松岭市第五届人民代表大会常务委员会第九次会议决定：每年五月的第一周为节约用水周。\n　　本决定自公布之日起施行。\n"
    )
    reading = read_text(text)
    notice = reading.notice
    assert (notice.kind, notice.addressees) == ("决定", "")
    assert notice.date == date(2011, 4, 2)
    assert len(notice.body) == 2
    assert answers(reading)["date_text"] == "2011年4月2日"


def test_very_long_title_on_one_line_is_a_title() -> None:
    title = "松岭市人事局关于做好" + "全市机关事业单位工作人员年度考核结果备案" * 15 + "工作的通知"
    notice = read_text(f"{title}\n{BODY}").notice
    assert (len(title) > 300, notice.title, notice.kind) == (True, title, "通知")
