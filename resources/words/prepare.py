"""Makes words.txt from the dictionary of the package jieba (MIT): `python prepare.py DICT`.

Kept are the Chinese words of two to eight characters that occur at least `LEAST` times in its corpus, sorted by their
bytes so that they can be searched where they lie, each with its cost: ten times the negative logarithm of its share.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

LEAST = 30
LENGTHS = range(2, 9)


def main(source: Path, target: Path) -> None:
    """Write the words of `source` to `target`."""
    lines = [line.split() for line in source.read_text(encoding="utf-8").splitlines()]
    counts = {word: int(count) for word, count, _ in lines}
    total = sum(counts.values())
    kept = sorted(
        f"{word} {round(-10 * math.log(count / total))}\n".encode()
        for word, count in counts.items()
        if count >= LEAST and len(word) in LENGTHS and all("\u4e00" <= c <= "\u9fff" for c in word)
    )
    target.write_bytes(b"".join(kept))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).parent / "words.txt")
