"""Makes pinyin.txt from the package pypinyin (MIT): `python prepare_pinyin.py FILE`, its `pinyin_dict.json`.

A line for each syllable without its tone (ü as v), then the characters that are read so, rare readings among them.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

HAN = range(0x4E00, 0xA000)
_LETTERS = re.compile("[a-z]+")
_UMLAUT = "\u0308"


def main(source: Path, target: Path) -> None:
    """Write the readings in `source` to `target`."""
    told: dict[str, str] = json.loads(source.read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for code in HAN:
        plain = {_plain(one) for one in told.get(str(code), "").split(",")}
        for syllable in sorted(filter(_LETTERS.fullmatch, plain)):
            found.setdefault(syllable, []).append(chr(code))
    lines = (f"{syllable} {''.join(each)}\n" for syllable, each in sorted(found.items()))
    target.write_bytes("".join(lines).encode())


def _plain(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable.lower()).replace(f"u{_UMLAUT}", "v")
    return "".join(one for one in letters if not unicodedata.combining(one))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "pinyin.txt")
