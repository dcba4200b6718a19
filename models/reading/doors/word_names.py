"""Names of WordprocessingML (ECMA-376-1, 17), and properties as they stand in a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"
VAL = W + "val"
_OFF = ("0", "false", "off", "none")


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of a property below `parent`; None where it is not there."""
    found = parent.find(W + name) if parent is not None else None
    return found.get(VAL) if found is not None else None


def number_of(parent: Element | None, name: str) -> int | None:
    """The value of a property that is a number; None where it is not there, or none."""
    return as_number(value_of(parent, name))


def as_number(value: str | None) -> int | None:
    """A number as it stands in an attribute; None where it is none."""
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def has(parent: Element | None, name: str) -> bool:
    """Whether a property that is on by standing there is on below `parent`."""
    found = parent.find(W + name) if parent is not None else None
    return found is not None and is_on(found.get(VAL))


def is_on(value: str | None) -> bool:
    """Whether a property that is on by standing there, with this value or none, is on."""
    return value is None or value.lower() not in _OFF
