"""What the clerk says of a stretch holds, what stood there gives way, and no character is lost."""

from __future__ import annotations

from datetime import date

from hypothesis import example, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from models.reading.answers import answers
from models.reading.describe import describe
from models.reading.doors.opened import Opened
from models.reading.files import understood
from models.reading.reading import Reading, Role
from models.reading.revise import BY_HAND, dropped, given
from models.reading.understand import read_text
from tests.models.reading.lossless import assert_lossless
from tests.models.reading.shapes.test_property import TEXTS

TEXT = """丹枫市人事局文件
关于召开会议的通知
各区人事局：
现将有关事项通知如下。
请于3月底前报送。
二○○九年三月五日
"""


def said(text: str, words: str, role: Role, reading: Reading | None = None) -> Reading:
    start = text.index(words)
    return given(reading or read_text(text), role, start, start + len(words))


def test_a_role_that_stands_once_moves_to_where_the_clerk_says() -> None:
    reading = said(TEXT, "请于3月底前报送。", Role.TITLE)
    assert reading.notice.title == "请于3月底前报送。"
    assert [p.whole for p in reading.notice.body] == ["现将有关事项通知如下。"]
    left = [reading.text[span.start : span.end] for span in reading.left_out]
    assert left == ["关于召开会议的通知"]
    assert [f.reason for f in reading.found if f.role is Role.TITLE] == [BY_HAND]


def test_a_part_of_an_element_is_taken_out_of_it() -> None:
    reading = said(TEXT, "召开会议", Role.SIGNATURE)
    assert reading.notice.signatures == ("召开会议",)
    assert reading.notice.title == "的通知"
    reading = said(TEXT, "有关事项", Role.SIGNATURE)
    assert [p.whole for p in reading.notice.body][:2] == ["现将", "通知如下。"]


def test_several_lines_become_as_many_paragraphs() -> None:
    words = "各区人事局：\n现将有关事项通知如下。\n"
    reading = said(TEXT, words, Role.BODY)
    assert [p.whole for p in reading.notice.body] == [
        "各区人事局：",
        "现将有关事项通知如下。",
        "请于3月底前报送。",
    ]
    assert reading.notice.addressees == ""
    assert any("主送机关" in doubt.question for doubt in reading.doubts)


def test_a_date_is_read_where_the_clerk_points() -> None:
    text = TEXT.replace("二○○九年三月五日\n", "落款时间：2009年3月6日前后\n")
    reading = said(text, "2009年3月6日", Role.DATE)
    assert reading.notice.date == date(2009, 3, 6)


def test_nothing_but_blanks_changes_nothing() -> None:
    reading = read_text(TEXT)
    assert given(reading, Role.TITLE, 0, 0) == reading
    end = TEXT.index("\n")
    assert given(reading, Role.TITLE, end, end + 1) == reading


def test_what_is_dropped_is_left_out_and_marks_that_were_removed_are_still_told() -> None:
    reading = read_text(TEXT.replace("现将", "现\x07将"))
    (title,) = (f for f in reading.found if f.role is Role.TITLE)
    without = dropped(reading, title)
    assert without.notice.title == ""
    assert len(without.left_out) == 1
    questions = [doubt.question for doubt in without.doubts]
    assert any("没有认出标题" in question for question in questions)
    assert any("不能打印" in question for question in questions)


def test_what_could_not_be_read_is_still_told_after_a_correction() -> None:
    told = "第 3 页没有文字，可能是图片，其中的内容没有读出，请核对。"
    reading = understood(Opened(TEXT, ("—1—",), (told,)))
    assert reading.unread == (told,)
    without = dropped(reading, reading.found[0])
    assert without.unread == (told,)
    assert told in describe(without)
    assert answers(without)["doubts"][-1] == told


@settings(max_examples=200, deadline=None)
@example(
    text="丹枫市人事局关于印发《丹枫市考勤办法》的通知\n丹枫市人事局文件\n2009年3月5日\n各区人事局，市直各部门：\n",
    steps=[(Role.COPY_NUMBER, 0.0, 0.0)],
)
@for_all(TEXTS, st.lists(st.tuples(st.sampled_from(Role), st.floats(0, 1), st.floats(0, 1))))
def test_no_character_is_lost_whatever_the_clerk_says(
    text: str, steps: list[tuple[Role, float, float]]
) -> None:
    reading = read_text(text)
    for role, first, second in steps:
        start, end = sorted((int(first * len(text)), int(second * len(text))))
        reading = given(reading, role, start, end)
        assert_lossless(reading)
    for found in reading.found:
        reading = dropped(reading, found)
    assert_lossless(reading)
    assert not reading.found
