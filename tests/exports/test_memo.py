"""What is kept is given again, and the oldest goes first."""

from __future__ import annotations

from exports.memo import Memo


def test_a_thing_is_made_once() -> None:
    made: list[str] = []
    memo: Memo[tuple[bytes]] = Memo(20, lambda kept: len(kept[0]))
    for _ in range(2):
        assert memo.once("key", lambda: (made.append("once") or b"bytes",)) == (b"bytes",)
    assert made == ["once"]


def test_what_was_not_asked_for_longest_is_forgotten() -> None:
    memo: Memo[tuple[bytes]] = Memo(20, lambda kept: len(kept[0]))
    made: list[str] = []

    def ask(key: str) -> None:
        memo.once(key, lambda: (made.append(key) or bytes(8),))

    for key in "abacab":
        ask(key)
    assert made == ["a", "b", "c", "b"]
