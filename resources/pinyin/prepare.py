"""Makes pinyin.txt from the package pypinyin (MIT): `python prepare.py FOLDER`, where pip put the package.

Kept are the readings, without tones, of the characters of GB 2312. A line is a syllable and its characters; one that is
read in several ways stands under each. ü is written v, as it is typed.
"""

from __future__ import annotations

import importlib
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

MOST = 3  # readings of a character; those behind are of old books


def main(folder: Path, target: Path) -> None:
    """Write the readings that the package in `folder` knows to `target`."""
    sys.path.insert(0, str(folder))
    known: Any = importlib.import_module("pypinyin.pinyin_dict")
    syllables: dict[str, list[str]] = defaultdict(list)
    for character in _characters():
        readings: list[str] = known.pinyin_dict.get(ord(character), "").split(",")
        plain = dict.fromkeys(_plain(reading) for reading in readings if reading)
        for syllable in list(plain)[:MOST]:
            syllables[syllable].append(character)
    lines = [f"{syllable} {''.join(syllables[syllable])}\n" for syllable in sorted(syllables)]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def _characters() -> list[str]:
    """Those of GB 2312, rows 16 to 87."""
    places = ((row, cell) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [text for place in places if (text := bytes(place).decode("gb2312", "ignore"))]


def _plain(reading: str) -> str:
    """A reading without its tone: lǜ is lv."""
    apart = unicodedata.normalize("NFD", reading).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(c for c in apart if c.isascii() and c.isalpha())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "pinyin.txt")
