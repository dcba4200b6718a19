"""Chinese numbers and dates, both ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.numerals import arabic_date, hanzi_date, hanzi_number, parse_date, parse_number


@pytest.mark.parametrize("zero", "〇○◯零OＯ0")
def test_a_chinese_date_is_read_with_every_zero_people_type(zero: str) -> None:
    assert parse_date(f"二{zero}{zero}七年一月十一日") == date(2007, 1, 11)


@pytest.mark.parametrize(
    "text",
    ["2007年1月11日", "２００７年１月１１日印发", "2007 年 1 月 11 日", "二〇〇七年元月十一日"],
)
def test_other_ways_to_write_the_day(text: str) -> None:
    assert parse_date(text) == date(2007, 1, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年O3月1O日", date(2024, 3, 10)),
        ("2○24年03月18曰", date(2024, 3, 18)),
        ("二〇〇六年三月八曰", date(2006, 3, 8)),
        ("二〇〇六年三月廿日", date(2006, 3, 20)),
        ("二〇〇六年三月廿八日", date(2006, 3, 28)),
        ("二〇〇六年三月卅一日", date(2006, 3, 31)),
    ],
)
def test_days_as_scans_and_old_hands_write_them(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "2007年2月30日", "2007年1月", "一月十一日", "二〇〇七年十三月一日"]
)
def test_what_is_no_complete_day_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_come_back_from_both_forms(day: date) -> None:
    assert parse_date(hanzi_date(day)) == day
    assert parse_date(arabic_date(day)) == day


@given(st.integers(1, 9999))
def test_numbers_come_back(value: int) -> None:
    assert parse_number(hanzi_number(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: int, text: str) -> None:
    assert hanzi_number(value) == text


@pytest.mark.parametrize("value", [0, 10000])
def test_no_ordinal_outside_the_range(value: int) -> None:
    with pytest.raises(ValueError, match="no Chinese ordinal"):
        hanzi_number(value)


@pytest.mark.parametrize(
    ("text", "value"), [("２３", 23), ("二〇〇七", 2007), ("", None), ("第一", None), ("甲", None)]
)
def test_other_numbers(text: str, value: int | None) -> None:
    assert parse_number(text) == value
