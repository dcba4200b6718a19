"""Suggestions which item of the plan a paragraph of a reply is about, each with its reasons; nothing is assigned by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from models.numerals import parse_number
from models.replies.summing.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.plan import Plan, PlanItem

MOST = 3  # suggestions for a paragraph
TOLD = 4  # shared terms that are told
LEAST = 5.0  # what a suggestion must weigh
NAMED, ALIKE, ABOVE = (
    100.0,
    20.0,
    10.0,
)  # what a number, a heading, and the heading above weigh at most
NEAR = 0.5  # of the pairs of characters of two headings
HEADING_CHARS = 30

_DIGITS = "[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}"
_NAMED = re.compile(
    rf"(?:要点》?[^。；，]{{0,6}}?第|[（(](?:对应|落实)?第)(?P<several>(?:{_DIGITS})(?:[、和及](?:第)?(?:{_DIGITS}))*)[项条点]"
)
_NUMBER = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])\s*")  # fmt: skip
_MARKS = re.compile(r"[^\u4e00-\u9fff0-9A-Za-z]|的|进一步|深入|积极|大力|不断|着力|切实|认真|继续|全面|做好|抓好|加强|推进|完善|工作$")  # fmt: skip


class Reason(Enum):
    """Why an item is suggested."""

    NUMBER = "文中写明"
    HEADING = "小标题相近"
    ABOVE = "上方小标题相近"
    TERMS = "共有词语"


@dataclass(frozen=True, slots=True)
class Why:
    """A reason with the words of the reply that it rests on."""

    reason: Reason
    words: tuple[str, ...]

    def __str__(self) -> str:
        """For the clerk: `共有词语：岗位设置、聘用制度`."""
        return f"{self.reason.value}：{'、'.join(self.words)}"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that a paragraph may be about.

    Attributes:
        paragraph: Its place in the text of the reply, as in `Assignment`.
        item: The row of the paragraph that is the item.
        weight: How much speaks for it; only good to compare those of one paragraph.
    """

    paragraph: int
    item: int
    weight: float
    why: tuple[Why, ...]

    def __str__(self) -> str:
        """Its reasons, for the clerk."""
        return "；".join(map(str, self.why))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a reply, empty lines left out."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class Suggester:
    """Suggests items of one plan; items that were never kept cannot be assigned and are left out."""

    def __init__(self, plan: Plan) -> None:
        """Of a kept plan."""
        self._items = [item for item in plan.items if item.paragraph.id is not None]
        self._numbers = {number: at for at, item in enumerate(self._items) if (number := parse_number(item.number))}  # fmt: skip
        self._headings = [_bare(_heading_of_item(item)) for item in self._items]
        self._terms = Terms([item.paragraph.whole for item in self._items])

    def suggest(self, paragraphs: Sequence[str]) -> tuple[tuple[Suggestion, ...], ...]:
        """For each paragraph of a reply the items it may be about, the likeliest first; often none."""
        above = ""
        found: list[tuple[Suggestion, ...]] = []
        for at, paragraph in enumerate(paragraphs):
            is_heading = is_heading_line(paragraph)
            above = paragraph if is_heading else above
            found.append(self._of(at, paragraph, "" if is_heading else above))
        return tuple(found)

    def _of(self, paragraph: int, text: str, above: str) -> tuple[Suggestion, ...]:
        reasons: dict[int, list[tuple[float, Why]]] = {}
        for item, weight, why in self._reasons(text, above):
            reasons.setdefault(item, []).append((weight, why))
        made = (
            Suggestion(
                paragraph,
                self._items[item].paragraph.id or 0,
                sum(weight for weight, _ in told),
                tuple(why for _, why in told),
            )
            for item, told in sorted(reasons.items())
        )
        likely = [one for one in made if one.weight >= LEAST]
        return tuple(sorted(likely, key=lambda one: -one.weight)[:MOST])

    def _reasons(self, text: str, above: str) -> Iterator[tuple[int, float, Why]]:
        """Items by their places, with what speaks for each; the strongest reason first."""
        for number, words in numbers_in(text):
            if (item := self._numbers.get(number)) is not None:
                yield item, NAMED, Why(Reason.NUMBER, (words,))
        yield from self._alike(heading_of(text), ALIKE, Reason.HEADING)
        yield from self._alike(heading_of(above), ABOVE, Reason.ABOVE)
        for item, terms in self._terms.shared(text).items():
            weight = sum(term.weight for term in terms)
            yield item, weight, Why(Reason.TERMS, tuple(term.text for term in terms[:TOLD]))

    def _alike(self, heading: str, most: float, reason: Reason) -> Iterator[tuple[int, float, Why]]:
        bare = _bare(heading)
        for item, other in enumerate(self._headings):
            if (share := _likeness(bare, other)) >= NEAR:
                yield item, most * share, Why(reason, (heading,))


def numbers_in(text: str) -> tuple[tuple[int, str], ...]:
    """The items of the plan that a text names by their numbers, with its words: `要点第5项`, `（对应第5、6项）`."""
    found = (
        (parse_number(digits), named.group().strip("（("))
        for named in _NAMED.finditer(text)
        for digits in re.findall(_DIGITS, named["several"])
    )
    return tuple((number, words) for number, words in found if number)


def is_heading_line(paragraph: str) -> bool:
    """Whether a paragraph is a heading that stands alone: short, numbered, no sentence."""
    is_short = len(paragraph) <= HEADING_CHARS and not paragraph.endswith(("。", "；", "：", "，"))
    return is_short and _NUMBER.match(paragraph) is not None


def heading_of(paragraph: str) -> str:
    """The heading of a paragraph without its number: a short first sentence that is numbered or goes before others."""
    bare = without_number(paragraph)
    first, _, rest = bare.partition("。")
    is_heading = len(first) <= HEADING_CHARS and (bare != paragraph or rest)
    return first if is_heading else ""


def without_number(paragraph: str) -> str:
    """A paragraph without the number it begins with."""
    return _NUMBER.sub("", paragraph)


def _heading_of_item(item: PlanItem) -> str:
    return item.paragraph.heading or heading_of(item.paragraph.text)


def _bare(heading: str) -> str:
    """What a heading is about, without what all of them say."""
    return _MARKS.sub("", heading)


def _likeness(one: str, other: str) -> float:
    """How much of two headings is the same: twice the pairs they share by all they have."""
    pairs, others = set(pairwise(one)), set(pairwise(other))
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0
