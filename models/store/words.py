"""The index behind the search: every two neighbouring characters of a text are one word of it.

SQLite's own index of three characters finds nothing for the two that most Chinese words have. A word is written as the
numbers of its characters, so that no mark is taken for a blank. The last character stands alone too, for one-character
searches.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.store.database import Database


def change(database: Database, before: Mapping[int, str], after: Mapping[int, str]) -> None:
    """Make the index follow: texts by their numbers, as they were and as they are."""
    gone = ((number,) for number, text in before.items() if after.get(number) != text)
    new = (
        (number, " ".join(words_of(text)))
        for number, text in after.items()
        if before.get(number) != text
    )
    database.run_all("DELETE FROM words WHERE rowid = ?", gone)
    database.run_all("INSERT INTO words (rowid, text) VALUES (?, ?)", new)


def words_of(text: str) -> list[str]:
    """The words of a text."""
    codes = _codes(text)
    return list(dict.fromkeys([*(a + b for a, b in pairwise(codes)), *codes[-1:]]))


def query_for(text: str) -> str:
    """What matches every text that holds `text`, and few others."""
    codes = _codes(text)
    if len(codes) == 1:
        return f"{codes[0]}*"
    return " AND ".join(dict.fromkeys(a + b for a, b in pairwise(codes)))


def _codes(text: str) -> list[str]:
    """The number of each character as five digits of sixteen, which is enough for all there are."""
    digits = text.lower().encode("utf-32-be", "surrogatepass").hex()
    return [digits[at : at + 5] for at in range(3, len(digits), 8)]
