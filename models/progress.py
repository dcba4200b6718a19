"""How long work reports where it is."""

from __future__ import annotations

from collections.abc import Callable

Tick = Callable[[int, int, str], None]
"""`tick(done, of, what)`: steps done, steps in all, a Chinese word on the present one. May raise `Cancelled`."""


def no_tick(done: int, of: int, what: str) -> None:
    """The tick of work that nobody watches."""
