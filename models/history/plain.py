"""Values as plain JSON and back. What equals its default is left out, so that a new field changes no older value."""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Value = TypeVar("Value")

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_plain(value: object) -> Plain:
    """The value in JSON's own types."""
    match value:
        case None | bool() | str():
            return value
        case Enum():
            return to_plain(value.value)
        case int() | float():
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [to_plain(part) for part in cast("tuple[object, ...]", value)]
        case _:
            return _fields_of(value)


def from_plain(kind: type[Value], plain: Plain) -> Value:
    """The value of this type that `plain` says; what it does not say has its default.

    Raises:
        ValueError: it says none.
    """
    try:
        return cast("Value", _read(kind, plain))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no {kind} in {plain!r}") from error


def as_text(plain: Plain) -> str:
    """The one way to write `plain`: equal values are equal texts."""
    return _ENCODER.encode(plain)


def digest(plain: Plain) -> str:
    """A fingerprint of a value; empty for none."""
    return "" if plain is None else hashlib.sha256(as_text(plain).encode()).hexdigest()


def _fields_of(value: object) -> Plain:
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no value that is kept")
    told = ((name, getattr(value, name), default) for name, default in _defaults(type(value)))
    return {
        name: part if type(part) is str else to_plain(part)
        for name, part, default in told
        if part != default
    }


@cache  # a roster has ten thousand values of one type
def _defaults(kind: type[DataclassInstance]) -> tuple[tuple[str, object], ...]:
    """The names of the fields with what they are where nobody says otherwise."""
    return tuple(
        (field.name, None if field.default is MISSING else field.default) for field in fields(kind)
    )


@cache
def _types_of(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, plain: Plain) -> object:  # noqa: ANN401 - a type as it stands in an annotation
    if isinstance(kind, UnionType):
        return None if plain is None else _read(_only(kind), plain)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], part) for part in cast("list[Plain]", plain))
    if is_dataclass(kind):
        types = _types_of(cast("type", kind))
        told = cast("dict[str, Plain]", plain)
        return cast("Any", kind)(**{name: _read(types[name], part) for name, part in told.items()})
    if issubclass(kind, date):
        return kind.fromisoformat(cast("str", plain))
    return kind(plain)


def _only(union: UnionType) -> object:
    """The type of `X | None`."""
    (kind,) = (one for one in get_args(union) if one is not NoneType)
    return kind
