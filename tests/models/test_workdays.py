"""Working days of China: announced days go before Monday to Friday, and what was not announced is said."""

from __future__ import annotations

from datetime import date

import pytest

import resources
from models.errors import UserError
from models.history.plain import from_plain, to_plain
from models.office import Office
from models.replies.deadline import deadline_of
from models.workdays import (
    DayKind,
    SpecialDay,
    special_days_as_text,
    special_days_from,
    workdays_of,
)

TABLE = resources.HOLIDAYS.read_text(encoding="utf-8")
SEED = special_days_from(TABLE)
WORKDAYS = workdays_of(SEED)


def test_the_table_of_the_program_reaches_from_2004_to_2026() -> None:
    assert WORKDAYS.years == frozenset(range(2004, 2027))
    assert special_days_as_text(SEED) == TABLE
    assert [one.day for one in SEED] == sorted({one.day for one in SEED})


@pytest.mark.parametrize(
    ("day", "is_worked"),
    [
        (date(2007, 1, 31), True),
        (date(2007, 2, 17), True),  # a Saturday in the place of a day of 春节
        (date(2007, 2, 19), False),
        (date(2007, 3, 3), False),
        (date(2026, 10, 10), True),
    ],
)
def test_moved_days_go_before_the_week(day: date, *, is_worked: bool) -> None:
    assert WORKDAYS.is_workday(day) is is_worked


@pytest.mark.parametrize(
    ("due", "today", "said"),
    [
        (date(2007, 1, 31), date(2007, 1, 24), "1月31日（星期三），还有5个工作日"),
        (date(2007, 1, 31), date(2007, 1, 31), "1月31日（星期三），今天到期"),
        (date(2007, 2, 16), date(2007, 2, 26), "2月16日（星期五），已过期3个工作日"),
        (
            date(2007, 2, 20),
            date(2007, 2, 14),
            "2月20日（星期二），还有3个工作日，当天是休息日（春节）",
        ),
        (
            date(2007, 3, 4),
            date(2007, 3, 2),
            "3月4日（星期日），还有0个工作日，当天是休息日（周末）",
        ),
        (
            date(2027, 1, 6),
            date(2026, 12, 30),
            "1月6日（星期三），还有5个工作日，2027年的放假安排没有录入，按周一至周五计算",
        ),
    ],
)
def test_a_deadline_says_its_weekday_and_what_is_left(due: date, today: date, said: str) -> None:
    assert str(deadline_of(due, today, WORKDAYS)) == said


def test_the_office_adds_the_years_to_come_and_corrects_the_others() -> None:
    own = (
        SpecialDay(date(2027, 1, 1), DayKind.OFF, "元旦"),
        SpecialDay(date(2007, 2, 17), DayKind.OFF),
    )
    office = Office(special_days=own)
    assert from_plain(Office, to_plain(office)) == office
    workdays = workdays_of(SEED, office.special_days)
    assert not workdays.is_workday(date(2007, 2, 17))
    assert workdays.unknown(date(2026, 12, 30), date(2027, 1, 6)) == ()
    assert workdays.count(date(2026, 12, 30), date(2027, 1, 6)) == 4


@pytest.mark.parametrize("line", ["2007-02-30 休", "2007-02-17", "2007-02-17 半 春节", "春节"])
def test_a_line_that_says_no_day_is_told_by_its_number(line: str) -> None:
    with pytest.raises(UserError, match="第2行"):
        special_days_from(f"2007-01-01 休 元旦\n{line}\n")
