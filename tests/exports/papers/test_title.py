"""Titles: broken between words, in a shape the standard allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.jobs import lay_out
from exports.page import Glyphs, Role
from exports.papers.styles import width_in_chars
from exports.papers.title import NEVER_FIRST, title_rows
from exports.papers.words import words_of
from models.notice import Notice, Paragraph

if TYPE_CHECKING:
    from exports.typeset.fonts import FontBook

WIDTH = 20.1


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("关于印发天津市2007年人事工作要点的通知", ("关于印发天津市2007年人事工作要点的通知",)),
        (
            "青川市人事局关于印发2019年干部教育培训工作要点的通知",
            ("青川市人事局关于印发", "2019年干部教育培训工作要点的通知"),
        ),
        (
            "中共青川市委组织部青川市人事局关于做好2019年考试录用公务员工作的通知",
            ("中共青川市委组织部青川市人事局", "关于做好2019年考试录用公务员工作的通知"),
        ),
    ],
)
def test_titles_break_where_a_reader_would(title: str, rows: tuple[str, ...]) -> None:
    assert title_rows(title, WIDTH) == rows


def test_rows_given_by_the_clerk_are_kept() -> None:
    assert title_rows("关于放假\n的通知", WIDTH) == ("关于放假", "的通知")


def test_a_row_given_by_the_clerk_that_is_too_wide_breaks_between_words() -> None:
    given = "滨河市人事局 滨河市财政局\n关于做好2024年事业单位工资调整工作的通知"
    rows = title_rows(given, WIDTH)
    assert rows[0] == "滨河市人事局 滨河市财政局"
    assert "".join(rows[1:]) == given.split("\n")[1]
    assert all(width_in_chars(row) <= WIDTH for row in rows)
    assert rows[-1].endswith("通知")
    assert len(rows[-1]) > 2


def test_digits_are_wider_than_half_a_character_so_no_word_is_torn(fonts: FontBook) -> None:
    title = "关于做好2024年事业单位工资调整工作的通知"
    notice = Notice(title=title, body=(Paragraph("现通知如下。"),))
    marks = [mark for mark in lay_out(notice, fonts).pages[0].texts if mark.role is Role.TITLE]
    rows = ["".join(m.text for m in marks if m.baseline == y) for y in rising(marks)]
    assert "".join(rows) == title
    assert rows[-1].endswith("通知")


def test_books_and_numbers_are_never_torn() -> None:
    title = "关于贯彻落实《干部教育培训工作条例（试行）》进一步加强2019年全市专业技术人员继续教育管理工作的实施意见"
    rows = title_rows(title, WIDTH)
    assert sum("《干部教育培训工作条例（试行）》" in row for row in rows) == 1
    assert sum("2019年" in row for row in rows) == 1
    assert len(rows) <= 4


def rising(marks: list[Glyphs]) -> list[float]:
    return sorted({mark.baseline for mark in marks})


@given(
    st.lists(
        st.sampled_from(
            ["人事局", "关于", "印发", "工作", "要点", "的", "通知", "2019年", "《条例》", "和"]
        ),
        max_size=40,
    )
)
def test_nothing_of_a_title_is_lost_and_rows_fit(words: list[str]) -> None:
    title = "".join(words)
    rows = title_rows(title, WIDTH)
    assert "".join(rows) == title
    if len(rows) > 1:
        assert all(width_in_chars(row) <= WIDTH for row in rows)
        assert not any(row[0] in NEVER_FIRST for row in rows[1:])


def test_a_title_of_5000_characters_is_left_to_the_line_breaker() -> None:
    title = "关于工作的通知" * 700
    assert title_rows(title, WIDTH) == (title,)


def test_words_follow_the_dictionary() -> None:
    assert words_of("关于印发人事工作要点的通知") == (
        "关于",
        "印发",
        "人事",
        "工作",
        "要点",
        "的",
        "通知",
    )
