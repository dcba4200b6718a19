"""Whose a reply is: a name in the name of its file, then who speaks in it, then three candidates, then nobody.

A unit is assigned only where its name is proved and nothing says otherwise. However like a name is, it only makes a
candidate: likeness chose wrongly for 9 of 61 real file names, and a wrong reply in a unit's place is worse than a key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.reading.organs import is_organ
from models.replies.matching.inside import Voice, voices_in
from models.replies.matching.likeness import Likeness, likeness_of
from models.replies.matching.names import KnownNames, known_names
from models.replies.reply import Claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from models.office import Office
    from models.unit import Roster

MOST = 3
_PERSON = 3  # characters of a name of a person
SURE_OF_ANOTHER = 0.8  # likeness from which on a name speaks against what is proved elsewhere
_NAME_OF_FILE, _FOLDER = "文件名", "文件夹"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that a reply may be of, and why."""

    unit: int
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """Whose a reply is, or may be; neither unit nor candidates: 待认领."""

    unit: int | None = None
    claim: Claim = Claim.NOBODY
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """What the clerk chooses among: also the one unit that is proved, where something else speaks against it."""
        return self.candidates if self.unit is None else (Candidate(self.unit, self.reason),)


NOBODY = Match()
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Matcher:
    """What is known of the units that must answer; made once for many replies, each of which is matched once."""

    known: KnownNames
    likeness: Likeness
    _matched: dict[Key, Match] = field(default_factory=dict[Key, Match], compare=False, repr=False)

    def match(self, name: str, text: str = "", folder: str = "") -> Match:
        """Whose a reply is by the name of its file, its text and the folder it lay in."""
        key = (name, text, folder)
        if key not in self._matched:
            self._matched[key] = self._match(*key)
        return self._matched[key]

    def _match(self, name: str, text: str, folder: str) -> Match:
        outside, inside = self.voices(name, text, folder)
        proved = self._proved(outside, inside)
        if proved is not None and not self._is_doubted(proved.unit, outside, inside):
            return proved
        return Match(candidates=tuple(self._candidates(outside, inside))[:MOST])

    def voices(self, name: str, text: str, folder: str) -> tuple[list[Voice], list[Voice]]:
        """The names outside and inside a file, without those of the own office."""
        named = [Voice(part, _NAME_OF_FILE) for part in self.known.parts(name)]
        lain = [Voice(part, _FOLDER) for one in folder.split("/") for part in self.known.parts(one)]
        outside = [one for one in (*named, *lain) if not self.known.is_own(one.name)]
        inside = [one for one in voices_in(text, self._is_name) if not self.known.is_own(one.name)]
        return outside, inside

    def _is_name(self, words: str) -> bool:
        """Some names look like no organ: 经 begins a sentence, and 经济技术开发区."""
        return is_organ(words) or self.known.find(words) is not None

    def _proved(self, outside: list[Voice], inside: list[Voice]) -> Match | None:
        """The one unit that all known names mean; None where there is none, or several."""
        names = {unit: one for one in reversed(outside) if (unit := self.known.find(one.name))}
        speakers = {unit: one for one in reversed(inside) if (unit := self.known.find(one.name))}
        if len(names.keys() | speakers.keys()) != 1:
            return None
        claim, found = (Claim.NAME, names) if names else (Claim.INSIDE, speakers)
        ((unit, voice),) = found.items()
        return Match(unit, claim, _said(voice))

    def _is_doubted(self, unit: int | None, outside: list[Voice], inside: list[Voice]) -> bool:
        """Whether a name that is not known may mean another unit than the proved one."""
        return any(self.may_be_another(one, unit) for one in (*outside, *inside))

    def may_be_another(self, voice: Voice, unit: int | None) -> bool:
        """Whether a name speaks against a unit."""
        name = self.known.bare(voice.name)
        if self.known.find(voice.name) == unit:
            return False
        if self.known.is_another(voice.name):
            return True
        nearest = self.likeness.nearest(name, 1)
        if not nearest:
            return is_organ(name)
        ((best, likeness),) = nearest
        if best == unit:
            return self._says_more(name, unit)
        return likeness >= SURE_OF_ANOTHER or is_organ(name) or len(name) > _PERSON

    def _says_more(self, name: str, unit: int | None) -> bool:
        """Whether a name holds that of the unit and goes on: its training centre is another unit than it."""
        return any(one in name for one, its in self.known.units.items() if its == unit)

    def _candidates(self, outside: list[Voice], inside: list[Voice]) -> Iterator[Candidate]:
        """Those whose names are known, then the likeliest of all names together; each once."""
        there = set[int]()
        for unit, reason in (*self._known(outside, inside), *self._alike(outside, inside)):
            if unit not in there:
                there.add(unit)
                yield Candidate(unit, reason)

    def _known(self, outside: list[Voice], inside: list[Voice]) -> Iterator[tuple[int, str]]:
        for one in (*inside, *outside):
            if unit := self.known.find(one.name):
                yield unit, _said(one)

    def _alike(self, outside: list[Voice], inside: list[Voice]) -> list[tuple[int, str]]:
        scored: dict[int, tuple[float, str]] = {}
        for one in (*outside, *inside):
            for unit, likeness in self.likeness.nearest(one.name):
                if likeness > scored.get(unit, (0.0, ""))[0]:
                    scored[unit] = (likeness, f"{one.where}“{one.name}”与它的名称相近")
        ordered = sorted(scored.items(), key=lambda item: -item[1][0])
        return [(unit, reason) for unit, (_, reason) in ordered]


def matcher_for(roster: Roster, expected: Iterable[int], office: Office) -> Matcher:
    """A matcher for the units with these rows."""
    known = known_names(roster, expected, office)
    return Matcher(known, likeness_of(known))


def _said(voice: Voice) -> str:
    return f"{voice.where}“{voice.name}”"
