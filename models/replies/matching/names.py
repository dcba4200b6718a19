"""The names that prove whose a reply is: those of the units that must answer, each for one unit only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from models.replies.naming import name_parts, stem_of
from models.rules.unit_names import folded, index_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.office import Office
    from models.unit import Roster

_REGION = re.compile(r"^[\u4e00-\u9fff]{2,8}?(?:自治区|省|市|县|区|州|盟)")
_STAFF = re.compile(
    r"(?<=.{2})(?:组织)?(?:人事|干部|人教|劳资|政治|人力资源|组干)(?:教育|干部|保卫|劳资|老干部)?(?:处|科|部|股)$"
)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Every name by which a unit is known, in all the ways to write it.

    Attributes:
        units: The rows of the units that must answer, by name.
        others: Names that mean somebody else: a unit that was not asked, or one of two.
        own: The names of the own office (本机关), which stand in half of all file names.
        regions: What may stand before a name: 天津市, 天津, 市.
        fragile: Names in which words stand that all offices write around names, as 计划 in 人口和计划生育委员会.
    """

    units: Mapping[str, int]
    others: frozenset[str]
    own: frozenset[str]
    regions: tuple[str, ...]
    fragile: tuple[str, ...] = ()

    def parts(self, text: str) -> tuple[str, ...]:
        """The names in the name of a file, of a folder, or in a title."""
        stem = stem_of(text)
        for name in self.fragile:
            before, found, after = stem.partition(name)
            if found:
                return (*name_parts(before), name, *name_parts(after))
        return name_parts(text)

    def find(self, name: str) -> int | None:
        """The one unit that a name proves."""
        found = {self.units[form] for form in self.forms(name) if form in self.units}
        return found.pop() if len(found) == 1 else None

    def is_own(self, name: str) -> bool:
        """Whether it is the own office, or only its region."""
        return folded(name) in self.regions or not self.own.isdisjoint(self.forms(name))

    def is_another(self, name: str) -> bool:
        """Whether it means somebody who was not asked, or could mean two."""
        return not self.others.isdisjoint(self.forms(name))

    def bare(self, name: str) -> str:
        """The shortest way to write a name, for comparing what is like it."""
        return self.forms(name)[-1]

    def forms(self, name: str) -> tuple[str, ...]:
        """The ways to write a name: with and without its region, without the department that writes for its unit."""
        return _forms(name, self.regions)


def known_names(roster: Roster, expected: Iterable[int], office: Office) -> KnownNames:
    """The names of a roster for the units with these rows that must answer."""
    asked, regions = frozenset(expected), _regions_of(office)
    own = frozenset(form for name in _own_names(office) for form in _forms(name, regions))
    index = index_of(roster)
    means: dict[str, set[int]] = {}
    for unit in roster.units:
        today = index.find(unit.name) or unit
        for form in {form for name in unit.names for form in _forms(name, regions)}:
            means.setdefault(form, set()).add(today.id or 0)
    for name in own | {""}:
        means.pop(name, None)
    proved = {name: next(iter(ids)) for name, ids in means.items() if len(ids) == 1}
    units = {name: one for name, one in proved.items() if one in asked}
    fragile = sorted((one for one in means if name_parts(one) not in ((one,), ())), key=len)
    others = frozenset(means.keys() - units.keys())
    return KnownNames(units, others, own, regions, tuple(reversed(fragile)))


def _own_names(office: Office) -> Iterable[str]:
    for name in (office.organ, office.issuing_office):
        if name:
            yield name
            yield f"{name}办公室"


@lru_cache(4_096)  # a text says the name of its unit again and again
def _forms(name: str, regions: tuple[str, ...]) -> tuple[str, ...]:
    """The longest first. 市政工程局 may be that of 市市政工程局: a region is not always one."""
    whole = _STAFF.sub("", folded(name)) or folded(name)
    without = (whole.removeprefix(one) for one in reversed(regions) if whole.startswith(one))
    return (whole, *filter(None, without))


def _regions_of(office: Office) -> tuple[str, ...]:
    """天津市人事局 stands in 天津市: its units write 天津市, 天津, 市 or nothing before their names."""
    found = _REGION.match(office.region or office.organ)
    if found is None:
        return ()
    region = found.group()
    return (region, region[:-1], region[-1])
