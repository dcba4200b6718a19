"""What took long to make is kept and used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

Kept = TypeVar("Kept")


class Memo(Generic[Kept]):
    """Keeps things by all that they were made from, so that what is kept never changes what comes out.

    Args:
        most: How much is kept in all, as `weigh` weighs it.
        weigh: The weight of one thing.
    """

    def __init__(self, most: int, weigh: Callable[[Kept], int]) -> None:
        self._most, self._weigh, self._weight = most, weigh, 0
        self._kept: dict[Hashable, Kept] = {}

    def once(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What was made for `key` before, else what `make` makes now; what was not asked for longest is forgotten."""
        found = self._kept.pop(key, None)
        if found is None:
            found = make()
            self._weight += self._weigh(found)
        self._kept[key] = found
        while self._weight > self._most:
            self._weight -= self._weigh(self._kept.pop(next(iter(self._kept))))
        return found
