"""The fields of a frozen value in the columns of a table: texts and numbers as they are, what holds more as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, get_args, get_origin, get_type_hints

from models.history.plain import as_text, from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")
Scalar = str | int | None


class Columns(Generic[Value]):
    """How values of one type lie in columns.

    Attributes:
        names: Their fields without the id, which are the columns.
    """

    def __init__(self, kind: type[Value], apart: tuple[str, ...] = ("id",)) -> None:
        """Of a frozen dataclass; the fields `apart` are kept elsewhere."""
        self._kind = kind
        types = get_type_hints(kind)
        told = fields(cast("Any", kind))
        self.names = tuple(field.name for field in told if field.name not in apart)
        readers = ((at, _reader(types[name])) for at, name in enumerate(self.names))
        self._readers = tuple((at, read) for at, read in readers if read is not None)

    def row(self, value: Value) -> tuple[Scalar, ...]:
        """What the columns hold for a value."""
        parts = (getattr(value, name) for name in self.names)
        return tuple(part if type(part) is str else _scalar(part) for part in parts)

    def value(self, row: tuple[Scalar, ...], **apart: object) -> Value:
        """The value that the columns hold.

        Raises:
            ValueError: they hold none.
        """
        try:
            told: list[object] = list(row)
            for at, read in self._readers:
                told[at] = read(told[at])
            return self._kind(**dict(zip(self.names, told, strict=True)), **apart)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"no {self._kind.__name__} in the row") from error


def _scalar(part: object) -> Scalar:
    match part:
        case None | str():
            return part
        case int():
            return int(part)
        case date():
            return part.isoformat()
        case ():
            return "[]"
        case Enum():
            return cast("Scalar", part.value)
        case _:
            return as_text(to_plain(part))


def _reader(kind: Any) -> Callable[[Any], object] | None:  # noqa: ANN401 - a type as it stands in an annotation
    """None where the column holds the field as it is."""
    if isinstance(kind, UnionType):
        (only,) = (one for one in get_args(kind) if one is not NoneType)
        read = _reader(only)
        return None if read is None else lambda part: None if part is None else read(part)
    if get_origin(kind) is tuple:
        return lambda text: () if text == "[]" else from_plain(kind, json.loads(text))
    if issubclass(kind, date):
        return kind.fromisoformat
    return None if kind in (str, int) else cast("Callable[[Any], object]", kind)
