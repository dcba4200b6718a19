"""Where words end: a title may be broken between words only (7.3.1).

The method is a unigram segmentation, the dearest-free path through a dictionary of 60,000 words. A whole segmenter
brings 42 MB and half a second of start for the thirty characters of a title; its dictionary alone, searched where it
lies, gives the same words here. What the dictionary does not know falls into single characters, which only means that
more places may be broken.
"""

from __future__ import annotations

import mmap
import re
from typing import TYPE_CHECKING

import resources

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 8  # characters of a word
SINGLE_COST = 95  # of a character that stands alone, on the scale of the dictionary
_WHOLE = re.compile(
    r"《[^》]{1,24}》|“[^”]{1,12}”|[（(][^）)]{1,12}[）)]|[0-9A-Za-z.%％]+[年月日号届次个号期]?|——|……"
)


class Lexicon:
    """The words of a sorted file, each with its cost."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def cost(self, word: str) -> int | None:
        """The cost of `word`, None where it is not known."""
        wanted = word.encode() + b" "
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", 0, middle) + 1
            end = self._data.find(b"\n", middle)
            line = self._data[start:end]
            if line.startswith(wanted):
                return int(line[len(wanted) :])
            if line < wanted:
                low = end + 1
            else:
                high = start
        return None


def words_of(text: str, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """The words of a text in order; books, quotes, brackets and numbers with their unit count as one."""
    lexicon = lexicon or Lexicon(resources.WORDS)
    words: list[str] = []
    start = 0
    for whole in _WHOLE.finditer(text):
        words.extend(_segment(text[start : whole.start()], lexicon))
        words.append(whole.group())
        start = whole.end()
    words.extend(_segment(text[start:], lexicon))
    return tuple(words)


def _segment(text: str, lexicon: Lexicon) -> list[str]:
    """The cheapest path of words through `text`."""
    best: list[tuple[int, int]] = [(0, 0)]  # cost so far and start of the last word, for each end
    for end in range(1, len(text) + 1):
        starts = range(max(0, end - LONGEST), end)
        costs = ((_cost(text[start:end], lexicon), start) for start in starts)
        best.append(
            min((best[start][0] + cost, start) for cost, start in costs if cost is not None)
        )
    words: list[str] = []
    end = len(text)
    while end:
        words.append(text[best[end][1] : end])
        end = best[end][1]
    return words[::-1]


def _cost(word: str, lexicon: Lexicon) -> int | None:
    return SINGLE_COST if len(word) == 1 else lexicon.cost(word)
