"""Chinese numbers and dates, both ways (GB/T 15835, GB/T 9704-1999 and -2012)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

ZEROS = "〇○◯零OoО0Ｏ"  # what people type for the zero of a Chinese year
_DIGITS = "〇一二三四五六七八九"
_VALUE = (
    {digit: value for value, digit in enumerate(_DIGITS)}
    | dict.fromkeys(ZEROS, 0)
    | {"两": 2, "元": 1}
)
_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
_UNIT = {"十": 10, "百": 100, "千": 1000}
_TYPED = str.maketrans(dict.fromkeys(ZEROS, "0"))
DAY_MARKS = "日曰"  # the second is the first as it is read from a scan
_ARABIC = re.compile(rf"(\d{{4}})年(\d{{1,2}})月(\d{{1,2}})[{DAY_MARKS}]")
_HANZI = re.compile(
    rf"([一二三四五六七八九{ZEROS}]{{4}})年([一二三四五六七八九十元]{{1,3}})月([一二三四五六七八九十廿卅]{{1,3}})[{DAY_MARKS}]"
)


def parse_number(text: str) -> int | None:
    """The value of `二十三`, `一百零五`, `二〇〇七`, `23` or `２３`; None where it is none of these."""
    plain = unicodedata.normalize("NFKC", text.strip()).translate(_TENS)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if not plain or any(mark not in _VALUE and mark not in _UNIT for mark in plain):
        return None
    if not any(mark in _UNIT for mark in plain):
        return int("".join(str(_VALUE[mark]) for mark in plain))
    return _by_units(plain)


def _by_units(text: str) -> int:
    total, digit = 0, 0
    for mark in text:
        if mark in _UNIT:
            total += max(digit, 1) * _UNIT[mark]
            digit = 0
        else:
            digit = _VALUE[mark]
    return total + digit


def hanzi_number(value: int) -> str:
    """`23` → `二十三`, for 1 to 9999.

    Raises:
        ValueError: outside that range.
    """
    if not 1 <= value <= 9999:
        raise ValueError(f"no Chinese ordinal for {value}")
    text = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, value = divmod(value, size)
        if digit:
            text += _DIGITS[digit] + unit
        elif text and value and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def parse_date(text: str) -> date | None:
    """The first complete day in `text`, in Chinese or Arabic numerals; None where there is none that exists."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = _ARABIC.search(plain.translate(_TYPED)) or _HANZI.search(plain)
    if found is None:
        return None
    year, month, day = (parse_number(part) for part in found.groups())
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def hanzi_date(day: date, zero: str = "〇") -> str:
    """`二〇〇七年一月十一日`: the 成文日期 of the 1999 edition. `zero` is 〇 (U+3007), or ○ by local habit."""
    year = "".join(_DIGITS[int(digit)] for digit in f"{day.year:04d}").replace("〇", zero)
    return f"{year}年{hanzi_number(day.month)}月{hanzi_number(day.day)}日"


def arabic_date(day: date) -> str:
    """`2007年1月11日`: no leading zeros (GB/T 9704-2012, 7.3.5.5)."""
    return f"{day.year}年{day.month}月{day.day}日"
