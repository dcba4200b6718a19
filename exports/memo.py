"""What took long to make is kept and used again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

MOST_BYTES = 16 << 20


class Memo:
    """Keeps bytes by all that they were made from, so that what is kept never changes what comes out."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._weight = most_bytes, 0
        self._kept: dict[Hashable, tuple[bytes, ...]] = {}

    def once(self, key: Hashable, make: Callable[[], tuple[bytes, ...]]) -> tuple[bytes, ...]:
        """What was made for `key` before, else what `make` makes now; what was not asked for longest is forgotten."""
        found = self._kept.pop(key, None)
        if found is None:
            found = make()
            self._weight += _weight(found)
        self._kept[key] = found
        while self._weight > self._most:
            self._weight -= _weight(self._kept.pop(next(iter(self._kept))))
        return found


def _weight(parts: tuple[bytes, ...]) -> int:
    return sum(map(len, parts))
