"""What is typed in letters for Chinese words: by first letters, by whole syllables, or mixed, as an input method takes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """The syllables of each character, without tones; several where it is read in several ways (长: chang, zhang)."""
    found: dict[str, tuple[str, ...]] = {}
    for line in resources.PINYIN.read_text(encoding="utf-8").splitlines():
        syllable, characters = line.split(" ", 1)
        for one in characters:
            found[one] = (*found.get(one, ()), syllable)
    return found


def spells(typed: str, words: str) -> bool:
    """Whether what is typed spells the beginning of some words: `hpq`, `hepingqu` and `heping` spell 和平区."""
    typed = "".join(typed.split()).lower()
    return bool(typed) and _spells(typed, words.lower())


def _spells(typed: str, words: str) -> bool:
    """Every way at once: at how many letters one may stand behind each character."""
    ends = {0}
    for one in words:
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
