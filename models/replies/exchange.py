"""填报表: a form that goes out to each unit on a stick and comes back; only what stands in its named fields counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "yinfa."
UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form.

    Attributes:
        name: Its tag in the file, behind PREFIX.
        title: What the clerk reads before it.
        lines: How tall it is at first.
    """

    name: str
    title: str
    lines: int = 1


FIELDS = (
    Field(UNIT, "填报单位"),
    Field("filler", "填报人"),
    Field("phone", "联系电话"),
    Field("plans", "主要安排", 9),
    Field("features", "特色做法", 4),
    Field("advice", "意见建议", 3),
    Field("needs", "需协调事项", 3),
)
TITLES = {one.name: one.title for one in FIELDS}


def as_text(values: Mapping[str, str]) -> str:
    """What stands in the fields, as the text of a reply: `填报单位：…`, one field behind the other."""
    return "\n".join(f"{one.title}：{_guarded(values.get(one.name, ''))}" for one in FIELDS)


def may_be_form(text: str) -> bool:
    """Whether all titles of a form stand in a text."""
    return all(one.title in text for one in FIELDS)


def is_blank(text: str) -> bool:
    """Whether a text is a form in which nothing was answered: who filled it in is no answer."""
    values = values_in(text)
    return bool(values) and not any(values[one.name].strip() for one in FIELDS if one.lines > 1)


def _guarded(value: str) -> str:
    """A value none of whose lines is taken for the beginning of a field."""
    first, *lines = value.strip().split("\n")
    starts = tuple(f"{one.title}：" for one in FIELDS)
    return "\n".join((first, *(f"　{line}" if line.startswith(starts) else line for line in lines)))


def values_in(text: str) -> dict[str, str]:
    """The fields of a text that `as_text` made, by their names; empty for any other text."""
    lines = text.split("\n")
    if not lines[0].startswith(f"{FIELDS[0].title}："):
        return {}
    found: dict[str, list[str]] = {}
    waiting, current = list(FIELDS), ""
    for line in lines:
        if waiting and line.startswith(f"{waiting[0].title}："):
            current = waiting.pop(0).name
            found[current] = [line.partition("：")[2]]
        else:
            found[current].append(line)
    return {} if waiting else {name: "\n".join(parts) for name, parts in found.items()}
