"""The numbers that Word computes before paragraphs (ECMA-376-1, 17.9): they stand nowhere in the text of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.doors.counting import written
from models.reading.doors.word_names import VAL, W, as_number, has, number_of, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from models.reading.doors.word_styles import Styles

_LEVELS = 9
_MOST_MARKS = 255  # characters of a number, far more than any has
_PLACE = re.compile("%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "●"


@dataclass(frozen=True, slots=True)
class Rank:
    """One level of a list: where it starts, how its number is written, and after which level it starts anew."""

    start: int
    form: str
    text: str
    gap: str
    restart: int | None
    is_legal: bool  # all numbers as digits
    style: str | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list as paragraphs name it (w:num): an abstract one, and what this one changes in it."""

    abstract: str
    ranks: dict[int, Rank]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Asking:
    """What a paragraph says of its number: a list and a level in it, and its style, which may say so for it."""

    list_name: str | None
    level: int | None
    style: str | None


@dataclass(slots=True)
class Numbers:
    """Counts through one document; each numbered paragraph is asked for once, in order."""

    styles: Styles
    lists: dict[str, Numbered]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _begun: set[str] = field(default_factory=set[str])

    def next_of(self, asking: Asking) -> str:
        """The number before a paragraph, with the gap behind it; empty where it has none."""
        name, level = self._list_of(asking)
        numbered = self.lists.get(name or "")
        if numbered is None or level not in numbered.ranks:
            return ""
        counts = self._counts.setdefault(numbered.abstract, {})
        self._begin(name or "", numbered, counts)
        rank = numbered.ranks[level]
        counts[level] = counts[level] + 1 if level in counts else _start(numbered, level)
        _restart_below(numbered, level, counts)
        text = _PLACE.sub(
            lambda at: _place(numbered, counts, int(at.group(1)) - 1, rank), rank.text
        )
        return text + rank.gap if text.strip() else ""

    def _list_of(self, asking: Asking) -> tuple[str | None, int]:
        """The list and the level of a paragraph: its own, else those of its style."""
        if asking.list_name is not None:
            return asking.list_name, asking.level or 0
        source, name, styled = self.styles.list_of(asking.style)
        if asking.level is not None or name not in self.lists:
            return name, asking.level or 0
        ranks = self.lists[name].ranks
        linked = next((at for at, rank in ranks.items() if rank.style == source), None)
        return name, styled if linked is None else linked

    def _begin(self, name: str, numbered: Numbered, counts: dict[int, int]) -> None:
        """A list that says where it starts does so where it is first used."""
        if name not in self._begun:
            self._begun.add(name)
            for level in numbered.starts:
                counts.pop(level, None)


def _start(numbered: Numbered, level: int) -> int:
    rank = numbered.ranks.get(level)
    return numbered.starts.get(level, rank.start if rank else 1)


def _restart_below(numbered: Numbered, level: int, counts: dict[int, int]) -> None:
    for below in [other for other in counts if other > level]:
        rank = numbered.ranks.get(below)
        after = below if rank is None or rank.restart is None else rank.restart
        if level < after:
            del counts[below]


def _place(numbered: Numbered, counts: dict[int, int], level: int, asking: Rank) -> str:
    value = counts.get(level, _start(numbered, level))
    rank = numbered.ranks.get(level)
    form = "decimal" if rank is None or (asking.is_legal and rank is not asking) else rank.form
    return written(value, form)


def without_private(text: str) -> str:
    """A bullet in a character that every font has."""
    return _PRIVATE.sub(_BULLET, text)


def lists_of(numbering: Element | None, styles: Styles) -> dict[str, Numbered]:
    """All lists of a document by the name that paragraphs call them by."""
    if numbering is None:
        return {}
    abstracts = {a.get(W + "abstractNumId", ""): a for a in numbering.findall(W + "abstractNum")}
    nums = {n.get(W + "numId", ""): n for n in numbering.findall(W + "num")}
    return {
        name: _numbered(num, _abstract_of(num, abstracts, nums, styles))
        for name, num in nums.items()
        if name != "0"  # it takes a number away
    }


def _abstract_of(
    num: Element, abstracts: dict[str, Element], nums: dict[str, Element], styles: Styles
) -> tuple[str, Element | None]:
    """The abstract list behind one; it may stand behind a list style (w:numStyleLink)."""
    name = value_of(num, "abstractNumId") or ""
    abstract = abstracts.get(name)
    style = value_of(abstract, "numStyleLink")
    if style is not None:
        _, other, _ = styles.list_of(style)
        linked = value_of(nums.get(other or ""), "abstractNumId") or ""
        if linked in abstracts:
            return linked, abstracts[linked]
    return name, abstract


def _numbered(num: Element, named: tuple[str, Element | None]) -> Numbered:
    name, abstract = named
    ranks = _ranks(abstract.findall(W + "lvl") if abstract is not None else [])
    starts: dict[int, int] = {}
    for change in num.findall(W + "lvlOverride"):
        ranks |= _ranks(change.findall(W + "lvl"))
        level, start = as_number(change.get(W + "ilvl")), number_of(change, "startOverride")
        if level is not None and start is not None:
            starts[level] = start
    return Numbered(name, ranks, starts)


def _ranks(levels: list[Element]) -> dict[int, Rank]:
    found = ((as_number(level.get(W + "ilvl")), level) for level in levels)
    return {at: _rank(level) for at, level in found if at is not None and at < _LEVELS}


def _rank(level: Element) -> Rank:
    form = next((f.get(VAL, "") for f in level.iter(W + "numFmt")), "decimal")
    text = (value_of(level, "lvlText") or "")[:_MOST_MARKS]
    start = number_of(level, "start")
    return Rank(
        start=0 if start is None else start,
        form=form,
        text=without_private(text) if form == "bullet" else text,
        gap="" if value_of(level, "suff") == "nothing" else " ",
        restart=number_of(level, "lvlRestart"),
        is_legal=has(level, "isLgl"),
        style=value_of(level, "pStyle"),
    )
