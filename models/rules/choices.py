"""Texts that stand for one of a few values, or for several names."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeVar, cast

from models.errors import UserError

_BETWEEN = re.compile(r"[、，,；;/\s]+")
BETWEEN = "、"
Choice = TypeVar("Choice", bound=Enum)


class WrongChoice(UserError):
    """The text is none of the values that there are."""


def choice_from(text: str, kind: type[Choice], what: str) -> Choice:
    """The value of this kind that was typed.

    Raises:
        WrongChoice: there is no such value.
    """
    found = next((one for one in kind if one.value == text.strip()), None)
    if found is None:
        ways = "、".join(one.value for one in kind)
        raise WrongChoice(f"{what}“{text.strip()[:10]}”不认识。请填{ways}中的一种。")
    return found


def cell_text(value: object) -> str:
    """What a cell says of a value: nothing, one of a few, a number, or several names."""
    match value:
        case None:
            return ""
        case Enum():
            return str(value.value)
        case tuple():
            return BETWEEN.join(cast("tuple[str, ...]", value))
        case _:
            return str(value)


def parted(text: str) -> tuple[str, ...]:
    """The names of a text, each once."""
    return tuple(dict.fromkeys(part for part in _BETWEEN.split(text) if part))
