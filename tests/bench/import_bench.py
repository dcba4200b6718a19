"""How long 100,000 rows take to be kept as one change: `python -m tests.bench.import_bench [rows]`.

The peer is what hardly a program can undercut: `executemany` of the very same rows, all worked out before but for the
words of the search, into a file of the same schema with the same pragmas, in one transaction.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from models.notice import Notice, Paragraph
from models.store.database import PRAGMAS
from models.store.datafile import DataFile
from models.store.driver import driver
from models.store.notices import NoticeRepository
from models.store.searching import texts_of
from models.store.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

ROWS, LENGTH, TURNS, MOST = 100_000, 30, 3, 1.5
TABLES, WORDS = ("notice", "paragraph", "history"), "words (rowid, text)"


def main(rows: int) -> int:
    """Measure in turns; 1 where ours takes over half as long again."""
    chance = random.Random(1)
    body = tuple(Paragraph(_text(chance)) for _ in range(rows))
    notice = Notice("通知", "关于某事的通知", body=body)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = _content_of(notice, folder / "model.yinfa")
        taken = [
            (
                _ours(notice, folder / f"{turn}.yinfa"),
                _peers(content, folder / f"{turn}-peer.yinfa"),
            )
            for turn in range(TURNS)
        ]
    ours, peer = (median(side) for side in zip(*taken, strict=True))
    ratio = median(one / other for one, other in taken)
    sys.stdout.write(
        f"{rows} rows kept: ours {ours:.1f} s, executemany {peer:.1f} s, ratio {ratio:.2f} (≤ {MOST})\n"
    )
    return int(ratio > MOST)


def _content_of(notice: Notice, path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows that the notice becomes."""
    with DataFile.create(path) as file:
        saved = NoticeRepository(file).save(notice)
        found = {name: file.database.ask(f"SELECT * FROM {name}") for name in TABLES}
    return {**found, WORDS: list(texts_of(saved).items())}


def _ours(notice: Notice, path: Path) -> float:
    with DataFile.create(path) as file:
        start = time.process_time()
        NoticeRepository(file).save(notice)
        return time.process_time() - start


def _peers(content: Mapping[str, list[tuple[Any, ...]]], path: Path) -> float:
    DataFile.create(path).close()
    with closing(driver.connect(path, isolation_level=None)) as connection:
        for name, value in PRAGMAS:
            connection.execute(f"PRAGMA {name} = {value}")
        start = time.process_time()
        connection.execute("BEGIN IMMEDIATE")
        for table, rows in content.items():
            marks = ", ".join("?" * len(rows[0]))
            given = ((n, " ".join(words_of(t))) for n, t in rows) if table == WORDS else rows
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", given)
        connection.execute("COMMIT")
        return time.process_time() - start


def _text(chance: random.Random) -> str:
    return "".join(chr(chance.randrange(0x4E00, 0x5200)) for _ in range(LENGTH))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
