"""What stands in the place of an element and is not understood becomes a question, never silence."""

from __future__ import annotations

from datetime import date

import pytest

from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

HEAD = "青岩市人事局文件\n青人发〔2013〕6号\n"
TEXT = "关于做好考核工作的通知\n各县人事局：\n请做好考核工作。\n"
CLOSE = "青岩市人事局\n2013年5月8日\n"


def questions(text: str) -> list[str]:
    reading = read_text(text)
    assert_lossless(reading)
    return [doubt.question for doubt in reading.doubts]


def test_plain_notice_leaves_no_question() -> None:
    assert questions(HEAD + TEXT + CLOSE) == []


@pytest.mark.parametrize("grade", ["（机密）", "★ 密级 未定", "密级：待定"])
def test_grade_that_is_not_understood_is_asked_about(grade: str) -> None:
    assert questions(f"{grade}\n{HEAD}{TEXT}{CLOSE}") == [f"“{grade}”像是密级，没有看懂，请核对。"]


def test_words_amid_the_head_are_asked_about() -> None:
    assert questions(f"{HEAD}红头第二行的话\n{TEXT}{CLOSE}") == [
        "版头中的“红头第二行的话”没有看懂，请核对。"
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TEXT}{CLOSE}2013年5月9日\n", "2013年5月9日"),
        (f"{TEXT}{CLOSE}青岩市财政局 二〇一三年五月九日\n", "青岩市财政局 二〇一三年五月九日"),
        (f"{TEXT}{CLOSE}（2013年5月9日）\n（联系人：张三）\n", "（2013年5月9日）"),
        (TEXT.replace("\n", "\n（2013年5月6日）\n", 1) + CLOSE, "（2013年5月6日）"),
    ],
)
def test_second_day_is_asked_about(text: str, day: str) -> None:
    assert questions(text) == [f"“{day}”也像成文日期，没有采用，请核对。"]


@pytest.mark.parametrize("day", ["二〇一三年五月八日", "（2013年5月8日）", "2013-05-09"])
def test_the_same_day_again_and_that_of_a_page_are_not_asked_about(day: str) -> None:
    assert questions(f"{TEXT}{CLOSE}{day}\n") == []


@pytest.mark.parametrize("day", ["2013年O5月08曰", "二◯一三年五月八日"])
def test_day_as_it_is_scanned_is_taken(day: str) -> None:
    reading = read_text(f"{TEXT}青岩市人事局\n{day}\n")
    assert (reading.notice.date, reading.doubts) == (date(2013, 5, 8), ())


def test_words_of_the_page_are_not_asked_about() -> None:
    assert questions(f"{HEAD}来源：本站\n{TEXT}{CLOSE}") == []


def test_second_notice_behind_the_first_is_asked_about() -> None:
    other = "关于召开会议的通知\n各县人事局：\n请参加会议。\n青岩市财政局\n2013年6月1日\n"
    assert questions(f"{TEXT}{CLOSE}\n{other}") == [
        "“关于召开会议的通知”像是另一份公文，请核对；如是，请分开读入。"
    ]


def test_forwarded_notice_is_not_asked_about() -> None:
    text = "青岩市人事局转发省厅关于考核的通知的通知\n各县人事局：\n现转发给你们。\n"
    other = "省厅关于考核的通知\n各市人事局：\n请做好考核。\n"
    assert questions(f"{text}{CLOSE}{other}") == []


def test_office_that_the_last_subject_word_swallowed_is_asked_about() -> None:
    found = questions(f"{TEXT}{CLOSE}主题词：考核 青岩市人事局办公室2013年5月9日印发\n")
    assert "主题词“主题词：考核 青岩市人事局办公室2013…”里像是连着别的内容，请核对。" in found


def test_organ_that_runs_into_the_number_is_asked_about() -> None:
    found = questions(f"青岩市财政局青财函〔2013〕6号\n{TEXT}{CLOSE}")
    assert found == ["发文字号“青岩市财政局青财函〔2013〕6号”里像是连着别的内容，请核对。"]
