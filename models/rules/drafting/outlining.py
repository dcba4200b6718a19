"""A text as an outline: what stands under what, and blocks of it moved, split, joined, set deeper or shallower."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.notice import Level, Paragraph
from models.reading.assemble import heading_and_rest, paragraph_of
from models.rules.drafting.numbers import first_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from models.rules.drafting.numbers import Text

DEPTHS = {
    Level.CHAPTER: 0,
    Level.FIRST: 0,
    Level.SECTION: 1,
    Level.ARTICLE: 2,
    Level.SECOND: 3,
    Level.THIRD: 4,
    Level.PLAIN: 4,
    Level.TABLE: 4,
    Level.FOURTH: 5,
}
"""What is deeper stands under what is shallower before it."""
_CLOSING = re.compile(
    "^(?:特此|此[复致令函]|妥否|当否|请予|以上|专此|本[^，。；]{1,12}自.{1,16}施行).{0,20}$"
)
_LADDER = (Level.FIRST, Level.SECOND, Level.THIRD, Level.FOURTH)
_LADDER_OF_RULES = (
    Level.CHAPTER,
    Level.SECTION,
    Level.ARTICLE,
    Level.SECOND,
    Level.THIRD,
    Level.FOURTH,
)


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after something was done to it.

    Attributes:
        text: The text.
        chosen: Where the paragraphs it was done to stand now.
        fresh: Where paragraphs stand whose numbers are new.
    """

    text: Text
    chosen: tuple[int, ...]
    fresh: frozenset[int] = frozenset()


def depths_of(text: Text) -> tuple[int, ...]:
    """How deep each paragraph stands; the sentence that closes a text (特此通知。) stands under no heading."""
    depths = [DEPTHS[paragraph.level] for paragraph in text]
    if text and text[-1].level is Level.PLAIN and _CLOSING.match(text[-1].text):
        depths[-1] = 0
    return tuple(depths)


def block_end(text: Text, at: int) -> int:
    """Where the block ends that the paragraph heads: itself and all that stands under it."""
    depths = depths_of(text)
    below = range(at + 1, len(text))
    return next((to for to in below if depths[to] <= depths[at]), len(text))


def with_blocks(text: Text, chosen: Iterable[int]) -> tuple[int, ...]:
    """The chosen paragraphs with all that stands under them."""
    return tuple(sorted({to for at in chosen for to in range(at, block_end(text, at))}))


def stepped(text: Text, chosen: Collection[int], step: int) -> Edited:
    """The chosen blocks one block up (-1) or down (1); past a heading above them they change their section."""
    first = min(chosen)
    last = max(block_end(text, at) for at in chosen)
    to = _start_above(text, first) if step < 0 else _start_below(text, first, last)
    block, rest = text[first:last], text[:first] + text[last:]
    at = to if step < 0 else to - len(block)
    moved = tuple(sorted(place - first + at for place in chosen))
    return Edited(rest[:at] + block + rest[at:], moved)


def carried(text: Text, chosen: Iterable[int], to: int) -> Edited:
    """The chosen blocks taken out and put before the paragraph that stands at `to`."""
    places = with_blocks(text, chosen)
    if to in places:
        to = next((at for at in range(to, len(text)) if at not in places), len(text))
    at = to - sum(place < to for place in places)
    rest = [p for place, p in enumerate(text) if place not in places]
    block = [text[place] for place in places]
    return Edited((*rest[:at], *block, *rest[at:]), tuple(range(at, at + len(block))))


def inserted(text: Text, at: int, new: Iterable[Paragraph]) -> Edited:
    """New paragraphs before the one at `at`."""
    new = tuple(new)
    places = tuple(range(at, at + len(new)))
    return Edited((*text[:at], *new, *text[at:]), places, frozenset(places))


def opened_behind(text: Text, at: int) -> Edited:
    """An empty paragraph behind the one at `at` (-1: at the end), of its level and dressed like it."""
    level = text[at].level if text and at >= 0 else Level.PLAIN
    level = Level.PLAIN if level is Level.TABLE else level
    place = at + 1 if at >= 0 else len(text)
    return inserted(text, place, (Paragraph(level=level, number=first_number(level, text)),))


def removed_from(text: Text, chosen: Collection[int]) -> Edited:
    """The chosen paragraphs gone; what stood under them stays."""
    rest = tuple(p for at, p in enumerate(text) if at not in chosen)
    at = min(max(min(chosen) - 1, 0), len(rest) - 1)
    return Edited(rest, (at,))


def split(text: Text, at: int, place: int) -> Edited:
    """The paragraph cut at a place of its `text`; the second half is a paragraph of the same level."""
    whole = text[at]
    edited = opened_behind(text, at)
    new = replace(edited.text[at + 1], text=whole.text[place:])
    if new.level is not Level.PLAIN:
        heading, rest = heading_and_rest(whole.text[place:])
        new = replace(new, heading=heading, text=rest)
    halves = (replace(whole, text=whole.text[:place]), new)
    return replace(edited, text=(*text[:at], *halves, *text[at + 1 :]))


def pasted(text: Text, at: int, span: tuple[int, int], lines: Iterable[str]) -> Edited:
    """Lines put in the place of a stretch of the paragraph's `text`; each but the first is a paragraph of its own.

    In an empty paragraph the first is one too, with the number it brings. The numbers are those that were pasted.
    """
    whole, (start, end) = text[at], span
    head, tail = whole.text[:start], whole.text[end:]
    first, *more = lines
    new = [replace(whole, text=head + first)]
    if not head and not whole.heading and (more or not tail) and paragraph_of(first).number:
        new = [replace(paragraph_of(first), id=whole.id)]
    new += [paragraph_of(line) for line in more]
    new[-1] = replace(new[-1], text=new[-1].text + tail)
    return Edited((*text[:at], *new, *text[at + 1 :]), (at + len(more),))


def joined_with_previous(text: Text, at: int) -> Edited:
    """The paragraph put to the end of the one above it, without its number."""
    above = text[at - 1]
    both = replace(above, text=above.text + text[at].heading + text[at].text)
    return Edited((*text[: at - 1], both, *text[at + 1 :]), (at - 1,))


def shifted(text: Text, chosen: Collection[int], step: int) -> Edited:
    """The chosen paragraphs one level deeper (1) or shallower (-1)."""
    new = list(text)
    for at in sorted(chosen):
        level = _level_after(tuple(new), at, step)
        if level is not new[at].level:
            new[at] = at_level(new[at], level, text)
    fresh = frozenset(at for at in chosen if new[at].level is not text[at].level)
    return Edited(tuple(new), tuple(sorted(chosen)), fresh)


def at_level(paragraph: Paragraph, level: Level, text: Text) -> Paragraph:
    """The paragraph on another level: numbered ones have a heading, plain ones are all text."""
    if level in (Level.PLAIN, Level.TABLE):
        whole = paragraph.heading + paragraph.text
        return replace(paragraph, level=level, number="", heading="", text=whole)
    heading, rest = paragraph.heading, paragraph.text
    if paragraph.level in (Level.PLAIN, Level.TABLE):
        heading, rest = heading_and_rest(paragraph.heading + paragraph.text)
    number = first_number(level, text)
    return replace(paragraph, level=level, number=number, heading=heading, text=rest)


def _level_after(text: Text, at: int, step: int) -> Level:
    """The next level of the ladder; a plain paragraph first joins the level that runs above it."""
    level = text[at].level
    ladder = _LADDER_OF_RULES if any(p.level is Level.ARTICLE for p in text) else _LADDER
    if level is Level.PLAIN and step > 0:
        above = (p.level for p in reversed(text[:at]) if p.level in ladder)
        return next(above, ladder[0])
    if level not in ladder:
        return level
    place = ladder.index(level) + step
    return Level.PLAIN if place < 0 else ladder[min(place, len(ladder) - 1)]


def _start_above(text: Text, first: int) -> int:
    """Where the block before `first` starts; a heading over it is stepped past alone."""
    if first == 0:
        return 0
    depths = depths_of(text)
    above = range(first - 1, -1, -1)
    return next((at for at in above if depths[at] <= depths[first]), 0)


def _start_below(text: Text, first: int, last: int) -> int:
    """Where the block behind `last` ends; a heading over the next section is stepped past alone."""
    if last == len(text):
        return last
    depths = depths_of(text)
    return last + 1 if depths[last] < depths[first] else block_end(text, last)
