"""Names found by what is typed quickly: by characters, first letters, whole syllables, or mixed, as an input method takes it."""

from __future__ import annotations

import unicodedata
from enum import IntEnum, auto
from functools import cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fit(IntEnum):
    """How well a name answers to what was typed, the best first."""

    WHOLE = auto()
    BEGINNING = auto()
    SPELT = auto()
    INSIDE = auto()
    SPELT_INSIDE = auto()


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """The syllables of each character, without tones, ü as v; several where it is read so (长: chang, zhang)."""
    found: dict[str, tuple[str, ...]] = {}
    for line in resources.PINYIN.read_text(encoding="utf-8").splitlines():
        syllable, characters = line.split(" ", 1)
        for one in characters:
            found[one] = (*found.get(one, ()), syllable)
    return found


def folded(text: str) -> str:
    """Letters, digits and characters alone, in one width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in plain if one.isalnum())


def fit(typed: str, name: str) -> Fit | None:
    """How well a name answers; None where it does not. Nothing typed fits any name."""
    typed, name = folded(typed), folded(name)
    if typed == name:
        return Fit.WHOLE
    at = name.find(typed)
    if at == 0:
        return Fit.BEGINNING
    if spells(typed, name):
        return Fit.SPELT
    if at > 0:
        return Fit.INSIDE
    is_inside = any(spells(typed, name[start:]) for start in range(1, len(name)))
    return Fit.SPELT_INSIDE if is_inside else None


def spells(typed: str, name: str) -> bool:
    """Whether something typed spells the beginning of a name, both folded: `hpq`, `hepingqu`, `heping` spell 和平区."""
    ends = {0}  # every way at once: behind how many letters one may stand
    for one in name:
        ends = {end for start in ends for end in _ends(typed, start, one)}
        if len(typed) in ends:
            return True
        if not ends:
            return False
    return False


def _ends(typed: str, start: int, character: str) -> set[int]:
    """Behind how many letters of the typed one stands when a character begins at `start`."""
    found = set[int]()
    for syllable in (*readings().get(character, ()), character):
        for length in range(1, len(syllable) + 1):
            if not typed.startswith(syllable[:length], start):
                break
            found.add(start + length)
    return found
