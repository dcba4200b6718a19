"""Names found by what is typed quickly: their characters, or their letters as an input method takes them (fwdjb)."""

from __future__ import annotations

import unicodedata
from enum import IntEnum, auto

from models.pinyin import readings, spells


class Fit(IntEnum):
    """How well a name answers to what was typed, the best first: its beginning goes before its middle."""

    TEXT = auto()
    LETTERS = auto()
    TEXT_INSIDE = auto()
    LETTERS_INSIDE = auto()


def folded(text: str) -> str:
    """Letters, digits and characters alone, in one width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def fit(asked: str, name: str) -> Fit | None:
    """How well a name answers to what was typed, both folded; None where it does not."""
    at = name.find(asked)
    if at == 0:
        return Fit.TEXT
    if spells(asked, name):
        return Fit.LETTERS
    if at > 0:
        return Fit.TEXT_INSIDE
    starts = (start for start in range(1, len(name)) if _begins(name[start], asked[0]))
    return Fit.LETTERS_INSIDE if any(spells(asked, name[start:]) for start in starts) else None


def _begins(character: str, letter: str) -> bool:
    """Whether it may be what a letter stands for; most are not, and need no closer look."""
    syllables = (*readings().get(character, ()), character)
    return any(syllable[0] == letter for syllable in syllables)
