"""Where a text box stands to the paragraph it hangs on: above it, as a red head does, or below, as the imprint (版记)."""

from __future__ import annotations

import re

_LOW_EMU, _LOW_POINTS = 5_000_000, 400.0  # from the upper edge: the lower half of A4
_NEAR_EMU = 180_000  # half a centimetre below the paragraph
_OF_PARAGRAPH = ("paragraph", "line")
_TOP = re.compile(r"margin-top:(-?[\d.]{1,8})pt")
_WHOLE = re.compile(r"-?\d{1,10}")


class BoxPlace:
    """Hears what a drawing says of its height on the page; `is_low` is the answer."""

    def __init__(self) -> None:
        self.is_low = self.is_heard = False
        self._from, self._said = "", ""

    def forget(self) -> None:
        """Another drawing begins, which may say nothing of its place."""
        self.is_low = self.is_heard = False

    def begin(self, measured_from: str) -> None:
        """The place is about to be told, from there."""
        self.is_heard, self._from, self._said = True, measured_from, ""

    def hear(self, text: str) -> None:
        """An offset, or a word."""
        self._said += text

    def end(self) -> None:
        """All is told."""
        self.is_heard = False
        words = self._said.strip()
        offset = int(words) if _WHOLE.fullmatch(words) else 0
        least = _NEAR_EMU if self._from in _OF_PARAGRAPH else _LOW_EMU
        self.is_low = words == "bottom" or offset > least

    def hear_style(self, style: str) -> None:
        """An older drawing says all in one line."""
        plain = style.replace(" ", "")
        top = _TOP.search(plain)
        is_of_page = "vertical-relative:page" in plain or "vertical-relative:margin" in plain
        is_far = top is not None and _as_points(top.group(1)) > _LOW_POINTS
        self.is_low = "mso-position-vertical:bottom" in plain or (is_of_page and is_far)


def _as_points(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0
