"""Names found by what is typed quickly: their characters, the initials of their pinyin (fwdjb), or the whole of it."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Readings = dict[str, tuple[str, ...]]
"""The syllables of each character, without tones, ü as v."""


class Fit(IntEnum):
    """How well a name answers to what was typed, the best first: its beginning goes before its middle."""

    TEXT = auto()
    INITIALS = auto()
    PINYIN = auto()
    TEXT_INSIDE = auto()
    INITIALS_INSIDE = auto()
    PINYIN_INSIDE = auto()


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name, folded, and how each of its characters is read; a letter or digit is its own reading."""

    text: str
    readings: tuple[tuple[str, ...], ...]


def readings_from(table: str) -> Readings:
    """A table of lines, each a syllable and the characters that are read so."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in table.splitlines():
        syllable, _, characters = line.partition(" ")
        for character in characters:
            found[character].append(syllable)
    return {character: tuple(syllables) for character, syllables in found.items()}


def spelt(name: str, readings: Mapping[str, tuple[str, ...]]) -> Spelt:
    """A name, to be looked for often."""
    text = folded(name)
    return Spelt(text, tuple(readings.get(character) or (character,) for character in text))


def folded(text: str) -> str:
    """Letters, digits and characters alone, in one width and case."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum())


def fit(asked: str, name: Spelt) -> Fit | None:
    """How well a name answers to what was typed, which is folded; None where it does not."""
    if not asked:
        return Fit.TEXT
    at = name.text.find(asked)
    begin: list[tuple[bool, Fit]] = [
        (at == 0, Fit.TEXT),
        (_has_initials(asked, name, 0), Fit.INITIALS),
        (_has_pinyin(asked, name, 0), Fit.PINYIN),
        (at > 0, Fit.TEXT_INSIDE),
    ]
    for is_so, how in begin:
        if is_so:
            return how
    for has, how in _INSIDE:
        if any(has(asked, name, start) for start in range(1, len(name.text))):
            return how
    return None


def _has_initials(asked: str, name: Spelt, start: int) -> bool:
    """Whether each letter begins a reading of a character, from the one at `start` on."""
    readings = name.readings[start : start + len(asked)]
    return len(readings) == len(asked) and all(
        any(reading[0] == letter for reading in one)
        for letter, one in zip(asked, readings, strict=True)
    )


def _has_pinyin(asked: str, name: Spelt, start: int) -> bool:
    """Whether the readings from `start` on, one behind the other, begin with what was typed."""
    if start >= len(name.readings):
        return False
    for reading in name.readings[start]:
        if reading.startswith(asked):
            return True
        rest = asked.removeprefix(reading)
        if rest != asked and _has_pinyin(rest, name, start + 1):
            return True
    return False


_INSIDE: tuple[tuple[Callable[[str, Spelt, int], bool], Fit], ...] = (
    (_has_initials, Fit.INITIALS_INSIDE),
    (_has_pinyin, Fit.PINYIN_INSIDE),
)
