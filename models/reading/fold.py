"""One spelling for what a text may write in many ways, at the same length, so that every place still holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

BLANKS = "\t\u00a0\u1680\u180e\u2007\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060" + "".join(
    chr(code) for code in range(0x2000, 0x200B)
)
_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MARKS = {
    "(": "（",
    ")": "）",
    ":": "：",
    "︰": "：",
    "∶": "：",
    ",": "，",
    ";": "；",
    "?": "？",
    "!": "！",
    "．": ".",
    "％": "%",
    "[": "〔",
    "]": "〕",
    "［": "〔",
    "］": "〕",
    "【": "〔",
    "】": "〕",
    "﹝": "〔",
    "﹞": "〕",
    "⼀": "一",
    "／": "/",
}
_FULL_WIDTH = {
    chr(code): chr(code - 0xFEE0)
    for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_WHITE = dict.fromkeys(BLANKS, " ") | dict.fromkeys(_BREAKS, "\n")
_FOLD_WHITE = str.maketrans(_WHITE)
_FOLD = str.maketrans(_WHITE | _MARKS | _FULL_WIDTH)
_WIDTHLESS = re.compile("[\ufeff\u200b-\u200d\u2060]")
_EMOJI = "[\u2190-\u27bf\ufe0f\U0001f000-\U0001faff]"
_UNPRINTABLE = re.compile(
    f"(?<={_EMOJI})\u200d(?={_EMOJI})|[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffd\ufffe\uffff\ud800-\udfff]"
)
_AT_DIGITS = re.compile(r"(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])")
_SPACED_WORD = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: +[\u4e00-\u9fff])+(?![\u4e00-\u9fff])"
)


@dataclass(frozen=True, slots=True)
class Clean:
    """A text with a blank for each mark that cannot be printed, and where those stood."""

    text: str
    removed: tuple[int, ...]


def clean_text(text: str) -> Clean:
    """The text with every mark that cannot be printed turned into a blank; as long as before."""
    removed = tuple(found.start() for found in _UNPRINTABLE.finditer(text))
    return Clean(_UNPRINTABLE.sub(" ", text), removed)


def fold(text: str) -> str:
    """The text with blanks, breaks, brackets, marks and digits in one spelling; as long as before."""
    return text.translate(_FOLD)


def tight(text: str) -> str:
    """A folded text without any blank."""
    return text.replace(" ", "").replace("\n", "")


def tidy(text: str) -> str:
    """What an element says: lines joined, letter-spaced words closed, one blank where one is meant."""
    lines = _WIDTHLESS.sub("", text).translate(_FOLD_WHITE).split("\n")
    joined = "".join(line.strip() for line in lines)
    closed = _SPACED_WORD.sub(lambda found: found.group().replace(" ", ""), joined)
    return re.sub(" {2,}", " ", closed).strip()


def closed(text: str) -> str:
    """A tidy name or title without the blanks that programs put between Chinese and digits."""
    return _AT_DIGITS.sub("", text)


def squeeze(text: str) -> str:
    """A text for comparing: no blanks, no brackets of book names, compatibility forms folded."""
    return re.sub(r"[\s《》〈〉“”\"]", "", unicodedata.normalize("NFKC", text))


def bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words of a stretch stand, without the blanks around them; None where there is nothing else."""
    first = end - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip())
    return (first, last) if first < last else None
