"""The imprint of both editions: 主题词, 抄送, 印发机关, 印发日期, 份数."""

from __future__ import annotations

from datetime import date

import pytest

from models.reading.answers import answers
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless

DOCUMENT = """长汀县人事局关于做好值班工作的通知
各乡镇人民政府，县直各单位：
　　春节将至，请做好值班工作。
长汀县人事局
{date}
"""
OLD = """主题词：人事　值班　通知
抄送：市人事局，县委办公室，县人大常委会办公室，
　　　县政协办公室。
长汀县人事局办公室　　　　2005年1月20日印发
（共印120份）
"""
NEW = """抄送：市人事局，县委办公室，县人大常委会办公室，县政协办公室。
长汀县人事局办公室　　　　2015年1月20日印发
"""


def test_old_imprint_is_read_whole() -> None:
    reading = read_text(DOCUMENT.format(date="二〇〇五年一月十九日") + OLD)
    notice = reading.notice
    assert notice.subject_words == ("人事", "值班", "通知")
    assert answers(reading)["cc"] == [
        "市人事局",
        "县委办公室",
        "县人大常委会办公室",
        "县政协办公室",
    ]
    assert (notice.issuing_office, notice.copies) == ("长汀县人事局办公室", 120)
    assert notice.issued_on == date(2005, 1, 20)
    assert notice.date == date(2005, 1, 19)
    assert_lossless(reading)


def test_new_imprint_has_no_subject_words() -> None:
    notice = read_text(DOCUMENT.format(date="2015年1月19日") + NEW).notice
    assert (notice.subject_words, notice.copies) == ((), None)
    assert notice.issuing_office == "长汀县人事局办公室"


def test_imprint_behind_the_pieces_is_found_too() -> None:
    text = DOCUMENT.format(date="2015年1月19日") + "附件\n值班表\n初一：安然。\n" + NEW
    notice = read_text(text).notice
    assert notice.issued_on == date(2015, 1, 20)
    assert len(notice.pieces[0].paragraphs) == 1


@pytest.mark.parametrize(
    ("line", "copies"),
    [("（共印120份）", 120), ("共印一百二十份", 120), ("印数：30份", 30), ("共印 8 份。", 8)],
)
def test_count_of_copies_is_read_in_every_form(line: str, copies: int) -> None:
    text = DOCUMENT.format(date="二〇〇五年一月十九日") + OLD.replace("（共印120份）", line)
    assert read_text(text).notice.copies == copies


def test_letter_spaced_labels_are_known() -> None:
    spaced = OLD.replace("抄送", "抄　送").replace("主题词", "主 题 词")
    notice = read_text(DOCUMENT.format(date="二〇〇五年一月十九日") + spaced).notice
    assert notice.subject_words == ("人事", "值班", "通知")
    assert notice.cc.startswith("市人事局")


def test_hands_are_left_in_no_element_of_the_text() -> None:
    text = DOCUMENT.format(date="二〇〇五年一月十九日") + OLD + "打字：安然　校对：方知远\n"
    reading = read_text(text)
    assert len(reading.notice.body) == 1
    assert reading.notice.copies == 120
    assert_lossless(reading)


def test_office_and_day_on_two_lines() -> None:
    text = DOCUMENT.format(date="2015年1月19日") + NEW.replace("办公室　　　　2015", "办公室\n2015")
    notice = read_text(text).notice
    assert (notice.issuing_office, notice.issued_on) == ("长汀县人事局办公室", date(2015, 1, 20))


@pytest.mark.parametrize(
    "copies", ["　　共印120份", " （共印120份）", "（共印120份）", "    共 印 120 份"]
)
def test_count_of_copies_may_stand_in_the_line_of_the_office(copies: str) -> None:
    line = f"长汀县人事局办公室　　2015年1月20日印发{copies}"
    text = DOCUMENT.format(date="2015年1月19日") + NEW.splitlines()[0] + f"\n{line}\n"
    reading = read_text(text)
    notice = reading.notice
    assert (notice.issuing_office, notice.issued_on) == ("长汀县人事局办公室", date(2015, 1, 20))
    assert (notice.copies, reading.left_out) == (120, ())
    assert_lossless(reading)
