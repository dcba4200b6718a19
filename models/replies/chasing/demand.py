"""What a notice asks its units for (报送内容), by when in its own words, and to whom it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.notice import Notice

_BY = r"[于在](?P<by>[^，。；]{1,20}?(?:前|内))"
_MATTER = "(?P<matter>[^，。；：请将把]{2,24}?)"
_SEND = "(?:报送|上报|报|送)"
_HOW = "(?:[以一][^，。；]{1,12}?)?"  # 以书面形式, 一式两份
_TO = "[至到给]?(?P<to>[^，。；（]{2,24})"
_DEMANDS = (
    re.compile(
        rf"请?[将把]{_MATTER}{_BY}[^，。；]{{0,12}}?{_SEND}{_TO}"
    ),  # 将意见于1月底前报市人事局
    re.compile(
        rf"{_BY}[^，。；将把]{{0,8}}[将把]{_MATTER}{_HOW}{_SEND}{_TO}"
    ),  # 于1月底前将意见报市人事局
    re.compile(rf"{_BY}[^，。；]{{0,8}}?(?:报送|上报)(?P<matter>[^，。；（]{{2,24}})(?P<to>)"),
)


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for; what its text does not say is empty.

    Attributes:
        to: To whom it is sent.
        by: Until when, in the words of the notice, such as 1月底前.
    """

    matter: str = ""
    to: str = ""
    by: str = ""


def demand_of(notice: Notice) -> Demand:
    """What the text of a notice asks for."""
    texts = (notice.body, *(piece.paragraphs for piece in notice.pieces))
    for paragraph in (one for text in texts for one in text):
        for demand in _DEMANDS:
            if found := demand.search(paragraph.whole):
                return Demand(found["matter"], found["to"], found["by"])
    return Demand()
