"""The skeletons of the 文种: how a document of each kind opens and closes, read from the text that comes along."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.edition import Edition
from models.notice import Notice
from models.reading.assemble import paragraph_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = re.compile(r"^【(?P<kind>[^】]+)】(?P<rules>.*)$", re.MULTILINE)
_ADDRESSEES, _NOTES = "主送：", "附注："
_RULES = {"2012": Edition.GB2012, "2000": Edition.GB1999}
"""The 条例 of 2012 goes with the standard of that year, the 办法 of 2000 with that of 1999."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A notice that says only what each one of its 文种 says, and the editions whose rules know that 文种."""

    notice: Notice
    editions: tuple[Edition, ...]

    @property
    def kind(self) -> str:
        """Its 文种."""
        return self.notice.kind


def read_skeletons(text: str) -> tuple[Skeleton, ...]:
    """All skeletons of a text, in its order; what stands before the first is for who edits it."""
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return tuple(
        _skeleton(head["kind"], head["rules"], text[head.end() : end].split("\n"))
        for head, end in zip(heads, ends, strict=False)
    )


def of_edition(skeletons: Iterable[Skeleton], edition: Edition) -> tuple[Skeleton, ...]:
    """Those that an edition knows."""
    return tuple(one for one in skeletons if edition in one.editions)


def _skeleton(kind: str, rules: str, lines: list[str]) -> Skeleton:
    body = [line for line in lines if line and not line.startswith((_ADDRESSEES, _NOTES))]
    notice = Notice(
        kind=kind,
        addressees=_behind(_ADDRESSEES, lines),
        body=tuple(map(paragraph_of, body)),
        notes=_behind(_NOTES, lines),
    )
    return Skeleton(notice, tuple(_RULES[year] for year in rules.split()))


def _behind(label: str, lines: list[str]) -> str:
    return next((line.removeprefix(label) for line in lines if line.startswith(label)), "")
