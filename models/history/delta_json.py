"""Differences as JSON, so that the data file can keep them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from models.history.delta import Inside, Item, Spliced, Swapped
from models.history.plain import as_text

if TYPE_CHECKING:
    from models.history.delta import Delta
    from models.history.plain import Plain


def delta_to_text(delta: Delta) -> str:
    """Write a difference."""
    return as_text(_plain(delta))


def delta_from_text(text: str) -> Delta:
    """Read it.

    Raises:
        ValueError: it was not written by us.
    """
    return _read(json.loads(text))


def _plain(delta: Delta) -> Plain:
    match delta:
        case Swapped(before, after):
            return ["swap", before, after]
        case Spliced(at, behind, before, after):
            return ["splice", at, behind, list(before), list(after)]
        case Inside(fields):
            return ["in", {name: _plain(change) for name, change in fields.items()}]
        case Item(at, key, change):
            return ["item", at, key, _plain(change)]


def _read(plain: Any) -> Delta:  # noqa: ANN401 - whatever stands in the JSON
    match plain:
        case ["swap", before, after]:
            return Swapped(before, after)
        case ["splice", int(at), behind, list(before), list(after)]:  # pyright: ignore[reportUnknownVariableType] - items of a list in JSON
            return Spliced(at, behind, tuple(before), tuple(after))  # pyright: ignore[reportUnknownArgumentType]
        case ["in", dict(fields)]:  # pyright: ignore[reportUnknownVariableType] - names and changes
            return Inside({str(name): _read(change) for name, change in fields.items()})  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
        case ["item", int(at), key, change]:
            return Item(at, key, _read(change))
        case _:
            raise ValueError(f"no difference: {plain!r}")
