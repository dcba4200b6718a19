"""Who is meant by the addressees of a document (各区县人事局，各部委办局（集团公司）…): named units, through categories."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from models.rules.unit_names import folded, index_of
from models.unit import AddresseeRule, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.distribution import Allotment, Distribution
    from models.rules.unit_names import UnitIndex
    from models.unit import Category, Roster, Unit

_STEMS = frozenset(
    (
        *"省市区县旗盟州乡镇村部委办局厅处科室司院校所站",
        *("自治区", "自治州", "自治县", "直辖市", "计划单列市"),
    )
)
"""What may stand for a whole name where the rest follows behind a 、: 各区、县人事局, 各委、办、局."""
_BETWEEN = re.compile(r"([、，,；;])(?![^（(]*[）)])")
_VAGUE = frozenset(("", "单位", "部门", "机构", "机关", "企业", "人员", "市"))
"""What says too little to be taken for a part of a category's name."""
_MARKS = re.compile(r"[、，,；;（）()《》“”\"/·]|各|有关|相关|所属|及其|(?<!\w)等(?!\w)")


class Means(Enum):
    """How an addressee was understood."""

    RULE = "按本机关定的说法"
    UNIT = "单位名称"
    CATEGORY = "类别"
    NOTHING = "没有对应的单位"


@dataclass(frozen=True, slots=True)
class Addressee:
    """One addressee as it stands in the text, and whom it means. Its rule can be changed and kept in the roster."""

    phrase: str
    means: Means
    rule: AddresseeRule
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """All addressees of a line."""

    addressees: tuple[Addressee, ...]
    units: tuple[Unit, ...]  # each once, in standing order

    @property
    def unknown(self) -> tuple[str, ...]:
        """Addressees that no unit stands for."""
        return tuple(one.phrase for one in self.addressees if not one.units)


def expand(line: str, roster: Roster) -> Expansion:
    """The units that a line of addressees means."""
    index = index_of(roster)
    addressees = tuple(_addressee(phrase, roster, index) for phrase in phrases_of(line))
    meant = {index.place(unit.name) for one in addressees for unit in one.units}
    units = tuple(unit for place, unit in enumerate(roster.units) if place in meant)
    return Expansion(addressees, units)


def uncovered(distribution: Distribution, expansion: Expansion) -> tuple[Allotment, ...]:
    """Rows of the list for 主送 whose unit no addressee of the text covers."""
    meant = {unit.id for unit in expansion.units} - {None}
    names = {unit.name for unit in expansion.units}
    return tuple(
        one
        for one in distribution.allotments
        if one.purpose is Purpose.MAIN and one.unit not in meant and one.name not in names
    )


def phrases_of(line: str) -> tuple[str, ...]:
    """The addressees of a line, with those left whole that a 、 cuts in the middle: 各委、办、局人事处 is one."""
    phrases: list[str] = []
    is_open = False
    words = _BETWEEN.split(line.rstrip("：:。"))
    for word, mark in zip(words[::2], [*words[1::2], ""], strict=True):
        part = word.strip()
        if is_open and part and not part.startswith("各"):
            phrases[-1] += f"、{part}"
        elif part:
            phrases.append(part)
        is_open = mark == "、" and part.removeprefix("市政府").removeprefix("各") in _STEMS
    return tuple(phrases)


def _addressee(phrase: str, roster: Roster, index: UnitIndex) -> Addressee:
    means, rule = _rule_for(phrase, roster, index)
    named = {index.place(unit.name) for name in rule.units if (unit := index.find(name))}
    units = tuple(
        unit
        for place, unit in enumerate(roster.units)
        if place in named or (unit.category in rule.categories and not unit.is_stopped)
    )
    return Addressee(phrase, means, rule, units)


def _rule_for(phrase: str, roster: Roster, index: UnitIndex) -> tuple[Means, AddresseeRule]:
    for rule in roster.rules:
        if _bare(rule.phrase) == _bare(phrase):
            return Means.RULE, AddresseeRule(phrase, rule.categories, rule.units)
    if unit := index.find(phrase):
        return Means.UNIT, AddresseeRule(phrase, units=(unit.name,))
    if categories := _categories_in(_bare(phrase), roster.categories):
        return Means.CATEGORY, AddresseeRule(phrase, categories)
    return Means.NOTHING, AddresseeRule(phrase)


def _categories_in(phrase: str, categories: tuple[Category, ...]) -> tuple[str, ...]:
    """The categories whose terms stand in the phrase, longer terms first; else those in whose terms it stands."""
    found = set[str]()
    left = phrase
    for term, name in sorted(_terms(categories), key=lambda one: -len(one[0])):
        if term in left:
            found.add(name)
            left = left.replace(term, "\n")
    if not found and phrase not in _VAGUE:
        found = {name for term, name in _terms(categories) if phrase in term}
    return tuple(category.name for category in categories if category.name in found)


def _terms(categories: tuple[Category, ...]) -> Iterator[tuple[str, str]]:
    for category in categories:
        for term in {_bare(one) for one in (category.name, *category.terms)} - {""}:
            yield term, category.name


def _bare(phrase: str) -> str:
    """What is compared of an addressee: without 各, marks and blanks."""
    return _MARKS.sub("", folded(phrase))
