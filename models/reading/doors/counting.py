"""Numbers as Word writes them before paragraphs (ECMA-376-1, 17.18.59, ST_NumberFormat)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.numerals import hanzi_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = "〇一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_MOST = 9_999


def written(value: int, form: str) -> str:
    """A number in a format of Word; as digits where the format is not one of China or does not reach so far."""
    if not 0 < value <= _MOST:
        return str(value)
    return _FORMS.get(form, str)(value)


def _roman(value: int) -> str:
    text = ""
    for size, mark in _ROMAN:
        count, value = divmod(value, size)
        text += mark * count
    return text


def _letters(value: int) -> str:
    """The letters in turn, then each twice: a, b, z, aa, bb."""
    turns, at = divmod(value - 1, 26)
    return chr(ord("a") + at) * (turns + 1)


def _digits(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _in_turn(marks: str) -> Callable[[int], str]:
    """One mark for each of the first numbers, digits behind them."""
    return lambda value: marks[value - 1] if value <= len(marks) else str(value)


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + at) for at in range(count))


_CIRCLED = _in_turn(_row("①", 20) + _row("㉑", 15) + _row("㊱", 15))
_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting"),
        hanzi_number,
    ),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), lambda value: hanzi_number(value).translate(_LEGAL)),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _CIRCLED),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), lambda value: str(value).translate(_FULL_WIDTH)),
    "ideographTraditional": _in_turn("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _in_turn("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _in_turn(_row("㊀", 10)),
    "decimalEnclosedFullstop": _in_turn(_row("⒈", 20)),
    "decimalEnclosedParen": _in_turn(_row("⑴", 20)),
    "decimalZero": lambda value: f"{value:02d}",
    "numberInDash": lambda value: f"- {value} -",
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "none": lambda _: "",
}  # fmt: skip
