"""The numbers of documents (发文字号): what one is made of, and those that are void and never given again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

_WRITTEN = re.compile(r"(\D+?)[〔\[(（［【](\d{4})[〕\])）］】]第?0{0,9}([1-9]\d{0,5})号")


@dataclass(frozen=True, slots=True, order=True)
class DocNumber:
    """`津人〔2007〕1号` (7.2.5): the code of the organ (机关代字), the year, the running number."""

    code: str
    year: int
    number: int

    def __str__(self) -> str:
        """As it is printed: six-cornered brackets, no 第, no zeros before."""
        return f"{self.code}〔{self.year}〕{self.number}号"

    @classmethod
    def read(cls, text: str) -> DocNumber | None:
        """The number that was typed, in whatever brackets; None where it is none."""
        plain = "".join(unicodedata.normalize("NFKC", text).split())
        found = _WRITTEN.fullmatch(plain)
        return cls(found[1], int(found[2]), int(found[3])) if found else None


@dataclass(frozen=True, slots=True)
class VoidNumber:
    """A number that was given and is void (作废), as it was printed."""

    doc_number: str
    voided_on: date
    reason: str = ""
    title: str = ""
    id: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class NumberBook:
    """What the office must remember of numbers beside those its documents bear."""

    voids: tuple[VoidNumber, ...] = ()
